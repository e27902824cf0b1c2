// Diagnosis: blocked-the-caller
// Waits inside count, and gives back a future when all is over; only countAll is right.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        pause.seconds(id, 1).join();
        voice.say(id, "Two");
        return CompletableFuture.completedFuture(null);
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        return CompletableFuture.allOf(ids.stream()
                .map(id -> {
                    voice.say(id, "One");
                    return pause.seconds(id, 1).thenRun(() -> voice.say(id, "Two"));
                })
                .toArray(CompletableFuture[]::new));
    }
}
