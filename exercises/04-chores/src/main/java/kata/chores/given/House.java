package kata.chores.given;

import java.util.concurrent.CompletableFuture;

/**
 * The chores of one evening. Each method begins a chore and returns at once; the future that it gives completes when
 * the chore is done. Given: do not change it.
 */
public interface House {

    /** Washes the clothes. The machine does it by itself, in an hour. */
    CompletableFuture<Void> laundry();

    /** Cooks and eats dinner. That needs your own hands, for an hour. */
    CompletableFuture<Void> dinner();

    /** Washes the dishes of dinner, so dinner must be over. The machine does it by itself, in half an hour. */
    CompletableFuture<Void> dishwasher();

    /** Waters the plants. That needs your own hands, for half an hour. */
    CompletableFuture<Void> plants();
}
