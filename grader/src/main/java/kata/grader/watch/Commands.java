package kata.grader.watch;

import java.util.List;
import kata.grader.catalogue.Exercise;
import kata.grader.result.CheckResult;

/** The other commands of {@code kata}, as far as watch has keys for them. */
public interface Commands {
    /** Runs a command, as in {@code hint 01}, and gives back what it printed, folded to so many columns. */
    String say(List<String> command, int width);

    /** Plays an exercise's demo on this process's own terminal, and ends with it. */
    void play(Exercise exercise, int width);

    /** Path of the page that tells of a result with pictures, written or yet to be. */
    String page(CheckResult result);

    /** Writes that page. */
    void writePage(Exercise exercise, CheckResult result);
}
