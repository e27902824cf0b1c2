// Diagnosis: leaked-threads
// Its last wait can be interrupted too: a caller that is told twice leaves while the stopped jobs still clear up.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        List<Thread> threads = new ArrayList<>();
        var ended = new ExecutorCompletionService<T>(task -> threads.add(Thread.startVirtualThread(task)));
        try {
            List<Future<T>> inOrder = new ArrayList<>();
            for (Callable<T> job : jobs) {
                inOrder.add(ended.submit(job));
            }
            for (int i = 0; i < jobs.size(); i++) {
                ended.take().get();
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : inOrder) {
                results.add(each.resultNow());
            }
            return results;
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
