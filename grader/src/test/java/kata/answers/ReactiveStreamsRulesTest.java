package kata.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** What exercise 18 takes for right keeps the rules of Reactive Streams, as their own test kit judges them. */
class ReactiveStreamsRulesTest {
    private static final Path EXERCISE = Path.of("../exercises/18-back-pressure/src/main/java/kata/backpressure/given");
    private static final Path SOLUTIONS = Path.of("../solutions/18-back-pressure");

    private static final String SECOND_IS_CANCELLED =
            "required_spec205_blackbox_mustCallSubscriptionCancelIfItAlreadyHasAnSubscriptionAndReceivesAnotherOnSubscribeSignal";

    /** TestNG makes its own instance of a verification, so what it verifies cannot be a field of one. */
    private static volatile Constructor<?> subscriber;

    private static volatile Class<?> work;

    @TempDir
    private Path folder;

    @Test
    void the_reference_keeps_them() throws Exception {
        verify("reference");
    }

    @Test
    void so_does_one_that_leaves_its_places_to_whoever_asks() throws Exception {
        verify("alternatives/whoever-asks-asks-for-all");
    }

    @Test
    void so_does_one_virtual_thread() throws Exception {
        verify("alternatives/one-virtual-thread");
    }

    @Test
    void the_kit_would_see_it_if_not() throws Exception {
        assertThat(judge("wrong/takes-a-second-subscription").getFailedTests())
                .extracting(ITestResult::getName)
                .containsOnly(SECOND_IS_CANCELLED);
    }

    private void verify(String answer) throws Exception {
        TestListenerAdapter results = judge(answer);

        assertThat(results.getFailedTests()).extracting(ITestResult::getName).isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        assertThat(results.getPassedTests())
                .extracting(ITestResult::getName)
                .contains(
                        "required_spec201_blackbox_mustSignalDemandViaSubscriptionRequest",
                        SECOND_IS_CANCELLED,
                        "required_spec213_blackbox_onNext_mustThrowNullPointerExceptionWhenParametersAreNull");
    }

    private TestListenerAdapter judge(String answer) throws Exception {
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {compiled(answer).toUri().toURL()})) {
            work = classes.loadClass("kata.backpressure.given.Work");
            subscriber = classes.loadClass("kata.backpressure.PacedSubscriber").getConstructor(int.class, work);
            TestListenerAdapter results = new TestListenerAdapter();
            TestNG kit = new TestNG(false);
            kit.setUseDefaultListeners(false);
            kit.setVerbose(0);
            kit.setTestClasses(new Class<?>[] {Verification.class});
            kit.addListener(results);
            kit.run();
            return results;
        }
    }

    private Path compiled(String answer) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (Path sources : List.of(EXERCISE, SOLUTIONS.resolve(answer))) {
            try (Stream<Path> files = Files.list(sources)) {
                files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            }
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("it compiles")
                .isZero();
        return folder;
    }

    /** The rules that can be checked from outside; not run by JUnit, which does not look into nested classes. */
    public static final class Verification extends FlowSubscriberBlackboxVerification<Integer> {
        public Verification() {
            super(new TestEnvironment(1000, 100));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Flow.Subscriber<Integer> createFlowSubscriber() {
            Object doneAtOnce = Proxy.newProxyInstance(
                    work.getClassLoader(),
                    new Class<?>[] {work},
                    (proxy, method, arguments) -> CompletableFuture.completedFuture(null));
            try {
                return (Flow.Subscriber<Integer>) subscriber.newInstance(4, doneAtOnce);
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException(problem);
            }
        }

        @Override
        public Integer createElement(int element) {
            return element;
        }
    }
}
