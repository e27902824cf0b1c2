package kata.backpressure.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kata.backpressure.PacedSubscriber;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class PacedSubscriberTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void never_more_is_asked_for_than_there_are_places(Stage stage) {
        int places = 3 + stage.random().nextInt(3);
        List<String> items = items(3 * places);
        Timeline right = Timeline.inPlaces(items, places, Map.of());
        stage.rightAnswer(right);

        play(stage, places, items, Map.of(), right)
                .leftThePublisherFree()
                .askedForNoMoreThan(places)
                .usedEveryPlace(places, items)
                .ended();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void a_place_that_gets_free_is_asked_for_at_once(Stage stage) {
        int places = 2 + stage.random().nextInt(3);
        List<String> items = items(3 * places + 1);
        // No two of them take as long, so that a batch would always leave places empty.
        List<Integer> lengths =
                new ArrayList<>(IntStream.rangeClosed(1, items.size()).boxed().toList());
        Collections.shuffle(lengths, stage.random());
        Map<String, Double> units = new LinkedHashMap<>();
        items.forEach(item -> units.put(item, 1 + 0.125 * lengths.get(units.size())));
        Timeline right = Timeline.inPlaces(items, places, units);
        stage.rightAnswer(right);

        play(stage, places, items, units, right)
                .leftThePublisherFree()
                .askedForNoMoreThan(places)
                .usedEveryPlace(places, items)
                .ended();
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void done_comes_when_the_last_item_is_done(Stage stage) {
        List<String> items = items(4);
        // The publisher has no more to say long before the work is done.
        Map<String, Double> units = Map.of(items.get(stage.random().nextInt(4)), 3.0);
        stage.rightAnswer(Timeline.inPlaces(items, 4, units));

        Belt belt = new Belt(stage.clock(), items, units, Map.of(), null);
        play(stage, 4, belt, 4, 1).leftThePublisherFree().ended();

        // Two items may be equal: one of them is done while the other is not.
        Belt twins = new Belt(stage.clock(), List.of("P5", "P6", "P7", "P6"), Map.of("P6", 2.0), Map.of(), null);
        play(stage, 3, twins, 3, 2, 1).leftThePublisherFree().ended();
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void a_stream_without_items_ends_too(Stage stage) {
        Belt belt = new Belt(stage.clock(), List.of());

        Verdicts verdicts = play(stage, 3, belt).leftThePublisherFree();
        if (!verdicts.play().call().isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "look in onComplete whether anything is under way; if not, this is the end"),
                    "The stream had no items: onComplete came, nothing was under way, and done() never ended.");
        }
        verdicts.ended();

        // What another subscriber has under way is nothing to this one.
        Hand.Works others = new Hand.Works();
        new Hand(stage).send(new PacedSubscriber<>(3, others), "A");
        Call<?> again =
                play(stage, 3, new Belt(stage.clock(), List.of())).play().call();
        boolean ended = again.isDone();
        others.of("A").complete(null);
        if (!ended) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "let each subscriber count its own items: nothing of that may be static"),
                    "A stream without items ended well. Then came a second one, for a subscriber of its own, while another"
                            + " subscriber had an item under way: onComplete came, and done() never ended.");
        }
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void an_error_of_the_publisher_is_told(Stage stage) {
        List<String> items = items(2 + stage.random().nextInt(3));
        RuntimeException problem = new IllegalStateException("the belt broke behind " + items.get(items.size() - 1));
        Belt belt = new Belt(stage.clock(), items, Map.of(), Map.of(), problem);
        stage.rightAnswer(Timeline.inPlaces(items, items.size(), Map.of()));

        play(stage, items.size(), belt, items.size())
                .leftThePublisherFree()
                .told(problem, "The publisher")
                .askedNothingAfter("onError had come");
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void work_that_fails_cancels_the_stream_and_is_told(Stage stage) {
        failingWork(stage, 1);
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void work_that_throws_at_once_does_so_too(Stage stage) {
        failingWork(stage, 0);
    }

    /** The work on the second of many items fails after so many units, while that on the first goes on. */
    private static void failingWork(Stage stage, double units) {
        List<String> items = items(10);
        String bad = items.get(1);
        RuntimeException problem = new IllegalStateException("the work on " + bad + " failed");
        Belt belt = new Belt(stage.clock(), items, Map.of(items.get(0), 2.0, bad, units), Map.of(bad, problem), null);
        Timeline first = Timeline.ideal().with(items.get(0), 0, 2);
        stage.rightAnswer(units == 0 ? first : first.with(bad, 0, units));

        Verdicts verdicts = units == 0 ? play(stage, 2, belt, 1) : play(stage, 2, belt, 2, 1);

        if (units == 0 && belt.thrown().filter(thrown -> thrown == problem).isPresent()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "catch what work.start throws: cancel, and fail the future" + " of done()"),
                    "The work on " + bad + " could not be started, and onNext threw that at the publisher. A"
                            + " publisher can"
                            + " do nothing with it, and done() never told.");
        }
        verdicts.leftThePublisherFree().told(problem, "The work on " + bad);
        if (!belt.cancelled()) {
            throw stage.failure(
                    Verdicts.NOT_CANCELLED,
                    "The work on " + bad + " failed, but the publisher was not told: it sent " + (belt.came() - 2)
                            + " more items and waits to be asked for others.");
        }
        verdicts.askedNothingAfter("You had cancelled the subscription");
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void work_that_fails_behind_the_end_of_the_stream_is_told(Stage stage) {
        List<String> items = items(2);
        String bad = items.get(stage.random().nextInt(2));
        RuntimeException problem = new IllegalStateException("the work on " + bad + " failed");
        // Both come at once, and onComplete with them; the other one is done later.
        Map<String, Double> units = new LinkedHashMap<>();
        items.forEach(item -> units.put(item, item.equals(bad) ? 1.0 : 2.0));
        Belt belt = new Belt(stage.clock(), items, units, Map.of(bad, problem), null);
        stage.rightAnswer(Timeline.inPlaces(items, 2, units));

        play(stage, 2, belt, 2, 1)
                .leftThePublisherFree()
                .told(problem, "onComplete had come, and then the work on " + bad);
    }

    @Test
    @Order(9)
    @Tag("task-3")
    void nothing_is_asked_for_after_the_end(Stage stage) {
        List<String> items = items(3);
        // The last item comes, and with it the end, long before the two items that are then under way are done.
        Map<String, Double> units = Map.of(items.get(0), 3.0);
        Belt belt = new Belt(stage.clock(), items, units, Map.of(), null);
        stage.rightAnswer(Timeline.inPlaces(items, 2, units));

        Verdicts verdicts = play(stage, 2, belt, 2, 2, 1).leftThePublisherFree();
        verdicts.ended();
        verdicts.askedNothingAfter("onComplete had come");
    }

    @Test
    @Order(10)
    @Tag("task-3")
    void a_second_subscription_is_cancelled(Stage stage) {
        List<String> items = items(4);
        Belt belt = new Belt(stage.clock(), items);
        Hand second = new Hand(stage);
        // One place, the fewest there may be.
        PacedSubscriber<String> subscriber = new PacedSubscriber<>(1, belt);
        stage.rightAnswer(Timeline.inPlaces(items, 1, Map.of()));

        Call<Void> call = stage.call("done()", () -> {
            belt.subscribe(subscriber);
            subscriber.onSubscribe(second);
            return subscriber.done();
        });
        Verdicts verdicts = new Verdicts(stage, belt, stage.play(call, 1, 1, 1, 1));

        verdicts.leftThePublisherFree();
        if (!second.cancelled() || second.asked() > 0) {
            throw stage.failure(
                    Verdicts.SECOND_SUBSCRIPTION,
                    "There was a subscription already, and a second one was "
                            + (second.cancelled() ? "asked" + " for items" : "not cancelled")
                            + ". Two publishers would send to the same places.");
        }
        verdicts.ended();

        // Rule 2.5 wants this one cancelled only while the first goes on; but to ask it is wrong at any time.
        Hand late = new Hand(stage);
        late.meanwhile("onSubscribe", () -> subscriber.onSubscribe(late));
        stage.until(() -> late.cancelled() || late.asked() > 0);
        if (late.asked() > 0) {
            throw stage.failure(
                    Verdicts.SECOND_SUBSCRIPTION.advising(
                            "remember, even after the end, that there has been a subscription, and cancel any other"),
                    "The stream had ended and done() had told so. Then a second subscription came, and was asked for"
                            + " items as if it were the first.");
        }
    }

    @Test
    @Order(11)
    @Tag("task-3")
    void two_requests_never_overlap(Stage stage) {
        Hand publisher = whileOneAsks(stage, "B is done", b -> b.complete(null));
        stage.until(() -> publisher.asked() == 4);

        if (publisher.overlapped()) {
            throw stage.failure(
                    Verdicts.OVERLAPPING_REQUESTS,
                    "Two items were done at the same time on two threads, and both called request at once. A"
                            + " publisher need not bear that: its books may go wrong.");
        }
        if (publisher.asked() != 4) {
            throw stage.failure(
                    publisher.asked() > 4 ? Verdicts.ASKED_TOO_MUCH : Verdicts.ASKED_TOO_LITTLE,
                    "Two places, and both of the first two items are done: that makes four asked for in all;"
                            + " you asked for "
                            + publisher.asked() + ".");
        }
    }

    @Test
    @Order(12)
    @Tag("task-3")
    void cancel_never_overlaps_a_request(Stage stage) {
        Hand publisher = whileOneAsks(
                stage, "B fails", b -> b.completeExceptionally(new IllegalStateException("the work on B failed")));
        stage.until(publisher::cancelled);

        if (publisher.overlapped()) {
            throw stage.failure(
                    Verdicts.OVERLAPPING_REQUESTS,
                    "One item was done while the work on another failed: one thread called cancel before request had come"
                            + " back on the other.");
        }
        if (!publisher.cancelled()) {
            throw stage.failure(Verdicts.NOT_CANCELLED, "The work on an item failed, and the publisher was not told.");
        }
    }

    /** Two items are under way; while a request that A's end has brought about is held up, this becomes of B. */
    private static Hand whileOneAsks(Stage stage, String what, Consumer<CompletableFuture<Void>> becomes) {
        Hand.Works works = new Hand.Works();
        Hand publisher = new Hand(stage);
        publisher.send(new PacedSubscriber<>(2, works), "A", "B");
        publisher.holdRequests();
        publisher.meanwhile("A is done", () -> works.of("A").complete(null));
        stage.until(() -> publisher.inside() == 1);
        publisher.meanwhile(what, () -> becomes.accept(works.of("B")));
        stage.watchFor(publisher::overlapped);
        publisher.letRequestsGo();
        return publisher;
    }

    @Test
    @Order(13)
    @Tag("task-3")
    void a_publisher_may_send_while_it_is_asked(Stage stage) {
        int count = 10 + stage.random().nextInt(10);
        AtomicInteger done = new AtomicInteger();
        PacedSubscriber<String> subscriber = new PacedSubscriber<>(2, item -> {
            done.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        });
        Inline publisher = new Inline(subscriber, count);

        Call<Void> call = stage.call("done()", () -> {
            subscriber.onSubscribe(publisher);
            return subscriber.done();
        });
        stage.until(call::isDone);

        if (!call.returned()) {
            throw stage.failure(
                    Verdicts.LOCKED_OUT,
                    "The publisher sent an item inside request, on the thread that asked, as it may. The work on it was"
                            + " done at once, and that thread then waited for what only it could let go.",
                    stage.threads().waiting().toArray(Sighting[]::new));
        }
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "The publisher sent " + publisher.came() + " of " + count + " items inside request, the work on "
                            + done + " was done at once, and done() never ended.");
        }
        call.value();
    }

    @Test
    @Order(14)
    @Tag("task-3")
    void null_is_refused(Stage stage) {
        refuses(stage, "onSubscribe", subscriber -> subscriber.onSubscribe(null));
        refuses(stage, "onNext", subscriber -> subscriber.onNext(null));
        refuses(stage, "onError", subscriber -> subscriber.onError(null));
    }

    private static void refuses(Stage stage, String method, Consumer<Flow.Subscriber<String>> signal) {
        Hand publisher = new Hand(stage);
        PacedSubscriber<String> subscriber = new PacedSubscriber<>(2, new Hand.Works());
        if (!method.equals("onSubscribe")) {
            publisher.send(subscriber);
        }
        Call<Void> call = publisher.meanwhile(method, () -> signal.accept(subscriber));
        if (call.failure().filter(NullPointerException.class::isInstance).isEmpty()) {
            if (call.isDone()) {
                call.value();
            }
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("begin with Objects.requireNonNull"),
                    method + "(null) should throw a NullPointerException: a publisher that does so has a bug,"
                            + " and should hear of it.");
        }
    }

    @Test
    @Order(15)
    @Tag("task-1")
    void eight_items_in_four_places_take_as_long_as_two(Stage stage) {
        List<String> items = items(8);
        stage.rightAnswer(Timeline.inPlaces(items, 4, Map.of()));
        stage.clockLaw("Your eight items", 2, 3.5, clock -> {
            Belt belt = new Belt(clock, items);
            return () -> {
                PacedSubscriber<String> subscriber = new PacedSubscriber<>(4, belt);
                belt.subscribe(subscriber);
                return subscriber.done();
            };
        });
    }

    @Test
    @Order(16)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(PacedSubscriber.class).neverSleeps();
    }

    private static Verdicts play(
            Stage stage, int places, List<String> items, Map<String, Double> units, Timeline right) {
        return play(stage, places, new Belt(stage.clock(), items, units, Map.of(), null), right.openAtEachStep());
    }

    private static Verdicts play(Stage stage, int places, Belt belt, int... pending) {
        Call<Void> call = stage.call("done()", () -> {
            PacedSubscriber<String> subscriber = new PacedSubscriber<>(places, belt);
            belt.subscribe(subscriber);
            return subscriber.done();
        });
        return new Verdicts(stage, belt, stage.play(call, pending));
    }

    private static List<String> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "P" + i).toList();
    }
}
