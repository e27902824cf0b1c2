package kata.grader.cli;

/** How a command reports. */
enum Format {
    /** For a person. */
    TEXT,
    /** For a program. */
    JSON
}
