// Diagnosis: a-thread-for-each-count
// The pool has a thread for every count, however many: all of them stand and wait for their pauses.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    private static final Executor POOL = Executors.newCachedThreadPool();

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
        return CompletableFuture.allOf(
                ids.stream().map(id -> count(id, voice, pause)).toArray(CompletableFuture[]::new));
    }
}
