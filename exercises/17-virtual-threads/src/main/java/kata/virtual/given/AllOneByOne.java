package kata.virtual.given;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The synchronous twin: one job after another, on the caller's thread. Given, to compare with. */
public final class AllOneByOne {
    private AllOneByOne() {}

    /** Runs every job and gives back their results, in the order of the jobs. */
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        List<T> results = new ArrayList<>();
        for (Callable<T> job : jobs) {
            results.add(job.call());
        }
        return results;
    }
}
