package kata.slowserver.test;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import kata.slowserver.given.PullSync;
import kata.testkit.GivenClient;
import kata.testkit.Loopback;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * The slow server and a client for it: {@code /delay-me?seconds=N} is answered after N of the lesson's seconds, or
 * later, as the clock tells them. A test that moves the clock by hand thereby decides when each reply comes.
 */
final class DelayServer implements AutoCloseable {
    /** Units in a second of the lesson. */
    static final double SECOND = 0.5;

    /** What becomes of a request. */
    enum Fate {
        ANSWERED("was answered"),
        REFUSED("was refused with status 503"),
        NOT_READY("was answered with status 202, which says that there is no reply yet"),
        CUT("was cut off in the middle of its reply");

        private final String told;

        Fate(String told) {
            this.told = told;
        }

        /** As in "R2 was refused". */
        @Override
        public String toString() {
            return told;
        }
    }

    private final KataClock clock;
    private final List<Integer> seconds;
    private final int troubled;
    private final Fate fate;
    private final Loopback server = new Loopback(this::serve);
    private final GivenClient client = new GivenClient();
    private final Set<String> fromElsewhere = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> late = new ConcurrentHashMap<>();

    /** A server on which all goes well. */
    DelayServer(KataClock clock, List<Integer> seconds) {
        this(clock, seconds, -1, Fate.ANSWERED);
    }

    /** A server on which the request for so many seconds meets this fate. */
    DelayServer(KataClock clock, List<Integer> seconds, int troubled, Fate fate) {
        this.clock = clock;
        this.seconds = List.copyOf(seconds);
        this.troubled = troubled;
        this.fate = fate;
    }

    /** From now on the reply to a request for so many seconds comes only after so many. */
    void isLate(int asked, int comesAfter) {
        late.put(asked, comesAfter);
    }

    private void serve(HttpExchange exchange) {
        // Closing an exchange of which not every byte was sent cuts its connection.
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            if (query == null) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            int asked = Integer.parseInt(query.replace("seconds=", ""));
            if (!client.sent(exchange)) {
                fromElsewhere.add(lane(seconds, asked));
            }
            clock.pause(lane(seconds, asked), "request", late.getOrDefault(asked, asked) * SECOND)
                    .get();
            byte[] body = reply(asked).getBytes(StandardCharsets.UTF_8);
            switch (asked == troubled ? fate : Fate.ANSWERED) {
                case ANSWERED -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
                case REFUSED -> exchange.sendResponseHeaders(503, -1);
                case NOT_READY -> exchange.sendResponseHeaders(202, -1);
                case CUT -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body, 0, 4);
                    // Where not a byte has come, the JDK's client asks again by itself.
                    exchange.getResponseBody().flush();
                }
            }
        } catch (IOException clientHasGone) {
            // An answer may give up the other requests when one of them fails.
        } catch (InterruptedException serverCloses) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As in {@code R1}: requests are numbered as the answer was asked to send them. */
    static String lane(List<Integer> seconds, int asked) {
        return seconds.contains(asked) ? "R" + (seconds.indexOf(asked) + 1) : "for " + asked + " s";
    }

    static List<String> lanes(List<Integer> seconds) {
        return seconds.stream().map(each -> lane(seconds, each)).toList();
    }

    static String reply(int asked) {
        return "Done, I waited for " + asked + " secs";
    }

    HttpClient client() {
        return client.client();
    }

    /** The requests that did not come from {@link #client}. */
    Set<String> fromElsewhere() {
        return fromElsewhere;
    }

    /** Whether its caller can still send requests with {@link #client}. */
    boolean clientIsOpen() {
        return client.isOpen(uri());
    }

    URI uri() {
        return server.uri("/");
    }

    URI uri(int asked) {
        return PullSync.delayMe(uri(), asked);
    }

    /** All requests side by side. */
    static Timeline together(List<Integer> seconds) {
        Timeline timeline = Timeline.ideal();
        for (int each : seconds) {
            timeline = timeline.with(lane(seconds, each), Span.Kind.WAIT, 0, each * SECOND);
        }
        return timeline;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
