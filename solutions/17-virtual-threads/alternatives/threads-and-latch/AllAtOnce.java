package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** No executor: threads, an array of results, and the first failure. */
public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(jobs.size());
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(jobs.size());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            int index = i;
            threads.add(Thread.ofVirtual().name("job-" + i).start(() -> {
                try {
                    results.set(index, jobs.get(index).call());
                } catch (Exception problem) {
                    failure.compareAndSet(null, problem);
                    decided.countDown();
                }
                left.countDown();
                if (left.getCount() == 0) {
                    decided.countDown();
                }
            }));
        }
        if (!jobs.isEmpty()) {
            decided.await();
        }
        if (failure.get() != null) {
            threads.forEach(Thread::interrupt);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        List<T> inOrder = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            inOrder.add(results.get(i));
        }
        return inOrder;
    }
}
