// Diagnosis: returned-too-early
// Mixes up anyOf and allOf: the first count that ends ends them all.
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
        List<CompletableFuture<Void>> counts =
                ids.stream().map(id -> count(id, voice, pause)).toList();
        return CompletableFuture.anyOf(counts.toArray(CompletableFuture[]::new)).thenRun(() -> {});
    }
}
