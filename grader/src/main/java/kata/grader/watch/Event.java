package kata.grader.watch;

import java.util.List;
import java.util.Set;
import kata.grader.progress.Progress.Standing;
import kata.grader.result.CheckResult;

/** What can happen to a {@link WatchSession}. */
sealed interface Event {
    /** A key was pressed. */
    record Pressed(Key key) implements Event {}

    /** Files of these exercises were saved, in one burst. */
    record Saved(Set<String> slugs) implements Event {}

    /** A check has ended. The ticket tells a check that was cancelled too late from the one that is waited for. */
    record Checked(long ticket, CheckResult result) implements Event {}

    /** A check ended without a result. */
    record Broke(long ticket, String message) implements Event {}

    /** A command that was asked for has answered. */
    record Said(String title, String text) implements Event {}

    /** How far the learner is, read anew. */
    record Ladder(List<Standing> standings) implements Event {}

    /** The window has another size now, or has to be painted again. */
    record Resized() implements Event {}

    /** A part of watch itself failed; there is no going on. */
    record Crashed(Throwable problem) implements Event {}
}
