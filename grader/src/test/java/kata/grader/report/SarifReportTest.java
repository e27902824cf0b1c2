package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private final Sighting read = new Sighting("Tea.java", 7, "rest", "Thread.sleep", Sighting.IN_THE_CODE);

    @Test
    void what_was_read_in_the_code_is_told_once_with_rule_file_and_line() {
        TestResult test = Pages.red("rest() sleeps", Timeline.EMPTY, read);
        JsonNode run = run(test, test);
        assertThat(run.at("/tool/driver/rules")).hasSize(1);
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("grave");
        assertThat(run.at("/results")).hasSize(1);
        assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("grave");
        assertThat(run.at("/results/0/message/text").asString()).isEqualTo("rest() sleeps");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("exercises/03-make-tea/a%20b/Tea.java");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(7);
    }

    @Test
    void what_was_seen_at_run_time_is_left_out() {
        assertThat(run(Pages.red("held", Pages.YOURS, Pages.JOIN)).at("/results"))
                .isEmpty();
    }

    private static JsonNode run(TestResult... tests) {
        var result = Pages.result(Verdict.FAILED, "no", "no", tests[0], tests);
        JsonNode file =
                JsonMapper.shared().readTree(new SarifReport(slug -> "exercises/" + slug + "/a b").of(List.of(result)));
        assertThat(file.path("version").asString()).isEqualTo("2.1.0");
        assertThat(file.path("$schema").asString()).endsWith("sarif-2.1.0.json");
        return file.at("/runs/0");
    }
}
