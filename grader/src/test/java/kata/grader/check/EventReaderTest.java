package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final String PLAN = """
            {"event":"plan","tests":["T.a","T.b"],"seed":7,"unitMillis":100,"java":"21.0.1"}""";
    private static final String STARTED = """
            {"event":"started","test":"T.a"}""";
    private static final String FINISHED = """
            {"event":"finished","test":"T.a","outcome":"failed","millis":12.5,
            "failure":{"cause":{"id":"busy-wait","title":"t","tryThis":"y","rank":30},"happened":"It spun.",
            "sightings":[{"file":"A.java","line":3,"method":"m","call":"","thread":"kata-caller"}],"stack":"s"},
            "yours":{"spans":[{"lane":"A","what":"w","kind":"WAIT","thread":"x","from":0.0,"to":1.0,"begun":1,"ended":2}],"marks":[]},
            "right":{"spans":[],"marks":[]},"notes":["n"]}""".replace("\n", "");
    private static final String DONE = """
            {"event":"done","count":1}""";
    private final EventReader reader = new EventReader();

    private Run read(String... lines) {
        List.of(lines).forEach(reader::line);
        return reader.run(new Run.End(0, false), "printed");
    }

    @Test
    void a_whole_run_is_put_together_from_its_events() {
        Run run = read(PLAN, STARTED, FINISHED, DONE);

        assertThat(run.planned()).containsExactly("T.a", "T.b");
        assertThat(run.complete()).isTrue();
        assertThat(run.unfinished()).isNull();
        assertThat(run.seed()).isEqualTo(7);
        assertThat(run.java()).isEqualTo("21.0.1");
        assertThat(run.output()).isEqualTo("printed");
        TestResult test = run.tests().get(0);
        assertThat(test.cause().orElseThrow().id()).isEqualTo("busy-wait");
        assertThat(test.failure().sightings().get(0).place()).isEqualTo("A.java:3");
        assertThat(test.yours().spans().get(0).to()).isEqualTo(1);
        assertThat(test.notes()).containsExactly("n");
    }

    @Test
    void half_a_line_is_passed_over_and_its_test_counts_as_unfinished() {
        Run run = read(PLAN, STARTED, FINISHED.substring(0, FINISHED.length() / 2));

        assertThat(run.tests()).isEmpty();
        assertThat(run.unfinished()).isEqualTo("T.a");
        assertThat(run.complete()).isFalse();
    }

    @Test
    void an_unknown_event_is_passed_over() {
        Run run = read(PLAN, """
                {"event":"applause","test":"T.a"}""", STARTED, FINISHED, DONE);

        assertThat(run.tests()).hasSize(1);
        assertThat(run.complete()).isTrue();
    }

    @Test
    void an_unknown_field_is_passed_over() {
        Run run = read(PLAN, STARTED, FINISHED.replace("\"millis\":12.5", "\"millis\":12.5,\"mood\":\"good\""), DONE);

        assertThat(run.tests()).hasSize(1);
    }

    @Test
    void what_is_no_event_at_all_is_passed_over() {
        Run run = read("", "hello", "[1, 2]", "42", "null", "{}", "{\"event\":{}}", "{\"event\":\"plan\"}", "\u0000");

        assertThat(run.tests()).isEmpty();
        assertThat(run.complete()).isFalse();
    }

    @Test
    void a_finished_test_of_the_wrong_shape_is_passed_over() {
        Run run = read(STARTED, """
                {"event":"finished","test":"T.a","outcome":"passed","millis":"soon"}""");

        assertThat(run.tests()).isEmpty();
        assertThat(run.unfinished()).isEqualTo("T.a");
    }
}
