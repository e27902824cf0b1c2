package kata.testkit.evidence;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording of the JVM's flight recorder. It is read when it is over: a stream loses the last events when it is
 * closed. Events that only newer JVMs have are named, and those that this JVM has not are passed over.
 */
final class Flight implements AutoCloseable {
    private static final Duration THRESHOLD = Duration.ofMillis(2);
    private static final Duration SAMPLE = Duration.ofMillis(10);
    private static final Duration WHILE = Duration.ofMillis(330);
    /** On a busy machine it takes several times as long until the answer has used the processor for long enough. */
    private static final int MOST_TIMES = 9;
    /** So many samples on one thread and in one method are no accident. */
    static final int SPIN_SAMPLES = 6;

    /** Where the recorder is to leave its files: a JVM that is killed at its end does not clear them away. */
    private static final String FOLDER = System.getProperty("kata.flight");

    private static final String[] CONFIGURATION = FOLDER == null
            ? new String[] {"stackdepth=256"}
            : new String[] {"stackdepth=256", "repositorypath=" + FOLDER};
    private static final String METHODS = "jdk.MethodTrace";
    private static final String CPU = "jdk.CPUTimeSample";
    private static final String EXECUTION = "jdk.ExecutionSample";
    /** What an event's line called, where the stack does not show it: the JDK leaves its own frames out. */
    private static final Map<String, String> CALLS = Map.of(
            "jdk.ThreadSleep", "Thread.sleep",
            "jdk.ThreadPark", "LockSupport.park",
            "jdk.JavaMonitorEnter", Calls.LOCK,
            "jdk.JavaMonitorWait", "Object.wait",
            "jdk.SocketRead", "reading from a socket",
            "jdk.SocketWrite", "writing to a socket",
            "jdk.FileRead", "reading a file",
            "jdk.FileWrite", "writing a file",
            "jdk.VirtualThreadPinned", "a pinned wait");
    /** No event tells of these; on 25 and newer any method can be timed. */
    private static final String TIMED = "java.lang.VirtualThread::park;java.lang.VirtualThread::parkNanos;"
            + "java.net.ServerSocket::accept;sun.nio.ch.ServerSocketChannelImpl::accept;"
            + "sun.nio.ch.SelectorImpl::select;java.lang.Object::wait";

    private final Threads threads;
    private final SourceFiles files = new SourceFiles();
    private final Recording recording = new Recording();
    private final boolean asOn21 = Boolean.getBoolean("kata.evidence.as.on.21");
    private int leastSamples = SPIN_SAMPLES;

    private Flight(Threads threads) {
        this.threads = threads;
    }

    /** Starts to record; empty where the JVM has no flight recorder. */
    static Optional<Flight> start(Threads threads) {
        try {
            if (!isReady()) {
                return Optional.empty();
            }
            Flight flight = new Flight(threads);
            flight.begin();
            return Optional.of(flight);
        } catch (RuntimeException | LinkageError unsupported) {
            return Optional.empty();
        }
    }

    private void begin() {
        CALLS.keySet()
                .forEach(name -> recording.enable(name).withThreshold(THRESHOLD).withStackTrace());
        if (!asOn21) {
            recording.enable(METHODS).withThreshold(THRESHOLD).withStackTrace().with("filter", TIMED);
        }
        beginToSample();
    }

    private void beginToSample() {
        if (!asOn21) {
            recording.enable(CPU).withStackTrace().with("throttle", SAMPLE.toMillis() + "ms");
        }
        recording.enable(EXECUTION).withPeriod(SAMPLE).withStackTrace();
        recording.start();
    }

    /**
     * A line of the answer that keeps a virtual thread running, by so many samples of a third of a second at the
     * least, or of up to three seconds where the machine is busy; empty if there is none, or no flight recorder. A
     * dump of the threads would tell it as well, but a JVM may crash that dumps a virtual thread while it yields
     * (25.0.3 did).
     */
    static Optional<Sighting> spinner(Threads threads, int leastSamples) {
        try {
            if (!isReady()) {
                return Optional.empty();
            }
            try (Flight flight = new Flight(threads)) {
                flight.leastSamples = leastSamples;
                flight.beginToSample();
                long enough = Threads.cpuNanos() + WHILE.toNanos() / 2;
                for (int times = 0; times < MOST_TIMES && (times == 0 || Threads.cpuNanos() < enough); times++) {
                    LockSupport.parkNanos(WHILE.toNanos());
                }
                return flight.stop().stream().map(Hold::at).findFirst();
            }
        } catch (RuntimeException | LinkageError unsupported) {
            return Optional.empty();
        }
    }

    /** Whether there is a flight recorder; it is configured then. */
    private static boolean isReady() {
        if (!FlightRecorder.isAvailable()) {
            return false;
        }
        configure();
        return true;
    }

    /**
     * The learner's frame may lie below many of a framework's; the depth can be set before the first recording only.
     */
    private static void configure() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().toString().contains("stackdepth=")) {
            return;
        }
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "jfrConfigure",
                            new Object[] {CONFIGURATION},
                            new String[] {String[].class.getName()});
        } catch (JMException notHere) {
            // 64 frames are enough for most.
        }
    }

    /** Ends the recording and gives what it says of the answer's lines. */
    List<Hold> stop() {
        List<Hold> holds = new ArrayList<>();
        Map<String, List<Sample>> samples = new HashMap<>();
        try {
            Path file = Files.createTempFile("kata-evidence", ".jfr");
            try {
                recording.stop();
                recording.dump(file);
                try (RecordingFile events = new RecordingFile(file)) {
                    while (events.hasMoreEvents()) {
                        read(events.readEvent(), holds, samples);
                    }
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException unreadable) {
            // What was read so far is true nevertheless.
        }
        samples.values().forEach(seen -> spin(seen).ifPresent(holds::add));
        return holds;
    }

    private record Sample(Sighting at, Instant time) {}

    private void read(RecordedEvent event, List<Hold> holds, Map<String, List<Sample>> samples) {
        String type = event.getEventType().getName();
        boolean sample = type.equals(CPU) || type.equals(EXECUTION);
        RecordedThread thread = !sample
                ? event.getThread()
                : event.hasField("eventThread") ? event.getThread("eventThread") : event.getThread("sampledThread");
        if (thread == null || event.getStackTrace() == null) {
            return;
        }
        StackTraceElement[] stack = stack(event);
        String name =
                thread.isVirtual() ? ThreadDump.named(thread.getJavaName()) : String.valueOf(thread.getJavaName());
        Optional<Sighting> found = threads.sighting(name, stack);
        if (found.isEmpty()) {
            return;
        }
        Sighting at = files.named(found.get(), stack, threads);
        if (!sample) {
            Sighting called = at.call().isEmpty() && CALLS.containsKey(type)
                    ? new Sighting(at.file(), at.line(), at.method(), CALLS.get(type), name)
                    : at;
            holds.add(new Hold(called, event.getStartTime(), event.getEndTime(), true));
        } else if (thread.isVirtual() && !Threads.stillLinking(stack)) {
            // What platform threads use of the processor, the sampler knows better.
            samples.computeIfAbsent(type + thread.getJavaThreadId() + at.method(), ignored -> new ArrayList<>())
                    .add(new Sample(at.running(), event.getStartTime()));
        }
    }

    private Optional<Hold> spin(List<Sample> samples) {
        if (samples.size() < leastSamples) {
            return Optional.empty();
        }
        Map<Sighting, Integer> lines = new HashMap<>();
        samples.forEach(sample -> lines.merge(sample.at, 1, Integer::sum));
        Sighting most = lines.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Instant from =
                samples.stream().map(Sample::time).min(Instant::compareTo).orElseThrow();
        Instant to = samples.stream().map(Sample::time).max(Instant::compareTo).orElseThrow();
        return Optional.of(new Hold(most, from, to.plus(SAMPLE), true));
    }

    /** As the JVM would give it: the call that was timed is on its top. */
    private static StackTraceElement[] stack(RecordedEvent event) {
        List<StackTraceElement> stack = new ArrayList<>();
        if (event.getEventType().getName().equals(METHODS)) {
            stack.add(element(event.getValue("method"), -1));
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            stack.add(element(frame.getMethod(), frame.getLineNumber()));
        }
        return stack.toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement element(RecordedMethod method, int line) {
        return new StackTraceElement(method.getType().getName(), method.getName(), null, line);
    }

    @Override
    public void close() {
        recording.close();
    }
}
