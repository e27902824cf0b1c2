package kata.blocking;

import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Selector;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Plays the answer: each method blocks the thread that calls it, on the line that bears its name. To block for a
 * moment is the very thing that is to be seen here. Where two lines bear one name, JVMs differ in which they tell.
 */
public final class Blockers {
    private Blockers() {}

    public static void sleep(long millis) throws InterruptedException {
        Thread.sleep(millis); // holds: sleep
    }

    public static void park(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime()); // holds: park
        }
    }

    public static void join(CompletableFuture<?> future) {
        future.join(); // holds: join
    }

    public static void get(CompletableFuture<?> future) throws Exception {
        future.get(); // holds: get
    }

    public static void insideAStream(CompletableFuture<?> future) {
        java.util.stream.Stream.of(future).forEach(CompletableFuture::join); // holds: inside a stream
    }

    public static void monitorWait(Object monitor, BooleanSupplier over) throws InterruptedException {
        synchronized (monitor) {
            while (!over.getAsBoolean()) {
                monitor.wait(); // holds: wait
            }
        }
    }

    public static void monitorEnter(Object monitor) {
        synchronized (monitor) { // holds: synchronized
            monitor.hashCode(); // holds: synchronized
        }
    }

    public static void lock(Lock lock) {
        lock.lock(); // holds: lock
        lock.unlock();
    }

    public static void readSocket(InputStream in) throws Exception {
        in.read(); // holds: socket
    }

    public static void readFile(InputStream in) throws Exception {
        in.read(); // holds: file
    }

    public static void query(Statement statement) throws Exception {
        statement.executeQuery("select 1"); // holds: jdbc
    }

    public static void send(HttpClient client, HttpRequest request) throws Exception {
        client.send(request, BodyHandlers.discarding()); // holds: http
    }

    public static void accept(ServerSocket server) throws Exception {
        server.accept().close(); // holds: accept
    }

    public static void select(Selector selector, long millis) throws Exception {
        selector.select(millis); // holds: select
    }

    public static void spin(BooleanSupplier over) {
        while (!over.getAsBoolean()) { // holds: busy
            Thread.onSpinWait(); // holds: busy
        }
    }
}
