package kata.waiter.given;

/**
 * What comes out of the kitchen. Only the cook makes one. Given: do not change it.
 *
 * @param name the name of the dish, as in the order
 * @param plate the number of the plate that the cook has put it on
 */
public record Dish(String name, int plate) {}
