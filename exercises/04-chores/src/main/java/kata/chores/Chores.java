package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

/**
 * One person, many things at once: your hands are busy with one thing, and machines run meanwhile.
 * Check it with {@code ./kata check 04}, or {@code mvn test} in this folder.
 */
public final class Chores {
    private Chores() {}

    /**
     * Does each of the four chores once, in the shortest time in which one person can: dinner and plants never at the
     * same time, the dishwasher after dinner. Returns at once.
     *
     * @return a future that completes when the last chore is done
     */
    public static CompletableFuture<Void> evening(House house) {
        // TODO: begin what can begin now, say what follows dinner, and give back one future for all of it.
        throw new UnsupportedOperationException("TODO: evening does the four chores in an order that wastes no time");
    }
}
