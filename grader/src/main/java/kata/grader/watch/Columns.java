package kata.grader.watch;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Measures text as a terminal does: colours take no room, some letters take two columns. */
final class Columns {
    private Columns() {}

    /** Text as lines of at most so many columns; what is longer goes on in the next line. */
    static List<String> fold(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.stripTrailing().split("\n", -1)) {
            AttributedString measured = AttributedString.fromAnsi(line, 4);
            while (measured.columnLength() > width) {
                AttributedString part = measured.columnSubSequence(0, width);
                int end = breakAt(part.toString());
                lines.add(ansi(measured.subSequence(0, end)));
                measured = measured.subSequence(end, measured.length());
            }
            lines.add(ansi(measured));
        }
        return lines;
    }

    /** After the last word that is whole, if that leaves a line worth its name; else wherever the line is full. */
    private static int breakAt(String part) {
        int space = part.lastIndexOf(' ') + 1;
        return space > part.length() / 2 ? space : Math.max(1, part.length());
    }

    /** Lines without what is beyond the width. */
    static List<String> cut(List<String> lines, int width) {
        return lines.stream()
                .map(AttributedString::fromAnsi)
                .map(line -> line.columnLength() <= width ? line : line.columnSubSequence(0, width))
                .map(Columns::ansi)
                .toList();
    }

    private static String ansi(AttributedString line) {
        return line.toAnsi(256, AttributedString.ForceMode.None);
    }
}
