package kata.testkit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** An answer that is written down in the test itself, compiled and loaded as a class of {@code kata.tea}. */
final class Compiled {
    private Compiled() {}

    /** @param body what stands between the braces of the class Tea; types of java.util.concurrent are imported */
    static Class<?> tea(Path folder, String body) {
        String text = """
                package kata.tea;
                import java.time.Duration;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.locks.*;
                import java.util.function.*;
                public class Tea {
                %s
                }
                """.formatted(body);
        try {
            Path source = Files.writeString(folder.resolve("Tea.java"), text);
            Path classes = Files.createDirectories(folder.resolve("classes"));
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-g", "-proc:none", "-d", classes.toString(), source.toString());
            if (code != 0) {
                throw new IllegalArgumentException("The test's own answer does not compile:\n" + text);
            }
            URL[] urls = {classes.toUri().toURL()};
            return new URLClassLoader(urls, Compiled.class.getClassLoader()).loadClass("kata.tea.Tea");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The number of the line in the compiled file that holds this text. */
    static int line(Path folder, String text) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("Tea.java"));
            return 1
                    + lines.indexOf(lines.stream()
                            .filter(line -> line.contains(text))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
