package kata.database.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;

/** What a {@link Session} looks like to somebody who speaks JDBC: as much of it as a query for a number needs. */
final class JdbcFace {
    private JdbcFace() {}

    static Connection of(Session session) {
        return face(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement((Connection) self, session, null);
            case "prepareStatement" -> statement((Connection) self, session, (String) arguments[0]);
            case "close", "abort" -> {
                session.close();
                yield null;
            }
            case "isClosed" -> !session.isOpen();
            case "isValid" -> session.isOpen();
            case "getAutoCommit" -> true;
            case "setAutoCommit", "setReadOnly", "setTransactionIsolation", "commit", "rollback", "clearWarnings" ->
                null;
            default -> throw unknown(method);
        });
    }

    private static PreparedStatement statement(Connection connection, Session session, String prepared)
            throws SQLException {
        session.checkOpen();
        int[] number = new int[1];
        boolean[] closed = new boolean[1];
        return face(PreparedStatement.class, (self, method, arguments) -> switch (method.getName()) {
            case "executeQuery", "execute" -> {
                if (closed[0]) {
                    throw new SQLException("This statement has been closed.");
                }
                number[0] = session.ask(arguments == null ? Objects.requireNonNull(prepared) : (String) arguments[0]);
                yield method.getName().equals("execute") ? Boolean.TRUE : rows(session, (Statement) self, number[0]);
            }
            case "getResultSet" -> rows(session, (Statement) self, number[0]);
            case "getConnection" -> connection;
            case "close" -> {
                closed[0] = true;
                yield null;
            }
            case "isClosed" -> closed[0];
            case "cancel", "closeOnCompletion", "setFetchSize", "setMaxRows", "setPoolable", "setQueryTimeout" -> null;
            default -> throw unknown(method);
        });
    }

    /** One row with one number. */
    private static ResultSet rows(Session session, Statement statement, int number) {
        int[] row = new int[1];
        return face(ResultSet.class, (self, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                session.checkOpen();
                yield ++row[0] == 1;
            }
            case "getInt" -> value(session, row[0], number);
            case "getLong" -> (long) value(session, row[0], number);
            case "getString" -> String.valueOf(value(session, row[0], number));
            case "getObject" -> {
                // PostgreSQL counts in long.
                long value = value(session, row[0], number);
                yield arguments.length == 2 && arguments[1] == Integer.class ? (Object) number : (Object) value;
            }
            case "wasNull" -> false;
            case "getStatement" -> statement;
            case "close" -> null;
            default -> throw unknown(method);
        });
    }

    private static int value(Session session, int row, int number) throws SQLException {
        session.checkOpen();
        if (row != 1) {
            throw new SQLException("The ResultSet is not at its row: call next() first.");
        }
        return number;
    }

    private static SQLException unknown(Method method) {
        return new SQLFeatureNotSupportedException("The database of the tests knows no "
                + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + ": createStatement, executeQuery, next, getInt and close are enough.");
    }

    private static <T> T face(Class<T> type, InvocationHandler does) {
        InvocationHandler handler = (self, method, arguments) -> switch (method.getName()) {
            case "toString" -> type.getSimpleName() + " of the tests";
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "isWrapperFor" -> false;
            default -> does.invoke(self, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(JdbcFace.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
