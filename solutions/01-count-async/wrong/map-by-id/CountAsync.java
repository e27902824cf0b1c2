// Diagnosis: returned-too-early
// Keeps the counts by id, so of the two counts of an id that is there twice it waits for the later one only.
package kata.countasync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        return pause.seconds(id, 1).thenRun(() -> voice.say(id, "Two"));
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        Map<String, CompletableFuture<Void>> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, count(id, voice, pause)));
        return CompletableFuture.allOf(counts.values().toArray(CompletableFuture[]::new));
    }
}
