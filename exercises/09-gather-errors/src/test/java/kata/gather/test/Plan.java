package kata.gather.test;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import kata.gather.given.JobFailed;
import kata.gather.given.Outcome;
import kata.testkit.timeline.Timeline;

/** Which jobs there are, how long each takes, and how it ends. */
record Plan(List<Item> items) {
    private static final List<String> NAMES =
            List.of("Oslo", "Rome", "Lima", "Cairo", "Quito", "Delhi", "Perth", "Kyoto", "Accra", "Sofia");

    /** A job, with its value if it ends well, else with its failure; the other is null. */
    record Item(String name, double units, Integer value, JobFailed failure) {
        boolean fails() {
            return failure != null;
        }
    }

    /** Five weather stations; Lima does not answer, and Rome does not either, but takes longer to say so. */
    static Plan ofTheLesson() {
        return new Plan(List.of(
                well("Oslo", 2, 4),
                badly("Rome", 1.5),
                well("Quito", 0.25, 19),
                badly("Lima", 0.5),
                well("Perth", 1, 28)));
    }

    /** The same sort of plan with other names, values and order; who fails first does not stand first. */
    static Plan mixed(Random random) {
        List<Item> right;
        do {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            int degrees = random.nextInt(20);
            List<Item> items = new ArrayList<>(List.of(
                    well(names.get(0), 2, degrees),
                    badly(names.get(1), 1.5),
                    well(names.get(2), 0.25, degrees + 1),
                    badly(names.get(3), 0.5),
                    well(names.get(4), 1, degrees - 7)));
            if (random.nextBoolean()) {
                items.add(well(names.get(5), 1.25, degrees + 3));
            }
            Collections.shuffle(items, random);
            right = items;
        } while (!isMixed(right));
        return new Plan(List.copyOf(right));
    }

    /** The late failure stands before the early one, and the slowest before the quickest. */
    private static boolean isMixed(List<Item> items) {
        return place(items, 1.5) < place(items, 0.5) && place(items, 2) < place(items, 0.25);
    }

    private static int place(List<Item> items, double units) {
        return items.stream().map(Item::units).toList().indexOf(units);
    }

    private static Item well(String name, double units, int value) {
        return new Item(name, units, value, null);
    }

    /**
     * Whoever fails early knows why, by a job of its own that failed: an exception has causes too, and those are no
     * wrappers.
     */
    private static Item badly(String name, double units) {
        JobFailed failure = units < 1
                ? new JobFailed(name, new JobFailed("the mast of " + name, new SocketTimeoutException("no reply")))
                : new JobFailed(name);
        return new Item(name, units, null, failure);
    }

    /** Two jobs of one name, and between them one that has failed by the time its start() comes back. */
    static Plan ofTwins(Random random) {
        int degrees = random.nextInt(20);
        return new Plan(List.of(well("Lima", 0.5, degrees), badly("Oslo", 0), well("Lima", 1, degrees + 1)));
    }

    /** One has failed before the next can be started. */
    static Plan failingAtOnce(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return new Plan(
                List.of(well(names.get(0), 1, random.nextInt(20)), badly(names.get(1), 0), well(names.get(2), 2, -5)));
    }

    /** The same plan, but all end well. */
    Plan withoutFailures() {
        List<Item> items = new ArrayList<>();
        for (Item item : this.items) {
            items.add(item.fails() ? well(item.name(), item.units(), 30 + items.size()) : item);
        }
        return new Plan(List.copyOf(items));
    }

    /** The same plan, but nobody answers. */
    Plan onlyFailures() {
        return new Plan(items.stream()
                .map(item -> item.fails() ? item : badly(item.name(), item.units()))
                .toList());
    }

    /** Whether two of them bear the same name. */
    boolean hasTwins() {
        return names().stream().distinct().count() < items.size();
    }

    List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    List<String> namesAsTheyEnd() {
        return items.stream()
                .sorted(Comparator.comparingDouble(Item::units))
                .map(Item::name)
                .toList();
    }

    List<Integer> values() {
        return items.stream().map(Item::value).toList();
    }

    List<Outcome<Integer>> outcomes() {
        List<Outcome<Integer>> outcomes = new ArrayList<>();
        for (Item item : items) {
            outcomes.add(item.fails() ? new Outcome.Failure<>(item.failure()) : new Outcome.Success<>(item.value()));
        }
        return outcomes;
    }

    List<Item> failures() {
        return items.stream().filter(Item::fails).toList();
    }

    Item firstFailure() {
        return failures().stream().min(Comparator.comparingDouble(Item::units)).orElseThrow();
    }

    /** A right answer that waits for all. */
    Timeline toTheEnd() {
        return until(Double.MAX_VALUE);
    }

    /** A right answer that cancels at the first failure. */
    Timeline toTheFirstFailure() {
        return until(firstFailure().units());
    }

    private Timeline until(double end) {
        Timeline timeline = Timeline.ideal();
        for (Item item : items) {
            timeline = timeline.with(item.name(), 0, Math.min(item.units(), end));
        }
        return timeline;
    }

    /** How many jobs are under way before each one that ends. */
    int[] pendingToTheEnd() {
        int[] pending =
                new int[(int) items.stream().filter(item -> item.units() > 0).count()];
        Arrays.setAll(pending, ended -> pending.length - ended);
        return pending;
    }

    /** The same up to the first failure. */
    int[] pendingToTheFirstFailure() {
        double end = firstFailure().units();
        int ended = (int) items.stream().filter(item -> item.units() <= end).count();
        return Arrays.copyOf(pendingToTheEnd(), ended);
    }
}
