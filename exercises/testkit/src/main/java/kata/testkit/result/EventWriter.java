package kata.testkit.result;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import kata.testkit.diagnosis.Cause;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a run as JSON, an event a line, each line whole before the next begins: whoever reads after a crash still
 * has everything up to it. The field names are those of the grader's records.
 */
final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private final Consumer<String> line;

    /** @param line takes each event, without its line break */
    EventWriter(Consumer<String> line) {
        this.line = line;
    }

    void plan(List<String> tests, long seed, long unitMillis) {
        event("plan", json -> {
            json.writeName("tests").writeStartArray();
            tests.forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("seed", seed);
            json.writeNumberProperty("unitMillis", unitMillis);
            json.writeStringProperty("java", System.getProperty("java.version"));
        });
    }

    void started(String test) {
        event("started", json -> json.writeStringProperty("test", test));
    }

    void preparing() {
        event("preparing", json -> {});
    }

    void prepared() {
        event("prepared", json -> {});
    }

    void finished(
            String test,
            String outcome,
            double millis,
            Failure failure,
            Reports.Pictures pictures,
            List<String> notes) {
        event("finished", json -> {
            json.writeStringProperty("test", test);
            json.writeStringProperty("outcome", outcome);
            json.writeNumberProperty("millis", millis);
            if (failure != null) {
                failure(json, failure);
            }
            timeline(json, "yours", pictures.yours());
            timeline(json, "right", pictures.right());
            json.writeName("notes").writeStartArray();
            notes.forEach(json::writeString);
            json.writeEndArray();
        });
    }

    void done(long tests) {
        event("done", json -> json.writeNumberProperty("count", tests));
    }

    /** What a red test has to say; {@code cause} is null where the kata did not expect such a failure. */
    record Failure(Cause cause, String happened, List<Sighting> sightings, String stack) {}

    private void event(String name, Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("event", name);
            body.accept(json);
            json.writeEndObject();
        }
        line.accept(text.toString());
    }

    private static void failure(JsonGenerator json, Failure failure) {
        json.writeName("failure").writeStartObject();
        if (failure.cause() != null) {
            json.writeName("cause").writeStartObject();
            json.writeStringProperty("id", failure.cause().id());
            json.writeStringProperty("title", failure.cause().title());
            json.writeStringProperty("tryThis", failure.cause().tryThis());
            json.writeNumberProperty("rank", failure.cause().rank());
            json.writeEndObject();
        }
        json.writeStringProperty("happened", failure.happened());
        json.writeName("sightings").writeStartArray();
        for (Sighting seen : failure.sightings()) {
            json.writeStartObject();
            json.writeStringProperty("file", seen.file());
            json.writeNumberProperty("line", seen.line());
            json.writeStringProperty("method", seen.method());
            json.writeStringProperty("call", seen.call());
            json.writeStringProperty("thread", seen.thread());
            json.writeNumberProperty("units", seen.units());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("stack", failure.stack());
        json.writeEndObject();
    }

    private static void timeline(JsonGenerator json, String name, Timeline timeline) {
        json.writeName(name).writeStartObject();
        json.writeName("spans").writeStartArray();
        for (Span span : timeline.spans()) {
            json.writeStartObject();
            json.writeStringProperty("lane", span.lane());
            json.writeStringProperty("what", span.what());
            json.writeStringProperty("kind", span.kind().name());
            json.writeStringProperty("thread", span.thread());
            json.writeNumberProperty("from", span.from());
            json.writeNumberProperty("to", span.to());
            json.writeNumberProperty("begun", span.begun());
            json.writeNumberProperty("ended", span.ended());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("marks").writeStartArray();
        for (Mark mark : timeline.marks()) {
            json.writeStartObject();
            json.writeStringProperty("lane", mark.lane());
            json.writeStringProperty("what", mark.what());
            json.writeStringProperty("thread", mark.thread());
            json.writeNumberProperty("at", mark.at());
            json.writeNumberProperty("order", mark.order());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
