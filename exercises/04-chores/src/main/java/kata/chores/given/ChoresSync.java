package kata.chores.given;

/**
 * The synchronous twin: you stand by until each chore is done, even where a machine does it. Given, to compare with.
 */
public final class ChoresSync {
    private ChoresSync() {}

    /** Does one chore after the other: three hours. */
    public static void evening(House house) {
        house.laundry().join();
        house.dinner().join();
        house.dishwasher().join();
        house.plants().join();
    }
}
