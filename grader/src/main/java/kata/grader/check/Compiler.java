package kata.grader.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.UserError;

/** The JDK's compiler, inside this process: the second compilation is several times as fast as the first. */
final class Compiler {
    private static final int MOST_ERRORS = 5;
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

    Compiler() {
        if (javac == null) {
            throw new UserError("The Java at " + System.getProperty("java.home")
                    + " has no compiler: it is a JRE. Install a JDK 21 or newer.");
        }
    }

    /**
     * What came of compiling.
     *
     * @param errors javac's own words, file and line first; empty if it compiled
     * @param api what the classes offer to others, a line for each member
     */
    record Outcome(List<String> errors, Set<String> api) {
        boolean ok() {
            return errors.isEmpty();
        }
    }

    /** Compiles files of the repository, which are known to be right. */
    void compileGiven(List<Path> files, List<Path> classPath, Path target) {
        List<Answer.Source> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(new Answer.Source(file.getFileName().toString(), file, Files.readString(file)));
            } catch (IOException problem) {
                throw new UserError("Cannot read " + file + ": " + problem.getMessage() + ".", problem);
            }
        }
        Outcome outcome = compile(sources, "", classPath, target);
        if (!outcome.ok()) {
            throw new UserError("The exercise's own code does not compile: "
                    + outcome.errors().get(0) + " If you changed it, put it back with git checkout.");
        }
    }

    /**
     * Compiles sources into a folder. No annotation processor runs, and nothing is compiled but what is given.
     *
     * @param packageName the package that every source must declare; empty if any will do
     */
    Outcome compile(List<Answer.Source> sources, String packageName, List<Path> classPath, Path target) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(target);
            List<String> options = List.of(
                    "-d",
                    target.toString(),
                    "-cp",
                    classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                    "-proc:none",
                    "-implicit:none",
                    "-g",
                    "-Xlint:none",
                    "--release",
                    "21");
            List<InMemory> units = sources.stream().map(InMemory::new).toList();
            // What javac has to say is collected; where it breaks down itself it would write pages of its own stack.
            JavacTask task = (JavacTask) javac.getTask(Writer.nullWriter(), files, found, options, null, units);
            List<String> errors = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                misplaced(unit, packageName, errors);
            }
            Set<String> api = new TreeSet<>();
            if (errors.isEmpty()) {
                for (Element element : task.analyze()) {
                    if (element instanceof TypeElement type) {
                        describe(type, api);
                    }
                }
                task.generate();
            }
            List<String> said = found.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(diagnostic -> words(diagnostic, sources))
                    .toList();
            // A file that cannot be parsed is not misplaced as well.
            List<String> all = said.isEmpty() ? errors : said;
            return new Outcome(all.size() > MOST_ERRORS ? all.subList(0, MOST_ERRORS) : all, api);
        } catch (IOException problem) {
            throw new UserError(
                    "Cannot write compiled classes to " + target + ": " + problem.getMessage() + ".", problem);
        } catch (StackOverflowError | IllegalStateException tooDeep) {
            return new Outcome(List.of("The compiler gave up: an expression is nested too deeply."), Set.of());
        }
    }

    private static void misplaced(CompilationUnitTree unit, String packageName, List<String> errors) {
        if (packageName.isEmpty()) {
            return;
        }
        String file = fileName(unit.getSourceFile());
        ExpressionTree declared = unit.getPackageName();
        String name = declared == null ? "" : declared.toString();
        if (!name.equals(packageName)) {
            errors.add(file + " declares " + (name.isEmpty() ? "no package" : "package " + name)
                    + ". Its first line must be: package " + packageName + ";");
        }
    }

    /** As in {@code CountAsync.java:31: ';' expected}, with the line itself. */
    private static String words(Diagnostic<? extends JavaFileObject> diagnostic, List<Answer.Source> sources) {
        String message = diagnostic.getMessage(Locale.ROOT);
        if (diagnostic.getSource() == null) {
            return message;
        }
        String file = fileName(diagnostic.getSource());
        String line = sources.stream()
                .filter(source -> source.name().equals(file))
                .flatMap(source -> source.text().lines())
                .skip(Math.max(0, diagnostic.getLineNumber() - 1))
                .findFirst()
                .orElse("");
        return file + ":" + diagnostic.getLineNumber() + ": " + message + "\n    " + line.strip();
    }

    private static String fileName(JavaFileObject file) {
        return file.toUri().getPath().substring(1);
    }

    private static void describe(TypeElement type, Set<String> api) {
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            return;
        }
        for (Element member : type.getEnclosedElements()) {
            boolean offered = member.getModifiers().contains(Modifier.PUBLIC)
                    && (member.getKind() == ElementKind.METHOD
                            || member.getKind() == ElementKind.CONSTRUCTOR
                            || member.getKind().isField());
            if (offered) {
                String isStatic = member.getModifiers().contains(Modifier.STATIC) ? "static " : "";
                api.add(type.getQualifiedName() + ": " + isStatic + erased(member));
            }
        }
    }

    /** Parameter names, type variables and throws clauses do not matter to a caller's compiled code. */
    private static String erased(Element member) {
        return member + " "
                + member.asType().toString().replaceFirst("^.*\\)", "").replaceFirst("<.*", "");
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final Answer.Source source;

        private InMemory(Answer.Source source) {
            super(uri(source.name()), Kind.SOURCE);
            this.source = source;
        }

        private static URI uri(String name) {
            try {
                return new URI("answer", "", "/" + name, null);
            } catch (URISyntaxException impossible) {
                throw new IllegalArgumentException(name, impossible);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }
}
