package kata.testkit.diagnosis;

import java.util.List;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.TextTimeline;
import kata.testkit.timeline.Timeline;

/**
 * What a test throws when an answer is wrong: the mistake by name, and what was seen of it. Its message holds all
 * of that, so that plain {@code mvn test} and an IDE show the learner what {@code kata check} shows.
 */
public final class KataFailure extends AssertionError {
    private static final long serialVersionUID = 1;
    private final transient Cause cause;
    private final String happened;
    private final transient List<Sighting> sightings;
    private final transient Timeline yours;
    private final transient Timeline right;

    /**
     * @param cause the mistake
     * @param happened one or two sentences in the lesson's words
     * @param sightings lines of the answer that show it; may be empty
     * @param yours what was recorded; may be empty
     * @param right what a right answer looks like; may be empty
     */
    public KataFailure(Cause cause, String happened, List<Sighting> sightings, Timeline yours, Timeline right) {
        super(message(cause, happened, sightings, yours, right), null);
        this.cause = cause;
        this.happened = happened;
        this.sightings = List.copyOf(sightings);
        this.yours = yours;
        this.right = right;
        setStackTrace(sightings.stream()
                .map(seen -> new StackTraceElement("", seen.method(), seen.file(), seen.line()))
                .toArray(StackTraceElement[]::new));
    }

    /** A failure of which a sentence says everything. */
    public KataFailure(Cause cause, String happened) {
        this(cause, happened, List.of(), Timeline.EMPTY, Timeline.EMPTY);
    }

    /** The same failure with what a recording found of its lines; itself if that is nothing new. */
    public KataFailure with(List<Sighting> recorded) {
        List<Sighting> all = Blame.with(cause, sightings, recorded);
        return all.equals(sightings) ? this : new KataFailure(cause, happened, all, yours, right);
    }

    private static String message(
            Cause cause, String happened, List<Sighting> sightings, Timeline yours, Timeline right) {
        StringBuilder text = new StringBuilder(happened);
        if (!yours.isEmpty()) {
            text.append("\n\n")
                    .append(new TextTimeline(false, 80).draw(yours, right))
                    .append('\n');
        }
        Sighting.lines(sightings).forEach(line -> text.append("\n  ").append(line));
        return text.append(sightings.isEmpty() ? "\n" : "\n\n")
                .append("  Try   ")
                .append(cause.tryThis())
                .append('\n')
                .toString();
    }

    public Cause cause() {
        return cause;
    }

    public String happened() {
        return happened;
    }

    public List<Sighting> sightings() {
        return sightings;
    }

    public Timeline yours() {
        return yours;
    }

    public Timeline right() {
        return right;
    }
}
