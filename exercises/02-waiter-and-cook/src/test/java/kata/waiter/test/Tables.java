package kata.waiter.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/**
 * What a waiter meets every evening: two tables at the same time, and one at which nobody orders.
 *
 * @param method the method that serves a table, as a message names it
 */
record Tables(Stage stage, String method, BiFunction<List<Order>, Cook, CompletableFuture<List<Dish>>> serve) {
    private static final Cause WAITED_FOR_ANOTHER_TABLE = new Cause(
            "waited-for-another-table",
            "one table waited for the other",
            "give each call what it needs for itself: one static thread or lock serves one table after the other",
            96);

    /** Two calls, for a guest each: both dishes are cooked at the same time, and neither call is kept waiting. */
    void areServedAtTheSameTime() {
        Menu menu = Menu.oneEach(stage, 2);
        stage.rightAnswer(menu.allAtOnce());
        Kitchen kitchen = new Kitchen(stage.clock(), menu);

        Call<List<Dish>> first = call(menu.orders().subList(0, 1), kitchen);
        stage.until(() -> first.isDone() || stage.clock().pending() == 1);
        Play play = stage.play(call(menu.orders().subList(1, 2), kitchen), 2);

        assertThat(play, "orders").finished();
        if (play.timeline().peak() < 2) {
            throw stage.failure(
                    WAITED_FOR_ANOTHER_TABLE,
                    "Two tables were served at the same time, each by a call of " + method + ". The cook got the"
                            + " order for " + menu.names().get(1) + " only when "
                            + menu.names().get(0) + ", for the other table, was ready.");
        }
        assertThat(play, "orders").returnedAtOnce();
    }

    /** Nobody ordered, so there is nothing to wait for and nothing to serve. */
    void mayBeEmpty() {
        Menu nothing = new Menu(List.of(), List.of(), List.of());

        Call<List<Dish>> call = call(List.of(), new Kitchen(stage.clock(), nothing));
        Play play = stage.play(call);

        assertThat(play, "orders").endedThoughThereWereNone();
        if (call.value() == null || !call.value().isEmpty()) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("without orders, let the future hold an empty list"),
                    "Nobody ordered anything, but the future of " + method + " holds " + Service.plates(call.value())
                            + ".");
        }
    }

    private Call<List<Dish>> call(List<Order> orders, Kitchen kitchen) {
        return stage.call(method, () -> serve.apply(orders, kitchen));
    }
}
