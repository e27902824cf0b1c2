package kata.iocpu.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.iocpu.given.Kind;
import kata.testkit.Call;
import kata.testkit.Loop;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * Two Workers at the same time, for such numbers of cores, that share nothing. Asked only where one alone did all
 * that it should, so that whatever goes wrong now goes wrong because there are two.
 */
record TwoWorkers(Stage stage, int fewer, int more) {
    private static final Cause SHARED_CORES = new Cause(
            "shared-cores",
            "two Workers shared what each should own",
            "keep pools, threads, queues and permits in fields that are not static: each Workers makes its own in its"
                    + " constructor, and closes no others",
            99);

    /** Each uses as many cores as it was told, and the one that is still open goes on when the other is closed. */
    void shareNothing() {
        List<Task> prints = called("print", 2 * fewer);
        List<Task> films = called("film", 2 * more);
        List<Task> later = called("scan", more);
        stage.rightAnswer(right(prints, films, later));
        try (Opened one = new Opened(stage, fewer);
                Opened other = new Opened(stage, more)) {
            Shift onOne = new Shift(stage.clock(), one.workers());
            Shift onOther = new Shift(stage.clock(), other.workers());
            Call<Void> both = stage.call(
                    "submit", stage.loop(), () -> CompletableFuture.allOf(onOne.submit(prints), onOther.submit(films)));
            Play together = stage.play(both, fewer + more, fewer + more);
            String were = "Two Workers were open, one for " + fewer + " cores and one for " + more + ". ";
            ended(together, onOne, prints, were);
            ended(together, onOther, films, were);
            atOnce(prints, fewer, were);
            atOnce(films, more, were);

            one.closing();
            Call<Void> last = stage.call("submit", stage.loop(), () -> onOther.submit(later));
            Play alone = stage.play(last, more);
            String closed = were + "Then the first was closed, and the second had another " + more + " tasks to run. ";
            ended(alone, onOther, later, closed);
            atOnce(later, more, closed);
        }
    }

    private static List<Task> called(String name, int count) {
        List<Task> tasks = new ArrayList<>();
        for (Task task : Task.of(Kind.CPU, count, i -> 1)) {
            tasks.add(task.called(name + " " + (tasks.size() + 1)));
        }
        return tasks;
    }

    private void ended(Play play, Shift shift, List<Task> tasks, String were) {
        Optional<Throwable> thrown = play.call().isDone()
                ? play.call().failure().filter(seen -> !(seen instanceof KataFailure))
                : Optional.empty();
        if (thrown.isPresent()) {
            throw stage.failure(SHARED_CORES, were + "submit ended with " + thrown.get() + ".");
        }
        for (Task task : tasks) {
            CompletableFuture<String> future = shift.future(task);
            if (future == null || !future.isDone()) {
                throw stage.failure(SHARED_CORES, were + "The future of " + task.name() + " never ended.");
            }
            if (future.isCompletedExceptionally()) {
                throw stage.failure(
                        SHARED_CORES,
                        were + "The future of " + task.name() + " ended with " + Call.unwrap(future.exceptionNow())
                                + ".");
            }
        }
    }

    private void atOnce(List<Task> tasks, int cores, String were) {
        List<String> lanes = tasks.stream().map(Task::lane).toList();
        int peak = stage.timeline().peak(span -> lanes.contains(span.lane()));
        if (peak != cores) {
            throw stage.failure(
                    SHARED_CORES,
                    were + "Of the tasks of the one for " + cores + " cores, "
                            + (peak < cores
                                    ? "only " + peak + " ever ran at the same time."
                                    : peak + " ran at the same time: more than it has cores."));
        }
    }

    /** What is drawn already, and then each task in its turn. */
    private Timeline right(List<Task> prints, List<Task> films, List<Task> later) {
        List<Span> before = stage.rightAnswer().spans().stream()
                .filter(span -> !span.lane().equals(Loop.LANE))
                .toList();
        Timeline timeline = new Timeline(before, List.of());
        double now = stage.clock().now();
        timeline = inTurn(timeline, prints, fewer, now);
        timeline = inTurn(timeline, films, more, now);
        timeline = inTurn(timeline, later, more, timeline.end());
        return Loop.beats(timeline, timeline.end());
    }

    private static Timeline inTurn(Timeline timeline, List<Task> tasks, int cores, double from) {
        Timeline with = timeline;
        for (int i = 0; i < tasks.size(); i++) {
            double begins = from + i / cores;
            with = with.with(tasks.get(i).lane(), Span.Kind.WORK, begins, begins + 1);
        }
        return with;
    }
}
