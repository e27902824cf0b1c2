package kata.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.PoisonException;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

/** A queue made by hand: a lock, and two conditions to wait for. */
public final class Broker {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Message> queue = new ArrayDeque<>();
    private final List<Message> dead = new ArrayList<>();
    private final CompletableFuture<Stats> ended = new CompletableFuture<>();
    private final int capacity;
    private int making;
    private int taking;
    private int handled;

    private Broker(int capacity) {
        this.capacity = capacity;
    }

    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        Broker broker = new Broker(capacity);
        broker.making = producers.size();
        broker.taking = consumers.size();
        producers.forEach(each -> Thread.startVirtualThread(() -> broker.make(each)));
        consumers.forEach(each -> Thread.startVirtualThread(() -> broker.take(each)));
        return broker.ended;
    }

    private void make(Producer producer) {
        try {
            for (Optional<Message> next = producer.next(); next.isPresent(); next = producer.next()) {
                lock.lock();
                try {
                    while (queue.size() == capacity) {
                        changed.await();
                    }
                    queue.addLast(next.get());
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
            lock.lock();
            try {
                making--;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException stopped) {
            ended.completeExceptionally(stopped);
        }
    }

    private void take(Consumer consumer) {
        try {
            for (Message next = next(); next != null; next = next()) {
                boolean good = true;
                try {
                    consumer.handle(next);
                } catch (PoisonException poison) {
                    good = false;
                }
                count(next, good);
            }
        } catch (InterruptedException stopped) {
            ended.completeExceptionally(stopped);
        }
    }

    private Message next() throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty() && making > 0) {
                changed.await();
            }
            Message next = queue.pollFirst();
            changed.signalAll();
            if (next == null && --taking == 0) {
                ended.complete(new Stats(handled, List.copyOf(dead)));
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void count(Message message, boolean good) {
        lock.lock();
        try {
            handled += good ? 1 : 0;
            if (!good) {
                dead.add(message);
            }
        } finally {
            lock.unlock();
        }
    }
}
