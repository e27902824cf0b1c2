package kata.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.timeline.Timeline;

/**
 * Finds who wakes again and again while nothing happens, to ask whether something has: a sleep under another name,
 * such as {@code latch.await(2, MILLISECONDS)} in a loop. Who waits for the thing itself, with or without a limit, is
 * not woken. For lessons in which nothing sleeps.
 */
public final class Naps {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    /** Once or twice a thread may have woken for another reason. */
    private static final long OFTEN = 4;
    /** Where nobody woke once is enough. */
    private static final int MOST_HOLDS = 5;

    private final Threads threads;

    private Naps(Threads threads) {
        this.threads = threads;
    }

    /**
     * Whether somebody naps at a moment at which a right answer is at rest: then a failure with {@code naps} and the
     * lines on which threads of the answer wait.
     *
     * @param hold holds time still for a while, as {@link Stage#watchFor} does
     * @param timeline what has been recorded, for the picture
     * @param right what a right answer looks like; may be empty
     */
    public static Optional<KataFailure> seen(Threads threads, Runnable hold, Timeline timeline, Timeline right) {
        Naps naps = new Naps(threads);
        Map<Thread, Long> before = naps.waits();
        for (int holds = 0; holds < MOST_HOLDS; holds++) {
            hold.run();
            long most = naps.mostSince(before);
            if (most >= OFTEN) {
                return Optional.of(naps.failure(timeline, right));
            }
            if (most == 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private KataFailure failure(Timeline timeline, Timeline right) {
        List<Sighting> lines = threads.waitingEverywhere();
        String who = lines.isEmpty() ? "a thread of yours" : lines.get(0).method() + "()";
        return new KataFailure(
                Causes.NAPS,
                "While nothing happened, " + who + " woke again and again, looked, and waited for a moment more. That"
                        + " is a sleep under another name.",
                lines.stream().limit(3).toList(),
                timeline,
                right);
    }

    private long mostSince(Map<Thread, Long> before) {
        long most = 0;
        for (Map.Entry<Thread, Long> now : waits().entrySet()) {
            // A thread of the JDK that was not there had not waited yet; one of the answer was there, and elsewhere.
            long already = wakesOthers(now.getKey().getName()) ? 0 : now.getValue();
            most = Math.max(most, now.getValue() - before.getOrDefault(now.getKey(), already));
        }
        return most;
    }

    /**
     * How often each thread has waited in its life, of those that wait for the answer: threads with a line of it on
     * their stacks, and those of the JDK that wake virtual threads and delayed tasks when a time is over.
     */
    private Map<Thread, Long> waits() {
        Map<Thread, Long> waits = new HashMap<>();
        Threads.alive().forEach(thread -> {
            if (wakesOthers(thread.getName())
                    || threads.sighting(thread.getName(), thread.getStackTrace())
                            .isPresent()) {
                ThreadInfo info = BEAN.getThreadInfo(thread.threadId());
                if (info != null) {
                    waits.put(thread, info.getWaitedCount());
                }
            }
        });
        return waits;
    }

    /** Their names in Java 21 and in later ones. */
    private static boolean wakesOthers(String name) {
        return name.startsWith("VirtualThread-unparker")
                || name.endsWith("-delayScheduler")
                || name.equals("CompletableFutureDelayScheduler");
    }
}
