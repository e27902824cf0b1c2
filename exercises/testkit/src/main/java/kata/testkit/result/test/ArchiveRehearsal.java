package kata.testkit.result.test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import kata.testkit.Call;
import kata.testkit.GivenClient;
import kata.testkit.Kata;
import kata.testkit.Loopback;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.result.Rehearsal;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Run only where an archive of classes is made: does what the right answer to the first exercise does not, so that
 * a red check, too, finds its classes loaded. Most of its tests fail, as they should, and nobody hears of it.
 */
@Kata
public final class ArchiveRehearsal {

    /** To fetch a page takes a thousand classes. */
    @Test
    void a_page_is_fetched() throws Exception {
        try (Loopback server = new Loopback(exchange -> {
                    exchange.sendResponseHeaders(200, 1);
                    exchange.getResponseBody().write('!');
                    exchange.close();
                });
                GivenClient given = new GivenClient()) {
            HttpRequest page = HttpRequest.newBuilder(server.uri("/")).build();
            given.client().sendAsync(page, BodyHandlers.ofString()).join();
        }
    }

    @Test
    void an_answer_waits_for_one_after_the_other(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with("Ada", Span.Kind.WAIT, 0, 1).with("Ben", Span.Kind.WAIT, 0, 1));
        Call<Void> call = stage.call("oneAfterAnother", () -> Rehearsal.oneAfterAnother(stage.clock()));
        PlayAssert.assertThat(stage.play(call, 2, 1), "pauses").allAtOnce(List.of("Ada", "Ben"));
    }

    /** The flight recorder alone takes six hundred. */
    @Test
    void a_spinning_thread_is_looked_for(Stage stage) {
        stage.threads().virtualSpinner();
    }

    @Test
    void a_number_is_wrong(Stage stage) {
        Assertions.assertThat(1).as("one").isEqualTo(2);
    }

    @Test
    void a_list_is_wrong(Stage stage) {
        Assertions.assertThat(List.of("Ada")).containsExactly("Ben");
    }
}
