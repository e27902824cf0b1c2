package kata.waiter.test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
 * @param burns the dishes that will burn, each once: whoever orders it again hides that it did
 * @param taken the places of the orders that have come in, so that equal orders get a plate each
 */
record Kitchen(KataClock clock, Menu menu, Set<String> burns, Set<Integer> taken) implements Cook {
    private static final String COOKING = "cooking";

    Kitchen(KataClock clock, Menu menu) {
        this(clock, menu, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }

    Kitchen(KataClock clock, Menu menu, String burnt) {
        this(clock, menu);
        burns.add(burnt);
    }

    @Override
    public CompletableFuture<Dish> cook(Order order) {
        clock.recorder().mark(order.dish(), "Getting " + order.dish() + " order");
        int place = placeOf(order);
        return clock.after(order.dish(), COOKING, menu.units(place), () -> ready(place));
    }

    @Override
    public Dish cookWhileYouWait(Order order) {
        clock.recorder().mark(order.dish(), "Getting " + order.dish() + " order");
        int place = placeOf(order);
        try {
            clock.block(order.dish(), COOKING, menu.units(place));
        } catch (InterruptedException sentAway) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the cook made " + order.dish(), sentAway);
        }
        return ready(place);
    }

    /** The waiter has time for somebody who has just come in. */
    void greet(String guest) {
        try (Recorder.Open welcome = clock.recorder().begin(guest, "greeted", Span.Kind.WORK)) {
            clock.recorder().mark(guest, "Good evening!");
        }
    }

    private int placeOf(Order order) {
        List<Integer> places = menu.placesOf(order);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("nobody ordered that: " + order);
        }
        return places.stream().filter(taken::add).findFirst().orElse(places.get(0));
    }

    private Dish ready(int place) {
        Dish dish = menu.dishes().get(place);
        if (burns.remove(dish.name())) {
            clock.recorder().mark(dish.name(), dish.name() + " burnt");
            throw new BurntException(dish.name());
        }
        clock.recorder().mark(dish.name(), dish.name() + " ready");
        return dish;
    }
}
