package kata.countasync.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import kata.countasync.CountAsync;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class CountAsyncTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void a_count_says_One_then_pauses_then_says_Two(Stage stage) {
        String id = stage.names(1).get(0);
        stage.rightAnswer(Timeline.ideal().with(id, 0, 1));
        Counts counts = new Counts(stage.clock());

        Call<Void> count = stage.call("count", () -> CountAsync.count(id, counts, counts));
        Play play = stage.play(count, 1);

        assertThat(play, "counts").finished().allAtOnce(List.of(id)).waitedForAll();
        counts.saidEverything(stage, List.of(id));
    }

    @Test
    @Order(2)
    @Tag("task-2")
    void all_counts_pause_at_the_same_time(Stage stage) {
        List<String> ids = stage.names(3 + stage.random().nextInt(3));
        stage.rightAnswer(together(ids));
        Counts counts = new Counts(stage.clock());

        Call<Void> all = stage.call("countAll", () -> CountAsync.countAll(ids, counts, counts));
        Play play = stage.play(all, ids.size());

        assertThat(play, "counts")
                .finished()
                .allAtOnce(ids)
                .leftTheCommonPoolFree()
                .waitedForAll();
        counts.saidEverything(stage, ids);
        counts.saidOneBeforeAnyTwo(stage, ids);
    }

    @Test
    @Order(3)
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
    @Order(4)
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
