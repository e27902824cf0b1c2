package kata.waiter.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import kata.waiter.Waiter;
import kata.waiter.given.Dish;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class WaiterTest {
    private static final String ORDERS = "orders";

    @Test
    @Order(1)
    @Tag("task-1")
    void one_by_one_the_next_order_waits_for_the_dish_before_it(Stage stage) {
        Menu menu = Menu.other(stage, 3 + stage.random().nextInt(2));
        stage.rightAnswer(menu.oneByOne());
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<Tray> call = stage.call("serveOneByOne", () -> Tray.of(Waiter.serveOneByOne(menu.handedOut(), kitchen)));
        Play play = stage.play(call, Menu.pendingOneByOne(menu.orders().size()));

        assertThat(play, ORDERS).finished();
        new Service(stage, menu, play, call.value())
                .oneAfterTheOther()
                .waitedForTheLast()
                .everyOrderWasCookedOnce()
                .broughtTheRightDishes();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void one_by_one_the_waiter_greets_a_guest_while_the_cook_works(Stage stage) {
        Menu menu = Menu.other(stage, 3);
        String guest = menu.newcomer(stage);
        stage.rightAnswer(menu.oneByOne().with(guest, Span.Kind.WORK, 0, 0));
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<Tray> call = stage.call("serveOneByOne", () -> {
            CompletableFuture<List<Dish>> served = Waiter.serveOneByOne(menu.handedOut(), kitchen);
            kitchen.greet(guest);
            return Tray.of(served);
        });
        Play play = stage.play(call, Menu.pendingOneByOne(menu.orders().size()));

        assertThat(play, ORDERS).finished();
        Service service = new Service(stage, menu, play, call.value())
                .everyOrderWasCookedOnce()
                .greetedMeanwhile(guest);
        assertThat(play, ORDERS).leftTheCommonPoolFree();
        service.broughtTheRightDishes();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void one_by_one_two_tables_are_served_at_the_same_time(Stage stage) {
        new Tables(stage, "serveOneByOne", Waiter::serveOneByOne).areServedAtTheSameTime();
    }

    @Test
    @Order(4)
    @Tag("task-1")
    void one_by_one_a_table_may_be_empty(Stage stage) {
        new Tables(stage, "serveOneByOne", Waiter::serveOneByOne).mayBeEmpty();
    }

    @Test
    @Order(5)
    @Tag("task-1")
    void one_by_one_a_burnt_dish_is_reported(Stage stage) {
        Menu menu = Menu.other(stage, 3);
        int which = stage.random().nextInt(menu.orders().size());
        String burnt = menu.names().get(which);
        Kitchen kitchen = new Kitchen(stage.clock(), menu, burnt);

        Call<List<Dish>> call = stage.call("serveOneByOne", () -> Waiter.serveOneByOne(menu.handedOut(), kitchen));
        Play play = stage.play(call, Menu.pendingOneByOne(which + 1));

        BurntDish.wasReported(stage, call, play, burnt);
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void all_orders_reach_the_cook_before_any_dish_is_ready(Stage stage) {
        Menu menu = Menu.other(stage, 4 + stage.random().nextInt(2));
        stage.rightAnswer(menu.allAtOnce());
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<Tray> call = stage.call("serveAll", () -> Tray.of(Waiter.serveAll(menu.handedOut(), kitchen)));
        Play play = stage.play(call, menu.pendingAllAtOnce());

        assertThat(play, ORDERS)
                .finished()
                .allAtOnce(menu.names())
                .leftTheCommonPoolFree()
                .returnedAtOnce()
                .waitedForAll();
        new Service(stage, menu, play, call.value()).waitedForTheLast().everyOrderWasCookedOnce();
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void all_dishes_come_back_in_the_order_of_the_orders(Stage stage) {
        Menu menu = Menu.other(stage, 4 + stage.random().nextInt(2));
        stage.rightAnswer(menu.allAtOnce());
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<Tray> call = stage.call("serveAll", () -> Tray.of(Waiter.serveAll(menu.handedOut(), kitchen)));
        Play play = stage.play(call, menu.pendingAllAtOnce());

        assertThat(play, ORDERS).finished();
        new Service(stage, menu, play, call.value()).waitedForTheLast().broughtTheRightDishes();
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void a_full_house_gets_a_plate_for_each_order(Stage stage) {
        Menu menu = Menu.fullHouse(stage);
        stage.rightAnswer(menu.allAtOnce());
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<Tray> call = stage.call("serveAll", () -> Tray.of(Waiter.serveAll(menu.handedOut(), kitchen)));
        Play play = stage.play(call, menu.pendingAllAtOnce());

        assertThat(play, ORDERS)
                .finished()
                .allAtOnce(menu.names().stream().distinct().toList());
        new Service(stage, menu, play, call.value())
                .gaveAllOrdersFirst()
                .waitedForTheLast()
                .broughtTheRightDishes();
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void all_at_once_two_tables_are_served_at_the_same_time(Stage stage) {
        new Tables(stage, "serveAll", Waiter::serveAll).areServedAtTheSameTime();
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void all_at_once_a_table_may_be_empty(Stage stage) {
        new Tables(stage, "serveAll", Waiter::serveAll).mayBeEmpty();
    }

    @Test
    @Order(11)
    @Tag("task-2")
    void all_at_once_a_burnt_dish_is_reported(Stage stage) {
        Menu menu = Menu.other(stage, 4);
        String burnt = menu.names().get(stage.random().nextInt(menu.orders().size()));
        Kitchen kitchen = new Kitchen(stage.clock(), menu, burnt);

        Call<List<Dish>> call = stage.call("serveAll", () -> Waiter.serveAll(menu.handedOut(), kitchen));
        Play play = stage.play(call, menu.pendingAllAtOnce());

        BurntDish.wasReported(stage, call, play, burnt);
    }

    @Test
    @Order(12)
    @Tag("task-2")
    void three_dishes_take_as_long_as_the_lamb(Stage stage) {
        Menu menu = Menu.ofTheLesson();
        stage.rightAnswer(menu.allAtOnce());

        stage.clockLaw("Pasta, salad and lamb together", 4, 6, clock -> {
            Kitchen kitchen = new Kitchen(clock, menu);
            return () -> Waiter.serveAll(menu.handedOut(), kitchen);
        });
    }

    @Test
    @Order(13)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Waiter.class).neverSleeps();
    }
}
