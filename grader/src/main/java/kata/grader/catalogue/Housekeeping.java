package kata.grader.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an exercise must have before its answers are worth checking. */
public final class Housekeeping {
    private Housekeeping() {}

    /** What is missing or out of place, a sentence each; empty if nothing is. */
    public static List<String> faults(Catalogue catalogue, Exercise exercise) {
        List<String> faults = new ArrayList<>();
        for (String name : List.of("pom.xml", "README.md", "HINTS.md")) {
            if (!Files.exists(exercise.folder().resolve(name))) {
                faults.add(exercise.slug() + " has no " + name + ".");
            }
        }
        if (!Files.exists(exercise.testFolder().resolve("Demo.java"))) {
            faults.add(exercise.slug() + " has no Demo to play: write " + exercise.demoClass() + ".");
        }
        for (Task task : exercise.tasks()) {
            if (!read(exercise.folder().resolve("HINTS.md")).contains("## Task " + task.number())) {
                faults.add(exercise.slug() + " has no hints for task " + task.number() + ": add \"## Task "
                        + task.number() + "\" to HINTS.md.");
            }
        }
        for (Answer.Source source : catalogue.stub(exercise).sources()) {
            if (!source.text().contains("UnsupportedOperationException(\"TODO")) {
                faults.add("The stub " + source.name() + " of " + exercise.slug() + " has no TODO that throws.");
            }
        }
        if (!read(catalogue.root().resolve("exercises/pom.xml")).contains("<module>" + exercise.slug() + "</module>")) {
            faults.add("exercises/pom.xml does not list the module " + exercise.slug() + ".");
        }
        atLeast(catalogue, exercise, Answer.Kind.ALTERNATIVE, 2, "alternatives in other idioms", faults);
        atLeast(catalogue, exercise, Answer.Kind.WRONG, 5, "wrong answers", faults);
        for (Answer answer : catalogue.answers(exercise)) {
            if (answer.kind() == Answer.Kind.WRONG && answer.declaredCause().isEmpty()) {
                faults.add(
                        answer.name() + " of " + exercise.slug() + " does not begin with \"// Diagnosis: <cause>\".");
            }
        }
        return faults;
    }

    /** Whether the learner's files are as shipped; for the author's own checkout. */
    public static List<String> notAsShipped(Catalogue catalogue, Exercise exercise) {
        List<String> faults = new ArrayList<>();
        List<Answer.Source> shipped = catalogue.stub(exercise).sources();
        List<Answer.Source> own = catalogue.own(exercise).sources();
        if (!shipped.stream()
                .map(Answer.Source::text)
                .toList()
                .equals(own.stream().map(Answer.Source::text).toList())) {
            faults.add("The stub of " + exercise.slug() + " differs from solutions/" + exercise.slug() + "/stub.");
        }
        return faults;
    }

    private static void atLeast(
            Catalogue catalogue, Exercise exercise, Answer.Kind kind, int least, String what, List<String> faults) {
        long count = catalogue.answers(exercise).stream()
                .filter(answer -> answer.kind() == kind)
                .count();
        if (count < least) {
            faults.add(exercise.slug() + " has " + count + " " + what + "; it needs at least " + least + ".");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "";
        }
    }
}
