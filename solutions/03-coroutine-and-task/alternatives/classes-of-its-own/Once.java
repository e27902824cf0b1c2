package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;

/** Begins its work on a worker of the common pool; the worker is free again as soon as the work has begun. */
final class Once<T> implements Coro<T> {
    private final Supplier<CompletableFuture<T>> body;
    private CompletableFuture<T> outcome;

    Once(Supplier<CompletableFuture<T>> body) {
        this.body = body;
    }

    @Override
    public synchronized CompletableFuture<T> await() {
        if (outcome == null) {
            outcome = CompletableFuture.supplyAsync(body).thenCompose(begun -> begun);
        }
        return outcome.copy();
    }
}
