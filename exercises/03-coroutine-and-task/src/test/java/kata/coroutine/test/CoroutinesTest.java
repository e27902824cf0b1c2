package kata.coroutine.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import kata.coroutine.Coroutines;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class CoroutinesTest {
    private static final String TASKS = "tasks";

    @Test
    @Order(1)
    @Tag("task-1")
    void a_coroutine_that_nobody_awaits_never_runs(Stage stage) {
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, 1);

        Call<Coro<Integer>> call = stage.callBlocking("coro", () -> Main.coro(anyfunc));
        stage.until(() -> call.isDone() || anyfunc.runs() > 0);
        // What a factory leaves to another thread is seen as well.
        stage.watchFor(() -> anyfunc.runs() > 0);

        if (anyfunc.runs() > 0) {
            throw stage.failure(
                    Mistakes.STARTED_TOO_EARLY,
                    "`anyfunc` was started when it was only created: 1 run. Nobody has awaited it, so it should be 0 runs.");
        }
        if (!call.isDone()) {
            throw stage.failure(Causes.NEVER_FINISHED, "coro() never came back.");
        }
        call.value();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void awaiting_a_coroutine_runs_it_once(Stage stage) {
        stage.rightAnswer(onceAndSomethingElse());
        int value = anyValue(stage);
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, value);

        Call<List<Integer>> call = stage.call("Coro.await", () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            CompletableFuture<Integer> first = Main.await(coro);
            CompletableFuture<Integer> second = Main.await(coro);
            CompletableFuture<Integer> late = first.thenCompose(got -> Main.await(coro));
            return all(List.of(first, second, late, longAfter(stage, first).thenCompose(free -> Main.await(coro))));
        });
        Play play = stage.play(call, 1, 1);

        assertThat(play, TASKS).finished().leftTheCommonPoolFree();
        Seen seen = new Seen(stage, play, anyfunc).ranOnce("The coroutine was awaited four times");
        assertThat(play, TASKS).returnedAtOnce().waitedForAll();
        seen.allGot(value, call.value());
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void two_coroutines_of_one_body_are_two_runs(Stage stage) {
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, anyValue(stage));

        Call<Void> call = stage.call("Coro.await", () -> {
            CompletableFuture<Integer> first = Main.await(Main.coro(anyfunc));
            return CompletableFuture.allOf(first, Main.await(Main.coro(anyfunc)));
        });
        Play play = stage.play(call, 2);

        assertThat(play, TASKS).finished();
        if (anyfunc.runs() < 2) {
            throw stage.failure(
                    Mistakes.NEVER_STARTED.advising("keep the outcome in the Coro itself: what is kept by the body is"
                            + " shared by all coroutines that were made of it"),
                    "Two coroutines were made of `anyfunc`, and both were awaited, but it ran only once. Each coroutine"
                            + " runs its body.");
        }
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void a_task_runs_though_nobody_awaits_it_yet(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with(Anyfunc.NAME, 0, 1));
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, anyValue(stage));

        Call<Task<Integer>> call = stage.callBlocking("createTask", () -> create(stage, Main.coro(anyfunc)));
        // The call is over before a body that begins on another thread has begun.
        stage.until(() -> stage.clock().pending() > 0 || call.failure().isPresent());
        Play play = stage.play(call, 1);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc).ranOnce("createTask was called").createdAtOnce();
        assertThat(play, TASKS).leftTheCommonPoolFree();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void everyone_who_awaits_a_task_gets_the_value_of_its_only_run(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with(Anyfunc.NAME, 0, 1));
        int value = anyValue(stage);
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, value);

        Call<List<Integer>> call = stage.call("Task.await", () -> {
            Task<Integer> task = create(stage, Main.coro(anyfunc));
            CompletableFuture<Integer> first = Main.await(task);
            CompletableFuture<Integer> second = Main.await(task);
            return all(List.of(first, second, first.thenCompose(got -> Main.await(task))));
        });
        Play play = stage.play(call, 1);

        assertThat(play, TASKS).finished().leftTheCommonPoolFree();
        Seen seen = new Seen(stage, play, anyfunc)
                .ranOnce("The task was awaited three times")
                .createdAtOnce();
        assertThat(play, TASKS).returnedAtOnce().waitedForAll();
        seen.allGot(value, call.value());
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void two_tasks_of_one_coroutine_share_its_only_run(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with(Anyfunc.NAME, 0, 1));
        int value = anyValue(stage);
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, value);

        Call<List<Integer>> call = stage.call("Task.await", () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            Task<Integer> one = create(stage, coro);
            Task<Integer> other = create(stage, coro);
            return all(List.of(Main.await(one), Main.await(other), Main.await(coro)));
        });
        Play play = stage.play(call, 1);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc)
                .ranOnce("Two tasks were created of one coroutine, and it was awaited as well")
                .createdAtOnce()
                .allGot(value, call.value());
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void a_task_of_a_coroutine_that_runs_already_shares_its_run(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with(Anyfunc.NAME, 0, 1));
        int value = anyValue(stage);
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, value);

        Call<List<Integer>> call = stage.call("Task.await", () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            CompletableFuture<Integer> awaited = Main.await(coro);
            return all(List.of(awaited, Main.await(create(stage, coro))));
        });
        Play play = stage.play(call, 1);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc)
                .ranOnce("The coroutine was awaited, and then a task was created of it")
                .allGot(value, call.value());
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void a_body_may_end_with_null(Stage stage) {
        stage.rightAnswer(onceAndSomethingElse());
        Anyfunc anyfunc = Anyfunc.returning(stage.clock(), Anyfunc.NAME, null);

        Call<List<Integer>> call = stage.call("Task.await", () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            Task<Integer> task = create(stage, coro);
            CompletableFuture<Integer> first = Main.await(task);
            CompletableFuture<Integer> late = longAfter(stage, first).thenCompose(free -> Main.await(coro));
            return all(List.of(first, Main.await(coro), late, late.thenCompose(got -> Main.await(task))));
        });
        Play play = stage.play(call, 1, 1);

        Seen seen = new Seen(stage, play, anyfunc).tookNullForAValue();
        assertThat(play, TASKS).finished();
        seen.ranOnce(
                        "A task whose value is null was awaited, and its coroutine as well, while it ran and after it had ended")
                .allGot(null, call.value());
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void tasks_awaited_in_turn_run_side_by_side(Stage stage) {
        runSideBySide(stage, stage.names(3 + stage.random().nextInt(2)));
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void forty_tasks_run_side_by_side(Stage stage) {
        // More than any pool that one would think large enough.
        runSideBySide(stage, IntStream.rangeClosed(1, 40).mapToObj(i -> "T" + i).toList());
    }

    @Test
    @Order(11)
    @Tag("task-2")
    void three_tasks_take_as_long_as_one(Stage stage) {
        List<String> names = List.of("A", "B", "C");
        stage.rightAnswer(sideBySide(names));

        stage.clockLaw("Three tasks, awaited in turn,", 1, 2.4, clock -> () -> startAllThenAwaitInTurn(clock, names));
    }

    @Test
    @Order(12)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Coroutines.class).neverSleeps();
    }

    @Test
    @Order(13)
    @Tag("task-3")
    void a_failure_reaches_everyone_who_awaits(Stage stage) {
        stage.rightAnswer(onceAndSomethingElse());
        AnyfuncFailed problem = new AnyfuncFailed("no " + stage.names(1).get(0) + " today");
        Anyfunc anyfunc = Anyfunc.failing(stage.clock(), problem);

        Call<List<Optional<Throwable>>> call = stage.call("Task.await", () -> awaitTheProblem(stage, anyfunc));
        Play play = stage.play(call, 1, 1);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc)
                .ranOnce("A coroutine that fails was awaited twice, and so was a task of it")
                .allHeardOf(problem, call.value());
    }

    @Test
    @Order(14)
    @Tag("task-3")
    void a_body_that_throws_at_once_fails_those_who_await_it(Stage stage) {
        AnyfuncFailed problem = new AnyfuncFailed("no " + stage.names(1).get(0) + " today");
        Anyfunc anyfunc = Anyfunc.throwingAtOnce(stage.clock(), problem);

        Call<List<Optional<Throwable>>> call = stage.call("Task.await", () -> awaitTheProblem(stage, anyfunc));
        Play play = stage.play(call, 1);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc)
                .ranOnce("A coroutine whose body throws at once was awaited twice, and so was a task of it")
                .allHeardOf(problem, call.value());
        awaitedWithoutATask(stage, problem);
    }

    /** The first await is what runs the body here, and createTask cannot catch what it throws. */
    private static void awaitedWithoutATask(Stage stage, AnyfuncFailed problem) {
        Anyfunc anyfunc = Anyfunc.throwingAtOnce(stage.clock(), problem);

        Call<List<Optional<Throwable>>> call = stage.call("Coro.await", () -> {
            Coro<Integer> coro = Main.coro(anyfunc);
            return all(List.of(problemOf(Main.await(coro)), problemOf(Main.await(coro))));
        });
        Play play = stage.play(call);

        assertThat(play, TASKS).finished();
        new Seen(stage, play, anyfunc)
                .ranOnce("A coroutine whose body throws at once was awaited twice")
                .allHeardOf(problem, call.value());
    }

    private static int anyValue(Stage stage) {
        return 1 + stage.random().nextInt(1000);
    }

    private static Task<Integer> create(Stage stage, Coro<Integer> coro) {
        Task<Integer> task = Main.createTask(coro);
        stage.recorder().mark(Anyfunc.NAME, Seen.CREATED);
        return task;
    }

    private static void runSideBySide(Stage stage, List<String> names) {
        stage.rightAnswer(sideBySide(names));

        Call<Void> call = stage.call("Task.await", () -> startAllThenAwaitInTurn(stage.clock(), names));
        Play play = stage.play(call, names.size());

        assertThat(play, TASKS).finished().leftTheCommonPoolFree();
        new Seen(stage, play, Anyfunc.returning(stage.clock(), names.get(0), 0))
                .createdAtOnce()
                .sideBySide(names);
        assertThat(play, TASKS).allAtOnce(names).waitedForAll();
    }

    private static CompletableFuture<Void> startAllThenAwaitInTurn(KataClock clock, List<String> names) {
        List<Task<Integer>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(Main.createTask(Main.coro(Anyfunc.returning(clock, name, 1))));
            clock.recorder().mark(name, Seen.CREATED);
        }
        return Main.awaitInTurn(tasks);
    }

    private static CompletionStage<List<Optional<Throwable>>> awaitTheProblem(Stage stage, Anyfunc anyfunc) {
        Coro<Integer> coro = Main.coro(anyfunc);
        Task<Integer> task = create(stage, coro);
        CompletableFuture<Optional<Throwable>> first = problemOf(Main.await(task));
        CompletableFuture<Optional<Throwable>> second = problemOf(Main.await(coro));
        CompletableFuture<Optional<Throwable>> late =
                longAfter(stage, first).thenCompose(free -> problemOf(Main.await(task)));
        return all(List.of(first, second, late, late.thenCompose(seen -> problemOf(Main.await(coro)))));
    }

    private static CompletableFuture<Optional<Throwable>> problemOf(CompletableFuture<Integer> awaited) {
        return awaited.handle((value, problem) -> Optional.ofNullable(problem));
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(
                        ended -> futures.stream().map(CompletableFuture::join).toList());
    }

    /**
     * A second of something else, once this has ended. Until then all has been done that hangs on the end of the run,
     * as clearing it away: of what hangs on one future, what was hung on it last is done first.
     */
    private static CompletableFuture<Void> longAfter(Stage stage, CompletableFuture<?> awaited) {
        return awaited.thenCompose(got -> stage.clock().pause(Main.LANE, "something else", 1));
    }

    private static Timeline onceAndSomethingElse() {
        return Timeline.ideal().with(Anyfunc.NAME, 0, 1).with(Main.LANE, 1, 2);
    }

    private static Timeline sideBySide(List<String> names) {
        Timeline timeline = Timeline.ideal();
        for (String name : names) {
            timeline = timeline.with(name, 0, 1);
        }
        return timeline;
    }
}
