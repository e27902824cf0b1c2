package kata.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

/** A board on which every job writes how it ended; a virtual thread waits at its monitor until it has read enough. */
public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        Board<T> board = new Board<>(jobs);
        CompletableFuture<List<Outcome<T>>> settled = new CompletableFuture<>();
        Thread.startVirtualThread(() -> settled.complete(board.whenAllHaveEnded()));
        return settled;
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        Board<T> board = new Board<>(jobs);
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            Throwable failure = board.firstFailure();
            if (failure == null) {
                gate.complete(board.started.stream().map(CompletableFuture::join).toList());
            } else {
                gate.completeExceptionally(failure);
                board.started.forEach(job -> job.cancel(true));
            }
        });
        return gate;
    }

    private static final class Board<T> {
        private final List<CompletableFuture<T>> started;
        private final List<Outcome<T>> outcomes;
        private int open;
        private Throwable first;

        Board(List<Job<T>> jobs) {
            started = jobs.stream().map(Job::start).toList();
            open = started.size();
            outcomes = new ArrayList<>(Collections.nCopies(open, null));
            for (int i = 0; i < started.size(); i++) {
                int place = i;
                started.get(place).whenComplete((value, problem) -> write(place, value, problem));
            }
        }

        private synchronized void write(int place, T value, Throwable problem) {
            Throwable own = problem == null ? null : unwrap(problem);
            outcomes.set(place, own == null ? new Outcome.Success<>(value) : new Outcome.Failure<>(own));
            first = first == null ? own : first;
            open--;
            notifyAll();
        }

        synchronized List<Outcome<T>> whenAllHaveEnded() {
            while (open > 0) {
                rest();
            }
            return List.copyOf(outcomes);
        }

        /** Null if all have ended well. */
        synchronized Throwable firstFailure() {
            while (open > 0 && first == null) {
                rest();
            }
            return first;
        }

        private void rest() {
            try {
                wait();
            } catch (InterruptedException stopped) {
                throw new CompletionException(stopped);
            }
        }
    }

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
