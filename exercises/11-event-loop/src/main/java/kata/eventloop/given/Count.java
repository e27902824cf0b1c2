package kata.eventloop.given;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The first exercise once more: the async count that runs on your loop, and its synchronous twin. Given. */
public final class Count {
    private Count() {}

    /** All counts at once: whoever ends the pauses runs what comes after them. */
    public static CompletableFuture<Void> async(List<String> ids, Voice voice, Pause pause) {
        List<CompletableFuture<Void>> counts = ids.stream()
                .map(id -> {
                    voice.say(id, "One");
                    return pause.second().thenRun(() -> voice.say(id, "Two"));
                })
                .toList();
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new));
    }

    /** One count after another; the pause holds the thread. */
    public static void sync(List<String> ids, Voice voice, Runnable pause) {
        for (String id : ids) {
            voice.say(id, "One");
            pause.run();
            voice.say(id, "Two");
        }
    }
}
