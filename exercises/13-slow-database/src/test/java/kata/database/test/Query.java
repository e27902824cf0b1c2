package kata.database.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kata.testkit.Stage;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * A query that the database of the tests knows.
 *
 * @param lane as in {@code R1}: numbered as the answer is asked to run them
 * @param sql its words
 * @param units how long it takes
 * @param number what it gives
 * @param problem what it ends with; empty if it ends well
 */
record Query(String lane, String sql, double units, int number, Optional<Exception> problem) {
    private static final List<String> TABLES =
            List.of("ships", "ports", "cargoes", "crews", "voyages", "storms", "maps", "islands");

    /** The lesson's three, of 7.8, 0.6 and 2.7 million rows; a unit is four of its seconds. */
    static final List<Query> LESSON = List.of(
            new Query("R1", "SELECT count(*) FROM visits", 4, 7_800_000, Optional.empty()),
            new Query("R2", "SELECT count(*) FROM pages", 0.3, 600_000, Optional.empty()),
            new Query("R3", "SELECT count(*) FROM links", 1.4, 2_700_000, Optional.empty()));

    /** So many queries of different length; the first is the longest, so they never end in the order of the list. */
    static List<Query> some(Stage stage, int count) {
        List<String> tables = new ArrayList<>(TABLES);
        Collections.shuffle(tables, stage.random());
        List<Integer> units =
                new ArrayList<>(IntStream.rangeClosed(1, 9).boxed().toList());
        Collections.shuffle(units, stage.random());
        units = new ArrayList<>(units.subList(0, count));
        Collections.swap(units, 0, units.indexOf(Collections.max(units)));
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Different last digits: no two numbers are the same.
            int number = 10 * (1 + stage.random().nextInt(100_000)) + i;
            queries.add(new Query(
                    "R" + (i + 1), "SELECT count(*) FROM " + tables.get(i), units.get(i), number, Optional.empty()));
        }
        return queries;
    }

    Query endingWith(Exception why) {
        return new Query(lane, sql, units, number, Optional.of(why));
    }

    static List<String> words(List<Query> queries) {
        return queries.stream().map(Query::sql).toList();
    }

    static List<String> lanes(List<Query> queries) {
        return queries.stream().map(Query::lane).toList();
    }

    static List<Integer> numbers(List<Query> queries) {
        return queries.stream().map(Query::number).toList();
    }

    static double sum(List<Query> queries) {
        return queries.stream().mapToDouble(Query::units).sum();
    }

    /** All queries side by side. */
    static Timeline together(List<Query> queries) {
        Timeline timeline = Timeline.ideal();
        for (Query each : queries) {
            timeline = timeline.with(each.lane, Span.Kind.BLOCKED, 0, each.units);
        }
        return timeline;
    }

    /** All queries through one connection. */
    static Timeline oneByOne(List<Query> queries) {
        Timeline timeline = Timeline.ideal();
        double from = 0;
        for (Query each : queries) {
            timeline = timeline.with(each.lane, Span.Kind.BLOCKED, from, from + each.units);
            from += each.units;
        }
        return timeline;
    }
}
