package kata.testkit.evidence;

import java.util.Set;

/** What a learner calls the methods that wait. */
final class Calls {
    /** Stands for a call's name where a thread waits to enter a synchronized block or method. */
    static final String LOCK = "the wait for a lock";

    private static final Set<String> WAITS_FOR_OTHERS = Set.of(
            "join",
            "get",
            "await",
            "awaitUninterruptibly",
            "acquire",
            "acquireUninterruptibly",
            "wait",
            "take",
            "put",
            "poll",
            "offer",
            "invokeAll",
            "invokeAny",
            "awaitTermination",
            "close",
            "lock",
            "lockInterruptibly",
            "exchange",
            "park");
    /** These wait for the machine or the world outside: hand-moved time says nothing of how long they take. */
    private static final Set<String> TAKES_REAL_TIME = Set.of(
            "sleep",
            "parkNanos",
            "parkUntil",
            "read",
            "readLine",
            "readAllBytes",
            "readNBytes",
            "readString",
            "readAllLines",
            "write",
            "connect",
            "accept",
            "select",
            "send",
            "executeQuery",
            "executeUpdate",
            "waitFor");

    private Calls() {}

    /** Whether a method of this name waits, as far as its name tells. */
    static boolean waits(String method) {
        return WAITS_FOR_OTHERS.contains(method) || TAKES_REAL_TIME.contains(method);
    }

    /** Whether this call, as in {@code Thread.sleep}, takes its own time however a test moves its clock. */
    static boolean takesRealTime(String call) {
        return call.contains(" ")
                ? !call.equals(LOCK)
                : TAKES_REAL_TIME.contains(call.substring(call.lastIndexOf('.') + 1));
    }

    /** As in {@code CompletableFuture.join}; where the JDK hides a class behind another, the one a program sees. */
    static String name(StackTraceElement frame) {
        String owner = frame.getClassName();
        String simple =
                owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.').replaceFirst("^\\.", "");
        if (simple.equals("Socket.SocketInputStream")) {
            simple = "InputStream";
        } else if (owner.startsWith("jdk.internal.") || owner.startsWith("sun.")) {
            simple = simple.replaceFirst("^(?:EPoll|KQueue|WEPoll)?(Selector|\\w+?)(?:Impl|Facade)$", "$1");
        }
        return simple + "." + frame.getMethodName();
    }
}
