package kata.countasync.given;

import java.util.List;

/** The synchronous twin: each count holds the thread until it has ended. Given, to compare with. */
public final class CountSync {
    private CountSync() {}

    /** Says One, waits a second, says Two. */
    public static void count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        pause.seconds(id, 1).join();
        voice.say(id, "Two");
    }

    /** Counts with each id in turn. */
    public static void countAll(List<String> ids, Voice voice, Pause pause) {
        for (String id : ids) {
            count(id, voice, pause);
        }
    }
}
