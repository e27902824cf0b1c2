package kata.grader.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.evidence.Sighting;

/** The lines of the answer that a check points at, each once, with what is around them. */
final class Findings {
    private static final Pattern COMPILER_ERROR =
            Pattern.compile("^([\\w$]+\\.java):(\\d{1,6}): (.*)$", Pattern.MULTILINE);
    private static final int MOST = 12;
    private final SourceExcerpt excerpts;

    Findings(SourceExcerpt excerpts) {
        this.excerpts = excerpts;
    }

    /** A line and what is to be said of it. */
    private record Place(String file, int line, String what) {}

    /** Markup; empty if there is no line to show. */
    String of(CheckResult result) {
        Map<Place, Integer> places = new LinkedHashMap<>();
        if (result.verdict() == Verdict.DID_NOT_COMPILE) {
            Matcher error = COMPILER_ERROR.matcher(result.happened());
            while (error.find()) {
                places.merge(
                        new Place(error.group(1), Integer.parseInt(error.group(2)), error.group(3)), 1, Integer::sum);
            }
        } else if (result.main() != null) {
            places = places(result.main());
        }
        Html html = new Html();
        places.entrySet().stream().limit(MOST).forEach(entry -> {
            line(html.raw("<h3>"), entry.getKey(), entry.getValue()).raw("</h3>\n");
            html.raw(excerpts.around(entry.getKey().file, entry.getKey().line));
        });
        return html.toString();
    }

    /** The lines that one test points at, without their surroundings; empty if there are none. */
    static String brief(TestResult test) {
        Map<Place, Integer> places = places(test);
        if (places.isEmpty()) {
            return "";
        }
        Html html = new Html().raw("<ul class=\"lines\">");
        places.entrySet().stream()
                .limit(MOST)
                .forEach(entry ->
                        line(html.raw("<li>"), entry.getKey(), entry.getValue()).raw("</li>"));
        return html.raw("</ul>\n").toString();
    }

    private static Html line(Html html, Place place, int threads) {
        html.element("code class=\"place\"", place.file + ":" + place.line)
                .raw(" ")
                .element("bdi", place.what);
        return threads > 1 ? html.raw(" <span class=\"soft\">(" + threads + " threads)</span>") : html;
    }

    /** Many threads at one line are one finding. */
    private static Map<Place, Integer> places(TestResult test) {
        Map<String, Place> first = new TreeMap<>();
        Map<Place, Integer> places = new LinkedHashMap<>();
        for (Sighting seen : sightings(test)) {
            String key = seen.place() + ' ' + seen.method() + ' ' + seen.call();
            String what = seen.toString().substring(seen.place().length()).strip();
            Place place = first.computeIfAbsent(key, fresh -> new Place(seen.file(), seen.line(), what));
            places.merge(place, 1, Integer::sum);
        }
        return places;
    }

    private static List<Sighting> sightings(TestResult test) {
        return test.failure() == null || test.failure().sightings() == null
                ? List.of()
                : test.failure().sightings();
    }
}
