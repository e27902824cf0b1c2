package kata.waiter.test;

import static kata.testkit.timeline.Timeline.units;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** What a right waiter does, and the name of the mistake where he did not. */
record Service(Stage stage, Menu menu, Play play, Tray tray) {
    static final Cause RAN_ALL_AT_ONCE = new Cause(
            "ran-all-at-once",
            "the next order did not wait",
            "call cook.cook(order) for the next order inside thenCompose of the dish before it, not before",
            52);

    private List<Span> cooked() {
        return play.timeline().spans().stream()
                .filter(span -> menu.names().contains(span.lane()))
                .sorted(Comparator.comparingLong(Span::begun))
                .toList();
    }

    /** Each order was given to the cook, once. */
    Service everyOrderWasCookedOnce() {
        for (String dish : menu.names()) {
            int times = play.timeline().spansOf(dish).size();
            if (times != 1) {
                throw stage.failure(
                        Causes.FAKED.advising("give the cook each order once"),
                        "The cook got the order for " + dish + " " + (times == 0 ? "never" : times + " times")
                                + ", but each order belongs in the kitchen once.");
            }
        }
        return this;
    }

    /** An order reached the cook only when the dish before it was ready, and in the order of the orders. */
    Service oneAfterTheOther() {
        List<Span> cooked = cooked();
        for (int i = 1; i < cooked.size(); i++) {
            Span before = cooked.get(i - 1);
            Span next = cooked.get(i);
            if (!before.endedBefore(next)) {
                throw stage.failure(
                        RAN_ALL_AT_ONCE,
                        "The cook got the order for " + next.lane() + " before " + before.lane()
                                + " was ready. One by one means that the next order waits for the dish before it.");
            }
        }
        List<String> taken = cooked.stream().map(Span::lane).toList();
        if (!taken.equals(menu.names())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("go through the orders from the first to the last"),
                    "The guests ordered " + list(menu.names()) + "; the cook was told " + list(taken) + ".");
        }
        return this;
    }

    /** The cook had every order before any dish was ready. */
    Service gaveAllOrdersFirst() {
        List<Span> cooked = cooked();
        for (Span late : cooked) {
            for (Span ready : cooked) {
                if (ready.endedBefore(late)) {
                    throw stage.failure(
                            Causes.TOO_FEW_AT_ONCE.advising(
                                    "give the cook one order after the other and wait for no dish in between, whoever"
                                            + " ordered it"),
                            "The cook got an order for " + late.lane() + " only when " + ready.lane()
                                    + " was ready; he could have had all "
                                    + menu.orders().size()
                                    + " orders before that." + forOneGuest(late.lane(), ready.lane()),
                            play.waiting().toArray(Sighting[]::new));
                }
            }
        }
        return this;
    }

    private String forOneGuest(String dish, String other) {
        return guestsOf(dish).stream()
                .filter(guestsOf(other)::contains)
                .findFirst()
                .map(guest -> " Both were ordered by " + guest + ".")
                .orElse("");
    }

    private List<String> guestsOf(String dish) {
        return menu.orders().stream()
                .filter(order -> order.dish().equals(dish))
                .map(Order::guest)
                .toList();
    }

    /** The guest was greeted before the first dish was ready. */
    Service greetedMeanwhile(String guest) {
        Span greeting = play.timeline().spansOf(guest).get(0);
        Span first = cooked().get(0);
        if (!first.endedBefore(greeting)) {
            return this;
        }
        Sighting[] held = play.waiting().stream()
                .filter(line -> line.thread().equals(play.call().thread().getName()))
                .toArray(Sighting[]::new);
        throw stage.failure(
                Causes.BLOCKED_THE_CALLER.advising(
                        "return at once: say with thenCompose what follows a dish, and do not wait for it"),
                guest + " stood at the door for " + units(greeting.from()) + ": "
                        + play.call().method()
                        + " kept the waiter in the kitchen all that time"
                        + (play.call().wasDoneOnReturn()
                                ? ", and the future that came back was already done. A future around a blocking call is"
                                        + " still blocking."
                                : "."),
                held);
    }

    /** The future was not done before the last dish was ready. */
    Service waitedForTheLast() {
        double lastReady = cooked().stream().mapToDouble(Span::to).max().orElse(0);
        if (play.call().doneAt() < lastReady) {
            long ready = cooked().stream()
                    .filter(span -> !span.open() && span.to() <= play.call().doneAt())
                    .count();
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("return the future of the last step, not of the first"),
                    "The future of " + play.call().method() + " was done after "
                            + units(play.call().doneAt())
                            + ", when " + ready + " of " + menu.orders().size()
                            + " dishes were ready; the last was ready"
                            + " after " + units(lastReady) + ".");
        }
        return this;
    }

    /** The result is the cook's own dishes, in the order of the orders, and for equal orders a plate each. */
    Service broughtTheRightDishes() {
        List<Dish> right = menu.dishes();
        List<Dish> served = tray.then();
        if (isAsOrdered(served)) {
            return this;
        }
        if (isAsOrdered(tray.list())) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "put every dish on the list first, and complete the future then"),
                    "The future of " + play.call().method() + " was done too early: at that moment its list held "
                            + plates(served) + ", and what is missing came on it only afterwards. Whoever goes on with"
                            + " thenApply does not find it.");
        }
        if (served == null) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("let the future's value be the list of the cook's dishes"),
                    "The future of " + play.call().method() + " holds null, not a list of dishes.");
        }
        if (served.size() == right.size() && new HashSet<>(served).equals(new HashSet<>(right))) {
            if (names(served).equals(menu.names())) {
                throw stage.failure(Causes.COMPLETION_ORDER, anotherOnesPlate(served));
            }
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right dishes, wrong order. Ordered: " + list(menu.names()) + ". Served: " + list(names(served))
                            + (readyOrder().equals(names(served))
                                    ? ", which is the order in which they got ready."
                                    : "."));
        }
        if (served.size() < right.size() && new HashSet<>(right).containsAll(served)) {
            throw stage.failure(
                    Causes.LOST_RESULT.advising("take each dish from its own future when all are ready"),
                    "Ordered: " + right.size() + " dishes. Served: " + served.size() + " ("
                            + (served.isEmpty() ? "nothing" : list(names(served))) + ").");
        }
        for (Order order : menu.orders()) {
            if (menu.placesOf(order).size() > 1 && platesOf(order, served).size() == 1) {
                throw stage.failure(
                        Causes.LOST_RESULT.advising("keep the futures in a list, one for each place in the orders:"
                                + " kept by order, two equal ones become one"),
                        order.guest() + " ordered " + order.dish() + " twice, and got one plate twice: "
                                + plates(List.copyOf(platesOf(order, served))) + ".");
            }
        }
        int before = served.size() - right.size();
        boolean moreThanOrdered =
                before > 0 && served.subList(before, served.size()).equals(right);
        throw stage.failure(
                Causes.WRONG_RESULT.advising(
                        moreThanOrdered
                                ? "begin each call with a list of its own: a static one still holds what was served"
                                        + " before"
                                : "serve the dishes that the cook's own futures hold"),
                "The cook made " + plates(right) + ", but the future of "
                        + play.call().method() + " holds " + plates(served) + ".");
    }

    /** Equal orders cannot be told apart, so it is all the same which of their plates stands where. */
    private boolean isAsOrdered(List<Dish> served) {
        return served != null
                && served.size() == menu.dishes().size()
                && menu.orders().stream()
                        .allMatch(order -> platesOf(order, served).equals(platesOf(order, menu.dishes())));
    }

    private Set<Dish> platesOf(Order order, List<Dish> dishes) {
        return menu.placesOf(order).stream().map(dishes::get).collect(Collectors.toSet());
    }

    private String anotherOnesPlate(List<Dish> served) {
        for (int i = 0; ; i++) {
            Order order = menu.orders().get(i);
            Dish got = served.get(i);
            if (!platesOf(order, menu.dishes()).contains(got)) {
                return order.guest() + " ordered " + order.dish() + " and got "
                        + plates(List.of(got)) + ", which the cook had made for "
                        + menu.orders().get(menu.dishes().indexOf(got)).guest() + ".";
            }
        }
    }

    private static List<String> names(List<Dish> served) {
        return served.stream().map(dish -> dish == null ? "null" : dish.name()).toList();
    }

    private List<String> readyOrder() {
        return cooked().stream()
                .sorted(Comparator.comparingLong(Span::ended))
                .map(Span::lane)
                .toList();
    }

    /** "Soup (plate 12), null": what a learner reads more easily than records. */
    static String plates(List<Dish> dishes) {
        if (dishes == null || dishes.isEmpty()) {
            return dishes == null ? "null" : "no dishes at all";
        }
        return list(dishes.stream()
                .map(dish -> dish == null ? "null" : dish.name() + " (plate " + dish.plate() + ")")
                .toList());
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
