package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

/** A virtual thread for each count: each may wait, for a waiting virtual thread holds no thread of the machine. */
public final class CountAsync {
    private CountAsync() {}

    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                voice.say(id, "One");
                Future<Void> over = pause.seconds(id, 1);
                over.get();
                voice.say(id, "Two");
                ended.complete(null);
            } catch (InterruptedException | ExecutionException problem) {
                ended.completeExceptionally(problem);
            }
        });
        return ended;
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        CountDownLatch left = new CountDownLatch(ids.size());
        ids.forEach(id -> count(id, voice, pause).whenComplete((done, problem) -> left.countDown()));
        Thread.ofVirtual().name("waiter").start(() -> {
            try {
                left.await();
                all.complete(null);
            } catch (InterruptedException problem) {
                all.completeExceptionally(problem);
            }
        });
        return all;
    }
}
