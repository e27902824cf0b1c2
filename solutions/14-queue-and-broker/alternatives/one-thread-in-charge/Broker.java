package kata.broker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.PoisonException;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

/** Plain threads, and one more that waits for the producers, tells the consumers, and waits for those. */
public final class Broker {
    private static final Message NO_MORE = new Message("", 0);

    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        CompletableFuture<Stats> ended = new CompletableFuture<>();
        LinkedBlockingQueue<Message> queue = new LinkedBlockingQueue<>(capacity);
        LongAdder handled = new LongAdder();
        List<Message> dead = Collections.synchronizedList(new ArrayList<>());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                List<Thread> makers = producers.stream()
                        .map(each -> Thread.ofPlatform().daemon().start(() -> make(each, queue)))
                        .toList();
                List<Thread> takers = consumers.stream()
                        .map(each -> Thread.ofPlatform().daemon().start(() -> take(each, queue, handled, dead)))
                        .toList();
                for (Thread maker : makers) {
                    maker.join();
                }
                for (int i = 0; i < takers.size(); i++) {
                    queue.put(NO_MORE);
                }
                for (Thread taker : takers) {
                    taker.join();
                }
                ended.complete(new Stats(handled.intValue(), List.copyOf(dead)));
            } catch (InterruptedException stopped) {
                ended.completeExceptionally(stopped);
            }
        });
        return ended;
    }

    private static void make(Producer producer, LinkedBlockingQueue<Message> queue) {
        try {
            Optional<Message> next;
            while ((next = producer.next()).isPresent()) {
                queue.put(next.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(
            Consumer consumer, LinkedBlockingQueue<Message> queue, LongAdder handled, List<Message> dead) {
        try {
            Message next;
            while ((next = queue.take()) != NO_MORE) {
                try {
                    consumer.handle(next);
                    handled.increment();
                } catch (PoisonException poison) {
                    dead.add(next);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
