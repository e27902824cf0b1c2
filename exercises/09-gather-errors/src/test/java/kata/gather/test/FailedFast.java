package kata.gather.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import kata.gather.given.JobFailed;
import kata.gather.test.Plan.Item;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Timeline;

/** What a right failFast does, and the name of the mistake where it did not. */
record FailedFast(Stage stage, Plan plan, Play play, Call<List<Integer>> call) {

    /** The future failed when the first job did, and not later. */
    FailedFast atTheFirstFailure() {
        Item first = plan.firstFailure();
        String happened = first.name() + " failed at " + Timeline.units(first.units()) + ", ";
        if (!call.isDone()) {
            boolean inACallback =
                    play.waiting().stream().anyMatch(line -> line.thread().equals("kata-clock"));
            if (inACallback) {
                PlayAssert.assertThat(play, "jobs").finished();
            }
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("complete your future exceptionally where a job fails"),
                    happened + "but the future of failFast is still open: whoever waits for it waits for ever.");
        }
        Throwable problem = call.failure().orElse(null);
        if (problem == null) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    happened + "but the future of failFast ended well, with " + call.value()
                            + ". Your result hides it.");
        }
        if (!(problem instanceof CancellationException)
                && !Mistakes.tellsOf(problem, JobFailed.class)
                && !Mistakes.holds(first.failure(), problem)) {
            call.value();
        }
        if (call.future().isEmpty()) {
            throw stage.failure(
                    Mistakes.THREW_AT_THE_CALLER,
                    happened + "and failFast threw that at its caller. The failure belongs into the future: whoever"
                            + " calls get() on it should hear of it.",
                    stage.threads().threw(problem).stream().toArray(Sighting[]::new));
        }
        if (call.doneAt() > first.units()) {
            throw stage.failure(
                    Mistakes.FAILED_LATE,
                    happened + "but failFast told of it only at " + Timeline.units(call.doneAt())
                            + ". Nothing could be saved any more: what did it wait for?");
        }
        return this;
    }

    /** What get() tells is the exception of the job that failed first, itself. */
    FailedFast withTheJobsOwnException() {
        Item first = plan.firstFailure();
        Throwable problem = call.failure().orElseThrow();
        if (problem instanceof CancellationException) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "complete your future with the cause first; only then cancel the others"),
                    "failFast ended with a CancellationException: it heard of the jobs that it had cancelled itself,"
                            + " before it had told that " + first.name() + " failed.");
        }
        Throwable told = thrownByGet();
        if (told == first.failure()) {
            return this;
        }
        if (Mistakes.holds(told, first.failure())) {
            throw stage.failure(
                    Mistakes.WRAPPED,
                    "Whoever calls get() on your future is told of " + Mistakes.chain(told)
                            + ". Hand on the job's own: \"" + first.failure().getMessage() + "\".");
        }
        if (Mistakes.holds(first.failure(), told)) {
            throw stage.failure(
                    Mistakes.TOOK_OFF_TOO_MUCH,
                    "Whoever calls get() on your future is told of \"" + told.getMessage() + "\" ("
                            + Mistakes.chain(told) + "). That lies behind the job's own exception, \""
                            + first.failure().getMessage() + "\".");
        }
        throw stage.failure(
                Causes.SWALLOWED_ERROR,
                first.name() + " failed first, but failFast ended with \"" + told.getMessage() + "\".");
    }

    private Throwable thrownByGet() {
        try {
            call.future().orElseThrow().get();
            throw new IllegalStateException("the future has failed, and get() did not");
        } catch (ExecutionException problem) {
            return problem.getCause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", stopped);
        }
    }

    /** Every job was started, though one had failed before. */
    FailedFast andStartedTheRest() {
        List<String> left = new ArrayList<>(plan.names());
        // Some start them on threads that may only now get there.
        stage.until(() -> stage.timeline().lanes().containsAll(plan.names()));
        left.removeAll(stage.timeline().lanes());
        if (!left.isEmpty()) {
            throw stage.failure(
                    Mistakes.LEFT_UNSTARTED,
                    plan.firstFailure().name() + " had failed by the time its start() came back, and "
                            + Mistakes.list(left) + ", which came after it in the list, never started.");
        }
        return this;
    }

    /** Whatever was under way at the first failure was cancelled then. */
    FailedFast andCancelledTheRest() {
        Item first = plan.firstFailure();
        List<String> ranOn = new ArrayList<>();
        double until = first.units();
        for (Item item : plan.items()) {
            boolean cancelled = play.timeline().marksOf(item.name()).stream()
                    .map(Mark::what)
                    .anyMatch(Stations.CANCELLED::equals);
            boolean begun = play.timeline().lanes().contains(item.name());
            if (item.units() > first.units() && begun && !cancelled) {
                ranOn.add(item.name());
                until = Math.max(until, item.units());
            }
        }
        if (!ranOn.isEmpty()) {
            throw stage.failure(
                    first.units() > 0
                            ? Mistakes.LEFT_RUNNING
                            : Mistakes.LEFT_RUNNING.advising(
                                    "start all jobs before you look at any: one may have failed when start() comes back,"
                                            + " and those that begin after it must be cancelled too"),
                    first.name() + " failed at " + Timeline.units(first.units()) + ", but " + Mistakes.list(ranOn)
                            + " went on, until " + Timeline.units(until)
                            + ". Nobody needs their answers any more, and nobody told them to stop.");
        }
        return this;
    }

    /** No job of this other call was stopped. */
    void andNobodyElse(Call<?> other, Timeline elsewhere) {
        List<String> stopped = elsewhere.marks().stream()
                .filter(mark -> mark.what().equals(Stations.CANCELLED))
                .map(Mark::lane)
                .sorted()
                .toList();
        if (!stopped.isEmpty() || other.isDone()) {
            throw stage.failure(
                    Mistakes.STOPPED_OTHERS,
                    plan.firstFailure().name() + " failed, and "
                            + (stopped.isEmpty()
                                    ? "another failFast, begun before with jobs of its own, was over too."
                                    : Mistakes.list(stopped) + " of another failFast, begun before with jobs of its"
                                            + " own, were cancelled too."));
        }
    }

    /** All values, in the order of the jobs. */
    void gaveAllValues() {
        List<Integer> right = plan.values();
        List<Integer> yours = call.value();
        if (right.equals(yours)) {
            return;
        }
        if (yours != null && yours.size() == right.size() && new HashSet<>(yours).equals(new HashSet<>(right))) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right values, wrong order: " + right + " was asked for, and you gave " + yours
                            + ". The jobs end in the order " + Mistakes.list(plan.namesAsTheyEnd()) + ".");
        }
        if (yours != null && yours.size() < right.size()) {
            throw stage.failure(
                    Causes.LOST_RESULT,
                    yours.size() + " of " + right.size() + " values: " + right + " was asked for, and you gave " + yours
                            + ".");
        }
        throw stage.failure(
                Causes.WRONG_RESULT.advising("give the jobs' own values"),
                "The values should be " + right + "; yours are " + yours + ".");
    }
}
