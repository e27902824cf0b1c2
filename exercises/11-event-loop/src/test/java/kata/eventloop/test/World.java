package kata.eventloop.test;

import java.io.IOException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kata.eventloop.EventLoop;
import kata.eventloop.given.Time;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Watch;
import kata.testkit.timeline.Span;

/**
 * A world in which time passes only while the loop waits: then it jumps to the end of the wait, or to the next thing
 * that the test has planned. So a test takes no longer than its instructions, and every callback knows exactly when
 * it ran. A unit is 100 milliseconds of that time.
 */
final class World implements Time {
    static final Cause OTHER_THREADS = new Cause(
            "other-threads",
            "callbacks on more than one thread",
            "start no thread: keep timers in a queue by deadline, and run every callback in run()",
            18);
    static final Cause LOST_CALLBACKS = new Cause(
            "left-too-early",
            "the loop ended with work left",
            "go on as long as there is a callback, a timer or an open channel",
            72);
    private static final Cause KILLED = new Cause(
            "killed-by-an-exception",
            "an exception ended the loop",
            "catch what a callback throws, tell problems, and go on with the next",
            9);
    static final Cause BUSY_WAIT =
            Causes.BUSY_WAIT.advising("call time.select with the time until the next timer is due");
    static final Cause ENDLESS =
            Causes.NEVER_FINISHED.advising("let run() return when no callback, no timer and no open channel is left");

    private static final double UNIT_NANOS = 1e8;
    /** Time may be any number, so that an answer which takes one of them for "nothing" is not right by luck. */
    private static final long BEGINNING = -250_000_000;
    /** So often in a row a right loop never looks without a callback in between. */
    private static final int MANY = 10_000;

    private static final Cause SHARED = new Cause(
            "shared-by-loops",
            "two loops were mixed up",
            "keep the queue, the timers and the selector in fields that are not static: each loop has its own",
            17);
    /** Nothing in any test is as late as that. */
    private static final long A_YEAR = Duration.ofDays(365).toNanos();

    private record Event(double at, Runnable happens) {}

    private final Stage stage;
    private final List<Event> planned = new ArrayList<>();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final List<Throwable> problems = new CopyOnWriteArrayList<>();
    private final List<String> ofAnother = new CopyOnWriteArrayList<>();
    private Setup another = loop -> {};
    private volatile Thread loopThread;
    private volatile boolean running;
    private volatile boolean stopped;
    private volatile boolean endless;
    private volatile boolean polling;
    private volatile long years;
    private Optional<Sighting> seen = Optional.empty();
    private int waits;
    private int looksInVain;

    World(Stage stage) {
        this.stage = stage;
    }

    /** Prepares a loop before it runs. */
    interface Setup {
        void prepare(EventLoop loop) throws IOException;
    }

    /** Ends the learner's thread where its own code never would. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A second loop, which nobody runs, is given something as well. */
    void another(Setup setup) {
        another = setup;
    }

    /**
     * A callback ran that the second loop was given, by this method. What a method runs itself, or another thread, is a
     * mistake that one loop shows as well.
     */
    void ranOfAnother(String method) {
        if (running && Thread.currentThread() == loopThread) {
            ofAnother.add(method);
        }
    }

    static Duration units(double units) {
        return Duration.ofNanos(Math.round(units * UNIT_NANOS));
    }

    @Override
    public long now() {
        stopIfNeeded();
        return BEGINNING + Math.round(stage.clock().now() * UNIT_NANOS);
    }

    @Override
    public void select(Selector selector, long nanos) throws IOException {
        stopIfNeeded();
        if (selector.selectNow() > 0) {
            return;
        }
        boolean forEver = nanos < 0;
        if (++looksInVain > MANY) {
            endless = forEver;
            polling = !forEver;
            seen = running(loopThread);
            throw new Stopped();
        }
        if (nanos == 0) {
            return;
        }
        Event next = planned.stream().min(Comparator.comparingDouble(Event::at)).orElse(null);
        double now = stage.clock().now();
        double end = forEver ? Double.MAX_VALUE : now + nanos / UNIT_NANOS;
        if (next != null && next.at <= end && !selector.keys().isEmpty()) {
            planned.remove(next);
            pass(next.at - now);
            next.happens.run();
            // The operating system may need a moment to hand over what has just been written.
            selector.select(2000);
        } else if (nanos >= A_YEAR) {
            years = nanos / A_YEAR;
            throw new Stopped();
        } else if (!forEver) {
            pass(end - now);
        } else if (!selector.keys().isEmpty()) {
            endless = true;
            throw new Stopped();
        }
    }

    /** The line of the answer on which this thread goes round and round. */
    private Optional<Sighting> running(Thread thread) {
        return stage.threads()
                .sighting(thread.getName(), thread.getStackTrace())
                .map(line -> new Sighting(line.file(), line.line(), line.method(), "", line.thread()));
    }

    private void stopIfNeeded() {
        if (stopped) {
            throw new Stopped();
        }
    }

    private void pass(double units) {
        waits++;
        if (units > 0) {
            goesOn("idle", units);
        }
    }

    /** Time passes because a callback takes so long. */
    void takes(double units) {
        goesOn("busy", units);
    }

    private void goesOn(String lane, double units) {
        CompletableFuture<Void> over = stage.clock().pause(lane, "", units);
        stage.clock().advance();
        over.join();
    }

    /** Something that happens by itself at this time, if the loop waits then. */
    void plan(double at, Runnable happens) {
        planned.add(new Event(at, happens));
    }

    /** Writes down that this callback ran, when, and on which thread. */
    void ran(String name) {
        looksInVain = 0;
        ran.add(name);
        stage.recorder().begin(name, "runs", Span.Kind.WORK).close();
        if (Thread.currentThread() != loopThread) {
            Thread other = Thread.currentThread();
            elsewhere.add(other.isVirtual() ? "a virtual thread" : "thread " + other.getName());
        }
    }

    /** A callback that only writes itself down. */
    Runnable callback(String name) {
        return () -> ran(name);
    }

    List<String> order() {
        return List.copyOf(ran);
    }

    List<Throwable> problems() {
        return List.copyOf(problems);
    }

    /** How often the loop waited. */
    int waits() {
        return waits;
    }

    /** When a callback ran first, in units. */
    double at(String name) {
        return stage.timeline().spansOf(name).get(0).from();
    }

    /** Runs a loop to its end; all these callbacks have run then, on its one thread. */
    Call<Void> run(List<String> expected, Setup setup) {
        Call<Void> call = start(setup);
        Watch.End end = stage.until(call::isDone);
        Sighting[] held = stage.threads().waiting().toArray(Sighting[]::new);
        if (end != Watch.End.MET) {
            seen = running(call.thread());
            stopped = true;
            call.thread().interrupt();
            stage.until(call::isDone);
        } else if (call.failure().isEmpty() && ran.size() < expected.size()) {
            // A thread of the answer's own may still be on its way.
            stage.until(() -> ran.size() >= expected.size());
        }
        if (!ofAnother.isEmpty()) {
            throw stage.failure(
                    SHARED,
                    "There were two loops, and run() was called on one of them. It ran a callback that "
                            + ofAnother.get(0) + " had given to the other.");
        }
        if (!elsewhere.isEmpty()) {
            throw stage.failure(
                    OTHER_THREADS,
                    "A callback ran on " + elsewhere.get(0) + ", not on the one that called run(). Callbacks"
                            + " that run on"
                            + " several threads need locks; that there are none is the point of a loop.");
        }
        if (end == Watch.End.SPINNING || polling) {
            throw stage.failure(
                    BUSY_WAIT,
                    "The loop asked again and again whether something was due, and kept a processor busy. It"
                            + " knows when the"
                            + " next timer is due: it can wait until then.",
                    seen.stream().toArray(Sighting[]::new));
        }
        List<String> missing =
                expected.stream().filter(name -> !ran.contains(name)).toList();
        if (years > 0 && missing.isEmpty()) {
            throw stage.failure(
                    ENDLESS,
                    "The loop called time.select to wait for " + years + " years. Either nothing was left, and run()"
                            + " should have returned, or a timer was due long before.");
        }
        if (years > 0) {
            throw stage.failure(
                    TimersTest.LOST_TIMERS.advising(
                            "time.now() counts from a moment that may lie ahead: it may be below 0, and so may a"
                                    + " deadline. That is no overflow, and no sign that there is none"),
                    "The loop called time.select to wait for " + years + " years, and " + String.join(", ", missing)
                            + " had not run yet. No test has a delay of more than some seconds.");
        }
        if (endless) {
            throw stage.failure(ENDLESS, "Nothing was left to run and nothing to wait for, but run() did not return.");
        }
        if (end != Watch.End.MET) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising("wait by time.select, and nowhere else"),
                    "run() never came back: it waits for something else than time.select, and only there does"
                            + " time pass in"
                            + " the tests.",
                    held);
        }
        return call;
    }

    private Call<Void> start(Setup setup) {
        return stage.callBlocking("run", () -> {
            loopThread = Thread.currentThread();
            EventLoop loop = new EventLoop(this, problems::add);
            prepare(new EventLoop(this, problems::add), another);
            prepare(loop, setup);
            if (!ran.isEmpty()) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("only put it into the queue: run() takes it out and runs it"),
                        ran.get(0) + " ran before run() was called: callSoon, callLater and watch run nothing"
                                + " themselves.");
            }
            running = true;
            loop.run();
            return null;
        });
    }

    private void prepare(EventLoop loop, Setup setup) throws IOException {
        try {
            setup.prepare(loop);
        } catch (IllegalBlockingModeException blocks) {
            throw stage.failure(
                    Causes.THREW.advising("before you register a channel: channel.configureBlocking(false)"),
                    "watch ended with IllegalBlockingModeException: a selector takes no channel on which one can"
                            + " block.",
                    stage.threads().threw(blocks).stream().toArray(Sighting[]::new));
        }
    }

    /** A callback that writes itself down and then throws this. */
    Runnable throwing(String name, Throwable problem) {
        return () -> {
            ran(name);
            if (problem instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) problem;
        };
    }

    /** Some callbacks threw this, all the others ran, and somebody was told. */
    void survived(Call<Void> call, List<String> expected, List<? extends Throwable> thrown) {
        Throwable failure = call.failure().orElse(null);
        if (failure != null && thrown.contains(failure)) {
            throw stage.failure(
                    KILLED,
                    "A callback threw \"" + failure.getMessage() + "\", and run() ended with it. The others had"
                            + " done nothing"
                            + " wrong, and never ran.");
        }
        call.value();
        List<String> missing =
                expected.stream().filter(name -> !ran.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw ran.isEmpty()
                    ? stage.failure(
                            LOST_CALLBACKS,
                            "run() came back, and " + String.join("," + " ", missing) + " had never run.")
                    : stage.failure(
                            KILLED, "A callback threw, and after that " + String.join(", ", missing) + " never ran.");
        }
        if (problems.size() != thrown.size() || !thrown.stream().allMatch(this::told)) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("catch Throwable around each callback, and problems.accept(it)"),
                    "A callback threw " + thrown.get(0) + ", and problems was told of "
                            + (problems.isEmpty() ? "nothing" : problems) + ". What nobody hears of is hard to find.");
        }
    }

    /** Whether problems was told of this, as it is or as the cause of another. */
    private boolean told(Throwable thrown) {
        return problems.stream()
                .anyMatch(problem -> Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> cause == thrown));
    }

    /** The call ended well and the callbacks ran in this order, each once. */
    void inOrder(Call<Void> call, List<String> expected, String otherwise) {
        inOrder(call, "The callbacks", expected, otherwise);
    }

    /** As above; "The callbacks" may be called by a name that says more. */
    void inOrder(Call<Void> call, String callbacks, List<String> expected, String otherwise) {
        call.value();
        if (!problems.isEmpty()) {
            Throwable problem = problems.get(0);
            throw stage.failure(
                    Causes.THREW.advising("find out which of your lines it came from"),
                    "No callback threw anything, but the loop told of " + problem + ".");
        }
        List<String> missing =
                expected.stream().filter(name -> !ran.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw stage.failure(
                    LOST_CALLBACKS, "run() came back, and " + String.join(", ", missing) + " had" + " never run.");
        }
        if (!ran.equals(expected)) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(otherwise),
                    callbacks + " should run in the order " + String.join(" ", expected) + "; they ran "
                            + String.join(" ", ran) + ".");
        }
    }
}
