package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kata.testkit.result.Reports;
import org.junit.jupiter.api.Test;

/** Not run by itself: what a child JVM runs in {@link ChildJvmTest}. */
class HangsSample {
    @Test
    void waits_for_what_never_comes() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Ends well after twice its limit of three seconds: how long it takes is what is asked, so it takes that long. */
    static class ByPreparing {
        @Test
        void waits_for_what_takes_its_time() {
            assertThat(Reports.prepare(ByPreparing::sixSeconds)).isFalse();
        }

        private static boolean sixSeconds() {
            try {
                return new CountDownLatch(1).await(6, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
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
