package kata.gather.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import kata.gather.Gather;
import kata.gather.given.Job;
import kata.gather.given.JobFailed;
import kata.gather.given.Outcome;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Naps;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Watch;
import kata.testkit.rules.AsyncRules;
import kata.testkit.time.HandClock;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class GatherTest {
    private static final String JOBS = "jobs";

    @Test
    @Order(1)
    @Tag("task-1")
    void settle_all_runs_every_job_to_its_end(Stage stage) {
        Plan plan = Plan.mixed(stage.random());
        Call<List<Outcome<Integer>>> call = settleAll(stage, plan);
        nobodyNaps(stage, plan, call);
        Play play = stage.play(call, plan.pendingToTheEnd());

        threwNothingOfItsOwn(call);
        Mistakes.startedOnce(stage);
        assertThat(play, JOBS).allAtOnce(plan.names()).leftTheCommonPoolFree();
        new Settled(stage, plan, call).didNotFail();
        assertThat(play, JOBS).finished().returnedAtOnce().waitedForAll();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void settle_all_keeps_values_and_causes_in_the_order_of_the_jobs(Stage stage) {
        Plan plan = Plan.mixed(stage.random());
        HandClock clock = stage.anotherClock();
        Stations elsewhere = new Stations(clock, plan.withoutFailures());
        Call<?> other = stage.call("settleAll", () -> Gather.settleAll(elsewhere.jobs()));
        stage.until(() -> clock.pending() == plan.items().size());
        Call<List<Outcome<Integer>>> call = settleAll(stage, plan);
        Play play = stage.play(call, plan.pendingToTheEnd());

        waitedForNobodyElse(stage, call, other, clock);
        holdsEveryOutcome(stage, plan, play, call);
        goesOn(stage, other, clock);
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void settle_all_tells_of_every_failure(Stage stage) {
        settleAllHoldsEveryOutcome(stage, Plan.mixed(stage.random()).onlyFailures());
    }

    @Test
    @Order(4)
    @Tag("task-1")
    void settle_all_takes_any_list_of_jobs(Stage stage) {
        emptyListIsOver(
                stage.call("settleAll of an empty list", () -> Gather.settleAll(List.<Job<Integer>>of())), stage);
        settleAllHoldsEveryOutcome(stage, Plan.ofTwins(stage.random()));
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void fail_fast_ends_at_the_first_failure(Stage stage) {
        Plan plan = Plan.mixed(stage.random());
        Call<List<Integer>> call = failFast(stage, plan);
        nobodyNaps(stage, plan, call);
        Play play = stage.play(call, plan.pendingToTheFirstFailure());

        threwNothingOfItsOwn(call);
        Mistakes.startedOnce(stage);
        assertThat(play, JOBS).allAtOnce(plan.names()).leftTheCommonPoolFree();
        FailedFast failed = new FailedFast(stage, plan, play, call).atTheFirstFailure();
        assertThat(play, JOBS).returnedAtOnce();
        failed.withTheJobsOwnException();
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void fail_fast_cancels_the_rest(Stage stage) {
        Plan plan = Plan.mixed(stage.random());
        HandClock clock = stage.anotherClock();
        Stations elsewhere = new Stations(clock, plan.withoutFailures());
        Call<List<Integer>> other = stage.call("failFast", () -> Gather.failFast(elsewhere.jobs()));
        stage.until(() -> clock.pending() == plan.items().size());
        Call<List<Integer>> call = failFast(stage, plan);
        Play play = stage.play(call, plan.pendingToTheFirstFailure());

        threwNothingOfItsOwn(call);
        Mistakes.startedOnce(stage);
        assertThat(play, JOBS).allAtOnce(plan.names());
        waitedForNobodyElse(stage, call, other, clock);
        FailedFast failed =
                new FailedFast(stage, plan, play, call).atTheFirstFailure().andCancelledTheRest();
        failed.andNobodyElse(other, clock.recorder().timeline());
        goesOn(stage, other, clock);
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void fail_fast_takes_any_list_of_jobs(Stage stage) {
        emptyListIsOver(stage.call("failFast of an empty list", () -> Gather.failFast(List.<Job<Integer>>of())), stage);
        Plan plan = Plan.failingAtOnce(stage.random());
        Call<List<Integer>> call = failFast(stage, plan);
        Play play = stage.play(call);

        threwNothingOfItsOwn(call);
        Mistakes.startedOnce(stage);
        new FailedFast(stage, plan, play, call)
                .atTheFirstFailure()
                .andStartedTheRest()
                .withTheJobsOwnException()
                .andCancelledTheRest();
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void fail_fast_gives_all_values_when_nothing_fails(Stage stage) {
        Plan plan = Plan.mixed(stage.random()).withoutFailures();
        stage.rightAnswer(plan.toTheEnd());
        Stations stations = new Stations(stage.clock(), plan);
        Call<List<Integer>> call = stage.call("failFast", () -> Gather.failFast(stations.jobs()));
        Play play = stage.play(call, plan.pendingToTheEnd());

        Mistakes.startedOnce(stage);
        assertThat(play, JOBS)
                .finished()
                .allAtOnce(plan.names())
                .returnedAtOnce()
                .waitedForAll();
        new FailedFast(stage, plan, play, call).gaveAllValues();
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void fail_fast_does_not_wait_for_the_slowest(Stage stage) {
        Plan plan = Plan.ofTheLesson();
        stage.rightAnswer(plan.toTheFirstFailure());

        stage.clockLaw("failFast with a failure at half a unit", 0.5, 1.5, clock -> {
            Stations stations = new Stations(clock, plan);
            return () -> Gather.failFast(stations.jobs()).handle((values, problem) -> null);
        });
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Gather.class).neverSleeps();
    }

    /** All jobs have begun and none has ended: who waits for them has nothing to do. */
    private static void nobodyNaps(Stage stage, Plan plan, Call<?> call) {
        int all = plan.items().size();
        if (stage.until(() -> call.returned() && stage.clock().pending() == all) != Watch.End.MET) {
            return;
        }
        Naps.seen(stage.threads(), () -> stage.watchFor(() -> false), stage.timeline(), stage.rightAnswer())
                .ifPresent(seen -> {
                    throw seen;
                });
    }

    private static void emptyListIsOver(Call<? extends List<?>> call, Stage stage) {
        if (stage.until(call::isDone) != Watch.End.MET) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "where no job comes by to complete your future, complete it at once"),
                    call.method() + " never ended: its future is still open.");
        }
        if (!List.of().equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("no jobs, no results: end with an empty list"),
                    call.method() + " should end with an empty list; yours ended with " + call.value() + ".");
        }
    }

    private static void settleAllHoldsEveryOutcome(Stage stage, Plan plan) {
        Call<List<Outcome<Integer>>> call = settleAll(stage, plan);
        holdsEveryOutcome(stage, plan, stage.play(call, plan.pendingToTheEnd()), call);
    }

    private static void holdsEveryOutcome(Stage stage, Plan plan, Play play, Call<List<Outcome<Integer>>> call) {
        Mistakes.startedOnce(stage);
        Settled settled = new Settled(stage, plan, call).didNotFail();
        assertThat(play, JOBS).finished().waitedForAll();
        settled.holdsEveryOutcome();
    }

    /** Whoever ends only when the jobs of the other call have ended has waited for them. */
    private static void waitedForNobodyElse(Stage stage, Call<?> call, Call<?> other, HandClock elsewhere) {
        if (call.isDone()) {
            return;
        }
        goesOn(stage, other, elsewhere);
        if (stage.until(call::isDone) == Watch.End.MET) {
            throw stage.failure(
                    Mistakes.WAITED_FOR_OTHERS,
                    "Nothing was left to wait for, but " + call.method() + " did not end. It ended only when the jobs"
                            + " of another " + call.method() + ", called before it and under way meanwhile, had ended"
                            + " too.");
        }
    }

    /** The other call's jobs end: what waits for them shall not be left behind. */
    private static void goesOn(Stage stage, Call<?> other, HandClock elsewhere) {
        elsewhere.letGo();
        stage.watchFor(other::isDone);
    }

    private static Call<List<Outcome<Integer>>> settleAll(Stage stage, Plan plan) {
        stage.rightAnswer(plan.toTheEnd());
        Stations stations = new Stations(stage.clock(), plan);
        return stage.call("settleAll", () -> Gather.settleAll(stations.jobs()));
    }

    private static Call<List<Integer>> failFast(Stage stage, Plan plan) {
        stage.rightAnswer(plan.toTheFirstFailure());
        Stations stations = new Stations(stage.clock(), plan);
        return stage.call("failFast", () -> Gather.failFast(stations.jobs()));
    }

    /** What the method threw says more than that some job never began, unless a job's failure came through it. */
    private static void threwNothingOfItsOwn(Call<?> call) {
        boolean threw = call.returned() && call.future().isEmpty();
        if (threw
                && call.failure()
                        .filter(problem -> Mistakes.tellsOf(problem, JobFailed.class))
                        .isEmpty()) {
            call.value();
        }
    }
}
