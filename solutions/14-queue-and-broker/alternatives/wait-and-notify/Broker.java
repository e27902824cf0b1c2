package kata.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.PoisonException;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

/** As in 1996: plain threads, synchronized, wait and notifyAll. */
public final class Broker {
    private final Deque<Message> queue = new ArrayDeque<>();
    private final List<Message> dead = new ArrayList<>();
    private final CompletableFuture<Stats> ended = new CompletableFuture<>();
    private final int capacity;
    private int making;
    private int taking;
    private int handled;

    private Broker(int capacity, int making, int taking) {
        this.capacity = capacity;
        this.making = making;
        this.taking = taking;
    }

    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        Broker broker = new Broker(capacity, producers.size(), consumers.size());
        producers.forEach(each -> new Thread(() -> broker.make(each)).start());
        consumers.forEach(each -> new Thread(() -> broker.take(each)).start());
        return broker.ended;
    }

    private void make(Producer producer) {
        try {
            for (Optional<Message> next = producer.next(); next.isPresent(); next = producer.next()) {
                put(next.get());
            }
            noMore();
        } catch (InterruptedException stopped) {
            ended.completeExceptionally(stopped);
        }
    }

    private void take(Consumer consumer) {
        try {
            for (Message next = get(); next != null; next = get()) {
                try {
                    consumer.handle(next);
                    good();
                } catch (PoisonException poison) {
                    bad(next);
                }
            }
        } catch (InterruptedException stopped) {
            ended.completeExceptionally(stopped);
        }
    }

    private synchronized void put(Message message) throws InterruptedException {
        while (queue.size() == capacity) {
            wait();
        }
        queue.addLast(message);
        notifyAll();
    }

    /** Null if there will be no more. */
    private synchronized Message get() throws InterruptedException {
        while (queue.isEmpty() && making > 0) {
            wait();
        }
        notifyAll();
        if (queue.isEmpty() && --taking == 0) {
            ended.complete(new Stats(handled, List.copyOf(dead)));
        }
        return queue.pollFirst();
    }

    private synchronized void noMore() {
        making--;
        notifyAll();
    }

    private synchronized void good() {
        handled++;
    }

    private synchronized void bad(Message message) {
        dead.add(message);
    }
}
