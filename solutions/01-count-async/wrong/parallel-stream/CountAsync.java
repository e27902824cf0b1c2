// Diagnosis: blocked-the-common-pool
// Waits on the workers of the common pool, which the whole program shares.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        return pause.seconds(id, 1).thenRun(() -> voice.say(id, "Two"));
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        return CompletableFuture.allOf(ids.stream()
                .map(id -> CompletableFuture.runAsync(() -> count(id, voice, pause).join()))
                .toArray(CompletableFuture[]::new));
    }
}
