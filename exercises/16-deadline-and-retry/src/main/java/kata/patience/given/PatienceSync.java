package kata.patience.given;

import java.util.concurrent.CompletionException;

/** The synchronous twin: it stands and waits through every attempt and every pause. Given, to compare with. */
public final class PatienceSync {
    private PatienceSync() {}

    /** Tries up to so many times; pauses for {@code backoff} units, then for twice as long, and so on. */
    public static <T> T retry(Job<T> job, int attempts, double backoff, Timer timer) {
        double pause = backoff;
        for (int attempt = 1; ; attempt++) {
            try {
                return job.start().join();
            } catch (CompletionException problem) {
                if (attempt == attempts || problem.getCause() instanceof FatalException) {
                    throw problem;
                }
            }
            timer.pause(pause).join();
            pause *= 2;
        }
    }
}
