package kata.virtual.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
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

    @Test
    @Order(1)
    @Tag("task-1")
    void ten_thousand_jobs_wait_at_the_same_time(Stage stage) {
        Crowd crowd = new Crowd(stage);
        List<Callable<String>> jobs = crowd.jobs(10_000);
        stage.rightAnswer(together());

        Call<List<String>> call = stage.callBlocking("all", () -> AllAtOnce.all(jobs));
        crowd.allWait(jobs.size(), call);

        stage.until(call::isDone);
        call.value();
    }

    @Test
    @Order(2)
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
        stage.rightAnswer(together());

        Call<List<String>> call = stage.callBlocking("all", () -> AllAtOnce.all(jobs));
        stage.until(() -> crowd.waiting() == count || call.isDone());
        boolean early = call.isDone();
        crowd.open();
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "all never came back: every job waits for the one behind it, so all of them must be under way at once.");
        }
        List<String> got = call.value();
        if (early) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("wait for every thread before you return"),
                    "all came back while " + crowd.alive() + " of " + count + " jobs still went on.");
        }
        List<String> wanted = IntStream.range(0, count).mapToObj(Crowd::result).toList();
        if (!wanted.equals(got)) {
            boolean same = got != null && got.size() == count && got.containsAll(wanted);
            throw stage.failure(
                    same ? Causes.COMPLETION_ORDER : Causes.LOST_RESULT,
                    "The results should be " + wanted + "; you brought " + got + ".");
        }
        crowd.leftNothing();
    }

    @Test
    @Order(3)
    @Tag("task-3")
    void when_a_job_fails_the_others_are_interrupted(Stage stage) {
        oneFails(stage, 0);
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void the_first_job_may_wait_while_another_fails(Stage stage) {
        oneFails(stage, 1 + stage.random().nextInt(4));
    }

    /** The job at this place fails when all the others wait, and nobody else will ever let them go. */
    private static void oneFails(Stage stage, int place) {
        int others = 6;
        Crowd crowd = new Crowd(stage);
        CountDownLatch now = new CountDownLatch(1);
        RuntimeException problem = new IllegalStateException("job " + (place + 1) + " failed");
        List<Callable<String>> jobs = new ArrayList<>(crowd.jobs(others));
        jobs.add(place, () -> {
            now.await();
            throw problem;
        });
        stage.rightAnswer(together());

        Call<List<String>> call = stage.callBlocking("all", () -> AllAtOnce.all(jobs));
        stage.until(() -> crowd.waiting() == others || call.isDone());
        if (call.isDone()) {
            call.value();
        }
        now.countDown();
        stage.until(call::isDone);
        boolean came = call.isDone();
        int stopped = crowd.interrupted();
        // Nobody may stay behind, whatever the answer did.
        crowd.open();
        if (!came) {
            stage.until(call::isDone);
            throw stage.failure(
                    OTHERS_NOT_STOPPED,
                    "Job " + (place + 1) + " failed, but all did not come back: it still waited for the other " + others
                            + ", and nobody had told them to stop.");
        }
        if (call.failure().isEmpty()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("throw the job's failure, or an exception whose cause it is"),
                    "Job " + (place + 1) + " failed with \"" + problem.getMessage() + "\"; your result hides it.");
        }
        if (stopped < others) {
            throw stage.failure(
                    OTHERS_NOT_STOPPED,
                    "Job " + (place + 1) + " failed, and when all came back only " + stopped + " of the other " + others
                            + " had been stopped.");
        }
        for (Throwable each = call.failure().get(); each != problem; each = each.getCause()) {
            if (each == null) {
                throw stage.failure(
                        Causes.SWALLOWED_ERROR.advising("throw the job's failure, or an exception whose cause it is"),
                        "Job " + (place + 1) + " failed with \"" + problem.getMessage() + "\"; all threw "
                                + call.failure().get().getClass().getSimpleName() + ", and that is not its cause.");
            }
        }
        crowd.leftNothing();
    }

    @Test
    @Order(5)
    @Tag("task-1")
    void a_thousand_waits_take_as_long_as_one(Stage stage) {
        stage.rightAnswer(together());
        stage.clockLaw("A thousand jobs of two units each", 2, 5.5, clock -> {
            List<Callable<String>> jobs = Collections.nCopies(1000, () -> {
                clock.hold(2);
                return "done";
            });
            return () -> CompletableFuture.completedFuture(AllAtOnce.all(jobs));
        });
    }

    private static Timeline together() {
        Timeline timeline = Timeline.ideal();
        for (int i = 1; i <= 6; i++) {
            timeline = timeline.with("J" + i, Span.Kind.BLOCKED, 0, 1);
        }
        return timeline;
    }
}
