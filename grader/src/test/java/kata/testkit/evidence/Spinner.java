package kata.testkit.evidence;

import java.util.function.BooleanSupplier;

/** Stands for an answer: the only class, beside its tests, whose lines the tests of this package look for. */
final class Spinner {
    private Spinner() {}

    static void askAgainAndAgain(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
