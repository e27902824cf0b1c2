// Diagnosis: swallowed-error
// A job that ends with an Error is taken for one with the result null.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class AllAtOnce {
    private static final class Run<T> {
        private volatile T result;
    }

    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        List<Run<T>> runs = new ArrayList<>();
        List<Exception> failures = new CopyOnWriteArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> job : jobs) {
                Run<T> run = new Run<>();
                runs.add(run);
                threads.execute(() -> {
                    try {
                        run.result = job.call();
                    } catch (Exception problem) {
                        failures.add(problem);
                        threads.shutdownNow();
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new ExecutionException(failures.get(0));
        }
        List<T> results = new ArrayList<>();
        runs.forEach(run -> results.add(run.result));
        return results;
    }
}
