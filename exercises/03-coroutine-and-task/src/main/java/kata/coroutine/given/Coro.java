package kata.coroutine.given;

import java.util.concurrent.CompletableFuture;

/**
 * A coroutine: work that is described, and begins only when somebody awaits it. Whatever happens to it, it runs
 * at most once. Given: do not change it.
 */
public interface Coro<T> {

    /**
     * Begins the work, unless it has begun before. Returns at once and never throws.
     *
     * @return a future that ends as the work ends: with its value, or with its failure; whoever asks again gets the
     *     outcome of the same run
     */
    CompletableFuture<T> await();
}
