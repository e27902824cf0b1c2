package kata.server.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kata.server.given.AsyncDb;
import kata.server.given.Db;
import kata.server.given.DbException;
import kata.server.given.User;
import kata.testkit.time.KataClock;

/** A database that is as slow as the clock says, and counts what it is asked. */
final class SlowDb implements AsyncDb {
    private final KataClock clock;
    private final Map<String, Visitor> bySession = new HashMap<>();
    private final Map<String, Visitor> byName = new HashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Queue<String> strangers = new ConcurrentLinkedQueue<>();

    private final boolean tells;

    SlowDb(KataClock clock, List<Visitor> visitors) {
        this(clock, visitors, false);
    }

    /** @param tells whether it says when somebody's first query begins, for a person who looks on */
    SlowDb(KataClock clock, List<Visitor> visitors, boolean tells) {
        this.clock = clock;
        this.tells = tells;
        for (Visitor visitor : visitors) {
            bySession.put(visitor.session(), visitor);
            if (visitor.name() != null) {
                byName.put(visitor.name(), visitor);
            }
        }
    }

    @Override
    public CompletableFuture<Optional<User>> user(String session) {
        Visitor visitor = visitor(session);
        count("user", visitor);
        return clock.after(visitor.lane(), "user", visitor.userUnits(), () -> found(visitor));
    }

    @Override
    public CompletableFuture<List<String>> orders(User user) {
        Visitor visitor = visitor(user);
        count("orders", visitor);
        return clock.after(visitor.lane(), "orders", visitor.ordersUnits(), () -> ordered(visitor));
    }

    /** The same database for callers that wait. */
    Db blocking() {
        return new Db() {
            @Override
            public Optional<User> user(String session) {
                Visitor visitor = visitor(session);
                count("user", visitor);
                hold(visitor, "user", visitor.userUnits());
                return found(visitor);
            }

            @Override
            public List<String> orders(User user) {
                Visitor visitor = SlowDb.this.visitor(user);
                hold(visitor, "orders", visitor.ordersUnits());
                return ordered(visitor);
            }
        };
    }

    private void hold(Visitor visitor, String query, double units) {
        try {
            clock.block(visitor.lane(), query, units);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DbException("interrupted");
        }
    }

    private Visitor visitor(String session) {
        Visitor visitor = session == null ? null : bySession.get(session);
        if (visitor == null) {
            throw new DbException("nobody has ever sent the session " + session);
        }
        return visitor;
    }

    private Visitor visitor(User user) {
        Visitor visitor = user == null ? null : byName.get(user.name());
        if (visitor == null) {
            strangers.add(String.valueOf(user));
            throw new DbException("there is no " + user);
        }
        return visitor;
    }

    private static Optional<User> found(Visitor visitor) {
        if (visitor.failure() != null && !visitor.hasOrders()) {
            throw visitor.failure();
        }
        return visitor.name() == null ? Optional.empty() : Optional.of(visitor.user());
    }

    private static List<String> ordered(Visitor visitor) {
        if (visitor.failure() != null) {
            throw visitor.failure();
        }
        return visitor.orders();
    }

    private void count(String query, Visitor visitor) {
        if (tells && query.equals("user")) {
            clock.recorder().mark(visitor.lane(), "begins");
        }
        asked.computeIfAbsent(query + visitor.session(), first -> new AtomicInteger())
                .incrementAndGet();
    }

    /** The users whose orders it was asked for though it had never told of them. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    /** How often it was asked for this visitor by {@code user} or by {@code orders}. */
    int asked(String query, Visitor visitor) {
        AtomicInteger times = asked.get(query + visitor.session());
        return times == null ? 0 : times.get();
    }
}
