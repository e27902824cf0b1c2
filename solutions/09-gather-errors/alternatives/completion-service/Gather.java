package kata.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

/** Platform threads and a counter at which ended jobs are picked up; shutdownNow interrupts those that have not ended. */
public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        CompletableFuture<List<Outcome<T>>> result = new CompletableFuture<>();
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        Thread.ofPlatform().start(() -> result.complete(
                started.stream().map(job -> job.handle(Gather::outcome).join()).toList()));
        return result;
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        CompletableFuture<List<T>> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            ExecutorService pool = Executors.newCachedThreadPool();
            CompletionService<T> counter = new ExecutorCompletionService<>(pool);
            List<Future<T>> tasks = jobs.stream().map(job -> counter.submit(() -> run(job))).toList();
            try {
                for (int ended = 0; ended < tasks.size(); ended++) {
                    counter.take().get();
                }
                List<T> values = new ArrayList<>();
                for (Future<T> task : tasks) {
                    values.add(task.get());
                }
                result.complete(values);
            } catch (InterruptedException | ExecutionException problem) {
                result.completeExceptionally(unwrap(problem));
            } finally {
                pool.shutdownNow();
            }
        });
        return result;
    }

    /** An interrupt that reaches this thread is passed on to the job. */
    private static <T> T run(Job<T> job) throws Exception {
        CompletableFuture<T> started = job.start();
        try {
            return started.get();
        } catch (InterruptedException stopped) {
            started.cancel(true);
            throw stopped;
        }
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        return problem == null ? new Outcome.Success<>(value) : new Outcome.Failure<>(unwrap(problem));
    }

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
