package kata.iocpu.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import kata.iocpu.Workers;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;
import kata.iocpu.given.OneByOne;
import kata.iocpu.given.OnePool;
import kata.testkit.Loop;
import kata.testkit.Playback;
import kata.testkit.evidence.Threads;
import kata.testkit.time.RealClock;

/**
 * Eight pages to read and eight photos to shrink on four cores: one after another, in one pool, and by your workers.
 * {@code kata run 10} plays it.
 */
public final class Demo {
    private static final int CORES = 4;

    private Demo() {}

    public static void main(String[] arguments) {
        Playback.ofUnit(1)
                .then("The synchronous twin: 24 seconds, all of them on the loop", onALoop(OneByOne::new))
                .then(
                        "One pool of four threads for both: 6 seconds, 4 of them with idle cores",
                        onALoop(() -> new OnePool(CORES)))
                .then("Yours", onALoop(() -> new Workers(CORES)))
                .play();
    }

    private static Function<RealClock, Callable<?>> onALoop(Supplier<Dispatcher> opened) {
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 8, i -> 2));
        tasks.addAll(Task.of(Kind.CPU, 8, i -> 1));
        return clock -> () -> {
            Loop loop = new Loop(clock, new Threads(Workers.class.getPackageName()));
            Dispatcher dispatcher = opened.get();
            try {
                CompletableFuture.supplyAsync(() -> new Shift(clock, dispatcher).submit(tasks), loop)
                        .thenCompose(all -> all)
                        .join();
            } finally {
                loop.close();
                try {
                    dispatcher.close();
                } catch (UnsupportedOperationException todo) {
                    // What is still to do has been told by submit, or is told by the check.
                }
            }
            return null;
        };
    }
}
