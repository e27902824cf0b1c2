package kata.grader.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Tells, where the file system can, that something happened in a folder; what it was is found by looking. */
interface NativeEvents extends AutoCloseable {
    /** Begins to tell of a folder, unless it does so already; if it cannot, it is silent about this one. */
    void add(String name, Path folder);

    /** Waits, not much longer than so long, for something to happen; the names of the folders where it did. */
    Set<String> await(long nanos) throws InterruptedException;

    @Override
    void close();

    /** Never tells of anything. */
    static NativeEvents none() {
        return new NativeEvents() {
            @Override
            public void add(String name, Path folder) {
                // There is nobody to tell.
            }

            @Override
            public Set<String> await(long nanos) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(nanos);
                return Set.of();
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }

    static NativeEvents ofThisSystem() throws IOException {
        WatchService service = FileSystems.getDefault().newWatchService();
        Map<WatchKey, String> names = new HashMap<>();
        return new NativeEvents() {
            @Override
            public void add(String name, Path folder) {
                // A folder that was deleted and made again is another one to the service.
                names.keySet().removeIf(key -> !key.isValid());
                if (!names.containsValue(name)) {
                    try {
                        names.put(
                                folder.register(
                                        service,
                                        StandardWatchEventKinds.ENTRY_CREATE,
                                        StandardWatchEventKinds.ENTRY_MODIFY,
                                        StandardWatchEventKinds.ENTRY_DELETE),
                                name);
                    } catch (IOException notHere) {
                        // No such folder now, or no more watches to be had.
                    }
                }
            }

            @Override
            public Set<String> await(long nanos) throws InterruptedException {
                Set<String> happened = new TreeSet<>();
                try {
                    WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
                    for (; key != null; key = service.poll()) {
                        key.pollEvents();
                        key.reset();
                        happened.add(names.getOrDefault(key, ""));
                    }
                } catch (ClosedWatchServiceException over) {
                    throw new InterruptedException("closed");
                }
                happened.remove("");
                return happened;
            }

            @Override
            public void close() {
                try {
                    service.close();
                } catch (IOException closedAnyway) {
                    // It tells of nothing any more.
                }
            }
        };
    }
}
