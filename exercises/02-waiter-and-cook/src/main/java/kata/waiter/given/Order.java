package kata.waiter.given;

/**
 * What a guest has asked for. Given: do not change it.
 *
 * @param guest who asked
 * @param dish the name of the dish
 */
public record Order(String guest, String dish) {}
