package kata.grader.watch;

import java.io.EOFException;
import java.io.IOException;

/** Puts a key together from the characters that a terminal sends for it. */
final class KeyReader {
    private static final int ESCAPE = 27;
    private static final int CONTROL_C = 3;
    private static final int NOTHING = -2;
    /** Longer than the characters of one key are apart, also over a slow line; too short to be felt. */
    private static final long APART_MILLIS = 50;

    private KeyReader() {}

    /** Where characters come from: -1 at the end, -2 if none came within so many milliseconds; 0 is no limit. */
    @FunctionalInterface
    interface Characters {
        int next(long millis) throws IOException;
    }

    /** @throws EOFException if there are no more */
    static Key next(Characters from) throws IOException {
        int first = from.next(0);
        return switch (first) {
            case -1 -> throw new EOFException();
            case CONTROL_C -> Key.QUIT;
            case ESCAPE -> afterEscape(from);
            default -> Key.of(first);
        };
    }

    private static Key afterEscape(Characters from) throws IOException {
        int kind = from.next(APART_MILLIS);
        if (kind == NOTHING || kind == -1) {
            return Key.BACK;
        }
        if (kind != '[' && kind != 'O') {
            return Key.OTHER;
        }
        StringBuilder sequence = new StringBuilder();
        int character;
        do {
            character = from.next(APART_MILLIS);
            if (character < 0) {
                return Key.OTHER;
            }
            sequence.append((char) character);
        } while (character < '@');
        return switch (sequence.toString()) {
            case "A" -> Key.UP;
            case "B" -> Key.DOWN;
            case "C" -> Key.NEXT;
            case "D" -> Key.PREVIOUS;
            case "5~" -> Key.PAGE_UP;
            case "6~" -> Key.PAGE_DOWN;
            case "H", "1~" -> Key.TOP;
            case "F", "4~" -> Key.BOTTOM;
            default -> Key.OTHER;
        };
    }
}
