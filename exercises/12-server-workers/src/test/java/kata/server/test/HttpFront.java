package kata.server.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import kata.server.given.Request;
import kata.server.given.Response;

/**
 * HTTP in front of a way to handle requests: {@code GET /orders?session=…}. One thread reads requests and writes
 * responses, and waits for nobody.
 */
final class HttpFront implements AutoCloseable {
    static {
        // Read once, when the first server is made: without it small replies may wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService loop = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("http-loop").factory());
    private final Function<Request, CompletableFuture<Response>> handler;
    private final HttpServer server;

    /** @param port 0 for one that is free */
    HttpFront(int port, Function<Request, CompletableFuture<Response>> handler) {
        this.handler = handler;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2048);
        } catch (IOException problem) {
            throw new UncheckedIOException("No server could be started on port " + port, problem);
        }
        server.createContext("/orders", this::handle);
        server.setExecutor(loop);
        server.start();
    }

    private void handle(HttpExchange exchange) {
        // The exchange stays open when this method is over; whatever ends the future sends the response.
        handled(exchange.getRequestURI())
                .whenCompleteAsync((response, problem) -> send(exchange, response, problem), loop);
    }

    private CompletableFuture<Response> handled(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        try {
            return handler.apply(new Request(query.replaceFirst("^session=", "")));
        } catch (UnsupportedOperationException todo) {
            return CompletableFuture.completedFuture(new Response(501, todo.getMessage()));
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    private static void send(HttpExchange exchange, Response response, Throwable problem) {
        byte[] body = (problem != null ? problem.toString() : response.body()).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(problem != null ? 500 : response.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // Whoever asked has gone away.
        }
    }

    /** Where to ask for a session's orders. */
    URI uri(String session) {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort()
                + "/orders?session=" + session.replace(" ", "%20"));
    }

    @Override
    public void close() {
        server.stop(0);
        loop.shutdownNow();
    }
}
