package kata.coroutine.test;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kata.coroutine.given.Coro;
import kata.coroutine.given.PlainCall;
import kata.coroutine.given.Task;
import kata.testkit.Playback;
import kata.testkit.time.KataClock;

/** The lesson as it is told: called is run; created is not started; a task is. {@code kata run 03} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Playback.ofUnit(1)
                .then("The synchronous twin: each call is a run, and main waits for it", Demo::twin)
                .then("Yours: a coroutine, a second of something else, then a task of it", Demo::yours)
                .play();
    }

    private static Callable<Object> twin(KataClock clock) {
        Anyfunc anyfunc = Anyfunc.returning(clock, Anyfunc.NAME, 1);
        return () -> {
            say(clock, "calls anyfunc: value " + PlainCall.call(anyfunc) + ", " + runs(anyfunc));
            say(clock, "calls anyfunc: value " + PlainCall.call(anyfunc) + ", " + runs(anyfunc));
            return somethingElse(clock);
        };
    }

    private static Callable<Object> yours(KataClock clock) {
        Anyfunc anyfunc = Anyfunc.returning(clock, Anyfunc.NAME, 1);
        return () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            say(clock, "has made a coroutine: " + runs(anyfunc));
            return somethingElse(clock).thenCompose(over -> {
                Task<Integer> task = Main.createTask(coro);
                say(clock, "has created a task: " + runs(anyfunc));
                return somethingElse(clock)
                        .thenCompose(free -> awaits(clock, task, anyfunc))
                        .thenCompose(first -> awaits(clock, task, anyfunc));
            });
        };
    }

    private static CompletableFuture<Integer> awaits(KataClock clock, Task<Integer> task, Anyfunc anyfunc) {
        return Main.await(task).thenApply(value -> {
            say(clock, "awaits the task: value " + value + ", " + runs(anyfunc));
            return value;
        });
    }

    private static CompletableFuture<Void> somethingElse(KataClock clock) {
        say(clock, "does something else");
        return clock.pause(Main.LANE, "something else", 1);
    }

    private static String runs(Anyfunc anyfunc) {
        return anyfunc.runs() == 1 ? "1 run" : anyfunc.runs() + " runs";
    }

    private static void say(KataClock clock, String what) {
        clock.recorder().mark(Main.LANE, what);
    }
}
