package kata.coroutine.test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.Coroutines;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;

/** What the lesson's main() does with coroutines and tasks; it takes note when it is given nothing, or a failure. */
final class Main {
    static final String LANE = "main";

    private static final String AN_OBJECT = "give back an object that implements it: an anonymous class, or a lambda";
    private static final String THE_FUTURE =
            "keep the future of the one run, and give it to everyone who awaits, as often as they ask";

    private Main() {}

    static Coro<Integer> coro(Anyfunc body) {
        return given("coro", "a Coro", AN_OBJECT, () -> Coroutines.coro(body));
    }

    static Task<Integer> createTask(Coro<Integer> coro) {
        return given("createTask", "a Task", AN_OBJECT, () -> Coroutines.createTask(coro));
    }

    static CompletableFuture<Integer> await(Coro<Integer> coro) {
        return given("Coro.await", "a future", THE_FUTURE, coro::await);
    }

    static CompletableFuture<Integer> await(Task<Integer> task) {
        return given("Task.await", "a future", THE_FUTURE, task::await);
    }

    /** Awaits the first, then the second, and so on, as a line of awaits does. */
    static CompletableFuture<Void> awaitInTurn(List<Task<Integer>> tasks) {
        CompletableFuture<Void> soFar = CompletableFuture.completedFuture(null);
        for (Task<Integer> task : tasks) {
            soFar = soFar.thenCompose(before -> await(task)).thenAccept(value -> {});
        }
        return soFar;
    }

    private static <R> R given(String method, String what, String advice, Supplier<R> asked) {
        R result;
        try {
            result = asked.get();
        } catch (RuntimeException problem) {
            throw problem instanceof UnsupportedOperationException ? problem : thrown(method, problem);
        }
        if (result == null) {
            throw new KataFailure(
                    Causes.RETURNED_NULL.advising(advice), method + " returned null instead of " + what + ".");
        }
        return result;
    }

    private static RuntimeException thrown(String method, RuntimeException problem) {
        for (Throwable inner = problem; inner != null; inner = inner.getCause()) {
            if (inner instanceof AnyfuncFailed) {
                throw new KataFailure(
                        Mistakes.THREW_AT_THE_CALLER,
                        "`anyfunc` failed, and " + method + "() threw that at its caller. The failure belongs into the"
                                + " future that await() gives: whoever awaits the result should hear of it.");
            }
        }
        return problem;
    }
}
