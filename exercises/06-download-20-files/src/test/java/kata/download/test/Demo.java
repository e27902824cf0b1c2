package kata.download.test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import kata.download.DownloadAsync;
import kata.download.given.DownloadSync;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;

/**
 * Ten files, then twenty: first one after another, then yours; and after that the two clients of {@link SayHi}, to
 * which {@code --number N} goes. {@code kata run 06} plays it.
 */
public final class Demo {
    /** A file takes a second of the lesson, which lasts for so many units: connecting should not show. */
    private static final int SECOND = 3;

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Sites sites = new Sites()) {
            warmUp(sites);
            Function<Site, Callable<?>> twin =
                    site -> () -> DownloadSync.downloadAll(site.client(), site.uris(), site.dir());
            Function<Site, Callable<?>> yours =
                    site -> () -> DownloadAsync.downloadAll(site.client(), site.uris(), site.dir());
            Playback.ofUnit(1.0 / SECOND)
                    .then("The synchronous twin, 10 files", clock -> twin.apply(open(sites, clock, 10)))
                    .then("The synchronous twin, 20 files: twice as long", clock -> twin.apply(open(sites, clock, 20)))
                    .then("Yours, 10 files", clock -> yours.apply(open(sites, clock, 10)))
                    .then("Yours, 20 files: as long as 10?", clock -> yours.apply(open(sites, clock, 20)))
                    .play();
        }
        System.out.println();
        SayHi.main(arguments);
    }

    private static Site open(Sites sites, RealClock clock, int count) {
        double[] units = DoubleStream.generate(() -> SECOND).limit(count).toArray();
        Site site = sites.open(clock, RemoteFile.some(new Random(count), units));
        clock.start();
        return site;
    }

    /** The first requests of a program take much longer than the others, and would tell nothing. */
    private static void warmUp(Sites sites) {
        try (RealClock clock = new RealClock(1)) {
            Site site = open(sites, clock, 20);
            DownloadSync.downloadAll(site.client(), site.uris(), site.dir());
            CompletableFuture.allOf(site.uris().stream()
                            .map(uri -> HttpRequest.newBuilder(uri).build())
                            .map(request -> site.client().sendAsync(request, BodyHandlers.ofByteArray()))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
