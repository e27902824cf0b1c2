package kata.grader.watch;

import java.util.List;
import kata.grader.catalogue.Exercise;

/** What a {@link WatchSession} wants done. */
sealed interface Effect {
    /** Check an exercise; a check that still goes on is cancelled. */
    record Check(long ticket, Exercise exercise) implements Effect {}

    /** Cancel the check that goes on, if one does. */
    record Cancel() implements Effect {}

    /** Get ready to check an exercise soon. */
    record Prepare(Exercise exercise) implements Effect {}

    /** Run a command of {@code kata} and show what it says under a title. */
    record Say(String title, List<String> command) implements Effect {}

    /** Give the terminal to the exercise's demo for as long as it plays. */
    record Play(Exercise exercise) implements Effect {}

    /** Read anew how far the learner is. */
    record Refresh() implements Effect {}

    /** Go away. */
    record Quit() implements Effect {}
}
