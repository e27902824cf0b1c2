package kata.eventloop.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.eventloop.EventLoop;
import kata.eventloop.given.Count;
import kata.eventloop.given.Pause;
import kata.testkit.time.RealClock;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/** The count of the first exercise, on the learner's loop. */
final class Counts {
    private Counts() {}

    /** What the count needs, made of a loop. */
    static Pause pause(EventLoop loop, Duration length) {
        return () -> {
            CompletableFuture<Void> over = new CompletableFuture<>();
            loop.callLater(length, () -> over.complete(null));
            return over;
        };
    }

    /** Runs a loop with these counts in real time, to its end. */
    static void onALoop(RealClock clock, List<String> ids) throws Exception {
        EventLoop loop =
                new EventLoop(new BoundedTime(), problem -> clock.recorder().mark("problem", problem.toString()));
        Pause second = pause(loop, Duration.ofMillis(RealClock.UNIT_MILLIS));
        for (String id : ids) {
            loop.callSoon(() -> {
                Recorder.Open span = clock.recorder().begin(id, "count", Span.Kind.WAIT);
                Count.async(List.of(id), clock.recorder()::mark, second).thenRun(span::close);
            });
        }
        loop.run();
    }
}
