// Diagnosis: naps
// Does not sleep by name: a latch that nobody opens is waited for, two milliseconds at a time, until a reply is seen.
package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            List<CompletableFuture<Void>> replies =
                    new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
            for (int visit = 0; visit < boards * pairs; visit++) {
                int place = visit % boards;
                look(replies.get(place));
                replies.set(place, opponents.reply(master.move(place + 1).join()));
            }
            replies.forEach(Exhibition::look);
            over.complete(clock.seconds());
        });
        return over;
    }

    private static void look(CompletableFuture<Void> reply) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!reply.isDone()) {
                never.await(2, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
