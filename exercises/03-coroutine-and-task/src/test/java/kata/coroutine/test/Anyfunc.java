package kata.coroutine.test;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kata.testkit.time.KataClock;

/** A body for a coroutine that works for some units and counts how often it is run. */
class Anyfunc implements Supplier<CompletableFuture<Integer>> {
    /** What the lesson calls it. */
    static final String NAME = "anyfunc";

    private final KataClock clock;
    private final String name;
    private final double units;
    private final Callable<Integer> work;
    private final AtomicInteger runs = new AtomicInteger();

    private Anyfunc(KataClock clock, String name, double units, Callable<Integer> work) {
        this.clock = clock;
        this.name = name;
        this.units = units;
        this.work = work;
    }

    static Anyfunc returning(KataClock clock, String name, Integer value) {
        return new Anyfunc(clock, name, 1, () -> value);
    }

    static Anyfunc failing(KataClock clock, AnyfuncFailed problem) {
        return new Anyfunc(clock, NAME, 1, () -> {
            throw problem;
        });
    }

    static Anyfunc throwingAtOnce(KataClock clock, AnyfuncFailed problem) {
        return new Anyfunc(clock, NAME, 0, null) {
            @Override
            CompletableFuture<Integer> begin() {
                throw problem;
            }
        };
    }

    @Override
    public CompletableFuture<Integer> get() {
        clock.recorder().mark(name, "run " + runs.incrementAndGet() + " begins");
        return begin();
    }

    CompletableFuture<Integer> begin() {
        return clock.after(name, "running", units, work);
    }

    int runs() {
        return runs.get();
    }

    String name() {
        return name;
    }
}
