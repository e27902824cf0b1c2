package kata.chores.test;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** How long each chore takes, in units of half an hour. */
record Hours(int laundry, int dinner, int dishwasher, int plants) {
    static final String LAUNDRY = "laundry";
    static final String DINNER = "dinner";
    static final String DISHWASHER = "dishwasher";
    static final String PLANTS = "plants";
    static final List<String> CHORES = List.of(LAUNDRY, DINNER, DISHWASHER, PLANTS);
    static final double IN_A_UNIT = 0.5;

    static Hours ofTheLesson() {
        return new Hours(2, 2, 1, 1);
    }

    /** The wash fits in beside the rest, but only if it runs while dinner is cooked. */
    static Hours other(Random random) {
        int dinner = 2 + random.nextInt(3);
        int[] after = after(random);
        int longer = Math.max(after[0], after[1]);
        return new Hours(longer + 1 + random.nextInt(dinner), dinner, after[0], after[1]);
    }

    /** The wash is what takes longest. */
    static Hours withLongWash(Random random) {
        int dinner = 2 + random.nextInt(3);
        int[] after = after(random);
        return new Hours(dinner + Math.max(after[0], after[1]) + 1 + random.nextInt(2), dinner, after[0], after[1]);
    }

    /** A short wash, and a dishwasher that takes longer than the plants: nothing ends later than it. */
    static Hours withLongDishwasher(Random random) {
        int[] after = shorterAndLonger(random);
        return withShortWash(random, after[1], after[0]);
    }

    /** A short wash, and plants that take longer than the dishwasher: nothing ends later than they. */
    static Hours withManyPlants(Random random) {
        int[] after = shorterAndLonger(random);
        return withShortWash(random, after[0], after[1]);
    }

    /** The wash is over before dinner is: who goes by the laundry is too early for the rest. */
    private static Hours withShortWash(Random random, int dishwasher, int plants) {
        int dinner = 2 + random.nextInt(3);
        return new Hours(1 + random.nextInt(dinner - 1), dinner, dishwasher, plants);
    }

    /** Dishwasher and plants: never equal, so that they do not end at the same moment. */
    private static int[] after(Random random) {
        int[] after = shorterAndLonger(random);
        return random.nextBoolean() ? after : new int[] {after[1], after[0]};
    }

    private static int[] shorterAndLonger(Random random) {
        int shorter = 1 + random.nextInt(2);
        return new int[] {shorter, shorter + 1 + random.nextInt(2)};
    }

    int of(String chore) {
        return switch (chore) {
            case LAUNDRY -> laundry;
            case DINNER -> dinner;
            case DISHWASHER -> dishwasher;
            case PLANTS -> plants;
            default -> throw new IllegalArgumentException(chore);
        };
    }

    /** How long your own hands are needed. */
    int byHand() {
        return dinner + plants;
    }

    /** The shortest time in which one person can do it all. */
    int best() {
        return Math.max(laundry, dinner + Math.max(dishwasher, plants));
    }

    /** One way to reach it. */
    Timeline ideal() {
        return Timeline.ideal()
                .with(LAUNDRY, 0, laundry)
                .with(DINNER, 0, dinner)
                .with(DISHWASHER, dinner, dinner + dishwasher)
                .with(PLANTS, dinner, dinner + plants);
    }

    /** How many chores are under way in that way whenever one has ended. */
    int[] pending() {
        List<Span> spans = ideal().spans();
        return DoubleStream.concat(DoubleStream.of(0), spans.stream().mapToDouble(Span::to))
                .distinct()
                .sorted()
                .mapToInt(at -> (int) spans.stream()
                        .filter(span -> span.from() <= at && at < span.to())
                        .count())
                .filter(count -> count > 0)
                .toArray();
    }
}
