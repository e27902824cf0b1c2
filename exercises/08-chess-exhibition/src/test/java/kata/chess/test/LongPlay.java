package kata.chess.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kata.testkit.Call;
import kata.testkit.Naps;
import kata.testkit.Play;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.evidence.Watch;
import kata.testkit.time.HandClock;
import kata.testkit.timeline.Timeline;

/**
 * Moves time through hundreds of steps in a moment. A right answer has an exact number of moves and replies under way
 * at each step, so time moves on as soon as they are; where they are not, it moves on only when nothing else does.
 */
final class LongPlay {
    /** What went wrong is seen within so many steps; the rest would only take time. */
    private static final int STEPS_AFTER_A_MISTAKE = 15;

    private static final long AT_ONCE_NANOS = 3_000_000;

    private final HandClock clock;
    private final Threads threads;
    private final Watch watch;
    private final Field field;
    private final BooleanSupplier cameBack;
    private final BooleanSupplier done;
    private final int[] pendingAtStep;
    private final List<Sighting> waiting = new ArrayList<>();
    private List<String> byReference = List.of();
    private List<String> pendingWhenDone;
    private Optional<KataFailure> napping = Optional.empty();
    private boolean returned;
    private boolean right = true;
    private int step;

    LongPlay(HandClock clock, Threads threads, Field field, Call<Integer> call) {
        this(clock, threads, field, call::returned, call::isDone);
    }

    /** For an exhibition that is not watched as a call. */
    LongPlay(HandClock clock, Threads threads, Field field, BooleanSupplier cameBack, BooleanSupplier done) {
        this.clock = clock;
        this.threads = threads;
        this.watch = new Watch(threads, () -> clock.recorder().events());
        this.field = field;
        this.cameBack = cameBack;
        this.done = done;
        this.pendingAtStep = field.pendingAtStep();
    }

    /** Plays until the call is done and nothing is under way. */
    void toTheEnd() {
        play(Integer.MAX_VALUE);
    }

    /** What was seen of this call. */
    Play seen(Call<Integer> call) {
        return new Play(
                call,
                field.isSmall() ? clock.recorder().timeline() : Timeline.EMPTY,
                field.isSmall() ? field.right() : Timeline.EMPTY,
                returned,
                pendingWhenDone == null ? List.of() : pendingWhenDone,
                List.copyOf(waiting),
                byReference,
                Optional.empty(),
                clock.completing(),
                clock.completedByAnswer());
    }

    /** Plays one round, and stops there, when every move of it has been shown. */
    void oneRound() {
        play(field.boards());
        soon(() -> !clock.completing() && clock.pending() >= field.boards());
    }

    /** Nobody woke again and again while she waited for a reply. */
    void nobodyNapped() {
        napping.ifPresent(seen -> {
            throw seen;
        });
    }

    /** Whether each step had what a right answer has. */
    boolean asExpected() {
        return right && done.getAsBoolean();
    }

    private void play(int steps) {
        int left = STEPS_AFTER_A_MISTAKE;
        for (; step < steps && left > 0; step++) {
            int wanted = step < pendingAtStep.length ? pendingAtStep[step] : Integer.MAX_VALUE;
            BooleanSupplier ready = () ->
                    !clock.completing() && (clock.pending() >= wanted || done.getAsBoolean() && clock.pending() == 0);
            right &= right ? soon(ready) : watch.until(ready, Watch.Patience.SHORT) == Watch.End.MET;
            left -= right ? 0 : 1;
            look();
            if (clock.completing() || !clock.advance()) {
                break;
            }
        }
    }

    private void look() {
        if (step == 0) {
            boolean back = watch.until(cameBack, Watch.Patience.LONG) == Watch.End.MET;
            returned = back && clock.pending() > 0;
            if (!back) {
                waiting.addAll(threads.waiting());
            }
        }
        boolean waitsForReply = step == field.firstWait();
        if (field.isSmall() && (waitsForReply || step == pendingAtStep.length - 1)) {
            // Who says too early that it is over may need a moment to say so, and a worker a moment to wait.
            Optional<KataFailure> seen = Naps.seen(
                    threads,
                    () -> watch.until(done, Watch.Patience.SHORT),
                    clock.recorder().timeline(),
                    field.right());
            napping = napping.or(() -> seen);
        }
        if (field.isSmall() && waitsForReply) {
            waiting.addAll(threads.waiting());
            byReference = threads.waitingByReference();
        }
        if (pendingWhenDone == null && done.getAsBoolean()) {
            pendingWhenDone = clock.pendingLanes();
        }
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
