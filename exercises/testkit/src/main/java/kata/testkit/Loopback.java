package kata.testkit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server on this machine. It has a thread for each request: the JDK's server would otherwise serve one
 * after another, and on virtual threads it could starve behind an answer that holds all of their carriers.
 */
public final class Loopback implements AutoCloseable {
    static {
        // Read once, when the first server is made: without it small replies may wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("kata-server-", 1).factory());
    private final HttpServer server;

    /** @param handler answers every request, each on a thread of its own; it may take as long as it likes */
    public Loopback(HttpHandler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        } catch (IOException problem) {
            throw new UncheckedIOException("No server could be started on this machine's loopback", problem);
        }
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of a path on this server; a path begins with a slash. */
    public URI uri(String path) {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + path);
    }

    /** Ends at once, and with it whatever is still held back. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
