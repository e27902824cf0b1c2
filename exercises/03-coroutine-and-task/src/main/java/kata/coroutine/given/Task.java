package kata.coroutine.given;

import java.util.concurrent.CompletableFuture;

/** A task: a coroutine that was started, whether or not anybody awaits it. Given: do not change it. */
public interface Task<T> {

    /**
     * Begins nothing; may be called any number of times, before the work has ended and after. Returns at once and
     * never throws.
     *
     * @return a future that ends as the work ends: with its value, or with its failure
     */
    CompletableFuture<T> await();
}
