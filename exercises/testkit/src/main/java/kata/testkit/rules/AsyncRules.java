package kata.testkit.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Timeline;

/**
 * Rules about what an answer's code may call, followed from the methods that others can call through everything
 * that the answer itself defines: helpers, lambdas, method references, subclasses, anonymous classes. A call that
 * is forbidden is reported with the path that leads to it.
 */
public final class AsyncRules {
    /** Not {@code park}: like a wait without a time, and like join, it waits for something, and that may be right. */
    private static final Set<String> LOCK_SUPPORT = Set.of("parkNanos", "parkUntil");

    private final JavaClasses classes;

    private AsyncRules(JavaClasses classes) {
        this.classes = classes;
    }

    /** The answer that this class belongs to: all classes beside it, in its package and its place of origin. */
    public static AsyncRules ofAnswerWith(Class<?> anchor) {
        try {
            URI origin =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path folder = Path.of(origin).resolve(anchor.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> classFiles =
                        files.filter(file -> file.toString().endsWith(".class")).toList();
                // Reading the JDK's own classes as well would take most of a second, and tell nothing more.
                ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
                return new AsyncRules(new ClassFileImporter().importPaths(classFiles));
            }
        } catch (Exception problem) {
            throw new IllegalStateException("Cannot read the compiled classes of " + anchor.getName(), problem);
        }
    }

    /**
     * No code of the answer sleeps, or parks or waits on a monitor for a time.
     *
     * @throws KataFailure with {@code blocking-call}, the path and the line
     */
    public void neverSleeps() {
        Map<JavaCodeUnit, JavaCodeUnit> cameFrom = new LinkedHashMap<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>();
        for (JavaClass type : classes) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (!unit.getModifiers().contains(JavaModifier.PRIVATE)
                        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    visit(unit, null, cameFrom, next);
                }
            }
        }
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.remove();
            for (JavaAccess<?> access : accesses(unit)) {
                if (isForbidden(access)) {
                    throw failure(unit, access, cameFrom);
                }
                for (JavaCodeUnit reached : reached(access)) {
                    visit(reached, unit, cameFrom, next);
                }
            }
        }
    }

    private static void visit(
            JavaCodeUnit unit, JavaCodeUnit from, Map<JavaCodeUnit, JavaCodeUnit> cameFrom, Deque<JavaCodeUnit> next) {
        if (!cameFrom.containsKey(unit)) {
            cameFrom.put(unit, from);
            next.add(unit);
        }
    }

    private static List<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        List<JavaAccess<?>> all = new ArrayList<>();
        all.addAll(unit.getMethodCallsFromSelf());
        all.addAll(unit.getConstructorCallsFromSelf());
        all.addAll(unit.getMethodReferencesFromSelf());
        all.addAll(unit.getConstructorReferencesFromSelf());
        return all;
    }

    /** The answer's own code that an access may lead to: the target itself, overrides of it, a class that is made. */
    private Collection<JavaCodeUnit> reached(JavaAccess<?> access) {
        List<JavaCodeUnit> reached = new ArrayList<>();
        AccessTarget target = access.getTarget();
        for (JavaClass type : classes) {
            boolean made = target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                    && target.getOwner().equals(type);
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean called = unit.getName().equals(target.getName())
                        && type.isAssignableTo(target.getOwner().getName());
                if (made || called) {
                    reached.add(unit);
                }
            }
        }
        return reached;
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return (name.equals("sleep") && (isThread(owner) || owner.isEquivalentTo(java.util.concurrent.TimeUnit.class)))
                || (LOCK_SUPPORT.contains(name) && owner.isEquivalentTo(java.util.concurrent.locks.LockSupport.class))
                || (name.equals("wait") && access.getTarget().getFullName().matches(".*\\.wait\\(long(, int)?\\)"));
    }

    /** Thread, or a subclass of it: the answer's own by what was imported, the JDK's by reflection. */
    private static boolean isThread(JavaClass owner) {
        return owner.isAssignableTo(Thread.class)
                || (owner.getName().startsWith("java.") && Thread.class.isAssignableFrom(owner.reflect()));
    }

    private KataFailure failure(JavaCodeUnit unit, JavaAccess<?> access, Map<JavaCodeUnit, JavaCodeUnit> cameFrom) {
        String call = access.getTargetOwner().getSimpleName() + "." + access.getName();
        StringBuilder path = new StringBuilder(call);
        for (JavaCodeUnit step = unit; step != null; step = cameFrom.get(step)) {
            path.insert(0, name(step) + " -> ");
        }
        String file = unit.getOwner()
                .getSource()
                .flatMap(source -> source.getFileName())
                .orElse(unit.getOwner().getSimpleName());
        return new KataFailure(
                Causes.BLOCKING_CALL,
                call + " holds its thread until the time is over, and that thread can do nothing else: " + path + ".",
                List.of(new Sighting(
                        file, access.getLineNumber(), name(unit).replace("()", ""), call, Sighting.IN_THE_CODE)),
                Timeline.EMPTY,
                Timeline.EMPTY);
    }

    private static String name(JavaCodeUnit unit) {
        String name = unit.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                ? "new " + unit.getOwner().getSimpleName()
                : unit.getName();
        return name + "()";
    }
}
