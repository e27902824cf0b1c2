package kata.virtual.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.virtual.AllAtOnce;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class AllAtOnceTest {
    static final Cause NOT_VIRTUAL = new Cause(
            "not-virtual",
            "platform threads",
            "use Thread.startVirtualThread, Thread.ofVirtual() or Executors.newVirtualThreadPerTaskExecutor()",
            48);
    private static final Cause OTHERS_NOT_STOPPED = new Cause(
            "others-not-stopped",
            "one failed, the others went on",
            "wait for whichever job ends first, and when it has failed interrupt the rest: shutdownNow() does",
            72);
    private static final Cause POOLED = new Cause(
            "pooled",
            "virtual threads were used again",
            "do not pool virtual threads: make a new one for each job",
            61);
    private static final Cause LEFT_BEHIND = Causes.LEAKED_THREADS.advising(
            "before you leave, by whichever way, interrupt your threads and wait until they have ended: try-with-resources"
                    + " on the executor waits");

    @Test
    @Order(1)
    @Tag("task-1")
    void ten_thousand_jobs_wait_at_the_same_time(Stage stage) {
        Crowd crowd = new Crowd(stage);
        List<Callable<String>> jobs = crowd.jobs(10_000);

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        crowd.allWait(jobs.size(), call);

        inOrder(stage, value(stage, call, () -> crowd.waiting() == 0), Crowd.results(jobs.size()));
    }

    /** What the call brings, which must come to an end now. */
    private static <T> T value(Stage stage, Call<T> call, BooleanSupplier jobsHaveEnded) {
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "all() never came back: "
                            + (jobsHaveEnded.getAsBoolean()
                                    ? "every job had ended, and it still waited."
                                    : "it waited for jobs that had not ended, and nothing moved any more."),
                    stage.threads().waiting().toArray(Sighting[]::new));
        }
        return call.value();
    }

    /** All results, in the order of the jobs. */
    private static void inOrder(Stage stage, List<String> got, List<String> wanted) {
        if (wanted.equals(got)) {
            return;
        }
        int count = wanted.size();
        if (got == null || got.size() != count) {
            throw stage.failure(
                    Causes.LOST_RESULT,
                    "There were " + count + " jobs; you brought " + (got == null ? "null" : got.size() + " results")
                            + ".");
        }
        int place = IntStream.range(0, count)
                .filter(i -> !Objects.equals(wanted.get(i), got.get(i)))
                .findFirst()
                .orElseThrow();
        boolean moved = sorted(got).equals(sorted(wanted));
        throw stage.failure(
                moved
                        ? Causes.COMPLETION_ORDER.advising(
                                "read the results in the order of the jobs, not in the order in which they end")
                        : Causes.LOST_RESULT,
                count > 10
                        ? "Result " + (place + 1) + " of " + count + " should be " + wanted.get(place)
                                + "; you brought " + got.get(place) + "."
                        : "The results should be " + wanted + "; you brought " + got + ".");
    }

    private static List<String> sorted(List<String> results) {
        return results.stream().map(String::valueOf).sorted().toList();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void jobs_that_end_at_once_share_no_thread(Stage stage) {
        // So many that whoever takes all jobs out of the list first has threads to use again, too, before the last
        // begins.
        eachOnItsOwn(stage, 5_000);
        // With nothing else to do at the same time the caller's thread seems good enough.
        eachOnItsOwn(stage, 1);
    }

    /** So many jobs end at once, each on a virtual thread that no other has had. */
    private static void eachOnItsOwn(Stage stage, int count) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger runs = new AtomicInteger();
        TwoLots jobs = new TwoLots(IntStream.range(0, count)
                .mapToObj(i -> (Callable<String>) () -> {
                    threads.add(Thread.currentThread());
                    runs.incrementAndGet();
                    stage.wentOn();
                    return Crowd.result(i);
                })
                .toList());

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        jobs.handOut(
                stage,
                call,
                () -> runs.get() >= TwoLots.FIRST && threads.stream().noneMatch(AllAtOnceTest::isRunning));
        int ran = runs.get();
        value(stage, call, () -> ran == count);

        if (count == 1 && threads.contains(call.thread())) {
            throw stage.failure(
                    NOT_VIRTUAL.advising("treat a list of one like any other: start a virtual thread for its job too"),
                    "There was one job only, and it ran on the thread that called all(), not on a virtual thread of its"
                            + " own.");
        }
        Crowd.onVirtualThreads(stage, threads);
        if (ran < count) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("wait for every thread before you return"),
                    "all() came back when only " + ran + " of " + count + " jobs had run.");
        }
        if (threads.size() < count) {
            throw stage.failure(
                    POOLED,
                    count + " jobs ran on " + threads.size() + " threads: some threads got a second job when they had"
                            + " done the first.");
        }
    }

    private static boolean isRunning(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE;
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void results_are_in_order_and_no_thread_is_left(Stage stage) {
        int count = 5 + stage.random().nextInt(4);
        // Each job waits for the one behind it, so that the first is the last to end.
        List<CountDownLatch> ended = IntStream.rangeClosed(0, count)
                .mapToObj(i -> new CountDownLatch(1))
                .toList();
        Crowd crowd = new Crowd(stage);
        List<Callable<String>> waiting = crowd.jobs(count);
        List<Callable<String>> jobs = IntStream.range(0, count)
                .mapToObj(i -> (Callable<String>) () -> {
                    String result = waiting.get(i).call();
                    ended.get(i + 1).await();
                    ended.get(i).countDown();
                    return result;
                })
                .toList();
        ended.get(count).countDown();

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        crowd.gather(count, call);
        crowd.open();
        stage.until(call::isDone);
        if (!call.isDone() && ended.get(0).getCount() > 0) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "all() never came back: every job waits for the one behind it, so all of them must be under way at once.");
        }
        inOrder(stage, value(stage, call, () -> true), Crowd.results(count));
        crowd.leftNothing();
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void an_interrupted_caller_leaves_no_thread_behind(Stage stage) {
        int count = 3 + stage.random().nextInt(4);
        Crowd crowd = new Crowd(stage);
        List<Callable<String>> jobs = crowd.jobs(count);

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        crowd.gather(count, call);
        call.thread().interrupt();
        // Whoever does not listen may wait on, and whoever does stops the jobs.
        stage.until(() -> crowd.interrupted() == count || call.isDone());
        stage.watchFor(call::isDone);
        boolean cameAtOnce = call.isDone();
        if (!cameAtOnce) {
            // Now it waits for the jobs that it has stopped, and may be told again: that wait must not end either.
            call.thread().interrupt();
            stage.watchFor(call::isDone);
        }
        int left = call.isDone() ? crowd.waiting() : 0;
        crowd.open();
        if (left > 0) {
            throw cameAtOnce
                    ? stage.failure(
                            LEFT_BEHIND,
                            "The caller was interrupted, and all() came back while " + left + " of its " + count
                                    + " jobs still went on.")
                    : stage.failure(
                            LEFT_BEHIND.advising(
                                    "the wait for your threads can be interrupted like any other: catch the"
                                            + " InterruptedException there, wait on, and at the end interrupt the caller's"
                                            + " thread again"),
                            "The caller was interrupted, and all() waited for its jobs to end. Then the caller was"
                                    + " interrupted once more, and all() came back while " + left + " of its " + count
                                    + " jobs were still clearing up.");
        }
        stage.until(call::isDone);
        if (call.failure().isEmpty()) {
            inOrder(stage, value(stage, call, () -> crowd.waiting() == 0), Crowd.results(count));
        }
        crowd.leftNothing();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void there_may_be_no_jobs_and_no_results(Stage stage) {
        brings(stage, List.of());
        brings(stage, Arrays.asList(null, "result 2", null));
    }

    /** Jobs that end at once with these results. */
    private static void brings(Stage stage, List<String> results) {
        List<Callable<String>> jobs =
                results.stream().map(result -> (Callable<String>) () -> result).toList();
        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        stage.until(call::isDone);
        if (call.failure().filter(NullPointerException.class::isInstance).isPresent()) {
            throw stage.failure(
                    Causes.THREW.advising("a job may have null for a result, and List.of and List.copyOf refuse that"),
                    "The jobs ended with the results " + results + "; all() threw a NullPointerException.");
        }
        if (!call.isDone() && results.isEmpty()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "with no job nobody ends, so nobody tells you: there is nothing to wait for"),
                    "The list was empty, and all() never came back.");
        }
        inOrder(stage, value(stage, call, () -> true), results);
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_job_that_is_listed_three_times_runs_three_times(Stage stage) {
        AtomicInteger runs = new AtomicInteger();
        Callable<Integer> job = runs::incrementAndGet;

        Call<List<Integer>> call = stage.callBlocking("all()", () -> AllAtOnce.all(List.of(job, job, job)));
        List<Integer> got = value(stage, call, () -> true);

        if (got == null || got.size() != 3 || !got.containsAll(List.of(1, 2, 3))) {
            throw stage.failure(
                    Causes.LOST_RESULT.advising("keep results by their place in the list, not by their job"),
                    "One job was listed three times, and counts its runs: it should bring 1, 2 and 3 in some order; you"
                            + " brought " + got + ".");
        }
    }

    @Test
    @Order(7)
    @Tag("task-3")
    void when_a_job_fails_the_others_are_interrupted(Stage stage) {
        oneFails(stage, new Crowd(stage), 0);
    }

    @Test
    @Order(8)
    @Tag("task-3")
    void the_first_job_may_wait_while_another_fails(Stage stage) {
        Crowd crowd = new Crowd(stage);
        crowd.wrapsInterrupts();
        oneFails(stage, crowd, 1 + stage.random().nextInt(4));
    }

    /** The job at this place fails when all the others wait, and nobody else will ever let them go. */
    private static void oneFails(Stage stage, Crowd crowd, int place) {
        int others = 6;
        CountDownLatch now = new CountDownLatch(1);
        RuntimeException problem = new IllegalStateException("job " + (place + 1) + " failed");
        List<Callable<String>> jobs = new ArrayList<>(crowd.jobs(others));
        jobs.add(place, () -> {
            now.await();
            throw problem;
        });

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        crowd.gather(others, call);
        now.countDown();
        stage.until(() -> crowd.interrupted() == others);
        stage.watchFor(call::isDone);
        boolean came = call.isDone();
        int stopped = crowd.interrupted();
        int left = crowd.waiting();
        // Nobody may stay behind, whatever the answer did.
        crowd.open();
        stage.until(call::isDone);
        String failed = "Job " + (place + 1) + " failed";
        if (stopped < others && !came) {
            throw stage.failure(
                    OTHERS_NOT_STOPPED,
                    failed + ", but all() did not come back: it still waited for the other " + others + ", and "
                            + (stopped == 0 ? "nobody had" : "only " + stopped + " had been") + " told "
                            + (stopped == 0 ? "them " : "") + "to stop.");
        }
        told(stage, call, problem, failed);
        if (stopped < others) {
            throw stage.failure(
                    OTHERS_NOT_STOPPED,
                    failed + ", and when all() came back only " + stopped + " of the other " + others
                            + " had been stopped.");
        }
        if (came) {
            throw stage.failure(
                    LEFT_BEHIND,
                    failed + ", the other " + others + " were told to stop, and all() came back while " + left
                            + " of them were still clearing up.");
        }
        crowd.leftNothing();
    }

    /** The call came back with this failure. */
    private static void told(Stage stage, Call<?> call, Throwable problem, String failed) {
        if (!call.isDone()) {
            throw stage.failure(Causes.NEVER_FINISHED, failed + ", every job had ended, and all() never came back.");
        }
        String what = failed + " with " + problem.getClass().getSimpleName() + " \"" + problem.getMessage() + "\"; ";
        String advice = "throw the job's failure, or an exception whose cause it is";
        if (problem instanceof Error) {
            advice =
                    "a job may end with any Throwable: catch that, not only an Exception, and throw it on without a cast";
        } else if (problem instanceof InterruptedException) {
            advice = "while you have interrupted nobody, an InterruptedException is a failure like any other: the first"
                    + " failure is the one to throw, whatever its type";
        }
        Throwable seen = call.failure().orElse(null);
        if (seen instanceof UnsupportedOperationException) {
            // It may be the TODO, and says so.
            call.value();
        }
        if (seen == null) {
            throw stage.failure(Causes.SWALLOWED_ERROR.advising(advice), what + "your result hides it.");
        }
        boolean stopped = false;
        for (Throwable each = seen; each != problem; each = each.getCause()) {
            if (each == null) {
                String threw = what + "all() threw " + seen.getClass().getSimpleName() + ", which ";
                throw stopped
                        ? stage.failure(
                                Causes.SWALLOWED_ERROR.advising(
                                        "keep the failure that came first: those of the jobs that you"
                                                + " stopped come after it"),
                                threw + "is how a job ended that was stopped because of that.")
                        : stage.failure(
                                Causes.SWALLOWED_ERROR.advising(advice),
                                threw + "neither is that failure nor has it as its cause.");
            }
            stopped |= each instanceof InterruptedException;
        }
    }

    @Test
    @Order(9)
    @Tag("task-3")
    void a_job_that_ends_with_an_error_has_failed(Stage stage) {
        failsWith(stage, new AssertionError("that cannot be"));
        // Nobody has interrupted that one: it may have heard it from a thread of its own.
        failsWith(stage, new InterruptedException("cut off"));
    }

    /** Two jobs, and the second fails with this as soon as it begins. */
    private static void failsWith(Stage stage, Throwable problem) {
        List<Callable<String>> jobs = List.of(() -> "result 1", () -> {
            if (problem instanceof Error error) {
                throw error;
            }
            throw (Exception) problem;
        });

        Call<List<String>> call = stage.callBlocking("all()", () -> AllAtOnce.all(jobs));
        stage.until(call::isDone);

        told(stage, call, problem, "Job 2 failed");
    }

    @Test
    @Order(10)
    @Tag("task-1")
    void a_thousand_waits_take_as_long_as_one(Stage stage) {
        stage.clockLaw("A thousand jobs of two units each", 2, 5.5, clock -> {
            List<Callable<String>> jobs = Collections.nCopies(1000, () -> {
                clock.hold(2);
                return "done";
            });
            return () -> CompletableFuture.completedFuture(AllAtOnce.all(jobs));
        });
    }
}
