package kata.database.test;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kata.testkit.result.Reports;

/**
 * A real PostgreSQL: the server that the environment variable {@code KATA_JDBC_URL} names, as in
 * {@code jdbc:postgresql://localhost/kata?user=me&password=secret}, or else one that is started for this program, once,
 * when it is first asked for.
 */
final class Postgres {
    private static final int PATIENCE_MILLIS = 240_000;
    private static Postgres running;
    private static RuntimeException broken;

    private final String url;
    /** The server that was started lives for as long as this is open. */
    private final Socket host;

    private Postgres(String url, Socket host) {
        this.url = url;
        this.host = host;
    }

    /**
     * The server, started if it does not run yet. That takes a second or two.
     *
     * @throws IllegalStateException if there is none to be had here; each time again
     */
    static synchronized Postgres running() {
        if (broken != null) {
            throw broken;
        }
        if (running == null) {
            String given = System.getenv("KATA_JDBC_URL");
            try {
                running = given == null || given.isBlank() ? Reports.prepare(Postgres::start) : at(given);
            } catch (IllegalStateException problem) {
                broken = problem;
                throw problem;
            }
        }
        return running;
    }

    /** Whether it is known that there is none to be had here. */
    static synchronized boolean isMissing() {
        return broken != null;
    }

    private static Postgres at(String url) {
        Postgres given = new Postgres(url, null);
        try {
            given.connect("kata-test").close();
            return given;
        } catch (SQLException problem) {
            throw new IllegalStateException(
                    "The PostgreSQL that KATA_JDBC_URL names cannot be used (" + problem.getMessage() + ")", problem);
        }
    }

    /** Ends the server if one was started. */
    static synchronized void stop() {
        if (running != null && running.host != null) {
            try {
                running.host.close();
            } catch (IOException closedAlready) {
                // Then the server has noticed as well.
            }
        }
        running = null;
    }

    private static Postgres start() {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            here.setSoTimeout(PATIENCE_MILLIS);
            startHost(here.getLocalPort());
            Socket host = here.accept();
            host.setSoTimeout(PATIENCE_MILLIS);
            String line =
                    new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8)).readLine();
            if (line == null || !line.startsWith(PostgresHost.UP)) {
                throw new IOException("it said: " + line);
            }
            return new Postgres(line.substring(PostgresHost.UP.length()), host);
        } catch (IOException problem) {
            throw new IllegalStateException(
                    "PostgreSQL could not be started here (" + problem.getMessage()
                            + "). Set KATA_JDBC_URL to a server that you have",
                    problem);
        }
    }

    /**
     * Starts the host so that it is nobody's child: whoever kills this program and its children must not kill the one
     * that cleans up after it.
     */
    private static void startHost(int port) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command =
                new ArrayList<>(windows ? List.of("cmd", "/c", "start", "/b") : List.of("sh", "-c", "\"$@\" &", "sh"));
        boolean otherUser = OtherUser.isNeeded();
        if (otherUser) {
            command.addAll(OtherUser.becoming());
        }
        command.addAll(List.of(
                "java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                PostgresHost.class.getName(),
                String.valueOf(port)));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        // By their names in the environment, paths need no quotes.
        String path = builder.environment().keySet().stream()
                .filter("PATH"::equalsIgnoreCase)
                .findFirst()
                .orElse("PATH");
        builder.environment()
                .merge(
                        path,
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (old, ours) -> ours + File.pathSeparator + old);
        String classPath = ownFolder() + File.pathSeparator + System.getProperty("java.class.path");
        builder.environment().put("CLASSPATH", otherUser ? OtherUser.readable(classPath) : classPath);
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        try {
            builder.start().waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /**
     * The tests' own classes need not be on the class path: {@code kata check} has them behind a loader of their own.
     */
    private static String ownFolder() throws IOException {
        try {
            return Path.of(PostgresHost.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    /** A new connection that the server's own list shows under this name. */
    Connection connect(String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", name);
        return DriverManager.getConnection(url, properties);
    }

    /** Gives out new connections under this name. */
    DataSource database(String name) {
        return new PlainDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connect(name);
            }
        };
    }
}
