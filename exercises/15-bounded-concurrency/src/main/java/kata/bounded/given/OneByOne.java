package kata.bounded.given;

import java.util.ArrayList;
import java.util.List;

/** The synchronous twin: one at a time is a limit too, the lowest. Given, to compare with. */
public final class OneByOne {
    private OneByOne() {}

    /** Does the job for one item after another. */
    public static <T, R> List<R> map(List<T> items, Job<T, R> job) {
        List<R> results = new ArrayList<>();
        for (T item : items) {
            results.add(job.start(item).join());
        }
        return results;
    }
}
