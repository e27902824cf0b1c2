package kata.testkit.result;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    /** @param arguments names of the test classes */
    public static void main(String[] arguments) throws Exception {
        BufferedReader fromParent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream toParent = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Launcher launcher = launcher();
        // The answer may still be being compiled: the parent sends the word when it is there.
        String word = fromParent.readLine();
        if (word == null) {
            return;
        }
        endWithParent(fromParent);
        List<DiscoverySelector> classes = new ArrayList<>();
        for (String name : arguments) {
            classes.add(selectClass(name));
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
        launcher.execute(request, new ResultListener(event -> toParent.println(word + " " + event)));
        toParent.flush();
        // Threads that an answer left behind must not keep this process alive.
        Runtime.getRuntime().halt(0);
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
