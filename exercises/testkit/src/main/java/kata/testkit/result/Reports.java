package kata.testkit.result;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import kata.testkit.timeline.Timeline;

/** What tests leave for the {@link ResultListener} to write down, by the test's unique id, or tell it meanwhile. */
public final class Reports {
    private static final long SEED = Long.getLong("kata.seed", new SecureRandom().nextInt(1_000_000));
    private static final Map<String, Pictures> PICTURES = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> NOTES = new ConcurrentHashMap<>();

    private static volatile boolean red;
    private static volatile EventWriter events;

    private Reports() {}

    /** Two timelines to be drawn side by side. */
    public record Pictures(Timeline yours, Timeline right) {}

    /** The number from which this run's names, delays and sizes follow. */
    public static long seed() {
        return SEED;
    }

    /** Keeps a test's timeline, green or red. */
    public static void timeline(String uniqueId, Timeline yours, Timeline right) {
        PICTURES.put(uniqueId, new Pictures(yours, right));
    }

    /** Keeps a remark that is no failure. */
    public static void note(String uniqueId, String text) {
        NOTES.computeIfAbsent(uniqueId, ignored -> new CopyOnWriteArrayList<>()).add(text);
    }

    /**
     * Makes ready what a test needs and an answer has no part in, such as a server that is started: a check's time does
     * not count meanwhile. On the calling thread; what {@code it} throws is thrown here.
     */
    public static <T> T prepare(Supplier<T> it) {
        EventWriter teller = events;
        if (teller == null) {
            return it.get();
        }
        teller.preparing();
        try {
            return it.get();
        } finally {
            teller.prepared();
        }
    }

    static void tellOfPreparations(EventWriter teller) {
        events = teller;
    }

    /** Remembers that a test of this run is red. */
    public static void sawRed() {
        red = true;
    }

    /** Whether a test of this run is red already. */
    public static boolean isRed() {
        return red;
    }

    static Pictures picturesOf(String uniqueId) {
        return PICTURES.getOrDefault(uniqueId, new Pictures(Timeline.EMPTY, Timeline.EMPTY));
    }

    static List<String> notesOf(String uniqueId) {
        return NOTES.getOrDefault(uniqueId, List.of());
    }
}
