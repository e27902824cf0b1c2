package kata.database.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * A program of its own that runs a PostgreSQL for as long as the program that started it keeps a connection to it. It
 * ends, and the server with it, however the other one ends: by itself, halted, or killed.
 */
public final class PostgresHost {
    static final String UP = "up ";

    private PostgresHost() {}

    /** @param arguments the port on which the one who started it listens */
    public static void main(String[] arguments) throws IOException {
        // Servers that outlived a crash of the machine are found in here and swept out ten minutes later.
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "kata-postgres-" + System.getProperty("user.name"));
        System.setProperty("ot.epg.working-dir", folder.toString());
        try (Socket starter = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
                PrintWriter tell = new PrintWriter(starter.getOutputStream(), true, StandardCharsets.UTF_8)) {
            try (EmbeddedPostgres server =
                    start(folder.resolve(UUID.randomUUID().toString()))) {
                tell.println(UP + server.getJdbcUrl("postgres", "postgres"));
                waitForEnd(starter);
            } catch (Exception | LinkageError problem) {
                tell.println(problem);
            }
        }
        System.exit(0);
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setLocaleConfig("locale", "C")
                // A loaded machine may need long for this, and nobody's verdict hangs on it.
                .setPGStartupWait(Duration.ofMinutes(3))
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "32MB")
                // One query keeps one processor busy, or three at once would have nothing left to gain.
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .start();
    }

    private static void waitForEnd(Socket starter) {
        try {
            while (starter.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException gone) {
            // Gone is what we were waiting for.
        }
    }
}
