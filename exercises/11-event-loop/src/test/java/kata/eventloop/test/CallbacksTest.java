package kata.eventloop.test;

import java.util.ArrayList;
import java.util.List;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class CallbacksTest {
    @Test
    @Order(1)
    @Tag("task-1")
    void callbacks_run_in_turn_on_one_thread(Stage stage) {
        List<String> names = stage.names(6);
        List<String> expected = new ArrayList<>(names);
        expected.add(3, names.get(1));
        World world = new World(stage);
        world.another(loop -> loop.callSoon(() -> world.ranOfAnother("callSoon")));

        // The first gives the loop two more, which come after all that wait already, and the first of those one. The
        // second is there twice.
        Call<Void> call = world.run(expected, loop -> {
            Runnable twice = world.callback(names.get(1));
            loop.callSoon(() -> {
                world.ran(names.get(0));
                loop.callSoon(() -> {
                    world.ran(names.get(3));
                    loop.callSoon(world.callback(names.get(5)));
                });
                loop.callSoon(world.callback(names.get(4)));
            });
            loop.callSoon(twice);
            loop.callSoon(world.callback(names.get(2)));
            loop.callSoon(twice);
        });

        world.inOrder(call, expected, "first in, first out: add at one end of a queue, take from the other");
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void run_returns_when_nothing_is_left(Stage stage) {
        World world = new World(stage);

        Call<Void> call = world.run(List.of(), loop -> {});

        call.value();
        if (world.waits() > 0) {
            throw stage.failure(
                    Causes.TOO_SLOW.advising("look whether anything is left before you wait"),
                    "The loop had nothing to do from the beginning, and waited all the same.");
        }
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void a_callback_that_throws_is_survived(Stage stage) {
        List<String> names = stage.names(4);
        World world = new World(stage);
        RuntimeException exception = new IllegalStateException(names.get(0) + " failed");
        Error error = new Error(names.get(2) + " failed");

        Call<Void> call = world.run(names, loop -> {
            loop.callSoon(world.throwing(names.get(0), exception));
            loop.callSoon(world.callback(names.get(1)));
            loop.callSoon(world.throwing(names.get(2), error));
            loop.callSoon(world.callback(names.get(3)));
        });

        world.survived(call, names, List.of(exception, error));
    }
}
