package kata.waiter.test;

import java.util.concurrent.CompletableFuture;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;
import kata.waiter.given.BurntException;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/**
 * The given cook, on a clock of the testkit: every line said and every dish cooked is written down.
 *
 * @param burnt the dish that burns, or nothing
 */
record Kitchen(KataClock clock, Menu menu, String burnt) implements Cook {
    private static final String COOKING = "cooking";

    Kitchen(KataClock clock, Menu menu) {
        this(clock, menu, "");
    }

    @Override
    public CompletableFuture<Dish> cook(Order order) {
        clock.recorder().mark(order.dish(), "Getting " + order.dish() + " order");
        return clock.after(order.dish(), COOKING, menu.units(known(order)), () -> ready(order));
    }

    @Override
    public Dish cookWhileYouWait(Order order) {
        clock.recorder().mark(order.dish(), "Getting " + order.dish() + " order");
        try {
            clock.block(order.dish(), COOKING, menu.units(known(order)));
        } catch (InterruptedException sentAway) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the cook made " + order.dish(), sentAway);
        }
        return ready(order);
    }

    /** The waiter has time for somebody who has just come in. */
    void greet(String guest) {
        try (Recorder.Open welcome = clock.recorder().begin(guest, "greeted", Span.Kind.WORK)) {
            clock.recorder().mark(guest, "Good evening!");
        }
    }

    private int known(Order order) {
        int index = menu.indexOf(order);
        if (index < 0) {
            throw new IllegalArgumentException("nobody ordered that: " + order);
        }
        return index;
    }

    private Dish ready(Order order) {
        if (order.dish().equals(burnt)) {
            clock.recorder().mark(order.dish(), order.dish() + " burnt");
            throw new BurntException(order.dish());
        }
        clock.recorder().mark(order.dish(), order.dish() + " ready");
        return menu.dishes().get(known(order));
    }
}
