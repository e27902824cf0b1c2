package kata.backpressure.given;

/** The synchronous twin: who takes the next item only when the last is done needs no rules. Given, to compare with. */
public final class OneByOne {
    private OneByOne() {}

    /** Takes one item after another, and holds the calling thread all the time. */
    public static <T> void takeAll(Iterable<T> items, Work<T> work) {
        for (T item : items) {
            work.start(item).join();
        }
    }
}
