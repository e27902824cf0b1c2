package kata.server.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kata.server.given.DbException;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;
import kata.testkit.Loop;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * Somebody who sends one request, and what the database knows of them.
 *
 * @param lane where the queries are drawn; visitors in a crowd share one
 * @param name null if nobody is behind the session
 * @param userUnits how long the database looks for the user
 * @param ordersUnits how long it looks for the orders; 0 if it never comes to that
 * @param failure what the last of the queries ends with; null if it goes well
 */
record Visitor(
        String lane,
        String session,
        String name,
        List<String> orders,
        double userUnits,
        double ordersUnits,
        DbException failure) {
    private static final List<String> DISHES = List.of("Pasta", "Salad", "Lamb", "Soup", "Lobster", "Rice", "Figs");
    private static final int DRAWN = 8;
    private static int sessions;

    /** One visitor for each name; the queries take half a unit each, as in the lesson. */
    static List<Visitor> ofTheLesson(List<String> names) {
        return names.stream()
                .map(name -> new Visitor(name, "s-" + name, name, List.of("Pasta", "Salad"), 0.5, 0.5, null))
                .toList();
    }

    /**
     * So many, with different orders: some with a dish twice, some with none. Only the first few have a lane of their
     * own, and none has a session that was there before.
     */
    static List<Visitor> crowd(int count, List<String> names, Random random) {
        List<Visitor> visitors = new ArrayList<>();
        int base = sessions == 0 ? 1000 + random.nextInt(9000) : sessions;
        sessions = base + count;
        for (int i = 0; i < count; i++) {
            String name = names.get(i % names.size()) + (i < names.size() ? "" : " " + (i / names.size() + 1));
            String lane = i < DRAWN ? name : "and " + (count - DRAWN) + " more";
            String dish = DISHES.get(random.nextInt(DISHES.size()));
            String number = "no. " + (base + i);
            List<String> orders = switch (i % 5) {
                case 1 -> List.of(dish, number, dish);
                case 3 -> List.of();
                default -> List.of(dish, number);
            };
            visitors.add(new Visitor(lane, "s-" + (base + i), name, orders, 0.5, 0.5, null));
        }
        return visitors;
    }

    Visitor waiting(double forUser, double forOrders) {
        return new Visitor(lane, session, name, orders, forUser, forOrders, failure);
    }

    Visitor unknown() {
        return new Visitor(lane, session, null, List.of(), userUnits, 0, null);
    }

    /** The query for the orders fails. */
    Visitor failingWith(DbException problem) {
        return new Visitor(lane, session, name, orders, userUnits, ordersUnits, problem);
    }

    /** The query for the user fails already. */
    Visitor failingAtOnce(DbException problem) {
        return new Visitor(lane, session, name, orders, userUnits, 0, problem);
    }

    /** Whether the database can be asked for orders of this visitor. */
    boolean hasOrders() {
        return ordersUnits > 0;
    }

    Request request() {
        return new Request(session);
    }

    User user() {
        return new User(name);
    }

    Response response() {
        return name == null
                ? new Response(404, "no session " + session)
                : new Response(200, name + ": " + String.join(", ", orders));
    }

    private double end() {
        return userUnits + ordersUnits;
    }

    /** How many queries are under way before each end of one, if no request waits for another. */
    static int[] pendingAtStep(List<Visitor> visitors) {
        double[] ends = visitors.stream()
                .flatMap(visitor -> List.of(visitor.userUnits, visitor.end()).stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        int[] pending = new int[ends.length];
        for (int step = 0; step < ends.length; step++) {
            double end = ends[step];
            pending[step] = (int)
                    visitors.stream().filter(visitor -> visitor.end() >= end).count();
        }
        return pending;
    }

    /** No request waits for another, and the loop's heart goes on beating. */
    static Timeline together(List<Visitor> visitors, boolean beats) {
        Timeline timeline = Timeline.ideal();
        for (Visitor visitor : visitors.subList(0, Math.min(visitors.size(), DRAWN + 1))) {
            timeline = timeline.with(visitor.lane, 0, visitor.userUnits);
            if (visitor.hasOrders()) {
                timeline = timeline.with(visitor.lane, visitor.userUnits, visitor.end());
            }
        }
        return beats ? Loop.beats(timeline, timeline.end()) : timeline;
    }

    /** So many at a time, each held by a worker. */
    static Timeline onWorkers(List<Visitor> visitors, int workers) {
        Timeline timeline = Timeline.ideal();
        for (int i = 0; i < visitors.size(); i++) {
            Visitor visitor = visitors.get(i);
            double from = i / workers * visitor.end();
            timeline = timeline.with(visitor.lane, Span.Kind.BLOCKED, from, from + visitor.userUnits)
                    .with(visitor.lane, Span.Kind.BLOCKED, from + visitor.userUnits, from + visitor.end());
        }
        return timeline;
    }
}
