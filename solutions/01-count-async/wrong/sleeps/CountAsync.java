// Diagnosis: blocking-call
// Sleeps inside the asynchronous code instead of using the pause.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        return CompletableFuture.runAsync(() -> {
            voice.say(id, "One");
            rest();
            voice.say(id, "Two");
        });
    }

    private static void rest() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        return CompletableFuture.allOf(
                ids.stream().map(id -> count(id, voice, pause)).toArray(CompletableFuture[]::new));
    }
}
