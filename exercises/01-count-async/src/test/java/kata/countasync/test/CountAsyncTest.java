package kata.countasync.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import kata.countasync.CountAsync;
import kata.countasync.given.Pause;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class CountAsyncTest {
    private static final String COUNTS = "counts";
    private static final Cause NOT_EACH =
            Causes.RETURNED_TOO_EARLY.advising("wait for every count that you started, and"
                    + " for both of an id that is in the list twice: keep their futures in a list, not in a map by id");

    @Test
    @Order(1)
    @Tag("task-1")
    void a_count_says_One_then_pauses_then_says_Two(Stage stage) {
        String id = stage.names(1).get(0);
        stage.rightAnswer(Timeline.ideal().with(id, 0, 1));
        Counts counts = new Counts(stage.clock());

        Call<Void> count = stage.call("count", () -> CountAsync.count(id, counts, counts));
        Play play = stage.play(count, 1);

        Heard heard = new Heard(stage, play).wentOnAfterThePause(id);
        assertThat(play, COUNTS).finished().allAtOnce(List.of(id)).returnedAtOnce();
        heard.everything(List.of(id));
        assertThat(play, COUNTS)
                .wasDoneLast(Causes.RETURNED_TOO_EARLY.advising(
                        "give back the future of what follows the pause, not that of the pause"));
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void twelve_counts_hold_no_thread_each(Stage stage) {
        List<String> ids = stage.names(12);
        stage.rightAnswer(together(ids));
        Counts counts = new Counts(stage.clock());

        // Not by way of countAll, which may wait as it likes.
        Call<Void> all = stage.call(
                "count",
                () -> CompletableFuture.allOf(ids.stream()
                        .map(id -> CountAsync.count(id, counts, counts))
                        .filter(Objects::nonNull) // the test above tells of that
                        .toArray(CompletableFuture[]::new)));
        Play play = stage.play(all, ids.size());

        assertThat(play, COUNTS).finished();
        new Heard(stage, play).heldNoThreadEach(ids);
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void all_counts_pause_at_the_same_time(Stage stage) {
        List<String> ids = stage.names(3 + stage.random().nextInt(3));
        stage.rightAnswer(together(ids));
        Counts counts = new Counts(stage.clock());
        stage.clock().lastBegunEndsFirst();

        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(ids, counts, counts));
        Play play = stage.play(all, ids.size());

        assertThat(play, COUNTS).finished().allAtOnce(ids).leftTheCommonPoolFree();
        new Heard(stage, play).everything(ids).oneBeforeAnyTwo();
        assertThat(play, COUNTS).wasDoneLast();
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void twelve_counts_pause_at_the_same_time_and_one_of_them_twice(Stage stage) {
        List<String> names = stage.names(12);
        List<String> ids = new ArrayList<>(names);
        ids.add(names.get(stage.random().nextInt(names.size())));
        stage.rightAnswer(together(ids));
        Counts counts = new Counts(stage.clock());

        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(List.copyOf(ids), counts, counts));
        Play play = stage.play(all, ids.size());

        assertThat(play, COUNTS).finished().allAtOnce(names);
        new Heard(stage, play).everything(ids);
        assertThat(play, COUNTS).wasDoneLast(NOT_EACH);
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void an_id_that_is_there_twice_is_waited_for_twice(Stage stage) {
        List<String> names = stage.names(3);
        List<String> ids = new ArrayList<>(names);
        ids.add(names.get(0));
        stage.rightAnswer(together(ids));
        Counts counts = new Counts(stage.clock());
        // Of the two counts with the same id the later one ended last above; here it is the earlier one.
        stage.clock().lastBegunEndsFirst();

        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(List.copyOf(ids), counts, counts));
        Play play = stage.play(all, ids.size());

        assertThat(play, COUNTS).finished().allAtOnce(names);
        new Heard(stage, play).everything(ids);
        assertThat(play, COUNTS).wasDoneLast(NOT_EACH);
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_list_does_not_wait_for_the_counts_of_another(Stage stage) {
        List<String> names = stage.names(5);
        List<String> others = names.subList(0, 2);
        List<String> ids = names.subList(2, 5);
        stage.rightAnswer(together(ids).with(others.get(0), 0, 2).with(others.get(1), 0, 2));
        Counts counts = new Counts(stage.clock());
        Pause longer = (id, seconds) -> counts.seconds(id, 2 * seconds);

        Call<Void> other = stage.call("countAll", () -> CountAsync.countAll(others, counts, longer));
        stage.until(() -> other.isDone() || stage.clock().pending() == others.size());
        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(ids, counts, counts));
        stage.until(() -> all.isDone() || stage.clock().pending() == names.size());
        stage.advance();
        stage.until(all::isDone);
        Play play = stage.play(all, others.size());

        assertThat(play, COUNTS).finished().allAtOnce(ids);
        new Heard(stage, play).endedWithItsOwn(ids, others);
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void an_empty_list_is_over_at_once(Stage stage) {
        Counts counts = new Counts(stage.clock());

        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(List.of(), counts, counts));
        Play play = stage.play(all);

        assertThat(play, COUNTS).endedThoughThereWereNone();
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void three_counts_take_as_long_as_one(Stage stage) {
        List<String> ids = List.of("A", "B", "C");
        stage.rightAnswer(together(ids));

        stage.clockLaw("Your three counts", 1, 1.9, clock -> {
            Counts counts = new Counts(clock);
            return () -> CountAsync.countAll(ids, counts, counts);
        });
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(CountAsync.class).neverSleeps();
    }

    private static Timeline together(List<String> ids) {
        Timeline timeline = Timeline.ideal();
        for (String id : ids) {
            timeline = timeline.with(id, 0, 1);
        }
        return timeline;
    }
}
