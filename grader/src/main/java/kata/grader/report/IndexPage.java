package kata.grader.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Many results on a page: a ladder's exercises or a cohort's learners, with a bar for all and a link to each. */
public final class IndexPage {
    private final String title;
    private final String about;
    private final List<Entry> entries;

    /** Where an entry stands. */
    public enum State {
        PASSED("passed", new VerdictSign("✔", "good")),
        FAILED("not passed", new VerdictSign("✗", "bad")),
        UNCHECKED("edited, not checked yet", new VerdictSign("~", "todo")),
        NOT_STARTED("not started", new VerdictSign("·", "todo"));

        private final String words;
        private final VerdictSign sign;

        State(String words, VerdictSign sign) {
            this.words = words;
            this.sign = sign;
        }
    }

    /**
     * A line of the page.
     *
     * @param name an exercise's slug, or a learner's name
     * @param about what it teaches, or anything else worth a line; may be empty
     * @param headline the verdict in a few words; empty if there is none
     * @param link relative address of its own page, as {@link #address} makes it; empty if it has none
     */
    public record Entry(
            String name, String about, State state, String headline, int points, int maxPoints, String link) {}

    /**
     * @param title of the page
     * @param about a line below it; may be empty
     */
    public IndexPage(String title, String about, List<Entry> entries) {
        this.title = title;
        this.about = about;
        this.entries = List.copyOf(entries);
    }

    /** A relative address, of names from anywhere. */
    public static String address(String... names) {
        return Arrays.stream(names).map(Html::segment).collect(Collectors.joining("/"));
    }

    /** The whole page. */
    public String page() {
        long passed =
                entries.stream().filter(entry -> entry.state == State.PASSED).count();
        int points = entries.stream().mapToInt(Entry::points).sum();
        int most = entries.stream().mapToInt(Entry::maxPoints).sum();
        String standing = passed + " of " + entries.size() + " passed · " + points + " of " + most + " points";
        Html header = new Html()
                .element("h1", title)
                .raw("\n<p class=\"standing\">")
                .text(standing)
                .raw("</p>\n")
                .raw(bar(points, most, "bar", "All points"))
                .element("p class=\"soft\"", about)
                .raw("\n");
        Html main = new Html().raw("<h2 class=\"hidden\">Results</h2>\n<ol class=\"ladder\">\n");
        entries.forEach(entry -> row(main, entry));
        main.raw("</ol>\n");
        return Page.of(title, header.toString(), main.toString(), "");
    }

    private static void row(Html html, Entry entry) {
        html.raw("<li class=\"" + entry.state.sign.style() + "\">")
                .raw(entry.state.sign.markup())
                .raw("<div class=\"name\">");
        if (entry.link.isEmpty()) {
            html.element("bdi", entry.name);
        } else {
            html.raw("<a href=\"")
                    .text(entry.link)
                    .raw("\">")
                    .element("bdi", entry.name)
                    .raw("</a>");
        }
        html.raw("<br>")
                .element("span class=\"soft\"", entry.about)
                .raw("</div>\n<div class=\"state\">")
                .element("bdi", entry.headline.isEmpty() ? entry.state.words : entry.headline)
                .raw("</div>\n<div class=\"points\">")
                .raw(bar(entry.points, entry.maxPoints, "bar small", "Points"))
                .raw("<span class=\"soft\">" + entry.points + " of " + entry.maxPoints)
                .raw("</span></div></li>\n");
    }

    private static String bar(int points, int most, String style, String what) {
        double share = most <= 0 ? 0 : Math.max(0, Math.min(100, 100.0 * points / most));
        return "<div class=\"" + style + "\" role=\"progressbar\" aria-label=\"" + what
                + "\" aria-valuemin=\"0\" aria-valuemax=\"" + Math.max(0, most) + "\" aria-valuenow=\"" + points
                + "\"><span style=\"width:" + Html.plain(share) + "%\"></span></div>\n";
    }
}
