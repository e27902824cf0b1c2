package kata.grader.check;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Not run by itself: what a child JVM runs in {@link ChildJvmTest}. */
class HangsSample {
    @Test
    void waits_for_what_never_comes() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** In more threads than there are processors, so that some always wait for one. */
    static class ByComputing {
        @Test
        void never_ends() {
            for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
                Thread.ofPlatform().daemon().start(ByComputing::compute);
            }
            compute();
        }

        private static void compute() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }
}
