package kata.grader.catalogue;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of the ladder.
 *
 * @param slug the folder's name, as in {@code 01-count-async}
 * @param title the lesson in a few words
 * @param folder the exercise's folder
 * @param answers the folder that holds its stub, reference, alternatives and known wrong answers
 * @param packageName the package that holds the answer's classes, and nothing else
 * @param stubs the names of the files that the learner edits
 * @param tasks at least one
 * @param needs names of what the exercise needs beyond a JDK, as in {@code postgres}
 */
public record Exercise(
        String slug,
        String title,
        Path folder,
        Path answers,
        String packageName,
        List<String> stubs,
        List<Task> tasks,
        List<String> needs) {

    public Exercise {
        stubs = List.copyOf(stubs);
        tasks = List.copyOf(tasks);
        needs = List.copyOf(needs);
    }

    /** The two digits that the slug begins with. */
    public String number() {
        return slug.substring(0, 2);
    }

    /** The slug without its number. */
    public String name() {
        return slug.substring(3);
    }

    public int points() {
        return tasks.stream().mapToInt(Task::points).sum();
    }

    /** Every test that must run, no more and no fewer. */
    public List<String> tests() {
        return tasks.stream().flatMap(task -> task.tests().stream()).toList();
    }

    /** The full names of the test classes. */
    public List<String> testClasses() {
        return tests().stream()
                .map(test -> packageName + ".test." + test.substring(0, test.indexOf('.')))
                .distinct()
                .toList();
    }

    /** Where the learner's files lie. */
    public Path answerFolder() {
        return folder.resolve("src/main/java").resolve(packageName.replace('.', '/'));
    }

    public Path givenFolder() {
        return answerFolder().resolve("given");
    }

    public Path testFolder() {
        return folder.resolve("src/test/java")
                .resolve(packageName.replace('.', '/'))
                .resolve("test");
    }

    /** The name of the class that plays the lesson. */
    public String demoClass() {
        return packageName + ".test.Demo";
    }
}
