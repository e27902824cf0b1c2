// Diagnosis: ran-one-after-another
// Joins inside the loop, so the second count begins only when the first has ended.
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
        for (String id : ids) {
            count(id, voice, pause).join();
        }
        return CompletableFuture.completedFuture(null);
    }
}
