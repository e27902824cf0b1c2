package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

/** Starts every count first; only then is there something to wait for. */
public final class CountAsync {
    private CountAsync() {}

    /** What must happen after the pause is chained to it, so no thread waits. */
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        return pause.seconds(id, 1).thenRun(() -> voice.say(id, "Two"));
    }

    /** toList() starts them all: a stream alone would start each one only when it is asked for. */
    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        List<CompletableFuture<Void>> counts =
                ids.stream().map(id -> count(id, voice, pause)).toList();
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new));
    }
}
