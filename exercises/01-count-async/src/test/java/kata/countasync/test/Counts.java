package kata.countasync.test;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Mark;

/** The given voice and pause, on a clock of the testkit: every word and every pause is written down. */
record Counts(KataClock clock) implements Voice, Pause {

    @Override
    public void say(String id, String word) {
        clock.recorder().mark(id, word);
    }

    @Override
    public CompletableFuture<Void> seconds(String id, int seconds) {
        return clock.pause(id, "pause", seconds);
    }

    /** Every count said One, then paused for one second, then said Two, and nothing else was said. */
    void saidEverything(Stage stage, List<String> ids) {
        for (String id : ids) {
            List<String> words =
                    stage.timeline().marksOf(id).stream().map(Mark::what).toList();
            if (!words.equals(List.of("One", "Two"))) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("say One before the pause and Two in what follows the pause"),
                        "Count " + id + " should say One, Two; it said "
                                + (words.isEmpty() ? "nothing" : String.join(", ", words)) + ".");
            }
            var pauses = stage.timeline().spansOf(id);
            if (pauses.size() != 1 || pauses.get(0).to() - pauses.get(0).from() != 1) {
                throw stage.failure(
                        Causes.FAKED.advising("call pause.seconds(id, 1) once in each count"),
                        "Count " + id + " should pause once, for one second; it paused " + pauses.size() + " times"
                                + (pauses.isEmpty()
                                        ? "."
                                        : ", for " + pauses.get(0).to() + " units."));
            }
            var marks = stage.timeline().marksOf(id);
            var pause = pauses.get(0);
            if (marks.get(0).order() > pause.begun() || marks.get(1).order() < pause.ended()) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("say One, then pause, and say Two only when the pause is over"),
                        "Count " + id
                                + " said its words at the wrong time: One belongs before the pause, Two after it.");
            }
        }
    }

    /** The lesson's output: One One One Two Two Two, not One Two One Two One Two. */
    void saidOneBeforeAnyTwo(Stage stage, List<String> ids) {
        List<Mark> marks = stage.timeline().marks().stream()
                .sorted(Comparator.comparingLong(Mark::order))
                .toList();
        List<String> words = marks.stream().map(Mark::what).toList();
        if (words.lastIndexOf("One") > words.indexOf("Two")) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER,
                    "All counts should say One before any says Two; yours said " + String.join(" ", words) + ".");
        }
    }
}
