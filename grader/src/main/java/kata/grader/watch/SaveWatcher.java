package kata.grader.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells of saves in folders. The file system's own events make it quick where there are any; looking at the folders
 * now and then finds what they do not tell: in network and container mounts they are silent, and nothing says so.
 */
final class SaveWatcher implements AutoCloseable {
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(30);
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK_OFTEN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOOK_SELDOM = TimeUnit.MILLISECONDS.toNanos(1_000);
    /** On a slow network, looking may take a tenth of the time and no more. */
    private static final int REST_PER_LOOK = 10;

    private final Map<String, Folder> folders = new TreeMap<>();
    private final Consumer<Set<String>> saved;
    private final NativeEvents events;
    private final Debounce debounce = new Debounce(QUIET, PATIENCE);
    private final Thread thread;
    private long rest = LOOK_OFTEN;
    private volatile boolean closed;

    /**
     * @param paths a name for each folder, and where it is
     * @param saved takes the names of the folders that a burst of saves changed
     * @param failed takes what keeps this from going on
     * @param events the file system's own
     */
    SaveWatcher(Map<String, Path> paths, Consumer<Set<String>> saved, Consumer<Throwable> failed, NativeEvents events) {
        paths.forEach((name, path) -> folders.put(name, new Folder(path)));
        this.saved = saved;
        this.events = events;
        folders.forEach((name, folder) -> events.add(name, folder.path()));
        this.thread = Thread.ofPlatform().daemon().name("save-watcher").unstarted(() -> {
            try {
                watch();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error problem) {
                if (!closed) {
                    failed.accept(problem);
                }
            }
        });
        thread.start();
    }

    /** The file system's own events where the JDK has real ones; on macOS it only looks, and every two seconds. */
    static NativeEvents nativeEvents() {
        boolean real = !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        try {
            return real ? NativeEvents.ofThisSystem() : NativeEvents.none();
        } catch (IOException | UnsupportedOperationException none) {
            return NativeEvents.none();
        }
    }

    private void watch() throws InterruptedException {
        long nextLook = System.nanoTime() + rest;
        while (!closed) {
            long wait = Math.min(nextLook - System.nanoTime(), debounce.nanosLeft(System.nanoTime()));
            for (String name : events.await(Math.max(0, wait))) {
                if (folders.get(name).changed(true)) {
                    // They do speak here, so looking is for the rare event that gets lost.
                    rest = LOOK_SELDOM;
                    debounce.note(name, System.nanoTime());
                }
            }
            if (System.nanoTime() >= nextLook) {
                nextLook = System.nanoTime() + look();
            }
            Set<String> burst = debounce.take(System.nanoTime());
            if (!burst.isEmpty()) {
                saved.accept(burst);
            }
        }
    }

    /** Looks at every folder; how long to rest before the next time. */
    private long look() {
        long start = System.nanoTime();
        folders.forEach((name, folder) -> {
            if (folder.changed(false)) {
                rest = LOOK_OFTEN;
                debounce.note(name, System.nanoTime());
            }
            events.add(name, folder.path());
        });
        return Math.max(rest, REST_PER_LOOK * (System.nanoTime() - start));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        events.close();
    }
}
