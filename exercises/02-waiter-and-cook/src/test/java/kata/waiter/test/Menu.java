package kata.waiter.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kata.testkit.Stage;
import kata.testkit.timeline.Timeline;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** What was ordered, how many of the lesson's seconds each dish takes, and the plate that it comes on. */
record Menu(List<Order> orders, List<Integer> seconds, List<Dish> dishes) {
    /** A unit of the kata stands for so many of the lesson's seconds. */
    static final double SECONDS_IN_A_UNIT = 4;

    private static final List<String> DISHES = List.of(
            "Soup",
            "Risotto",
            "Trout",
            "Paella",
            "Gnocchi",
            "Curry",
            "Pizza",
            "Omelette",
            "Goulash",
            "Tofu",
            "Tart",
            "Lasagne");

    /** The lesson's own: 27 seconds one after the other, 16 all at the same time. */
    static Menu ofTheLesson() {
        return new Menu(
                List.of(new Order("Ada", "Pasta"), new Order("Ben", "Caesar Salad"), new Order("Cleo", "Lamb Chops")),
                List.of(8, 3, 16),
                List.of(new Dish("Pasta", 1), new Dish("Caesar Salad", 2), new Dish("Lamb Chops", 3)));
    }

    /**
     * So many other dishes, no two of which take the same time. The first is not the quickest and the slowest is
     * neither the first nor the last, so whoever forgets to wait for one, or mixes up the order, is found out.
     */
    static Menu other(Stage stage, int count) {
        List<Integer> seconds = new ArrayList<>();
        do {
            seconds.clear();
            stage.random().ints(2, 13).distinct().limit(count).forEach(seconds::add);
        } while (!isMixed(seconds));
        return of(stage, differentOrders(stage, count), seconds);
    }

    /** One dish for each of so many guests, ready at the same moment. */
    static Menu oneEach(Stage stage, int guests) {
        return of(stage, differentOrders(stage, guests), Collections.nCopies(guests, 4));
    }

    /**
     * Twelve different orders, one of another guest for the first one's dish, which is ready sooner, and one that is
     * given twice. A thread for each would be more than a usual pool has.
     */
    static Menu fullHouse(Stage stage) {
        List<Order> orders = new ArrayList<>(differentOrders(stage, 12));
        orders.add(1, new Order(orders.get(1).guest(), orders.get(0).dish()));
        orders.add(2, orders.get(2));
        List<Integer> seconds = new ArrayList<>(Collections.nCopies(orders.size(), 8));
        seconds.set(1, 4);
        return of(stage, orders, seconds);
    }

    private static List<Order> differentOrders(Stage stage, int count) {
        List<String> names = new ArrayList<>(DISHES);
        Collections.shuffle(names, stage.random());
        List<String> guests = stage.names(count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Order(guests.get(i), names.get(i)))
                .toList();
    }

    private static Menu of(Stage stage, List<Order> orders, List<Integer> seconds) {
        int plate = orders.size() + stage.random().nextInt(80);
        List<Dish> dishes = IntStream.range(0, orders.size())
                .mapToObj(i -> new Dish(orders.get(i).dish(), plate - i))
                .toList();
        return new Menu(List.copyOf(orders), List.copyOf(seconds), dishes);
    }

    private static boolean isMixed(List<Integer> seconds) {
        int slowest = seconds.indexOf(Collections.max(seconds));
        return seconds.indexOf(Collections.min(seconds)) > 0 && slowest > 0 && slowest < seconds.size() - 1;
    }

    /** What the learner's code is given: a copy, so that it cannot change what is expected. */
    List<Order> handedOut() {
        return new ArrayList<>(orders);
    }

    List<String> names() {
        return dishes.stream().map(Dish::name).toList();
    }

    double units(int index) {
        return seconds.get(index) / SECONDS_IN_A_UNIT;
    }

    /** The places at which this was ordered: more than one if equal orders were given. */
    List<Integer> placesOf(Order order) {
        return IntStream.range(0, orders.size())
                .filter(i -> orders.get(i).equals(order))
                .boxed()
                .toList();
    }

    /** Somebody who has not ordered anything yet. */
    String newcomer(Stage stage) {
        List<String> guests = orders.stream().map(Order::guest).toList();
        return stage.names(guests.size() + 1).stream()
                .filter(name -> !guests.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** A right answer, one dish after the other. */
    Timeline oneByOne() {
        Timeline timeline = Timeline.ideal();
        double from = 0;
        for (int i = 0; i < orders.size(); i++) {
            timeline = timeline.with(names().get(i), from, from + units(i));
            from += units(i);
        }
        return timeline;
    }

    /** A right answer, all at the same time. */
    Timeline allAtOnce() {
        Timeline timeline = Timeline.ideal();
        for (int i = 0; i < orders.size(); i++) {
            timeline = timeline.with(names().get(i), 0, units(i));
        }
        return timeline;
    }

    /** How many dishes are cooking before each moment at which some get ready, while all cook at the same time. */
    int[] pendingAllAtOnce() {
        return seconds.stream()
                .distinct()
                .sorted()
                .mapToInt(moment ->
                        (int) seconds.stream().filter(ready -> ready >= moment).count())
                .toArray();
    }

    /** One dish is cooking, until as many as this have been ready. */
    static int[] pendingOneByOne(int dishes) {
        int[] pending = new int[dishes];
        Arrays.fill(pending, 1);
        return pending;
    }
}
