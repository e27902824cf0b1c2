package kata.fakeasync.test;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kata.testkit.Loop;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * One request to the slow server of the lesson.
 *
 * @param name its lane on the timeline
 * @param seconds how long the server waits, in the lesson's seconds
 * @param body what the server replies; it may be empty
 * @param failure what the client throws after that time; null if the server replies
 */
record Request(String name, int seconds, String body, Exception failure) {
    /** The lesson's second in units. */
    static final double SECOND = 0.25;

    /** R1, R2 and R3, as the lesson has them. */
    static final List<Request> LESSON = List.of(waiting("R1", 10), waiting("R2", 2), waiting("R3", 5));

    private static Request waiting(String name, int seconds) {
        return new Request(name, seconds, "Done, I waited for " + seconds + " secs", null);
    }

    /** One request for each name, no two of the same length, and the first is never the first to end. */
    static List<Request> forEach(List<String> names, Random random) {
        List<Integer> seconds = new ArrayList<>(List.of(2, 3, 4, 5, 6, 8, 10));
        Collections.shuffle(seconds, random);
        seconds = seconds.subList(0, names.size());
        if (names.size() > 1 && seconds.get(0).equals(Collections.min(seconds))) {
            Collections.reverse(seconds);
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            requests.add(waiting(names.get(i), seconds.get(i)));
        }
        return requests;
    }

    Request failingWith(Exception problem) {
        return new Request(name, seconds, body, problem);
    }

    Request withEmptyBody() {
        return new Request(name, seconds, "", failure);
    }

    URI uri() {
        return URI.create("http://slow.example/" + name + "/delay-me?seconds=" + seconds);
    }

    /** How it ends, as its lane tells. */
    String end() {
        if (failure != null) {
            return "broke off";
        }
        return body.isEmpty() ? "replied, with an empty body" : body;
    }

    static List<URI> uris(List<Request> requests) {
        return requests.stream().map(Request::uri).toList();
    }

    /** How many requests are under way before each of them ends: all of them, one less, …, one. */
    static int[] pendingAtStep(List<Request> requests) {
        int[] pending = new int[requests.size()];
        for (int i = 0; i < pending.length; i++) {
            pending[i] = pending.length - i;
        }
        return pending;
    }

    /** All at the same time, and a loop whose heart goes on beating. */
    static Timeline together(List<Request> requests) {
        return together(requests, Timeline.ideal());
    }

    /** The same, once this was over. */
    static Timeline together(List<Request> requests, Timeline before) {
        Timeline timeline = before;
        for (Request request : requests) {
            timeline = timeline.with(
                    request.name, Span.Kind.BLOCKED, before.end(), before.end() + request.seconds * SECOND);
        }
        return Loop.beats(timeline, timeline.end());
    }
}
