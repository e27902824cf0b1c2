package kata.iocpu.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import kata.iocpu.given.Dispatcher;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.time.KataClock;

/** Gives tasks to a dispatcher and remembers who ran them, and what became of their futures. */
final class Shift {
    private final KataClock clock;
    private final Dispatcher dispatcher;
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final Map<Task, CompletableFuture<String>> futures = new ConcurrentHashMap<>();
    private final Map<Task, Boolean> ended = new ConcurrentHashMap<>();
    private final Queue<Task> early = new ConcurrentLinkedQueue<>();

    /** A task began on this thread. */
    record Visit(Task task, Thread thread) {}

    Shift(KataClock clock, Dispatcher dispatcher) {
        this.clock = clock;
        this.dispatcher = dispatcher;
    }

    /** Submits all of them; what comes back is done when each of their futures is, in whichever way. */
    CompletableFuture<Void> submit(List<Task> tasks) {
        List<CompletableFuture<?>> settled = new ArrayList<>();
        for (Task task : tasks) {
            CompletableFuture<String> future = dispatcher.submit(task.kind(), new Job(task));
            if (future == null) {
                throw new KataFailure(Causes.RETURNED_NULL, "submit returned null instead of a future.");
            }
            futures.put(task, future);
            settled.add(future.handle((value, problem) -> {
                if (!isOver(task)) {
                    early.add(task);
                }
                return null;
            }));
        }
        return CompletableFuture.allOf(settled.toArray(CompletableFuture[]::new));
    }

    /** A class with a name, for the name is read where a message says which call held a thread. */
    private final class Job implements Callable<String> {
        private final Task task;

        private Job(Task task) {
            this.task = task;
        }

        @Override
        public String call() throws Exception {
            visits.add(new Visit(task, Thread.currentThread()));
            try {
                return task.call(clock);
            } finally {
                ended.put(task, true);
            }
        }
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Whether this task has returned or thrown. */
    boolean isOver(Task task) {
        return ended.containsKey(task);
    }

    /** Tasks whose future was done before they were. */
    List<Task> early() {
        return List.copyOf(early);
    }

    /** What submit gave back for this task; null if it threw instead. */
    CompletableFuture<String> future(Task task) {
        return futures.get(task);
    }
}
