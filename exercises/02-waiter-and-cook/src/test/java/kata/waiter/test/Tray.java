package kata.waiter.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Dish;

/**
 * The list that a future holds, seen twice: whoever goes on with {@code thenApply} sees it at the very moment at which
 * the future is done, and must not find less on it than whoever looks later.
 *
 * @param then what the list held at that moment
 * @param list the list itself
 */
record Tray(List<Dish> then, List<Dish> list) {

    /** A future of the tray; null where the answer gave none. */
    static CompletableFuture<Tray> of(CompletableFuture<List<Dish>> served) {
        return served == null ? null : served.thenApply(list -> new Tray(copy(list), list));
    }

    /** A copy that may hold null, as a wrong list may. */
    private static List<Dish> copy(List<Dish> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
