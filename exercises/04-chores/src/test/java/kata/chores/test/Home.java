package kata.chores.test;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;
import kata.testkit.time.KataClock;

/** The given house, on a clock of the testkit: when a chore begins and when it is over is written down. */
record Home(KataClock clock, Hours hours) implements House {

    @Override
    public CompletableFuture<Void> laundry() {
        return begin(Hours.LAUNDRY);
    }

    @Override
    public CompletableFuture<Void> dinner() {
        return begin(Hours.DINNER);
    }

    @Override
    public CompletableFuture<Void> dishwasher() {
        return begin(Hours.DISHWASHER);
    }

    @Override
    public CompletableFuture<Void> plants() {
        return begin(Hours.PLANTS);
    }

    private CompletableFuture<Void> begin(String chore) {
        clock.recorder().mark(chore, "begins");
        return clock.after(chore, "under way", hours.of(chore), () -> {
            clock.recorder().mark(chore, "is done");
            return null;
        });
    }
}
