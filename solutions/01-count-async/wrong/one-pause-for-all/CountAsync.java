// Diagnosis: faked
// Prints the right words around one pause; only one count ever paused.
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
        ids.forEach(id -> voice.say(id, "One"));
        return pause.seconds(ids.get(0), 1).thenRun(() -> ids.forEach(id -> voice.say(id, "Two")));
    }
}
