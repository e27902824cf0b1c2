package kata.chess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** A thread for each board, and one token: whoever has it has the master, and hands it on to the next board. */
public final class Exhibition {
    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        List<Semaphore> turns = new ArrayList<>();
        for (int i = 0; i < boards; i++) {
            turns.add(new Semaphore(i == 0 ? 1 : 0));
        }
        CountDownLatch playing = new CountDownLatch(boards);
        for (int i = 0; i < boards; i++) {
            int place = i;
            Semaphore next = turns.get((i + 1) % boards);
            Thread.startVirtualThread(() -> {
                CompletableFuture<Void> reply = CompletableFuture.completedFuture(null);
                for (int pair = 1; pair <= pairs; pair++) {
                    turns.get(place).acquireUninterruptibly();
                    reply.join();
                    reply = opponents.reply(master.move(place + 1).join());
                    next.release();
                }
                reply.join();
                playing.countDown();
            });
        }
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                playing.await();
                over.complete(clock.seconds());
            } catch (InterruptedException stopped) {
                over.completeExceptionally(stopped);
            }
        });
        return over;
    }
}
