// Diagnosis: threw-at-the-caller
// Joins jobs that are over already, and so throws at the caller what one of them failed with.
package kata.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<CompletableFuture<Outcome<T>>> outcomes = new ArrayList<>();
        for (Job<T> job : jobs) {
            outcomes.add(job.start().handle((value, problem) -> outcome(value, problem)));
        }
        return CompletableFuture.allOf(outcomes.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> outcomes.stream().map(outcome -> outcome.join()).toList());
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        CompletableFuture<List<T>> result = new CompletableFuture<>();
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (Job<T> job : jobs) {
            started.add(job.start());
        }
        AtomicReferenceArray<T> values = new AtomicReferenceArray<>(started.size());
        AtomicInteger missing = new AtomicInteger(started.size() + 1);
        for (int i = 0; i < started.size(); i++) {
            int place = i;
            CompletableFuture<T> job = started.get(place);
            if (job.isDone()) { // nothing to wait for: take the value
                values.set(place, job.join());
                missing.decrementAndGet();
                continue;
            }
            job.whenComplete((value, problem) -> {
                if (problem != null) {
                    if (result.completeExceptionally(own(problem))) {
                        started.forEach(other -> other.cancel(true));
                    }
                    return;
                }
                values.set(place, value);
                if (missing.decrementAndGet() == 0) {
                    result.complete(list(values));
                }
            });
        }
        if (missing.decrementAndGet() == 0) {
            result.complete(list(values));
        }
        return result;
    }

    private static <T> List<T> list(AtomicReferenceArray<T> values) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < values.length(); i++) {
            list.add(values.get(i));
        }
        return list;
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        if (problem == null) {
            return new Outcome.Success<>(value);
        }
        return new Outcome.Failure<>(own(problem));
    }

    private static Throwable own(Throwable problem) {
        Throwable own = problem;
        while ((own instanceof CompletionException || own instanceof ExecutionException) && own.getCause() != null) {
            own = own.getCause();
        }
        return own;
    }
}
