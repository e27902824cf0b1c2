package kata.patience.given;

import java.util.concurrent.CompletableFuture;

/**
 * The clock of this exercise: time passes only here, whatever the machine's own clock says. Given: do not change it.
 */
public interface Timer {

    /** Returns at once; the future completes when so many units have passed. A pause may be cancelled. */
    CompletableFuture<Void> pause(double units);
}
