package kata.bounded.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.Map;
import kata.bounded.Bounded;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.time.HandClock;

/** A call that is made while another one goes on, with a limit of its own, in a time that stands still meanwhile. */
final class OtherCall {
    private static final Cause SHARED_PLACES = new Cause(
            "shared-places",
            "two calls shared their places",
            "count the places in variables of the call: a static counter, limiter or pool belongs to all calls at once",
            // Before all that is seen of either call: too few jobs of its own, and an end that never comes.
            Causes.TOO_FEW_AT_ONCE.rank() - 1);
    private static final int LIMIT = 2;
    private static final List<String> ITEMS = List.of("K1", "K2", "K3");

    private final Stage stage;
    private final HandClock clock;
    private final Call<List<String>> call;

    /** Begins when the first call has taken all its places. */
    OtherCall(Stage stage, Call<?> first, int firstLimit) {
        this.stage = stage;
        this.clock = stage.anotherClock();
        stage.until(() -> stage.clock().pending() >= firstLimit || first.isDone());
        Jobs jobs = new Jobs(clock, Map.of(), Map.of());
        this.call = stage.call("mapBounded", () -> Bounded.mapBounded(ITEMS, LIMIT, jobs));
        stage.until(() -> clock.pending() >= LIMIT || call.isDone());
    }

    /** It had as many places as it was allowed to have, whatever the first call had; and it ended. */
    void hadItsOwnPlaces(Play first, int firstLimit) {
        int begun = clock.pending();
        clock.letGo();
        // Who kept to no limit, or began too few already in the first call, has made another mistake.
        if (begun != LIMIT && first.timeline().peak() == firstLimit) {
            assertThat(first, "jobs").leftTheCommonPoolFree();
            throw stage.failure(
                    SHARED_PLACES,
                    "While " + firstLimit + " jobs of one call of mapBounded were under way, another call, with a limit"
                            + " of " + LIMIT + ", began " + begun + " of its " + ITEMS.size()
                            + " jobs. Each call has its own limit, and its own places.");
        }
    }

    /** Its time has gone on; it ends as well. */
    void ended() {
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising("keep nothing of a call in static fields: other calls change it"),
                    "Of two calls of mapBounded that went on at the same time, the second never ended.");
        }
        List<String> wanted = ITEMS.stream().map(Jobs::result).toList();
        if (!wanted.equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("keep the results in variables of the call, not in static ones"),
                    "Of two calls of mapBounded that went on at the same time, the second should give " + wanted
                            + "; it gave " + call.value() + ".");
        }
    }
}
