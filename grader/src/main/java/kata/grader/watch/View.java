package kata.grader.watch;

import kata.grader.result.CheckResult;

/** What the middle of the screen shows. */
sealed interface View {
    /** What there is to do, before anything was checked. */
    record Intro() implements View {}

    /** What a check found. */
    record Verdict(CheckResult result) implements View {}

    /** What a command said. */
    record Text(String title, String text) implements View {}

    /** Every exercise, one of them chosen. */
    record Ladder(int chosen) implements View {}

    /** A question that {@link Key#YES} answers. */
    record ConfirmReset() implements View {}
}
