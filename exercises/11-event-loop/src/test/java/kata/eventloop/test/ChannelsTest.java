package kata.eventloop.test;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.eventloop.EventLoop;
import kata.eventloop.given.Count;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class ChannelsTest {
    private static final Cause CALLED_IN_VAIN = new Cause(
            "called-in-vain",
            "a callback was called for nothing",
            "take the keys out of selector.selectedKeys() when you have seen them: nobody else does",
            84);

    @Test
    @Order(12)
    @Tag("task-3")
    void a_channel_is_read_when_something_comes(Stage stage) {
        List<String> names = stage.names(3);
        World world = new World(stage);
        Channel channel = new Channel(world);
        channel.comes(1, names.get(0));
        channel.comes(2, names.get(1));
        channel.comes(4, names.get(2));
        channel.ends(5);
        Channel another = new Channel(world);
        another.write("for another loop");
        world.another(loop -> loop.watch(another.source(), () -> {
            another.stops();
            world.ranOfAnother("watch");
        }));

        Call<Void> call = world.run(names, channel::watchedBy);

        world.inOrder(call, names, "run the channel's callback each time there is something to read");
        ended(stage, channel);
        another.stops();
    }

    private static void ended(Stage stage, Channel channel) {
        if (channel.isOpen()) {
            throw stage.failure(
                    World.LOST_CALLBACKS,
                    "run() came back though a channel that it should watch was still open: more could have come.");
        }
        if (channel.afterTheEnd() > 0) {
            throw stage.failure(
                    CALLED_IN_VAIN.advising(
                            "when a channel's turn comes, ask key.isValid(): a callback that ran since the"
                                    + " select may have closed it"),
                    "A channel's callback was called though another callback had just closed the channel.");
        }
        if (channel.inVain() > 0) {
            throw stage.failure(
                    CALLED_IN_VAIN,
                    "A channel's callback was called " + (channel.inVain() == 1 ? "once" : channel.inVain() + " times")
                            + ", though there was nothing to read.");
        }
    }

    @Test
    @Order(13)
    @Tag("task-3")
    void channels_and_timers_share_one_wait(Stage stage) {
        List<String> names = stage.names(5);
        World world = new World(stage);
        Channel one = new Channel(world);
        Channel two = new Channel(world);
        one.comes(1.5, names.get(1));
        two.comes(2.5, names.get(2));
        one.ends(2.75);
        two.comes(3.5, names.get(4));
        two.ends(4);

        Call<Void> call = world.run(names, loop -> {
            one.watchedBy(loop);
            two.watchedBy(loop);
            // It takes so long that the first timer is overdue when the loop comes to wait.
            loop.callSoon(() -> world.takes(1.25));
            loop.callLater(World.units(3), world.callback(names.get(3)));
            loop.callLater(World.units(1), world.callback(names.get(0)));
        });

        world.inOrder(
                call,
                names,
                "wait for both in one time.select: for channels, but no longer than until" + " the next timer is due");
        ended(stage, one);
        ended(stage, two);
        double[] due = {1.25, 1.5, 2.5, 3, 3.5};
        for (int i = 0; i < due.length; i++) {
            double at = world.at(names.get(i));
            if (at != due[i]) {
                throw stage.failure(
                        Causes.TOO_SLOW.advising(
                                "wait for both in one time.select; if a timer is due already, or overdue, wait 0"),
                        names.get(i) + " could run at " + Timeline.units(due[i]) + ", and ran at" + " "
                                + Timeline.units(at) + ".");
            }
        }
    }

    @Test
    @Order(14)
    @Tag("task-3")
    void a_callback_that_always_comes_back_lets_a_channel_through(Stage stage) {
        String name = stage.names(1).get(0);
        World world = new World(stage);
        Channel channel = new Channel(world);

        Call<Void> call = world.run(List.of(name), loop -> {
            channel.watchedBy(loop);
            // Only now, so that it takes another look at the channels to see it.
            loop.callSoon(() -> channel.write(name));
            Comeback.start(world, loop, 40, 0.125);
            channel.ends(11);
        });

        call.value();
        if (!world.order().contains(name)) {
            world.inOrder(call, List.of(name), "");
        }
        Comeback.letThrough(stage, world, "A callback came back", "channel", name, 0);
    }

    @Test
    @Order(15)
    @Tag("task-3")
    void a_channel_that_always_has_something_lets_a_timer_through(Stage stage) {
        List<String> names = stage.names(3);
        World world = new World(stage);
        Channel one = new Channel(world);
        Channel two = new Channel(world);

        // Each of them always has something, so whichever a loop likes better must let the other one through.
        Call<Void> call = world.run(names, loop -> {
            loop.callLater(World.units(2), world.callback(names.get(0)));
            alwaysHasSomething(world, loop, one, names.get(1));
            alwaysHasSomething(world, loop, two, names.get(2));
        });

        call.value();
        if (!world.order().containsAll(names)) {
            world.inOrder(call, names, "");
        }
        Comeback.letThrough(stage, world, "A channel had something to read", "timer", names.get(0), 2);
        for (String name : names.subList(1, 3)) {
            Comeback.letThrough(stage, world, "Another channel had something to read", "channel", name, 0);
        }
    }

    private static void alwaysHasSomething(World world, EventLoop loop, Channel channel, String name)
            throws IOException {
        channel.write(name);
        channel.watchedBy(loop, () -> {
            world.takes(0.25);
            if (Collections.frequency(world.order(), name) < 20) {
                channel.write(name);
            } else {
                channel.stops();
            }
        });
    }

    @Test
    @Order(16)
    @Tag("task-3")
    void a_channel_whose_callback_throws_is_survived(Stage stage) {
        List<String> names = stage.names(2);
        World world = new World(stage);
        Channel channel = new Channel(world);
        channel.comes(1, names.get(0));
        channel.comes(2, names.get(1));
        channel.ends(3);
        RuntimeException problem = new IllegalStateException(names.get(0) + " failed");

        Call<Void> call = world.run(
                names,
                loop -> channel.watchedBy(loop, () -> {
                    if (world.order().size() == 1) {
                        throw problem;
                    }
                }));

        world.survived(call, names, List.of(problem));
        ended(stage, channel);
    }

    @Test
    @Order(17)
    @Tag("task-3")
    void a_channel_that_another_callback_closes_is_not_called(Stage stage) {
        List<String> names = stage.names(2);
        World world = new World(stage);
        Channel one = new Channel(world);
        Channel two = new Channel(world);

        Runnable closesBoth = () -> {
            one.stops();
            two.stops();
        };

        // Both have something to read at the same time; whoever has the first turn closes the other before its own.
        Call<Void> call = world.run(List.of(), loop -> {
            one.write(names.get(0));
            two.write(names.get(1));
            one.watchedBy(loop, closesBoth);
            two.watchedBy(loop, closesBoth);
        });

        call.value();
        ended(stage, one);
        ended(stage, two);
        List<String> ran = world.order();
        world.inOrder(call, ran.isEmpty() ? names : ran, "");
    }

    @Test
    @Order(18)
    @Tag("task-3")
    void count_async_runs_on_the_loop(Stage stage) {
        List<String> ids = stage.names(3);
        List<String> words = List.of("One", "One", "One", "Two", "Two", "Two");
        World world = new World(stage);

        Call<Void> call = world.run(
                words,
                loop -> loop.callSoon(
                        () -> Count.async(ids, (id, word) -> world.ran(word), Counts.pause(loop, World.units(1)))));

        world.inOrder(call, words, "every callback in its turn");
        if (world.at("Two") != 1) {
            throw stage.failure(
                    Causes.TOO_SLOW,
                    "All counts pause for a unit at the same time; the first Two"
                            + " was said at "
                            + Timeline.units(world.at("Two")) + ".");
        }
    }

    @Test
    @Order(19)
    @Tag("task-3")
    void three_counts_take_as_long_as_one(Stage stage) {
        stage.clockLaw("Three counts on your loop", 1, 1.9, clock -> () -> {
            Counts.onALoop(clock, List.of("A", "B", "C"));
            return CompletableFuture.completedFuture(null);
        });
    }
}
