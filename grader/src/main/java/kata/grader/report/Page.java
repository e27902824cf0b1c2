package kata.grader.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of every page: no script, nothing from elsewhere, one style sheet inside. */
final class Page {
    private Page() {}

    /**
     * A whole page.
     *
     * @param title in the browser's tab; text from anywhere
     * @param header markup above the main part
     * @param main markup
     * @param footer markup below it
     */
    static String of(String title, String header, String main, String footer) {
        return new Html()
                .raw("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <link rel="icon" href="data:,">
                        """)
                .element("title", title)
                .raw("\n<style>\n")
                .raw(Styles.TIMELINE)
                .raw(Styles.REPORT)
                .raw("</style>\n</head>\n<body>\n")
                .raw("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n")
                .raw(header)
                .raw("</header>\n<main id=\"main\" tabindex=\"-1\">\n")
                .raw(main)
                .raw("</main>\n<footer>\n")
                .raw(footer)
                .raw("</footer>\n</body>\n</html>\n")
                .toString();
    }

    /** Read once, when the first page is written. */
    private static final class Styles {
        private static final String TIMELINE = resource("timeline.css");
        private static final String REPORT = resource("report.css");
    }

    static String resource(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the grader: build it again.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
