package kata.coroutine.given;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The synchronous twin: to call a plain method is to run it, there and then. Given, to compare with. */
public final class PlainCall {
    private PlainCall() {}

    /** Runs the body, holds the caller until it has ended, and gives its value. Two calls are two runs. */
    public static <T> T call(Supplier<CompletableFuture<T>> body) {
        return body.get().join();
    }
}
