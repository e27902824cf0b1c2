package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child JVM of a check takes its orders from its parent alone, whatever lies in the answer's folder. */
class RunnerIT {
    private static final String WORD = "word-of-this-run";

    @TempDir
    private Path folder;

    private Path answer;

    @BeforeEach
    void compile_a_test_that_fails_and_a_spy_that_implements_everything() throws IOException {
        answer = Files.createDirectories(folder.resolve("answer"));
        compile("TeaTest", """
                package kata.tea.test;
                import org.junit.jupiter.api.*;
                @kata.testkit.Kata
                class TeaTest {
                    @Test @Order(1) void is_green() { }
                    @Test @Order(2) void is_red() { throw new AssertionError("the tea is cold"); }
                    @Test @Order(3) void finds_the_default_of_every_setting(TestInfo test) {
                        Assertions.assertEquals("finds_the_default_of_every_setting(TestInfo)", test.getDisplayName());
                    }
                }
                """);
        compile("Spy", """
                package kata.tea;
                import org.junit.jupiter.api.extension.*;
                import org.junit.platform.engine.*;
                import org.junit.platform.launcher.*;
                public class Spy implements LauncherSessionListener, LauncherDiscoveryListener, TestExecutionListener,
                        PostDiscoveryFilter, Extension, ExecutionCondition, TestExecutionExceptionHandler {
                    public Spy() { System.err.println("THE SPY IS IN"); }
                    public FilterResult apply(TestDescriptor test) { return FilterResult.excluded("by the spy"); }
                    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
                        return ConditionEvaluationResult.disabled("by the spy");
                    }
                    public void handleTestExecutionException(ExtensionContext context, Throwable problem) { }
                }
                """);
    }

    private void compile(String name, String text) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), text);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", libraries(), "-d", answer.toString(), source.toString());
        assertThat(code).isZero();
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("grader" + File.separator + "target"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void answerHolds(String file, String text) throws IOException {
        Path path = answer.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private record Ran(List<String> events, String err) {}

    private Ran run(String... toStandardInput) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        libraries(),
                        "kata.testkit.result.Runner",
                        answer.toString(),
                        "kata.tea.test.TeaTest")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        for (String line : toStandardInput) {
            process.getOutputStream().write((line + "\n").getBytes());
        }
        process.getOutputStream().flush();
        if (toStandardInput.length == 0) {
            process.getOutputStream().close();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        process.getOutputStream().close();
        return new Ran(Files.readAllLines(out), Files.readString(err));
    }

    private void assertJudgedAsEver(Ran ran) {
        assertThat(ran.err()).doesNotContain("THE SPY IS IN");
        assertThat(ran.events()).allMatch(line -> line.startsWith(WORD + " {"));
        assertThat(outcomes(ran)).containsExactly("passed", "failed", "passed");
        assertThat(ran.events().get(ran.events().size() - 1)).isEqualTo(WORD + " {\"event\":\"done\",\"count\":3}");
    }

    private static List<String> outcomes(Ran ran) {
        return ran.events().stream()
                .filter(line -> line.contains("\"event\":\"finished\""))
                .map(line -> line.replaceFirst(".*?\"outcome\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void its_events_stand_behind_the_word_that_it_was_sent() throws Exception {
        assertJudgedAsEver(run(WORD));
    }

    @Test
    void services_in_the_answers_folder_do_nothing() throws Exception {
        for (String service : List.of(
                "org.junit.platform.launcher.LauncherSessionListener",
                "org.junit.platform.launcher.LauncherDiscoveryListener",
                "org.junit.platform.launcher.TestExecutionListener",
                "org.junit.platform.launcher.PostDiscoveryFilter",
                "org.junit.platform.launcher.LauncherInterceptor",
                "org.junit.platform.engine.TestEngine",
                "org.junit.jupiter.api.extension.Extension")) {
            answerHolds("META-INF/services/" + service, "kata.tea.Spy\n");
        }

        assertJudgedAsEver(run(WORD));
    }

    @Test
    void a_property_file_in_the_answers_folder_does_nothing() throws Exception {
        answerHolds("junit-platform.properties", """
                junit.jupiter.extensions.autodetection.enabled=true
                junit.jupiter.displayname.generator.default=org.junit.jupiter.api.DisplayNameGenerator$ReplaceUnderscores
                junit.platform.execution.dryRun.enabled=true
                junit.platform.discovery.issue.severity.critical=INFO
                """);
        answerHolds("META-INF/services/org.junit.jupiter.api.extension.Extension", "kata.tea.Spy\n");

        assertJudgedAsEver(run(WORD));
    }

    @Test
    void a_class_of_the_testkit_or_of_JUnit_in_the_answers_folder_shadows_nothing() throws Exception {
        compile("KataExtension", """
                package kata.testkit;
                final class KataExtension implements org.junit.jupiter.api.extension.Extension {
                    static { System.err.println("THE SPY IS IN"); }
                }
                """);
        compile("ResultListener", """
                package kata.testkit.result;
                public final class ResultListener implements org.junit.platform.launcher.TestExecutionListener {
                    static { System.err.println("THE SPY IS IN"); }
                }
                """);

        assertJudgedAsEver(run(WORD));
    }

    @Test
    void without_a_word_nothing_is_run() throws Exception {
        Ran ran = run();

        assertThat(ran.events()).isEmpty();
    }
}
