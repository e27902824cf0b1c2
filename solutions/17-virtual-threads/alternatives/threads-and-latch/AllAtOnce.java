package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** No executor: threads, an array of results, and the first failure. */
public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(jobs.size());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(jobs.size());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            int index = i;
            threads.add(Thread.ofVirtual().name("job-" + i).start(() -> {
                try {
                    results.set(index, jobs.get(index).call());
                } catch (Throwable problem) {
                    failure.compareAndSet(null, problem);
                    decided.countDown();
                }
                left.countDown();
                if (left.getCount() == 0) {
                    decided.countDown();
                }
            }));
        }
        try {
            if (!jobs.isEmpty()) {
                decided.await();
            }
        } catch (InterruptedException stopped) {
            failure.compareAndSet(null, stopped);
        }
        if (failure.get() != null) {
            threads.forEach(Thread::interrupt);
        }
        threads.forEach(AllAtOnce::waitFor);
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        List<T> inOrder = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            inOrder.add(results.get(i));
        }
        return inOrder;
    }

    /** Nobody leaves before the thread has ended, not even who is told to. */
    private static void waitFor(Thread thread) {
        boolean told = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                told = true;
            }
        }
        if (told) {
            Thread.currentThread().interrupt();
        }
    }
}
