// Diagnosis: returned-too-early
// Gives back a list that is still being filled.
package kata.virtual;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        List<T> results = new CopyOnWriteArrayList<>();
        for (Callable<T> job : jobs) {
            Thread.startVirtualThread(() -> {
                try {
                    results.add(job.call());
                } catch (Exception problem) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return results;
    }
}
