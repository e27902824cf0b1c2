package kata.download.test;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import kata.testkit.time.KataClock;

/** Closes every site that was opened, however the run ended. */
final class Sites implements AutoCloseable {
    private final ConcurrentLinkedQueue<Site> open = new ConcurrentLinkedQueue<>();

    Site open(KataClock clock, List<RemoteFile> files) {
        Site site = new Site(clock, files);
        open.add(site);
        return site;
    }

    @Override
    public void close() {
        open.forEach(Site::close);
    }
}
