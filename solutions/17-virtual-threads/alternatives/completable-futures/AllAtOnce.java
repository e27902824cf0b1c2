package kata.virtual;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Futures tell of the first failure; the executor stops and waits. */
public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> failed = new CompletableFuture<>();
            List<CompletableFuture<T>> results = jobs.stream()
                    .map(job -> CompletableFuture.supplyAsync(() -> call(job), threads))
                    .toList();
            results.forEach(result -> result.whenComplete((value, problem) -> {
                if (problem != null) {
                    failed.completeExceptionally(problem);
                }
            }));
            CompletableFuture<Void> all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(all, failed).join();
            } catch (CompletionException problem) {
                threads.shutdownNow();
                throw problem;
            }
            return results.stream().map(CompletableFuture::join).toList();
        }
    }

    private static <T> T call(Callable<T> job) {
        try {
            return job.call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }
}
