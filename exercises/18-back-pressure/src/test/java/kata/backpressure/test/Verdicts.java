package kata.backpressure.test;

import static kata.testkit.PlayAssert.assertThat;
import static kata.testkit.timeline.Timeline.units;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** What a played stream shows of its subscriber, and the mistakes that only subscribers make. */
record Verdicts(Stage stage, Belt belt, Play play) {
    static final Cause BLOCKED_THE_PUBLISHER = new Cause(
            "blocked-the-publisher",
            "the publisher was blocked",
            "start the work in onNext and return; say with whenComplete what comes when it is done",
            42);
    static final Cause ASKED_TOO_MUCH = new Cause(
            "asked-too-much",
            "asked for more than can be taken",
            "request(places) once in onSubscribe, then request(1) each time the work on an item is done, and"
                    + " nowhere else",
            46);
    static final Cause ASKED_TOO_LITTLE = new Cause(
            "asked-too-little",
            "places stood empty",
            "each time the work on an item is done there is room for one more: request(1) right then",
            62);
    /** What to try for one who never asked. */
    static final String BEGIN =
            "ask for as many items as there are places in onSubscribe, and for one more each time the"
                    + " work on an item is done";

    static final Cause NOT_CANCELLED = new Cause(
            "not-cancelled",
            "gave up, and told nobody",
            "call subscription.cancel() when the work on an item has failed, and ask for nothing more",
            77);
    static final Cause SECOND_SUBSCRIPTION = new Cause(
            "second-subscription",
            "took a second subscription",
            "if there is a subscription already, cancel the new one and keep the first",
            87);
    static final Cause OVERLAPPING_REQUESTS = new Cause(
            "overlapping-requests",
            "two threads spoke to the publisher at once",
            "let one thread at a time call request or cancel: a lock around both, or whoever is at it does it for the"
                    + " others too",
            88);
    static final Cause LOCKED_OUT = new Cause(
            "locked-out",
            "a thread that waits for itself",
            "hold nothing while you call request, or a lock that lets its holder in again: synchronized, ReentrantLock",
            91);
    static final Cause ASKED_AFTER_THE_END = new Cause(
            "asked-after-the-end",
            "asked on after the end",
            "remember that onComplete, onError or your own cancel was the end, and ask for nothing after it",
            89);

    /** No method of the subscriber threw or kept a processor busy, and none held the publisher's thread. */
    Verdicts leftThePublisherFree() {
        belt.thrown().ifPresent(Verdicts::rethrow);
        if (play.call().isDone() && play.call().future().isEmpty()) {
            play.call().value();
        }
        play.spinner().ifPresent(line -> {
            throw stage.failure(
                    Causes.BUSY_WAIT.advising("say with whenComplete what comes when the work is done"),
                    "While the work went on, " + line.method() + "() asked again and again whether it was done,"
                            + " and kept a"
                            + " processor busy with it.",
                    line);
        });
        if (belt.held() > 0) {
            Sighting[] lines = play.waiting().stream()
                    .filter(line -> line.thread().equals(Belt.THREAD))
                    .toArray(Sighting[]::new);
            throw stage.failure(
                    BLOCKED_THE_PUBLISHER,
                    "A signal held the publisher's thread for " + units(belt.held())
                            + " at a time. Whoever publishes has other"
                            + " subscribers too, and none of them heard anything meanwhile.",
                    lines);
        }
        return this;
    }

    /** Never more items were asked for than there were places for. */
    Verdicts askedForNoMoreThan(int places) {
        if (belt.mostOpen() <= places) {
            return this;
        }
        if (belt.largest() > 1_000_000) {
            throw stage.failure(
                    ASKED_TOO_MUCH,
                    "You asked for " + (belt.largest() == Long.MAX_VALUE ? "Long.MAX_VALUE" : belt.largest())
                            + " items, and there are " + places + " places. That tells the publisher not to"
                            + " mind your pace.");
        }
        throw stage.failure(
                ASKED_TOO_MUCH,
                "At one moment " + belt.mostOpen() + " items were asked for and not yet done, and there are " + places
                        + " places. Did you ask before the work was done, or for the same place twice?");
    }

    /** As many items were always asked for as there were places, so that none stood empty. */
    Verdicts usedEveryPlace(int places, List<String> items) {
        Timeline timeline = stage.timeline();
        int peak = timeline.peak();
        if (belt.asked() == 0) {
            throw stage.failure(
                    ASKED_TOO_LITTLE.advising(BEGIN),
                    "You asked for nothing, so nothing came: request(" + places + ") begins it.");
        }
        if (belt.started() != belt.came()) {
            throw stage.failure(
                    Causes.FAKED.advising("call work.start(item) once in each onNext"),
                    belt.came() + " items came, and the work was started " + belt.started() + " times.");
        }
        if (belt.came() < items.size() && play.stuck()) {
            throw stage.failure(
                    ASKED_TOO_LITTLE,
                    "You asked for " + belt.asked() + " items and never again: " + belt.came() + " of " + items.size()
                            + " came, all of them are done, and the publisher waits to be asked.");
        }
        if (peak == 1 && places > 1) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising(
                            "ask for as many items as there are places, at the" + " beginning"),
                    "Your items were worked on one after another, though there are " + places + " places.");
        }
        double lastStart =
                timeline.spans().stream().mapToDouble(Span::from).max().orElse(0);
        double[] moments = timeline.spans().stream()
                .flatMapToDouble(span -> DoubleStream.of(span.from(), span.to()))
                .filter(moment -> moment < lastStart)
                .sorted()
                .toArray();
        for (double moment : moments) {
            long taken = timeline.spans().stream()
                    .filter(span -> span.from() <= moment && span.to() > moment)
                    .count();
            if (taken < places) {
                throw stage.failure(
                        ASKED_TOO_LITTLE,
                        "From " + units(moment) + " on only " + taken + " of " + places
                                + " places were taken, and the publisher still had items that nobody had asked for.");
            }
        }
        return this;
    }

    /** The call ended well, and not before the last work was done. */
    void ended() {
        assertThat(play, "items").finished().leftTheCommonPoolFree();
        if (!play.pendingWhenDone().isEmpty()) {
            String left = play.pendingWhenDone().stream()
                    .map(item -> belt.holdsTwice(item) ? item + " (which came twice)" : item)
                    .collect(Collectors.joining(", "));
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "complete done() when onComplete has come and the work on the last"
                                    + " item is done: count what is not done yet"),
                    "The future of done() was done while " + left
                            + (play.pendingWhenDone().size() == 1 ? " was" : " were") + " still being worked on.");
        }
    }

    /** The call failed with this. */
    Verdicts told(Throwable problem, String who) {
        String failed = who + " failed with \"" + problem.getMessage() + "\"";
        if (!play.call().isDone()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("complete the future of done() exceptionally"),
                    failed + ", and done() never told: whoever waits for it waits for ever.");
        }
        Throwable seen = play.call().failure().orElse(null);
        for (Throwable each = seen; each != problem; each = each.getCause()) {
            if (each == null) {
                throw stage.failure(
                        Causes.SWALLOWED_ERROR.advising(
                                seen == null
                                        ? "complete the future of done() exceptionally"
                                        : "fail done() with the very failure that came, or with an exception whose cause it is"),
                        failed + "; done() "
                                + (seen == null
                                        ? "ended as if all were well."
                                        : "failed with " + seen.getClass().getSimpleName() + " \""
                                                + seen.getMessage()
                                                + "\", which neither is that failure nor has it as its cause."));
            }
        }
        return this;
    }

    /** @param end what had been said last, as in "You had cancelled" */
    Verdicts askedNothingAfter(String end) {
        if (belt.askedAfterTheEnd() > 0) {
            throw stage.failure(
                    ASKED_AFTER_THE_END,
                    end + ", and the publisher was asked for more after that: " + belt.askedAfterTheEnd()
                            + (belt.askedAfterTheEnd() == 1 ? " time." : " times."));
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    static <E extends Throwable> void rethrow(Throwable problem) throws E {
        throw (E) problem;
    }
}
