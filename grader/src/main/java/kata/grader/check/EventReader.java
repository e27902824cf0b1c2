package kata.grader.check;

import java.util.ArrayList;
import java.util.List;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Puts a {@link Run} together from the events that the testkit writes, one a line. */
public final class EventReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<String> planned = new ArrayList<>();
    private final List<TestResult> tests = new ArrayList<>();
    private String running;
    private boolean complete;
    private long seed;
    private long unitMillis;
    private String java = "";

    /** Takes one event; a line that is none is passed over. */
    public void line(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            switch (event.path("event").asString("")) {
                case "plan" -> {
                    event.path("tests").forEach(test -> planned.add(test.asString()));
                    seed = event.path("seed").asLong();
                    unitMillis = event.path("unitMillis").asLong();
                    java = event.path("java").asString("");
                }
                case "started" -> running = event.path("test").asString();
                case "finished" -> {
                    tests.add(JSON.treeToValue(event, TestResult.class));
                    running = null;
                }
                case "done" -> complete = true;
                default -> {
                    // For somebody else, as the time of preparations, or from a newer testkit.
                }
            }
        } catch (JacksonException notAnEvent) {
            // Half a line, from a process that died in the middle of it.
        }
    }

    /** The run so far. */
    public Run run(Run.End end, String output) {
        return new Run(
                List.copyOf(planned), List.copyOf(tests), running, complete, end, output, seed, unitMillis, java);
    }
}
