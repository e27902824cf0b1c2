package kata.grader.report;

import java.util.List;
import java.util.Map;

/** A few lines of the answer around one that matters. */
final class SourceExcerpt {
    private static final int AROUND = 3;
    private static final int LONGEST_LINE = 400;
    private final Map<String, String> sources;

    /** @param sources the answer's text by file name; what is not in it is told without its text */
    SourceExcerpt(Map<String, String> sources) {
        this.sources = sources;
    }

    /** The lines around this one; empty if the text is not known. */
    String around(String file, int line) {
        List<String> lines = sources.getOrDefault(file, "").lines().toList();
        if (line < 1 || line > lines.size()) {
            return "";
        }
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.size(), line + AROUND);
        Html excerpt = new Html()
                .raw("<pre class=\"code\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(file + ", lines " + first + " to " + last)
                .raw("\"><code>");
        for (int number = first; number <= last; number++) {
            String text = lines.get(number - 1);
            excerpt.raw(number == line ? "<mark><span class=\"no\">" : "<span class=\"no\">")
                    .raw(number + "</span>")
                    .raw(number == line ? "<span class=\"hidden\">this line: </span>" : "")
                    .text(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text)
                    .raw(number == line ? "</mark>\n" : "\n");
        }
        return excerpt.raw("</code></pre>\n").toString();
    }
}
