package kata.database.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/** Writes down when each query begins and ends on another data source, of which it uses so many connections. */
final class Recorded extends PlainDataSource {
    private final DataSource real;
    private final Recorder recorder;
    private final Map<String, String> lanes;
    private final Semaphore free;

    /** @param lanes the name of each query, by its words */
    Recorded(DataSource real, Recorder recorder, Map<String, String> lanes, int connections) {
        this.real = real;
        this.recorder = recorder;
        this.lanes = lanes;
        this.free = new Semaphore(connections, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        free.acquireUninterruptibly();
        Connection connection = real.getConnection();
        return face(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                free.release();
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return statement(PreparedStatement.class, prepared, (String) arguments[0]);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, null) : result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T statement, String prepared) {
        return face(type, (self, method, arguments) -> {
            if (!List.of("executeQuery", "execute").contains(method.getName())) {
                return call(statement, method, arguments);
            }
            String lane = lanes.getOrDefault(arguments == null ? prepared : (String) arguments[0], "another query");
            recorder.mark(lane, "is sent");
            try (Recorder.Open span = recorder.begin(lane, "query", Span.Kind.BLOCKED)) {
                return call(statement, method, arguments);
            } finally {
                recorder.mark(lane, "is done");
            }
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException problem) {
            throw problem.getCause();
        }
    }

    private static <T> T face(Class<T> type, InvocationHandler does) {
        return type.cast(Proxy.newProxyInstance(Recorded.class.getClassLoader(), new Class<?>[] {type}, does));
    }
}
