package kata.testkit.evidence;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Looks at the live threads for lines of the learner's code. A thread is the learner's business only while
 * one of the learner's own frames is on its stack: an idle worker of a pool has none.
 */
public final class Threads {
    private static final com.sun.management.ThreadMXBean BEAN =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** How the names of the common pool's workers begin. */
    public static final String COMMON_POOL = "ForkJoinPool.commonPool-worker";

    private static final ThreadGroup ROOT = root(Thread.currentThread().getThreadGroup());
    private static final int MOST_NEW = 16;
    private static final String IDLE_WORKER = "awaitWork";
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(3);

    private final String answerPackage;

    /** @param answerPackage the package that holds the answer's classes, and nothing else */
    public Threads(String answerPackage) {
        this.answerPackage = answerPackage;
    }

    /** Whether this class belongs to the answer: it lies in the answer's package itself, not in one below. */
    public boolean isAnswers(String className) {
        return className.startsWith(answerPackage) && className.lastIndexOf('.') == answerPackage.length();
    }

    /**
     * Every line of the answer on which a platform thread waits, each once for every thread it holds. A thread that
     * only passes by, such as one that writes a file, waits for microseconds here and there: a wait is one that is
     * there at a second look, a few milliseconds later.
     */
    public List<Sighting> waiting() {
        Map<Thread, Wait> waits = waits();
        if (waits.isEmpty()) {
            return List.of();
        }
        LockSupport.parkNanos(BETWEEN_LOOKS);
        Map<Thread, Wait> again = waits();
        waits.entrySet().removeIf(wait -> !wait.getValue().equals(again.get(wait.getKey())));
        if (waits.values().stream().anyMatch(Wait::insideTheSystem)) {
            // It may be one of these: at work in the system, as one that writes a large file, or about to end that.
            boolean someRun = ReadyThreads.someAreKeptWaiting();
            Map<Thread, Wait> still = waits();
            waits.entrySet()
                    .removeIf(wait -> wait.getValue().insideTheSystem()
                            && (someRun || !wait.getValue().equals(still.get(wait.getKey()))));
        }
        return waits.values().stream().map(Wait::at).toList();
    }

    /** @param insideTheSystem whether the JVM takes the thread for a running one, as in {@code accept} */
    private record Wait(Sighting at, boolean insideTheSystem) {}

    private Map<Thread, Wait> waits() {
        Map<Thread, Wait> waits = new LinkedHashMap<>();
        for (Thread thread : others()) {
            StackTraceElement[] stack = thread.getStackTrace();
            Thread.State state = thread.getState();
            boolean insideTheSystem = state == Thread.State.RUNNABLE && idleInNative(stack);
            if (state != Thread.State.RUNNABLE || insideTheSystem) {
                sighting(thread.getName(), stack, state)
                        .ifPresent(seen -> waits.put(thread, new Wait(seen, insideTheSystem)));
            }
        }
        return waits;
    }

    /**
     * The calls in which workers of the common pool wait though no line of the answer is on their stacks: a method
     * reference was handed straight to the pool, as in {@code runAsync(pause::join)}. As with {@link #waiting}, a wait
     * is one that is there at a second look.
     */
    public List<String> waitingByReference() {
        Map<Thread, String> waits = waitsByReference();
        if (!waits.isEmpty()) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            waits.entrySet().retainAll(waitsByReference().entrySet());
        }
        return List.copyOf(waits.values());
    }

    private Map<Thread, String> waitsByReference() {
        Map<Thread, String> waits = new LinkedHashMap<>();
        for (Thread thread : others()) {
            if (!thread.getName().startsWith(COMMON_POOL)) {
                continue;
            }
            StackTraceElement[] stack = thread.getStackTrace();
            if (thread.getState() != Thread.State.RUNNABLE
                    && stack.length > 0
                    && Stream.of(stack).noneMatch(frame -> frame.getMethodName().equals(IDLE_WORKER))
                    && sighting(thread.getName(), stack).isEmpty()) {
                waits.put(thread, Calls.name(stack[blockingCall(stack, stack.length - 1)]));
            }
        }
        return waits;
    }

    /**
     * The same for virtual threads too, unless one runs all the while: a JVM may crash that dumps a virtual
     * thread which yields again and again. It takes tens of milliseconds, so it is for the moments when something is
     * wrong already.
     */
    public List<Sighting> waitingEverywhere() {
        List<Sighting> seen = new ArrayList<>(waiting());
        if (!ReadyThreads.carriersAreKeptWaiting()) {
            for (ThreadDump.Virtual thread : ThreadDump.virtualThreads()) {
                if (thread.waits()) {
                    sighting(thread.name(), thread.stack(), thread.state()).ifPresent(seen::add);
                }
            }
        }
        return seen;
    }

    /** A line of the answer that keeps a virtual thread running; takes half a second, on a busy machine up to three. */
    public Optional<Sighting> virtualSpinner() {
        return Flight.spinner(this, Flight.SPIN_SAMPLES).map(Sighting::running);
    }

    /** As above, where the processor time that was used has told already that somebody spins: any sample will do. */
    Optional<Sighting> busiestVirtual() {
        return Flight.spinner(this, 1).map(Sighting::running);
    }

    /** The same as without the state, where the state tells that the line waits for a lock and calls nothing. */
    Optional<Sighting> sighting(String thread, StackTraceElement[] stack, Thread.State state) {
        return sighting(thread, stack)
                .map(seen -> state == Thread.State.BLOCKED && seen.call().isEmpty()
                        ? new Sighting(seen.file(), seen.line(), seen.method(), Calls.LOCK, thread)
                        : seen);
    }

    /** The line of the answer from which this exception came; empty if none is on its stack. */
    public Optional<Sighting> threw(Throwable problem) {
        return sighting(Sighting.THREW, problem.getStackTrace())
                .map(seen -> new Sighting(seen.file(), seen.line(), seen.method(), "", Sighting.THREW));
    }

    /** The line of the answer on this stack that is nearest to its top, with what it called. */
    public Optional<Sighting> sighting(String thread, StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            StackTraceElement frame = stack[i];
            // The JVM's own bridge classes bear the answer's package but no line of its source.
            if (isAnswers(frame.getClassName()) && frame.getLineNumber() > 0) {
                String call = i == 0 ? "" : Calls.name(stack[blockingCall(stack, i - 1)]);
                return Optional.of(new Sighting(
                        String.valueOf(frame.getFileName()),
                        Math.max(0, frame.getLineNumber()),
                        method(frame),
                        call,
                        thread));
            }
        }
        return Optional.empty();
    }

    /**
     * Between the answer's line and the top of the stack, what a learner would call the wait: join, not a stream's
     * insides; the blocking method that the lesson gives, not the latch inside it.
     */
    private int blockingCall(StackTraceElement[] stack, int next) {
        for (int i = next; i >= 0; i--) {
            String owner = stack[i].getClassName();
            boolean bridge = owner.startsWith("java.util.stream.") || owner.contains("$$Lambda");
            boolean ofTheLesson = owner.startsWith(answerPackage + ".");
            if ((Calls.waits(stack[i].getMethodName()) || ofTheLesson) && !bridge) {
                return i;
            }
        }
        return next;
    }

    /** A lambda's own name says nothing to its author; the method around it does. */
    private static String method(StackTraceElement frame) {
        String name = frame.getMethodName();
        if (name.startsWith("lambda$")) {
            return name.substring("lambda$".length(), name.lastIndexOf('$'));
        }
        return name;
    }

    /** Such a thread counts as running, yet it waits inside the operating system, as in {@code accept}. */
    static boolean idleInNative(StackTraceElement[] stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && !stack[0].getMethodName().startsWith("yield");
    }

    /** Whether the JVM is still preparing the code under this stack: not the learner's doing. */
    static boolean stillLinking(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String owner = frame.getClassName();
            // Other frames of java.lang.invoke stay for good: a method reference makes its objects by them.
            boolean links = owner.equals("java.lang.invoke.MethodHandleNatives")
                    && frame.getMethodName().startsWith("link");
            if (links || owner.contains("ClassLoader") || owner.equals("java.lang.Class")) {
                return true;
            }
        }
        return false;
    }

    /** Processor time used so far, in nanoseconds, 0 where the JVM cannot tell. */
    static long cpuNanos(Thread thread) {
        return Math.max(0, BEAN.getThreadCpuTime(thread.threadId()));
    }

    /** Processor time that the threads which an answer may keep busy have used so far, in nanoseconds. */
    static long cpuNanos() {
        return observed().stream().mapToLong(Threads::cpuNanos).sum();
    }

    /** The threads that an answer may keep busy: not the JVM's own, not the watcher's, not the test runner's. */
    static List<Thread> observed() {
        return others().stream().filter(thread -> !isOurs(thread)).toList();
    }

    /** All platform threads but the one that asks: as long as it does so it waits for nothing. */
    private static List<Thread> others() {
        return alive().stream()
                .filter(thread -> thread != Thread.currentThread())
                .toList();
    }

    /** All platform threads that live now. */
    public static Set<Thread> alive() {
        // Unlike a list of all stacks, this one stops no thread.
        Thread[] all = new Thread[ROOT.activeCount() + MOST_NEW];
        int count = ROOT.enumerate(all);
        while (count == all.length) {
            all = new Thread[2 * count];
            count = ROOT.enumerate(all);
        }
        return new LinkedHashSet<>(Arrays.asList(all).subList(0, count));
    }

    /** The threads begun since then that would keep a program from ending; for {@code before} see {@link #alive}. */
    public static List<Thread> keepingAlive(Set<Thread> before) {
        return alive().stream()
                .filter(thread -> !before.contains(thread) && !thread.isDaemon())
                .filter(thread -> !thread.getName().startsWith("surefire"))
                .toList();
    }

    private static ThreadGroup root(ThreadGroup group) {
        return group.getParent() == null ? group : root(group.getParent());
    }

    private static boolean isOurs(Thread thread) {
        return isTheJvms(thread)
                || thread.getName().startsWith("kata-watch")
                || thread.getName().equals("main");
    }

    /** Whether the JVM or the test runner brought it along. */
    static boolean isTheJvms(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup")
                || thread.getName().startsWith("surefire")
                || thread.getName().startsWith("JFR")
                || thread.getName().startsWith("VirtualThread-");
    }
}
