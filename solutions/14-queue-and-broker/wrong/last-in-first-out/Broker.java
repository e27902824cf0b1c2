// Diagnosis: wrong-result
// Takes the newest message first: of one producer the first in the queue is handled last.
package kata.broker;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.PoisonException;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

public final class Broker {
    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        BlockingDeque<Optional<Message>> queue = new LinkedBlockingDeque<>(capacity);
        AtomicInteger handled = new AtomicInteger();
        Queue<Message> dead = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<Void>> taking = consumers.stream()
                .map(each -> CompletableFuture.runAsync(() -> consume(each, queue, handled, dead), threads))
                .toList();
        List<CompletableFuture<Void>> making = producers.stream()
                .map(each -> CompletableFuture.runAsync(() -> produce(each, queue), threads))
                .toList();
        return all(making)
                .thenRunAsync(() -> noMore(queue, consumers.size()), threads)
                .thenCompose(told -> all(taking))
                .thenApply(done -> new Stats(handled.get(), List.copyOf(dead)))
                .whenComplete((stats, problem) -> threads.shutdown());
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> loops) {
        return CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new));
    }

    private static void produce(Producer producer, BlockingDeque<Optional<Message>> queue) {
        try {
            for (Optional<Message> next = producer.next(); next.isPresent(); next = producer.next()) {
                queue.putFirst(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void consume(
            Consumer consumer, BlockingDeque<Optional<Message>> queue, AtomicInteger handled, Queue<Message> dead) {
        try {
            for (Optional<Message> next = queue.take(); next.isPresent(); next = queue.take()) {
                try {
                    consumer.handle(next.get());
                    handled.incrementAndGet();
                } catch (PoisonException poison) {
                    dead.add(next.get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One sign for each consumer, or all but one of them would wait for ever. */
    private static void noMore(BlockingDeque<Optional<Message>> queue, int consumers) {
        try {
            for (int i = 0; i < consumers; i++) {
                queue.putLast(Optional.empty());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
