package kata.grader.watch;

import java.util.Arrays;
import java.util.Optional;

/** What a key press means. */
public enum Key {
    NEXT('n', "next"),
    PREVIOUS('p', "prev"),
    HINT('h', "hint"),
    SOLUTION('s', "solution"),
    CHECK('c', "check"),
    RUN('r', "run"),
    LIST('l', "list"),
    RESET('x', "reset"),
    QUIT('q', "quit"),
    YES('y', ""),
    ENTER('\r', ""),
    BACK('\0', ""),
    UP('k', ""),
    DOWN('j', ""),
    PAGE_UP('b', ""),
    PAGE_DOWN(' ', ""),
    TOP('g', ""),
    BOTTOM('G', ""),
    OTHER('\0', "");

    private final char letter;
    private final String label;

    Key(char letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** The key that a printable character stands for. */
    static Key of(int character) {
        int letter = character == '\n' ? '\r' : character;
        return Arrays.stream(values())
                .filter(key -> key.letter != '\0' && key.letter == letter)
                .findFirst()
                .orElse(OTHER);
    }

    /** As in {@code n next}; empty for a key that needs no telling. */
    Optional<String> told() {
        return label.isEmpty() ? Optional.empty() : Optional.of(letter + " " + label);
    }
}
