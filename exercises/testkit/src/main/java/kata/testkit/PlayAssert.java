package kata.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.assertj.core.api.AbstractAssert;

/** Says of a {@link Play} what a right answer does, and names the mistake where it did not. */
public final class PlayAssert extends AbstractAssert<PlayAssert, Play> {
    private static final String[] NUMBERS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };
    private final String things;

    private PlayAssert(Play play, String things) {
        super(play, PlayAssert.class);
        this.things = things;
    }

    /** @param things what the lanes are, in the lesson's plural: "counts", "orders", "downloads" */
    public static PlayAssert assertThat(Play play, String things) {
        return new PlayAssert(play, things);
    }

    /** The method returned a future, and it ended well; nobody spun, got stuck or ended a delay by hand. */
    public PlayAssert finished() {
        if (actual.call().isDone()) {
            actual.call().failure().ifPresent(problem -> {
                throw Failures.of(actual.call().method(), problem);
            });
        }
        if (!actual.completedByAnswer().isEmpty()) {
            throw fails(
                    Causes.FAKED,
                    "You completed the future of " + actual.completedByAnswer().get(0)
                            + " yourself; it ends by itself when its time is over.");
        }
        actual.spinner().ifPresent(line -> {
            throw failsAt(
                    Causes.BUSY_WAIT,
                    "While the " + things + " waited, " + line.method() + "() asked again and again whether they had"
                            + " ended, and kept a processor busy with it.",
                    line);
        });
        if (actual.stuck()) {
            throw stuck();
        }
        return this;
    }

    /** It ended, and well, though its list was empty: there was no first or last thing to ask, and none to wait for. */
    public PlayAssert endedThoughThereWereNone() {
        Optional<Throwable> problem = actual.call().failure();
        if (actual.stuck() || problem.filter(seen -> !Failures.isTodo(seen)).isPresent()) {
            throw fails(
                    Causes.EMPTY_LIST,
                    actual.call().method() + " got an empty list. There are no " + things + " to wait for, but "
                            + problem.map(PlayAssert::ending).orElse("its future is still open") + ".");
        }
        return finished();
    }

    private static String ending(Throwable problem) {
        return problem instanceof KataFailure
                ? "it gave back null instead of a future"
                : "it ended with " + problem.getClass().getSimpleName();
    }

    private KataFailure stuck() {
        Optional<Sighting> inCallback = actual.waiting().stream()
                .filter(line -> line.thread().equals("kata-clock"))
                .findFirst();
        if (inCallback.isPresent()) {
            Sighting line = inCallback.get();
            return failsAt(
                    Causes.BLOCKED_A_CALLBACK,
                    line.method() + "() waits inside a callback. Callbacks run on the thread that ends the pauses, so"
                            + " while it waits nothing else can end, not even what it waits for.",
                    line);
        }
        if (actual.waiting().isEmpty()) {
            return fails(
                    Causes.NEVER_FINISHED,
                    actual.call().method() + " never ended: everything it had begun was over, but its future is still"
                            + " open.");
        }
        Optional<Sighting> asleep = actual.waiting().stream()
                .filter(line -> line.call().endsWith(".sleep"))
                .findFirst();
        if (asleep.isPresent()) {
            Sighting line = asleep.get();
            return failsAt(
                    Causes.BLOCKING_CALL,
                    line.method() + "() sleeps: " + line.call() + " holds " + line.holder()
                            + " until the time is over, and that thread can do nothing else.",
                    line);
        }
        return failsAt(
                Causes.NEVER_FINISHED,
                actual.call().method() + " never ended: nothing was left to wait for, but "
                        + actual.waiting().get(0).method() + "() still waited.",
                actual.waiting().toArray(Sighting[]::new));
    }

    /** The first span of each of these lanes was under way at the same moment. */
    public PlayAssert allAtOnce(List<String> lanes) {
        Map<String, Span> first = new LinkedHashMap<>();
        actual.timeline().spans().stream()
                .filter(span -> lanes.contains(span.lane()))
                .sorted(Comparator.comparingLong(Span::begun))
                .forEach(span -> first.putIfAbsent(span.lane(), span));
        if (first.size() < lanes.size()) {
            List<String> missing =
                    lanes.stream().filter(lane -> !first.containsKey(lane)).toList();
            throw fails(Causes.FAKED, first.isEmpty() ? noneBegan(lanes) : onlySomeBegan(first, missing, lanes.size()));
        }
        List<Span> spans = List.copyOf(first.values());
        int peak = actual.timeline().peak(spans::contains);
        if (peak == 1 && lanes.size() > 1) {
            throw failsAt(
                    Causes.RAN_ONE_AFTER_ANOTHER,
                    "Your " + count(lanes.size()) + " " + things + " ran one after another: "
                            + Timeline.units(actual.timeline().end()) + " in all. "
                            + spans.get(1).lane()
                            + " began only after " + spans.get(0).lane() + " had ended.",
                    actual.waiting().toArray(Sighting[]::new));
        }
        if (peak < lanes.size()) {
            throw failsAt(
                    Causes.TOO_FEW_AT_ONCE,
                    "Only " + count(peak) + " of your " + count(lanes.size()) + " " + things
                            + " were ever under way at the same time." + poolHint(),
                    actual.waiting().toArray(Sighting[]::new));
        }
        return this;
    }

    private String noneBegan(List<String> lanes) {
        List<String> others = actual.timeline().spans().stream()
                .map(Span::lane)
                .filter(lane -> !lane.equals(Loop.LANE))
                .distinct()
                .toList();
        return (lanes.size() == 1
                        ? lanes.get(0) + " never began"
                        : "None of " + count(lanes.size()) + " " + things + " ever began")
                + (others.isEmpty() ? "." : "; what did begin bore the name " + String.join(", ", others) + ".");
    }

    private String onlySomeBegan(Map<String, Span> first, List<String> missing, int all) {
        return "Only " + count(first.size()) + " of " + count(all) + " " + things + " had a "
                + first.values().iterator().next().what() + " of its own; there was none for "
                + String.join(", ", missing) + ".";
    }

    private String poolHint() {
        boolean common = actual.waiting().stream().anyMatch(PlayAssert::onCommonPool);
        return common ? " They waited on workers of the common pool, and it has only two here." : "";
    }

    private static boolean onCommonPool(Sighting line) {
        return line.thread().startsWith(Threads.COMMON_POOL);
    }

    /** No worker of the common pool was held while the delays were pending. */
    public PlayAssert leftTheCommonPoolFree() {
        return leftTheCommonPoolFree(Causes.BLOCKED_THE_COMMON_POOL);
    }

    /** As above, for a lesson with advice of its own. */
    public PlayAssert leftTheCommonPoolFree(Cause blocked) {
        List<Sighting> held =
                actual.waiting().stream().filter(PlayAssert::onCommonPool).toList();
        if (!held.isEmpty()) {
            throw failsAt(
                    blocked,
                    held.get(0).method() + "() waited on a worker of the common pool. The whole program shares those"
                            + " few workers; with more " + things + " than workers, the rest would have to queue.",
                    held.toArray(Sighting[]::new));
        }
        if (!actual.waitingByReference().isEmpty()) {
            throw fails(
                    blocked,
                    "A worker of the common pool waited in "
                            + actual.waitingByReference().get(0)
                            + "(), which you handed to it as a method reference. The whole program shares those few"
                            + " workers; with more " + things + " than workers, the rest would have to queue.");
        }
        return this;
    }

    /** No heartbeat of this loop was late: no task of the answer held it while time went on. */
    public PlayAssert leftTheLoopFree(Loop loop) {
        if (loop.missed() == 0) {
            return this;
        }
        List<String> calls = actual.timeline().spans().stream()
                .filter(span ->
                        span.kind() == Span.Kind.BLOCKED && span.thread().equals("kata-loop"))
                .map(span -> span.what() + "(" + span.lane() + ")")
                .toList();
        String by = calls.stream().limit(3).collect(Collectors.joining(", "))
                + (calls.size() > 3 ? " and " + (calls.size() - 3) + " more" : "");
        boolean waits = by.isEmpty()
                && !loop.held().isEmpty()
                && !loop.held().get(0).call().isEmpty();
        Cause cause = !waits
                ? Causes.BLOCKED_THE_LOOP
                : Causes.BLOCKED_THE_LOOP.advising(
                        "do not wait for the future on the loop: give it back, and let its completion carry the result");
        String what = waits
                ? loop.held().get(0).call() + "()"
                : by.isEmpty() ? actual.call().method() + "()" : by;
        throw failsAt(
                cause,
                "The loop was blocked for " + Timeline.units(loop.missed() * Loop.BEAT) + " by " + what
                        + " on thread kata-loop; " + loop.missed()
                        + (loop.missed() == 1 ? " heartbeat was missed." : " heartbeats were missed."),
                loop.held().toArray(Sighting[]::new));
    }

    /** The method came back while its work was still under way. */
    public PlayAssert returnedAtOnce() {
        if (actual.returnedWhilePending()) {
            return this;
        }
        if (actual.timeline().isEmpty()) {
            throw fails(
                    Causes.FAKED,
                    actual.call().method() + " came back, and not one of its " + things + " had ever begun.");
        }
        List<Sighting> held = actual.waiting().stream()
                .filter(line -> line.thread().equals(actual.call().thread().getName()))
                .toList();
        String how = actual.call().wasDoneOnReturn()
                ? "You got a future from " + actual.call().method() + ", but it was already done: the work ran on the"
                        + " caller's own thread before it was returned. A future around a blocking call is still"
                        + " blocking."
                : actual.call().method() + " came back only after "
                        + Timeline.units(actual.call().returnedAt()) + "; until then the caller could do nothing else.";
        throw failsAt(Causes.BLOCKED_THE_CALLER, how, held.toArray(Sighting[]::new));
    }

    /** The future was not done before the last of the work was. */
    public PlayAssert waitedForAll() {
        if (actual.pendingWhenDone().isEmpty()) {
            return this;
        }
        throw fails(
                Causes.RETURNED_TOO_EARLY,
                "The future of " + actual.call().method() + " was done while "
                        + String.join(", ", actual.pendingWhenDone()) + " still went on ("
                        + actual.pendingWhenDone().size() + " of "
                        + actual.timeline().lanes().stream()
                                .filter(lane -> !lane.equals(Loop.LANE))
                                .count()
                        + " " + things + " pending).");
    }

    /**
     * Nothing was recorded once the future was done. For collaborators that record what the answer does before they
     * come back to it: what they record later than that, a right answer cannot wait for.
     */
    public PlayAssert wasDoneLast() {
        return wasDoneLast(Causes.RETURNED_TOO_EARLY);
    }

    /** As above, for a lesson with advice of its own. */
    public PlayAssert wasDoneLast(Cause early) {
        waitedForAll();
        Optional<Mark> late = actual.timeline().marks().stream()
                .filter(mark -> !mark.lane().equals(Loop.LANE)
                        && mark.order() > actual.call().eventsWhenDone())
                .min(Comparator.comparingLong(Mark::order));
        late.ifPresent(mark -> {
            throw fails(
                    early,
                    "The future of " + actual.call().method() + " was done too early: " + mark.what() + " of "
                            + mark.lane() + " came only after it.");
        });
        return this;
    }

    private static String count(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : String.valueOf(number);
    }

    private KataFailure fails(Cause cause, String happened) {
        return failsAt(cause, happened);
    }

    private KataFailure failsAt(Cause cause, String happened, Sighting... at) {
        return new KataFailure(cause, happened, List.of(at), actual.timeline(), actual.right());
    }
}
