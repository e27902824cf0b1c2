package kata.testkit.evidence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The recording of the test that runs now, where {@code -Dkata.evidence=true} asks for one. Tests run one after
 * another; whatever measures an answer says when its measuring begins.
 */
public final class Evidence {
    /** The system property that asks for it: {@code true}, or {@code only} where the verdict is known already. */
    public static final String PROPERTY = "kata.evidence";

    private static final AtomicReference<EvidenceRecorder> CURRENT = new AtomicReference<>();

    private Evidence() {}

    /** Whether this run is to record evidence. */
    public static boolean isWanted() {
        return Boolean.getBoolean(PROPERTY) || isAllThatIsWanted();
    }

    /** Whether the verdict is known already, so that the run may be short. */
    public static boolean isAllThatIsWanted() {
        return "only".equals(System.getProperty(PROPERTY));
    }

    /** Starts to record, if it is wanted. */
    public static void start(Threads threads) {
        if (isWanted()) {
            close(CURRENT.getAndSet(EvidenceRecorder.start(threads)));
        }
    }

    /** What was until now does not count. */
    public static void beginsNow() {
        Optional.ofNullable(CURRENT.get()).ifPresent(EvidenceRecorder::beginsNow);
    }

    /** Ends the recording and gives what it saw; empty if there was none. */
    public static List<Blocking> stop() {
        EvidenceRecorder recorder = CURRENT.getAndSet(null);
        try {
            return recorder == null ? List.of() : recorder.stop();
        } finally {
            close(recorder);
        }
    }

    private static void close(EvidenceRecorder recorder) {
        if (recorder != null) {
            recorder.close();
        }
    }
}
