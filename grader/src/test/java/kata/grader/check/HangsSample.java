package kata.grader.check;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Not run by itself: what a child JVM runs in {@link ChildJvmTest}. */
class HangsSample {
    @Test
    void waits_for_what_never_comes() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
