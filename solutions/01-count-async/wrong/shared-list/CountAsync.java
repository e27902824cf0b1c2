// Diagnosis: waited-for-others
// Keeps the futures in a static list, so a call waits for the counts of every other call as well.
package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

public final class CountAsync {
    private static final List<CompletableFuture<Void>> COUNTS = new CopyOnWriteArrayList<>();

    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        voice.say(id, "One");
        return pause.seconds(id, 1).thenRun(() -> voice.say(id, "Two"));
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        ids.forEach(id -> COUNTS.add(count(id, voice, pause)));
        return CompletableFuture.allOf(COUNTS.toArray(CompletableFuture[]::new));
    }
}
