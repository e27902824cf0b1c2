// Diagnosis: too-few-at-once
// Ten threads stand and wait, so the eleventh count begins when the first has ended.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    private static final Executor POOL = Executors.newFixedThreadPool(10);

    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        return CompletableFuture.runAsync(
                () -> {
                    voice.say(id, "One");
                    pause.seconds(id, 1).join();
                    voice.say(id, "Two");
                },
                POOL);
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        List<CompletableFuture<Void>> counts =
                ids.stream().map(id -> count(id, voice, pause)).toList();
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new));
    }
}
