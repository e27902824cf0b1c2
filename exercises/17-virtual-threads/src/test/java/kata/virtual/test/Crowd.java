package kata.virtual.test;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;

/** Jobs that block until a test lets them go, and remember on which threads they ran. */
final class Crowd {
    private final Stage stage;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private volatile boolean wraps;

    Crowd(Stage stage) {
        this.stage = stage;
    }

    /** From now on a job that is stopped tells so by an exception of its own, as many do. */
    void wrapsInterrupts() {
        wraps = true;
    }

    List<Callable<String>> jobs(int count) {
        return IntStream.range(0, count).<Callable<String>>mapToObj(Job::new).toList();
    }

    /** A class, no lambda: its name may stand in a message. */
    private final class Job implements Callable<String> {
        private final int index;

        private Job(int index) {
            this.index = index;
        }

        @Override
        public String call() throws InterruptedException {
            threads.add(Thread.currentThread());
            begun.incrementAndGet();
            stage.wentOn();
            waiting.incrementAndGet();
            try {
                gate.await();
                return result(index);
            } catch (InterruptedException stopped) {
                interrupted.incrementAndGet();
                clearUp();
                if (wraps) {
                    throw new IllegalStateException("stopped", stopped);
                }
                throw stopped;
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    /** A stopped job goes on until the test opens the gate: who comes back before that has not waited for it. */
    private void clearUp() {
        while (true) {
            try {
                gate.await();
                return;
            } catch (InterruptedException again) {
                // It is about to end as it is.
            }
        }
    }

    static String result(int index) {
        return "result " + (index + 1);
    }

    static List<String> results(int count) {
        return IntStream.range(0, count).mapToObj(Crowd::result).toList();
    }

    /** How many jobs have begun and not ended. */
    int waiting() {
        return waiting.get();
    }

    /** How many jobs have been told to stop. */
    int interrupted() {
        return interrupted.get();
    }

    /** Lets every job go on to its end, the stopped ones too. */
    void open() {
        gate.countDown();
    }

    long alive() {
        return threads.stream().filter(Thread::isAlive).count();
    }

    /** Waits until so many jobs wait at the same moment, or as many as ever will. */
    void gather(int count, Call<?> call) {
        stage.until(() -> waiting.get() == count || call.isDone());
        if (!call.isDone()) {
            return;
        }
        call.value();
        stage.until(() -> waiting.get() == count);
        int left = waiting.get();
        open();
        throw left == 0
                ? stage.failure(
                        Causes.FAKED.advising("start every job"), "all() came back, and no job had been started.")
                : stage.failure(
                        Causes.RETURNED_TOO_EARLY.advising("wait for every thread before you return"),
                        "all() came back while " + left + " of " + count + " jobs still waited.");
    }

    /** So many jobs wait at the same moment, each on a virtual thread; then they may go on. */
    void allWait(int count, Call<?> call) {
        gather(count, call);
        Sighting[] held = stage.threads().waiting().toArray(Sighting[]::new);
        int most = waiting.get();
        open();
        onVirtualThreads(stage, threads, held);
        if (most < count && begun.get() == 0) {
            throw stage.failure(
                    Causes.FAKED.advising("start every job"), "None of " + count + " jobs was ever started.", held);
        }
        if (most == 1 && count > 1) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising("start a thread for each job before you wait for any"),
                    "Your " + count + " jobs ran one after another: while the first waited, no other had begun.",
                    held);
        }
        if (most < count) {
            throw stage.failure(
                    Causes.TOO_FEW_AT_ONCE.advising("do not pool virtual threads: make a new one for each job"),
                    "Only " + most + " of " + count
                            + " jobs were ever waiting at the same time; the others had no thread.",
                    held);
        }
    }

    /** None of these is a platform thread. */
    static void onVirtualThreads(Stage stage, Collection<Thread> threads, Sighting... held) {
        List<String> platform = threads.stream()
                .filter(thread -> !thread.isVirtual())
                .map(Thread::getName)
                .toList();
        if (!platform.isEmpty()) {
            throw stage.failure(
                    AllAtOnceTest.NOT_VIRTUAL,
                    platform.size() + " jobs ran on platform threads, " + platform.get(0)
                            + " for one. Each of those takes about a megabyte and a place in the operating system.",
                    held);
        }
    }

    /** When the call came back nothing of it was left. */
    void leftNothing() {
        stage.until(() -> alive() == 0);
        if (alive() > 0) {
            throw stage.failure(
                    Causes.LEAKED_THREADS.advising(
                            "wait for your threads before you return, and interrupt them first if one failed"),
                    "all() had come back, but " + alive() + " of its threads lived on.");
        }
    }
}
