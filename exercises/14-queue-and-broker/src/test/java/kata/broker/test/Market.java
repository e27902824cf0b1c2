package kata.broker.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.PoisonException;
import kata.broker.given.Producer;
import kata.testkit.evidence.Threads;
import kata.testkit.time.KataClock;

/**
 * Producers and consumers on the clock of a test, and a tally of what passed between them.
 *
 * @param clock tells how long making and handling take
 * @param messages how many each producer makes
 * @param making units for each; 0 for at once
 * @param handling units for each; 0 for at once
 * @param poison what no consumer can handle
 */
record Market(
        KataClock clock,
        List<Integer> messages,
        double making,
        double handling,
        Set<Message> poison,
        ConcurrentLinkedQueue<Message> begun,
        AtomicInteger underWay,
        AtomicInteger deepest,
        Set<String> ended,
        Set<Thread> threads,
        Set<Thread> before) {

    Market(KataClock clock, List<Integer> messages, double making, double handling, Set<Message> poison) {
        this(
                clock,
                messages,
                making,
                handling,
                poison,
                new ConcurrentLinkedQueue<>(),
                new AtomicInteger(),
                new AtomicInteger(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                Threads.alive());
    }

    List<Producer> producers() {
        return IntStream.range(0, messages.size()).mapToObj(this::producer).toList();
    }

    static String producerName(int index) {
        return "P" + (index + 1);
    }

    private Producer producer(int index) {
        AtomicInteger made = new AtomicInteger();
        return () -> {
            threads.add(Thread.currentThread());
            int number = made.incrementAndGet();
            if (number > messages.get(index)) {
                ended.add(producerName(index));
                return Optional.empty();
            }
            if (making > 0) {
                clock.block(producerName(index), "make", making);
            }
            // Made and not yet done with: in the queue, or in somebody's hand beside it.
            deepest.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return Optional.of(new Message(producerName(index), number));
        };
    }

    List<Consumer> consumers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::consumer).toList();
    }

    private Consumer consumer(int number) {
        return message -> {
            threads.add(Thread.currentThread());
            begun.add(message);
            try {
                if (poison.contains(message)) {
                    throw new PoisonException(message);
                }
                if (handling > 0) {
                    clock.block("C" + number, "handle", handling);
                }
            } finally {
                underWay.decrementAndGet();
            }
        };
    }

    /** Producers that had no more while others still had some. */
    boolean someEndedEarly() {
        return !ended.isEmpty() && ended.size() < messages.size();
    }

    /** Every message that is made. */
    List<Message> all() {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            for (int number = 1; number <= messages.get(i); number++) {
                all.add(new Message(producerName(i), number));
            }
        }
        return all;
    }

    /** Threads of producers and consumers, and whichever else would keep a program from ending. */
    Set<Thread> alive() {
        Set<Thread> alive = new HashSet<>(threads);
        alive.addAll(Threads.keepingAlive(before));
        alive.removeIf(thread -> !thread.isAlive());
        return alive;
    }
}
