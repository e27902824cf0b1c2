package kata.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Held;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.evidence.Watch;
import kata.testkit.time.ClockLaw;
import kata.testkit.time.HandClock;
import kata.testkit.time.RealClock;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Timeline;

/** One test's surroundings: its clock, its recorder, its dice, and the thread that calls the answer. */
public final class Stage implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lea");

    private final Threads threads;
    private final Random random;
    private final HandClock clock = new HandClock();
    private final List<HandClock> clocks = new CopyOnWriteArrayList<>(List.of(clock));
    private final AtomicLong unrecorded = new AtomicLong();
    private final Watch watch;
    private final Held held;
    private final ExecutorService caller = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("kata-caller").factory());
    private Loop loop;
    private Timeline right = Timeline.EMPTY;
    private Timeline shown = Timeline.EMPTY;

    Stage(String answerPackage, long seed) {
        this.threads = new Threads(answerPackage);
        this.random = new Random(seed);
        this.watch = new Watch(
                threads,
                () -> unrecorded.get()
                        + clocks.stream()
                                .mapToLong(each -> each.recorder().events())
                                .sum());
        this.held = new Held(threads);
        clock.beforeMoving(held::moves);
    }

    /** The clock that the test moves by hand. */
    public HandClock clock() {
        return clock;
    }

    /** A clock for what goes on beside the play: it stands still while that lasts, unless the test moves it. */
    public HandClock anotherClock() {
        HandClock another = new HandClock();
        clocks.add(another);
        return another;
    }

    /**
     * Something of the answer's went on, one of too many things for a timeline: an answer that brings them about slowly
     * neither stands still nor runs in a circle.
     */
    public void wentOn() {
        unrecorded.incrementAndGet();
    }

    /** Where the test's collaborators write down what happens, in the time of {@link #clock()}. */
    public Recorder recorder() {
        return clock.recorder();
    }

    /** Dice that fall the same way again under the same {@code -Dkata.seed}. */
    public Random random() {
        return random;
    }

    /** Different names, as many as asked for (12 at most), in an order that varies from run to run. */
    public List<String> names(int count) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return List.copyOf(names.subList(0, count));
    }

    /** Finds lines of the answer on live threads. */
    public Threads threads() {
        return threads;
    }

    /** For how long lines of the answer held their threads in the time of {@link #clock()}. */
    public Held held() {
        return held;
    }

    /** Draws what a right answer looks like beside what this one did. */
    public void rightAnswer(Timeline timeline) {
        this.right = timeline;
    }

    /** What a right answer looks like, as the test told. */
    public Timeline rightAnswer() {
        return right;
    }

    /** What has been recorded; the last real run's timeline after {@link #clockLaw}. */
    public Timeline timeline() {
        return shown.isEmpty() ? clock.recorder().timeline() : shown;
    }

    /** Calls the answer on a thread of its own, "the caller". */
    public <T> Call<T> call(String method, Callable<? extends CompletionStage<T>> body) {
        return call(method, caller, body);
    }

    /** Calls the answer on a thread of this executor, which the test's own thread must not be. */
    public <T> Call<T> call(String method, Executor on, Callable<? extends CompletionStage<T>> body) {
        return new Call<>(method, on, clock.recorder(), body);
    }

    /** Calls a method of the answer that returns a plain value, on a thread of its own. */
    public <T> Call<T> callBlocking(String method, Callable<T> body) {
        return call(method, () -> CompletableFuture.completedFuture(body.call()));
    }

    /**
     * A loop thread with a heartbeat in the time of {@link #clock()}. From its first use on, {@link #play} waits
     * until the loop is free again before it moves time.
     */
    public synchronized Loop loop() {
        if (loop == null) {
            loop = new Loop(clock, threads);
        }
        return loop;
    }

    private synchronized boolean loopIsFree() {
        return loop == null || loop.idle();
    }

    /**
     * Moves time to the end of the next delay once the loop, if there is one, has come to rest: a task that has only not
     * ended yet must not look as if it had held the loop until then.
     *
     * @return whether there was a delay
     */
    public boolean advance() {
        until(() -> !clock.completing() && loopIsFree());
        return clock.advance();
    }

    /** Waits until this holds, or until it is sure that it never will. */
    public Watch.End until(BooleanSupplier condition) {
        return watch.until(condition, Watch.Patience.LONG);
    }

    /** Waits a short while to see whether something happens that should not. */
    public Watch.End watchFor(BooleanSupplier condition) {
        return watch.until(condition, Watch.Patience.SHORT);
    }

    /**
     * Lets the answer run in hand-moved time until its call is done and every delay has ended, or nothing moves any
     * more. Before each move it waits until so many delays are pending as are named here for that step; beyond the
     * named steps, and where an answer never has so many, until nothing moves.
     *
     * @throws KataFailure with {@code not-started} if the call ended at once by its TODO
     */
    public Play play(Call<?> call, int... pendingAtStep) {
        List<Sighting> waiting = List.of();
        List<String> byReference = List.of();
        Optional<Sighting> spinner = Optional.empty();
        List<String> pendingWhenDone = null;
        boolean returned = false;
        boolean stuck = false;
        Watch.Patience patience = Watch.Patience.LONG;
        for (int step = 0; ; step++) {
            int wanted = step < pendingAtStep.length ? pendingAtStep[step] : Integer.MAX_VALUE;
            BooleanSupplier ready = () -> !clock.completing()
                    && loopIsFree()
                    && (clock.pending() >= wanted || (call.isDone() && (clock.pending() == 0 || threw(call))));
            Watch.End end = watch.until(ready, patience);
            if (end == Watch.End.STILL
                    && patience == Watch.Patience.SHORT
                    && (clock.completing() || clock.pending() == 0)) {
                // That it is stuck is an accusation of its own, and wants the longer proof.
                end = watch.until(ready, Watch.Patience.LONG);
            }
            boolean wrong = end != Watch.End.MET && wanted != Integer.MAX_VALUE;
            if (wrong) {
                // What is wrong is known now; the rest is played for the picture.
                patience = Watch.Patience.SHORT;
            }
            if (end == Watch.End.MET && wanted != Integer.MAX_VALUE && clock.pending() < wanted && !threw(call)) {
                // Done before its work has even begun: what it started must be seen, or it looks as if it had ended.
                watchFor(() -> clock.pending() >= wanted);
            }
            if (end == Watch.End.MET && clock.pending() > 0 && spinner.isEmpty()) {
                end = watchFor(() -> call.isDone() && clock.pending() == 0);
            }
            if (end == Watch.End.SPINNING) {
                spinner = watch.spinner();
            }
            held.keepsRunning(call.isDone() ? Optional.empty() : spinner);
            if (step == 0) {
                returned = call.returned() && clock.pending() > 0;
            }
            // From the first wrong step on virtual threads are looked at too, once nothing moves.
            List<Sighting> now =
                    end == Watch.End.STILL && patience == Watch.Patience.SHORT ? held.lookEverywhere() : held.look();
            if (waiting.isEmpty()) {
                waiting = now;
            }
            if (byReference.isEmpty()) {
                byReference = threads.waitingByReference();
            }
            if (pendingWhenDone == null && call.isDone()) {
                pendingWhenDone = clock.pendingLanes();
            }
            if (clock.completing() || (end != Watch.End.MET && clock.pending() == 0 && !call.isDone())) {
                stuck = true;
                waiting = wrong ? now : held.lookEverywhere();
                break;
            }
            if (threw(call) || !clock.advance()) {
                break;
            }
        }
        held.lookAway();
        return new Play(
                call,
                recorder().timeline(),
                right,
                returned,
                pendingWhenDone == null ? List.of() : pendingWhenDone,
                held.timed(waiting),
                byReference,
                spinner.map(held::timed),
                stuck,
                clock.completedByAnswer());
    }

    private static boolean threw(Call<?> call) {
        return call.isDone() && call.future().isEmpty();
    }

    /**
     * Measures the answer on the machine's own clock: see {@link ClockLaw}.
     *
     * @param what what is measured, as in "Your three counts"
     * @param atLeast units below which the work cannot have been done
     * @param atMost units that only a wrong answer needs
     * @param body makes the call with collaborators that live on the clock it is given
     */
    public void clockLaw(
            String what,
            double atLeast,
            double atMost,
            Function<RealClock, Callable<? extends CompletionStage<?>>> body) {
        shown = new ClockLaw(what, atLeast, atMost, threads, right).measure((clock, method) -> {
            @SuppressWarnings("unchecked")
            Callable<CompletionStage<Object>> call =
                    (Callable<CompletionStage<Object>>) (Callable<?>) body.apply(clock);
            return new Call<>(method, caller, clock.recorder(), call);
        });
    }

    /**
     * What is wrong with an answer that never came to rest though nothing happened: it asks in naps so short, or on a
     * machine so busy, that no line was seen to keep a processor busy.
     */
    Optional<KataFailure> restless() {
        return watch.gaveUp()
                ? Optional.of(failure(
                        Causes.BUSY_WAIT,
                        "Nothing happened any more, and for half a minute your threads did not come to rest all the same,"
                                + " as those do that ask again and again whether something has happened."))
                : Optional.empty();
    }

    /** A failure of this test, with its timeline. */
    public KataFailure failure(Cause cause, String happened, Sighting... at) {
        return new KataFailure(cause, happened, List.of(at), timeline(), right);
    }

    @Override
    public void close() {
        clocks.forEach(HandClock::close);
        if (loop != null) {
            loop.close();
        }
        caller.shutdown();
    }
}
