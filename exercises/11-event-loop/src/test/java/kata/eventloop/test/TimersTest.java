package kata.eventloop.test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kata.eventloop.EventLoop;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Watch;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class TimersTest {
    static final Cause LOST_TIMERS = new Cause(
            "lost-timers",
            "timers were lost",
            "a map by deadline or by callback keeps one timer for each: keep all of them, in a PriorityQueue for"
                    + " example",
            71);
    private static final double DELAY = 1.005;
    private static final double TAKES = 0.25;

    @Test
    @Order(4)
    @Tag("task-2")
    void timers_end_by_deadline(Stage stage) {
        List<String> names = stage.names(6);
        List<Integer> given =
                new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        Collections.shuffle(given, stage.random());
        World world = new World(stage);
        world.another(loop -> loop.callLater(World.units(0.5), () -> world.ranOfAnother("callLater")));
        // More than two seconds later than all others: so many nanoseconds are more than an int holds.
        double[] due = {1, 2, 3, 4, 5, 36};

        Call<Void> call = world.run(names, loop -> {
            for (int i : given) {
                loop.callLater(World.units(due[i]), world.callback(names.get(i)));
            }
        });

        List<String> ran = world.order();
        if (ran.size() == due.length && ran.indexOf(names.get(5)) < 5 && inOrder(ran, names.subList(0, 5))) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            "keep deadlines and delays in a long, and compare them by Long.compare or"
                                    + " Comparator.comparingLong: three seconds are more nanoseconds than an int holds"),
                    names.get(5) + "'s timer had a delay of 3.6 seconds and all others of half a second or less, but"
                            + " it ran before " + ran.get(ran.indexOf(names.get(5)) + 1) + "'s.");
        }
        world.inOrder(call, names, "keep timers in a PriorityQueue by the time at which they are due");
        for (int i = 0; i < names.size(); i++) {
            onTime(stage, world, names.get(i), due[i]);
        }
    }

    /** Whether these ran in their order, whatever ran between them. */
    private static boolean inOrder(List<String> ran, List<String> names) {
        return ran.stream().filter(names::contains).toList().equals(names);
    }

    private static void onTime(Stage stage, World world, String name, double due) {
        double late = world.at(name) - due;
        if (Math.abs(late) > 1e-6) {
            throw stage.failure(
                    late < 0
                            ? Causes.TOO_FAST.advising(
                                    "a timer is due at time.now() in callLater plus all nanoseconds of its delay: run it"
                                            + " only when time.now() has come to that")
                            : Causes.TOO_SLOW,
                    "The timer of " + name + " was due at " + Timeline.units(due) + " and ran "
                            + (Math.abs(late) < 0.01
                                    ? "less than a millisecond " + (late < 0 ? "before" : "after") + " that."
                                    : "at " + Timeline.units(world.at(name)) + "."));
        }
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void timers_that_end_together_keep_the_order_in_which_they_began(Stage stage) {
        // So many that a heap without a second criterion cannot be right by luck.
        List<String> names = IntStream.rangeClosed(1, 12).mapToObj(i -> "T" + i).toList();
        List<String> expected = new ArrayList<>(names);
        expected.add(2, names.get(2));
        World world = new World(stage);

        Call<Void> call = world.run(expected, loop -> {
            loop.callLater(World.units(1), () -> {
                world.ran(names.get(0));
                // Due at the same time as those that are given below, and given after them.
                loop.callLater(World.units(1), world.callback(names.get(11)));
            });
            for (String name : names.subList(1, 11)) {
                Runnable callback = world.callback(name);
                loop.callLater(World.units(2), callback);
                if (name.equals(names.get(2))) {
                    // The same one once more: two timers all the same.
                    loop.callLater(World.units(2), callback);
                }
            }
        });

        int lost = expected.size() - world.order().size();
        if (lost > 0 && world.order().size() > 1) {
            throw stage.failure(
                    LOST_TIMERS,
                    "Twelve timers were due at the same time, two of them with the same callback, and " + lost
                            + " of them never ran.");
        }
        world.inOrder(
                call,
                "T2 to T12 are due at the same moment, T3 twice. They",
                expected,
                "number the timers, and compare the numbers where two deadlines are equal");
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_timer_may_begin_another(Stage stage) {
        List<String> names = stage.names(6);
        List<String> chain = names.subList(0, 4);
        String overdue = names.get(4);
        String atOnce = names.get(5);
        World world = new World(stage);
        double last = DELAY + 3 * (TAKES + DELAY);

        Call<Void> call = world.run(names, loop -> {
            // Its time comes while the last of the chain still goes on.
            loop.callLater(World.units(last + TAKES / 2), world.callback(overdue));
            chain(world, loop, chain, () -> loop.callLater(Duration.ZERO, world.callback(atOnce)));
        });

        List<String> ran = world.order();
        boolean jumped = ran.indexOf(overdue) > ran.indexOf(atOnce);
        world.inOrder(
                call,
                Stream.concat(chain.stream(), (jumped ? Stream.of(atOnce, overdue) : Stream.of(overdue, atOnce)))
                        .toList(),
                "take what a timer adds into account before you decide that nothing is left");
        for (int i = 0; i < chain.size(); i++) {
            onTime(stage, world, chain.get(i), DELAY + i * (TAKES + DELAY));
        }
        if (jumped) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            "keep a timer without delay among the timers, due at time.now(): one that is overdue was"
                                    + " due before it"),
                    overdue + "'s timer was due while a callback went on. In the end that callback began a timer"
                            + " without delay for " + atOnce + ", which was due later and ran earlier.");
        }
    }

    /** Each begins the next when it has taken a while itself, and no delay is a whole number of milliseconds. */
    private static void chain(World world, EventLoop loop, List<String> names, Runnable then) {
        loop.callLater(World.units(DELAY), () -> {
            world.ran(names.get(0));
            world.takes(TAKES);
            if (names.size() > 1) {
                chain(world, loop, names.subList(1, names.size()), then);
            } else {
                then.run();
            }
        });
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void a_timer_that_throws_is_survived(Stage stage) {
        List<String> names = stage.names(2);
        World world = new World(stage);
        Throwable problem = new AssertionError(names.get(0) + " failed");

        Call<Void> call = world.run(names, loop -> {
            loop.callLater(World.units(1), world.throwing(names.get(0), problem));
            loop.callLater(World.units(2), world.callback(names.get(1)));
        });

        world.survived(call, names, List.of(problem));
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void the_loop_waits_and_does_not_poll(Stage stage) {
        List<String> names = stage.names(3);
        String soon = names.get(1);
        World world = new World(stage);

        Call<Void> call = world.run(names, loop -> {
            loop.callLater(World.units(3), () -> {
                world.ran(names.get(0));
                loop.callSoon(world.callback(soon));
            });
            loop.callLater(World.units(5), world.callback(names.get(2)));
        });

        world.inOrder(call, names, "by deadline");
        if (world.waits() > 6) {
            throw stage.failure(
                    World.BUSY_WAIT,
                    "The loop waited " + world.waits() + " times for two timers: it woke again and again to see"
                            + " whether one was"
                            + " due. It knows when that will be.");
        }
        if (world.at(soon) > 3) {
            throw stage.failure(
                    Causes.TOO_SLOW.advising(
                            "before you call time.select, look into the queue: if a callback is there, wait 0"),
                    "A callback put " + soon + " into the queue at 3 units, and the loop waited for the next timer"
                            + " all the same: " + soon + " ran only at " + Timeline.units(world.at(soon)) + ".");
        }
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void a_callback_that_always_comes_back_lets_a_timer_through(Stage stage) {
        String name = stage.names(1).get(0);
        World world = new World(stage);

        Call<Void> call = world.run(List.of(name), loop -> {
            loop.callLater(World.units(2), world.callback(name));
            Comeback.start(world, loop, 20, 0.25);
        });

        call.value();
        if (!world.order().contains(name)) {
            world.inOrder(call, List.of(name), "");
        }
        Comeback.letThrough(stage, world, "A callback came back", "timer", name, 2);
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void idle_costs_no_processor_time(Stage stage) {
        Call<Long> call = stage.callBlocking("run", () -> {
            idle(1);
            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            idle(300);
            return threads.getCurrentThreadCpuTime() - before;
        });
        Watch.End end = stage.until(call::isDone);
        if (end == Watch.End.SPINNING) {
            throw stage.failure(
                    World.BUSY_WAIT,
                    "The loop had nothing to do until its timer was due, and kept" + " a processor busy.");
        }
        if (end != Watch.End.MET) {
            // A loop that waits for 300 milliseconds may look as if it would for ever.
            stage.until(call::isDone);
        }
        if (!call.isDone()) {
            throw stage.failure(Causes.NEVER_FINISHED, "A timer of 300 milliseconds, and run() never came back.");
        }
        long millis = call.value() / 1_000_000;
        if (millis > 100) {
            throw stage.failure(
                    World.BUSY_WAIT,
                    "The loop had 300 milliseconds with nothing to do, and used " + millis
                            + " milliseconds of processor time for it. A loop that waits uses none.");
        }
    }

    private static void idle(int millis) throws Exception {
        EventLoop loop = new EventLoop(new BoundedTime(), problem -> {});
        loop.callLater(Duration.ofMillis(millis), () -> {});
        loop.run();
    }

    @Test
    @Order(11)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        try {
            AsyncRules.ofAnswerWith(EventLoop.class).neverSleeps();
        } catch (KataFailure sleeps) {
            throw new KataFailure(
                    sleeps.cause().advising("wait by time.select: it wakes for a channel, too"),
                    sleeps.happened(),
                    sleeps.sightings(),
                    sleeps.yours(),
                    sleeps.right());
        }
    }
}
