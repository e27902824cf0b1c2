package kata.countasync.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** What right counts say and when, and the name of the mistake where yours did not. */
record Heard(Stage stage, Play play) {
    private static final String ONE = "One";
    private static final String TWO = "Two";

    private static final Cause NOT_ONE_SECOND = new Cause(
            "not-one-second",
            "not the pause that was asked for",
            "call pause.seconds(id, 1): its number is the lesson's seconds",
            91);

    private static final Cause WAITED_FOR_OTHERS = new Cause(
            "waited-for-others",
            "waited for what was not its own",
            "keep the futures of one call in a local list: what is static, all calls share",
            96);

    private static final Cause THREAD_FOR_EACH_COUNT = new Cause(
            "a-thread-for-each-count",
            "every count that pauses holds a thread",
            "let no thread wait for the pause: chain Two to its future with thenRun, or wait on a virtual thread",
            57);

    /**
     * Not as many threads of the machine stood still as there were counts. A single one may have work to wait for, as
     * a loop of the answer's own.
     */
    Heard heldNoThreadEach(List<String> ids) {
        List<Sighting> held = play.waiting();
        if (held.size() >= ids.size()) {
            throw stage.failure(
                    THREAD_FOR_EACH_COUNT,
                    ids.size() + " counts were begun with " + play.call().method() + ", and " + held.size()
                            + " threads stood still while they paused. A count that pauses needs no thread of the"
                            + " machine.",
                    held.toArray(Sighting[]::new));
        }
        return this;
    }

    /** What comes after the pause hangs on the pause that was given, not on a clock of the answer's own. */
    Heard wentOnAfterThePause(String id) {
        boolean paused = play.timeline().spansOf(id).stream().anyMatch(pause -> !pause.open());
        if (play.stuck() && play.waiting().isEmpty() && paused && !words(id).contains(TWO)) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising("chain Two to the future that pause.seconds(id, 1) gave you: that"
                            + " one tells when the second is over, and no clock of your own does"),
                    "The pause of " + id + " was over, but Two was not said, and the future of "
                            + play.call().method() + " is still open.");
        }
        return this;
    }

    /** The future of this list was done when its own counts had ended, though those of the other took longer. */
    Heard endedWithItsOwn(List<String> ids, List<String> others) {
        double ended = ids.stream()
                .flatMap(id -> play.timeline().marksOf(id).stream())
                .mapToDouble(Mark::at)
                .max()
                .orElse(0);
        if (ended == 1 && play.call().doneAt() > ended) {
            throw stage.failure(
                    WAITED_FOR_OTHERS,
                    "Two lists were counted at the same time. " + String.join(", ", ids) + " had ended after 1 unit,"
                            + " but their future was done only after "
                            + Timeline.units(play.call().doneAt()) + ", when those of the other list, "
                            + String.join(", ", others) + ", had ended too.");
        }
        return this;
    }

    /**
     * Every count said One, then paused for one second, then said Two, and nothing else was said. An id that is in
     * the list twice does all that twice.
     */
    Heard everything(List<String> ids) {
        for (String id : ids) {
            int times = Collections.frequency(ids, id);
            itsWords(id, times);
            itsPauses(id, times);
            inThisOrder(id, times);
        }
        return this;
    }

    private void itsWords(String id, int times) {
        List<String> ones = Collections.nCopies(times, ONE);
        List<String> right = new ArrayList<>(ones);
        right.addAll(Collections.nCopies(times, TWO));
        List<String> words = words(id);
        if (words.equals(right)) {
            return;
        }
        if (words.equals(ones)) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "return the future of the step that says Two, such as the one that thenRun gives you"),
                    "The future of " + play.call().method() + " was done before " + id + " had said Two.");
        }
        String advice = "say One before the pause and Two in what follows the pause";
        if (String.join(",", words).equalsIgnoreCase(String.join(",", right))) {
            advice = "spell the words as the README does: One and Two";
        } else if (Collections.frequency(words, ONE) > times) {
            advice = "start each count once: every call of count is a count that says its words";
        } else if (times > 1) {
            advice = "start a count for every place in the list; kept by id, two counts become one";
        }
        throw stage.failure(
                Causes.WRONG_RESULT.advising(advice),
                (times == 1 ? "Count " + id : id + " is in the list " + times(times) + " and")
                        + " should say " + String.join(", ", right) + "; it said "
                        + (words.isEmpty() ? "nothing" : String.join(", ", words)) + ".");
    }

    private void itsPauses(String id, int times) {
        List<Span> pauses = play.timeline().spansOf(id);
        if (pauses.size() != times) {
            throw stage.failure(
                    Causes.FAKED.advising("call pause.seconds(id, 1) once in each count"),
                    "Count " + id + " should pause " + times(times) + "; it paused " + times(pauses.size()) + ".");
        }
        for (Span pause : pauses) {
            double seconds = pause.to() - pause.from();
            if (seconds != 1) {
                throw stage.failure(
                        NOT_ONE_SECOND,
                        "Count " + id + " should pause for one second; it asked for a pause of " + Math.round(seconds)
                                + ".");
            }
        }
    }

    private void inThisOrder(String id, int times) {
        List<Mark> marks = play.timeline().marksOf(id);
        List<Span> pauses = play.timeline().spansOf(id);
        long[] ended = pauses.stream().mapToLong(Span::ended).sorted().toArray();
        for (int i = 0; i < times; i++) {
            if (marks.get(i).order() > pauses.get(i).begun()
                    || marks.get(times + i).order() < ended[i]) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("say One, then pause, and say Two only when the pause is over"),
                        "Count " + id
                                + " said its words at the wrong time: One belongs before the pause, Two after it.");
            }
        }
    }

    /** The lesson's output: One One One Two Two Two, not One Two One Two One Two. */
    Heard oneBeforeAnyTwo() {
        List<String> words = play.timeline().marks().stream()
                .sorted(Comparator.comparingLong(Mark::order))
                .map(Mark::what)
                .toList();
        if (words.lastIndexOf(ONE) > words.indexOf(TWO)) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER,
                    "All counts should say One before any says Two; yours said " + String.join(" ", words) + ".");
        }
        return this;
    }

    private List<String> words(String id) {
        return play.timeline().marksOf(id).stream().map(Mark::what).toList();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
    }
}
