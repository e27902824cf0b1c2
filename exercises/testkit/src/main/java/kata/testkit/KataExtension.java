package kata.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Evidence;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.result.Reports;
import kata.testkit.time.RealClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Sets the stage for each test and clears it away: gives it a {@link Stage}, turns whatever an answer throws into a
 * {@link KataFailure}, and brings to light what an answer does behind the test's back.
 */
final class KataExtension
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver, TestExecutionExceptionHandler {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(KataExtension.class);

    private static final class State {
        private Stage stage;
        private Threads threads;
        private Set<Thread> before;
        private final ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String answerPackage = answerPackage(context.getRequiredTestClass());
        State state = new State();
        state.threads = new Threads(answerPackage);
        // Each test throws dice of its own, or two tests would play the same evening twice.
        state.stage = new Stage(
                answerPackage,
                Reports.seed() + context.getRequiredTestMethod().getName().hashCode());
        state.before = Threads.alive();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> state.uncaught.add(problem));
        context.getStore(OURS).put(State.class, state);
        Evidence.start(state.threads);
    }

    private static String answerPackage(Class<?> test) {
        String name = test.getPackageName();
        if (!name.endsWith(".test")) {
            throw new IllegalStateException(test.getName() + " must lie in a package that ends in .test: the answer's"
                    + " own package is the one above it");
        }
        return name.substring(0, name.length() - ".test".length());
    }

    private static State state(ExtensionContext context) {
        return context.getStore(OURS).get(State.class, State.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return state(context).stage;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        if (problem instanceof KataFailure failure) {
            throw Failures.located(failure, state(context).threads).with(recorded(state(context)));
        }
        Throwable inner = Call.unwrap(problem);
        if (Failures.isTodo(inner)
                || state(context).threads.sighting("", inner.getStackTrace()).isPresent()) {
            throw Failures.located(Failures.of("Your code", inner), state(context).threads);
        }
        throw problem;
    }

    /** Nothing unless this run records evidence. */
    private static List<Sighting> recorded(State state) {
        boolean movedByHand = state.stage.clock().now() > 0;
        return state.stage.held().timed(Evidence.stop(), movedByHand, RealClock.UNIT_MILLIS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        State state = state(context);
        List<Sighting> recorded = recorded(state);
        recorded.forEach(line -> Reports.note(context.getUniqueId(), "Recorded: " + line));
        Thread.setDefaultUncaughtExceptionHandler(null);
        Reports.timeline(context.getUniqueId(), state.stage.timeline(), state.stage.rightAnswer());
        state.stage.close();
        boolean passed = context.getExecutionException().isEmpty();
        if (!passed) {
            Reports.sawRed();
        }
        List<Thread> left = leftBehind(state);
        if (!left.isEmpty()) {
            Reports.note(
                    context.getUniqueId(),
                    left.size() + (left.size() == 1 ? " thread was" : " threads were") + " left behind ("
                            + left.stream().map(Thread::getName).limit(3).collect(Collectors.joining(", "))
                            + "): a program with them does not end. Close the pool that you opened.");
        }
        Throwable uncaught = state.uncaught.peek();
        if (uncaught != null && passed && Failures.isTodo(uncaught)) {
            throw Failures.of("", uncaught);
        }
        Optional<KataFailure> restless = state.stage.restless();
        if (passed && restless.isPresent()) {
            throw restless.get().with(recorded);
        }
        // Where a failure is delivered as well, throwing it on to the thread's handler is no mistake.
        if (uncaught != null) {
            Reports.note(
                    context.getUniqueId(),
                    "A background thread ended with " + Failures.describe(uncaught) + at(uncaught, state.threads)
                            + ". Nobody who waits for its work hears of that, unless it completed a future first.");
        }
    }

    private static String at(Throwable problem, Threads threads) {
        return threads.sighting("", problem.getStackTrace())
                .map(seen -> " (" + seen.place() + ")")
                .orElse("");
    }

    /** Threads that would keep a program alive, once those that are about to end have had time to. */
    private static List<Thread> leftBehind(State state) {
        List<Thread> left = new ArrayList<>(Threads.keepingAlive(state.before));
        if (!left.isEmpty()) {
            state.stage.watchFor(() -> left.stream().noneMatch(Thread::isAlive));
            left.removeIf(thread -> !thread.isAlive());
        }
        return left;
    }
}
