package kata.testkit.evidence;

import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** The source files of classes: a recording knows classes and lines, and no files. */
final class SourceFiles {
    private final Map<String, String> byClass = new HashMap<>();

    /** The same line with the name of its file, for the frame of the answer that is nearest to the stack's top. */
    Sighting named(Sighting line, StackTraceElement[] stack, Threads threads) {
        for (StackTraceElement frame : stack) {
            if (threads.isAnswers(frame.getClassName()) && frame.getLineNumber() > 0) {
                String file = byClass.computeIfAbsent(frame.getClassName(), SourceFiles::fileOf);
                return new Sighting(file, line.line(), line.method(), line.call(), line.thread());
            }
        }
        return line;
    }

    private static String fileOf(String className) {
        String outermost = className.replaceFirst("\\$.*", "");
        String usual = outermost.substring(outermost.lastIndexOf('.') + 1) + ".java";
        try {
            Class<?> type =
                    Class.forName(outermost, false, Thread.currentThread().getContextClassLoader());
            URL bytes = type.getResource("/" + outermost.replace('.', '/') + ".class");
            // A class that is not public may share a file with another.
            if (Modifier.isPublic(type.getModifiers()) || bytes == null) {
                return usual;
            }
            return new ClassFileImporter()
                    .importUrl(bytes)
                    .get(outermost)
                    .getSource()
                    .flatMap(Source::getFileName)
                    .orElse(usual);
        } catch (ClassNotFoundException | RuntimeException | LinkageError unknown) {
            return usual;
        }
    }
}
