package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

/** Combines the counts two by two, from the last to the first. */
public final class CountAsync {
    private CountAsync() {}

    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        return CompletableFuture.runAsync(() -> voice.say(id, "One"))
                .thenCompose(said -> pause.seconds(id, 1))
                .thenAccept(over -> voice.say(id, "Two"));
    }

    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> first = count(ids.get(0), voice, pause);
        return first.thenCombine(countAll(ids.subList(1, ids.size()), voice, pause), (one, rest) -> null);
    }
}
