// Diagnosis: ran-one-after-another
// Starts a virtual thread and waits for it before it starts the next.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> job : jobs) {
                results.add(threads.submit(job).get());
            }
        }
        return results;
    }
}
