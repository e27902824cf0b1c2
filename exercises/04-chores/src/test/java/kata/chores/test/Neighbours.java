package kata.chores.test;

import java.util.function.BooleanSupplier;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.evidence.Watch;
import kata.testkit.time.HandClock;

/** An evening in another house, in a time of its own, beside the one that a test looks at. */
record Neighbours(Stage stage, HandClock clock, Call<Void> call) {

    /** Waits until their laundry and their dinner are under way. */
    void beginDinner() {
        stage.until(() -> clock.pending() == 2 || call.isDone());
    }

    /** Lets their time go on until nothing is left to do. */
    void toTheEnd() {
        toTheEnd(clock, call);
    }

    /** The evening that came to a halt beside theirs does not go on because theirs is over. */
    void didNotHoldUp(Play play) {
        HandClock here = stage.clock();
        if (!play.stuck() || stage.until(() -> here.pending() > 0) != Watch.End.MET) {
            return;
        }
        String late = String.join(" and ", here.pendingLanes());
        // Whoever is shared by all houses must be free again for the next test.
        toTheEnd(here, play.call());
        throw stage.failure(
                Mistakes.MIXED_UP,
                "Evenings went on in two houses, and one had to wait for the other: " + late
                        + " began only when the evening in the other house was over. Somebody else lives there, with"
                        + " hands of their own.");
    }

    /** What was done in the other house meanwhile did not keep this evening from its end. */
    void wentToBedToo() {
        if (!call.isDone()) {
            throw stage.failure(
                    Mistakes.MIXED_UP,
                    "Evenings went on in two houses. The one that ended first was right; the other, which had begun"
                            + " before it, never ended.");
        }
    }

    private void toTheEnd(HandClock clock, Call<?> call) {
        BooleanSupplier ready = () -> !clock.completing() && (clock.pending() > 0 || call.isDone());
        while (stage.until(ready) == Watch.End.MET && clock.advance()) {}
    }
}
