package kata.waiter.given;

/** A dish that the cook could not save. Given: do not change it. */
public final class BurntException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param dish the name of the dish */
    public BurntException(String dish) {
        super(dish + " is burnt");
    }
}
