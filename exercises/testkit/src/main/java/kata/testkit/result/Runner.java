package kata.testkit.result;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kata.testkit.result.test.ArchiveRehearsal;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The child JVM of a check: runs the named test classes and writes events to standard output, each line behind a
 * word that the parent sent on standard input, so that nothing an answer prints can pass for one. What an answer
 * prints goes to standard error. The launcher takes nothing from the class path: no service, no property file may
 * add a listener, a filter or an engine.
 */
public final class Runner {
    private Runner() {}

    /**
     * Folders are not on the class path itself: behind a loader of their own they can shadow nothing, and the class
     * path is jars alone, so that the JVM can share an archive of it.
     *
     * @param arguments the folders of compiled classes, joined as a class path; then the names of the test classes, or
     *     of single tests as {@code Class#method}
     */
    public static void main(String[] arguments) throws Exception {
        BufferedReader fromParent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream toParent = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Launcher launcher = launcher();
        launcher.execute(request(rehearsals()), new ResultListener(event -> {}));
        // The answer may still be being compiled: the parent sends the word when it is there.
        String word = fromParent.readLine();
        if (word == null) {
            return;
        }
        endWithParent(fromParent);
        List<DiscoverySelector> classes = new ArrayList<>();
        ClassLoader loader = loader(arguments[0]);
        Thread.currentThread().setContextClassLoader(loader);
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            classes.add(selector(loader, name));
        }
        launcher.execute(request(classes), new ResultListener(event -> toParent.println(word + " " + event)));
        toParent.flush();
        // Threads that an answer left behind must not keep this process alive.
        Runtime.getRuntime().halt(0);
    }

    private static List<DiscoverySelector> rehearsals() {
        return Boolean.getBoolean("kata.archive")
                ? List.of(selectClass(Rehearsal.class), selectClass(ArchiveRehearsal.class))
                : List.of(selectClass(Rehearsal.class));
    }

    private static LauncherDiscoveryRequest request(List<DiscoverySelector> tests) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
    }

    private static DiscoverySelector selector(ClassLoader loader, String name) throws ClassNotFoundException {
        int method = name.indexOf('#');
        if (method < 0) {
            return selectClass(loader, name);
        }
        Class<?> type = Class.forName(name.substring(0, method), false, loader);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(test -> test.getName().equals(name.substring(method + 1)))
                .findFirst()
                .<DiscoverySelector>map(test -> selectMethod(type, test))
                .orElseThrow(() -> new IllegalArgumentException("There is no test " + name));
    }

    private static ClassLoader loader(String folders) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String folder : folders.split(File.pathSeparator)) {
            urls.add(Path.of(folder).toUri().toURL());
        }
        return new URLClassLoader("answer", urls.toArray(URL[]::new), Runner.class.getClassLoader());
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }

    /** A check that was cancelled, or whose parent died, must not go on by itself. */
    private static void endWithParent(BufferedReader fromParent) {
        Thread.ofPlatform().daemon().name("kata-watch-parent").start(() -> {
            try {
                while (fromParent.read() >= 0) {
                    continue;
                }
            } catch (IOException gone) {
                // Gone is what we were waiting for.
            }
            Runtime.getRuntime().halt(130);
        });
    }
}
