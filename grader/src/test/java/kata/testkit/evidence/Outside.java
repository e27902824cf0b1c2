package kata.testkit.evidence;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import kata.blocking.Blockers;

/** The world that the blocking calls wait for: it answers each of them a moment after they asked. */
final class Outside implements AutoCloseable {
    /** For how long a call is held: the length of a lesson's shortest delay. */
    static final long MILLIS = 60;

    private static final Threads BLOCKERS = new Threads("kata.blocking");
    private final long millis;

    /** A blocking call, ready to be made. */
    interface Blocks {
        void run() throws Exception;
    }

    /** Gets ready what a blocking call needs, just before it is made. */
    interface Prepares {
        Blocks prepare() throws Exception;
    }

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Prepares> calls = new LinkedHashMap<>();

    /** @param millis for how long each call is held */
    Outside(long millis) {
        this.millis = millis;
        calls.put("sleep", () -> () -> Blockers.sleep(millis));
        calls.put("park", () -> () -> Blockers.park(millis));
        calls.put("join", () -> withFuture(Blockers::join));
        calls.put("get", () -> withFuture(Blockers::get));
        calls.put("inside a stream", () -> withFuture(Blockers::insideAStream));
        calls.put("wait", this::notifiedLater);
        calls.put("synchronized", this::monitorHeld);
        calls.put("lock", this::lockHeld);
        calls.put("socket", () -> {
            InputStream in = slowSocket();
            return () -> Blockers.readSocket(in);
        });
        if (!System.getProperty("os.name").startsWith("Windows")) {
            calls.put("file", this::slowPipe);
        }
        calls.put("jdbc", this::slowDatabase);
        calls.put("http", this::slowServer);
        calls.put("accept", this::lateCaller);
        calls.put("select", () -> {
            Selector selector = keep(Selector.open());
            return () -> Blockers.select(selector, millis);
        });
        calls.put("busy", () -> {
            BooleanSupplier over = afterProcessorTime();
            return () -> Blockers.spin(over);
        });
    }

    /** Every kind of blocking call, by the name that its line bears. */
    Map<String, Prepares> calls() {
        return calls;
    }

    private interface TakesFuture {
        void run(CompletableFuture<?> future) throws Exception;
    }

    private Blocks withFuture(TakesFuture call) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        return () -> {
            soon(() -> future.complete(null));
            call.run(future);
        };
    }

    private Blocks notifiedLater() {
        Object monitor = new Object();
        boolean[] over = {false};
        return () -> {
            soon(() -> {
                synchronized (monitor) {
                    over[0] = true;
                    monitor.notifyAll();
                }
            });
            Blockers.monitorWait(monitor, () -> over[0]);
        };
    }

    private Blocks monitorHeld() {
        Object monitor = new Object();
        CompletableFuture<Void> held = new CompletableFuture<>();
        later.execute(() -> {
            synchronized (monitor) {
                held.complete(null);
                pause();
            }
        });
        held.join();
        return () -> Blockers.monitorEnter(monitor);
    }

    private Blocks lockHeld() {
        ReentrantLock lock = new ReentrantLock();
        CompletableFuture<Void> held = new CompletableFuture<>();
        later.execute(() -> {
            lock.lock();
            held.complete(null);
            pause();
            lock.unlock();
        });
        held.join();
        return () -> Blockers.lock(lock);
    }

    /** A socket whose first byte comes a moment after this call. */
    private InputStream slowSocket() throws Exception {
        ServerSocket server = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        Socket client = keep(new Socket(server.getInetAddress(), server.getLocalPort()));
        Socket accepted = keep(server.accept());
        soon(() -> accepted.getOutputStream().write(1));
        return client.getInputStream();
    }

    private Blocks slowPipe() throws Exception {
        Path pipe = Files.createTempDirectory("kata-pipe").resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        CompletableFuture<OutputStream> writer = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return keep(new FileOutputStream(pipe.toFile()));
                    } catch (Exception problem) {
                        throw new IllegalStateException(problem);
                    }
                },
                later);
        InputStream in = keep(new FileInputStream(pipe.toFile()));
        OutputStream out = writer.get(5, TimeUnit.SECONDS);
        // Both ends are open: its name is not needed any more.
        Files.delete(pipe);
        Files.delete(pipe.getParent());
        return () -> {
            soon(() -> out.write(1));
            Blockers.readFile(in);
        };
    }

    /** A driver is a class of its own between the answer and the socket. */
    private Blocks slowDatabase() {
        Statement statement = (Statement) Proxy.newProxyInstance(
                Outside.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    slowSocket().read();
                    return null;
                });
        return () -> Blockers.query(statement);
    }

    private Blocks slowServer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            pause();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(later);
        server.start();
        open.add(() -> server.stop(0));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .build();
        return () -> Blockers.send(client, request);
    }

    private Blocks lateCaller() throws Exception {
        ServerSocket server = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        return () -> {
            soon(() -> new Socket(server.getInetAddress(), server.getLocalPort()).close());
            Blockers.accept(server);
        };
    }

    /** Holds once this process has used so much of the processor: a busy machine takes longer over it. */
    private BooleanSupplier afterProcessorTime() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        AtomicBoolean over = new AtomicBoolean();
        long end = system.getProcessCpuTime() + TimeUnit.MILLISECONDS.toNanos(500);
        later.scheduleWithFixedDelay(() -> over.set(system.getProcessCpuTime() > end), 10, 10, TimeUnit.MILLISECONDS);
        return over::get;
    }

    private interface Act {
        void run() throws Exception;
    }

    /** Does this a moment after the call has come to a stand. */
    private void soon(Act act) {
        later.submit(() -> {
            pause();
            act.run();
            return null;
        });
    }

    /**
     * Lasts until somebody stands in a blocking call, and then for the length of a hold: a machine that is slow to make
     * the call would otherwise find the way free. The length itself is what the evidence has to tell, so it is slept.
     */
    private void pause() {
        try {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (System.nanoTime() < patience && BLOCKERS.waitingEverywhere().isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            Thread.sleep(millis);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    @Override
    public void close() throws Exception {
        later.shutdownNow();
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }
}
