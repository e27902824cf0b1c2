package kata.chores.test;

import static kata.testkit.PlayAssert.assertThat;
import static kata.testkit.timeline.Timeline.units;

import java.util.List;
import java.util.Map;
import kata.chores.Chores;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.time.HandClock;
import kata.testkit.timeline.Span;

/** An evening that was played in hand-moved time, and what the rules of the house say of it. */
record Evening(Stage stage, Home home, Play play) {
    private static final Map<String, String> UNDONE = Map.of(
            Hours.LAUNDRY, "The clothes were never washed.",
            Hours.DINNER, "Dinner was never cooked.",
            Hours.DISHWASHER, "The dishes were never washed.",
            Hours.PLANTS, "The plants were never watered.");
    private static final String AT_EACH_CALL = "begin the chores of the house that you are given, at each call of"
            + " evening; keep nothing from one call for the next";

    /** Plays it to its end, and sees that each chore was done once. */
    static Evening played(Stage stage, Hours hours) {
        return played(stage, new Home(stage.clock(), hours)).wasDone();
    }

    /** As {@link #played}, while in another house dinner is on the stove: there time goes on only afterwards. */
    static Evening playedBesideAnother(Stage stage, Hours hours) {
        HandClock elsewhere = stage.anotherClock();
        Home otherHome = new Home(elsewhere, hours);
        Neighbours other = new Neighbours(stage, elsewhere, stage.call("evening", () -> Chores.evening(otherHome)));
        other.beginDinner();
        Evening evening = played(stage, new Home(stage.clock(), hours));
        other.toTheEnd();
        other.didNotHoldUp(evening.play);
        evening.wasDone();
        other.wentToBedToo();
        return evening;
    }

    private static Evening played(Stage stage, Home home) {
        stage.rightAnswer(home.hours().ideal());
        Call<Void> call = stage.call("evening", () -> Chores.evening(home));
        return new Evening(stage, home, stage.play(call, home.hours().pending()));
    }

    private Evening wasDone() {
        if (nothingWasEvenTried()) {
            throw stage.failure(Causes.FAKED.advising(AT_EACH_CALL), "Not one chore of this house ever began.");
        }
        that().finished();
        everyChoreOnce();
        return this;
    }

    /** On the next evening in the same house everything is to be done again. */
    void doneAgainTheNextEvening() {
        Evening next = played(stage, home);
        next.that().finished();
        for (String chore : Hours.CHORES) {
            int again = next.play.timeline().spansOf(chore).size() - 1;
            if (again != 1) {
                throw stage.failure(
                        Causes.FAKED.advising(AT_EACH_CALL),
                        "evening was called a second time for the same house, which is a new evening; " + chore
                                + " began " + again + " times in it, and not once.");
            }
        }
        next.that().waitedForAll();
    }

    private boolean nothingWasEvenTried() {
        return play.timeline().spans().isEmpty()
                && play.call().failure().isEmpty()
                && play.waiting().isEmpty();
    }

    PlayAssert that() {
        return assertThat(play, "chores");
    }

    private void everyChoreOnce() {
        for (String chore : Hours.CHORES) {
            List<Span> done = play.timeline().spansOf(chore);
            if (done.isEmpty()) {
                throw stage.failure(
                        Causes.FAKED.advising("call each of the house's four methods, once"), UNDONE.get(chore));
            }
            if (done.size() > 1) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising(
                                "call " + chore + "() once, and keep its future if you need it twice"),
                        "The house did " + chore + " " + done.size() + " times; once is enough.");
            }
        }
    }

    /** Dinner and plants never overlap. */
    Evening oneThingAtATime() {
        if (chore(Hours.DINNER).overlaps(chore(Hours.PLANTS))) {
            String tooFast = end() >= hours().byHand()
                    ? ""
                    : "Too fast: " + units(end()) + ", but dinner and plants need your own hands for "
                            + hours().byHand() + ". ";
            throw stage.failure(
                    Mistakes.TWO_AT_ONCE,
                    tooFast + "You were busy with dinner and watered the plants at the same time, and you have one pair"
                            + " of hands.");
        }
        return this;
    }

    /** The dishwasher begins when dinner is over. */
    Evening dishesAfterDinner() {
        Span dinner = chore(Hours.DINNER);
        Span dishwasher = chore(Hours.DISHWASHER);
        if (!dinner.endedBefore(dishwasher)) {
            throw stage.failure(
                    Mistakes.WRONG_ORDER,
                    "You started the dishwasher after " + units(dishwasher.from()) + ", but dinner was over only after "
                            + units(dinner.to()) + ": there were no dishes to wash yet.");
        }
        return this;
    }

    /** It took as long as one person needs, and not longer. */
    Evening inTheShortestTime() {
        if (play.timeline().peak() == 1) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising("begin the laundry, and go on without waiting for it"),
                    "Your four chores ran one after another: " + units(end()) + " in all. While the machines ran, you"
                            + " stood and watched.",
                    play.waiting().toArray(Sighting[]::new));
        }
        if (end() < hours().best()) {
            throw stage.failure(
                    Causes.TOO_FAST,
                    "Too fast: " + units(end()) + ", but one person needs " + units(hours().best())
                            + " for these chores.");
        }
        if (end() > hours().best()) {
            throw stoodIdle();
        }
        return this;
    }

    private KataFailure stoodIdle() {
        return stage.failure(
                Mistakes.STOOD_IDLE,
                "Your evening took " + units(end()) + "; " + units(hours().best()) + " are enough. " + whatWaited(),
                play.waiting().toArray(Sighting[]::new));
    }

    /** Follows the chore that ended last back to the one that could have begun earlier. */
    private String whatWaited() {
        Span laundry = chore(Hours.LAUNDRY);
        Span dinner = chore(Hours.DINNER);
        Span dishwasher = chore(Hours.DISHWASHER);
        Span plants = chore(Hours.PLANTS);
        if (laundry.to() == end()) {
            return "The washing machine stood idle for " + units(laundry.from())
                    + ": it needs no hands and can run from the start.";
        }
        if (plants.to() == end() && plants.from() > dinner.to()) {
            return "After dinner your hands were idle for " + units(plants.from() - dinner.to())
                    + ": the plants could have been watered while a machine ran.";
        }
        if (dishwasher.to() == end() && dishwasher.from() > dinner.to()) {
            return "After dinner the dirty dishes stood there for " + units(dishwasher.from() - dinner.to())
                    + ": the dishwasher needs no hands and could have run beside the plants.";
        }
        if (plants.endedBefore(dinner)) {
            return "You watered the plants before dinner, so your hands had nothing left to do while the dishwasher ran.";
        }
        return "You began dinner only after " + units(dinner.from()) + ": until then you stood and watched a machine.";
    }

    private Hours hours() {
        return home.hours();
    }

    private Span chore(String name) {
        return play.timeline().spansOf(name).get(0);
    }

    private double end() {
        return play.timeline().end();
    }
}
