package kata.waiter.given;

import java.util.ArrayList;
import java.util.List;

/** The synchronous twin: the waiter stands in the kitchen until each dish is ready. Given, to compare with. */
public final class WaiterSync {
    private WaiterSync() {}

    /** Takes each order to the cook and waits there for its dish. */
    public static List<Dish> serve(List<Order> orders, Cook cook) {
        List<Dish> dishes = new ArrayList<>();
        for (Order order : orders) {
            dishes.add(cook.cookWhileYouWait(order));
        }
        return dishes;
    }
}
