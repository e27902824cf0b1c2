package kata.chess.test;

import java.util.function.BooleanSupplier;
import kata.testkit.evidence.Threads;
import kata.testkit.evidence.Watch;
import kata.testkit.time.HandClock;

/**
 * Moves time through hundreds of steps in a moment. A right answer has an exact number of moves and replies under way
 * at each step, so time moves on as soon as they are; where they are not, it moves on only when nothing else does.
 */
record LongPlay(HandClock clock, Watch watch) {
    /** What went wrong is seen within so many steps; the rest would only take time. */
    private static final int STEPS_AFTER_A_MISTAKE = 15;

    private static final long AT_ONCE_NANOS = 3_000_000;

    LongPlay(HandClock clock, Threads threads) {
        this(clock, new Watch(threads, () -> clock.recorder().events()));
    }

    /**
     * Plays until the call is done and nothing is under way.
     *
     * @return whether each step had what a right answer has
     */
    boolean play(BooleanSupplier done, int... pendingAtStep) {
        boolean right = true;
        int left = STEPS_AFTER_A_MISTAKE;
        for (int step = 0; left > 0; step++) {
            int wanted = step < pendingAtStep.length ? pendingAtStep[step] : Integer.MAX_VALUE;
            BooleanSupplier ready = () ->
                    !clock.completing() && (clock.pending() >= wanted || done.getAsBoolean() && clock.pending() == 0);
            right &= right ? soon(ready) : watch.until(ready, Watch.Patience.SHORT) == Watch.End.MET;
            left -= right ? 0 : 1;
            if (clock.completing() || !clock.advance()) {
                break;
            }
        }
        return right && done.getAsBoolean();
    }

    private boolean soon(BooleanSupplier ready) {
        long until = System.nanoTime() + AT_ONCE_NANOS;
        while (System.nanoTime() < until) {
            if (ready.getAsBoolean()) {
                return true;
            }
            Thread.yield();
        }
        return watch.until(ready, Watch.Patience.LONG) == Watch.End.MET;
    }
}
