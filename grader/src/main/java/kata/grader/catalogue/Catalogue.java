package kata.grader.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** What lies in {@code exercises/} and {@code solutions/}. Reads file names and properties only, no source. */
public final class Catalogue {
    private final Path root;
    private final List<Exercise> exercises;

    /**
     * @param root the repository's folder
     * @throws UserError if there are no exercises, or one cannot be understood
     */
    public Catalogue(Path root) {
        this.root = root;
        Path folder = root.resolve("exercises");
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder exercises in " + root + ": start kata from a clone of Async Kata.");
        }
        try (Stream<Path> folders = Files.list(folder)) {
            this.exercises = folders.filter(
                            path -> path.getFileName().toString().matches("\\d\\d-.+"))
                    .filter(path -> Files.exists(path.resolve("exercise.properties")))
                    .sorted()
                    .map(path -> read(
                            path,
                            root.resolve("solutions").resolve(path.getFileName().toString())))
                    .toList();
        } catch (IOException problem) {
            throw new UserError("Cannot read " + folder + ": " + problem.getMessage() + ".", problem);
        }
    }

    private static Exercise read(Path folder, Path answers) {
        Path file = folder.resolve("exercise.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException problem) {
            throw new UserError("Cannot read " + file + ": " + problem.getMessage() + ".", problem);
        }
        List<Task> tasks = new ArrayList<>();
        for (int number = 1; properties.containsKey("task." + number); number++) {
            String key = "task." + number;
            tasks.add(new Task(
                    number,
                    properties.getProperty(key).strip(),
                    points(file, key + ".points", properties),
                    list(required(file, key + ".tests", properties))));
        }
        if (tasks.isEmpty()) {
            throw new UserError(file + " names no task: add task.1, task.1.points and task.1.tests.");
        }
        return new Exercise(
                folder.getFileName().toString(),
                required(file, "title", properties),
                folder,
                answers,
                required(file, "package", properties),
                list(required(file, "stub", properties)),
                tasks,
                list(properties.getProperty("needs", "")));
    }

    private static String required(Path file, String key, Properties properties) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new UserError(file + " has no value for " + key + ".");
        }
        return value;
    }

    private static int points(Path file, String key, Properties properties) {
        try {
            return Integer.parseUnsignedInt(required(file, key, properties));
        } catch (NumberFormatException problem) {
            throw new UserError(file + ": " + key + " must be a whole number of points.", problem);
        }
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The repository's folder. */
    public Path root() {
        return root;
    }

    /** The ladder, from its first rung to its last. */
    public List<Exercise> exercises() {
        return exercises;
    }

    /** The learner's own answer. */
    public Answer own(Exercise exercise) {
        return new Answer(Answer.Kind.OWN, "yours", exercise.answerFolder());
    }

    /** The stub as shipped. */
    public Answer stub(Exercise exercise) {
        return new Answer(Answer.Kind.STUB, "stub", exercise.answers().resolve("stub"));
    }

    public Answer reference(Exercise exercise) {
        return new Answer(Answer.Kind.REFERENCE, "reference", exercise.answers().resolve("reference"));
    }

    /** Every known answer: the stub, the reference, the alternatives, the wrong ones. */
    public List<Answer> answers(Exercise exercise) {
        List<Answer> answers = new ArrayList<>(List.of(stub(exercise), reference(exercise)));
        answers.addAll(folder(exercise, "alternatives", Answer.Kind.ALTERNATIVE));
        answers.addAll(folder(exercise, "wrong", Answer.Kind.WRONG));
        return answers;
    }

    private static List<Answer> folder(Exercise exercise, String name, Answer.Kind kind) {
        Path folder = exercise.answers().resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(path -> new Answer(kind, name + "/" + path.getFileName(), path))
                    .toList();
        } catch (IOException problem) {
            throw new UserError("Cannot read " + folder + ": " + problem.getMessage() + ".", problem);
        }
    }

    /**
     * The exercise that is meant by a number, a slug or an unambiguous part of one.
     *
     * @throws UserError if none or several are meant; it names the nearest
     */
    public Exercise find(String wanted) {
        String text = wanted.toLowerCase(Locale.ROOT)
                .strip()
                .replaceFirst("^.*exercises[/\\\\]", "")
                .replaceFirst("[/\\\\]+$", "");
        for (Exercise exercise : exercises) {
            boolean byNumber =
                    text.matches("\\d{1,2}") && Integer.parseInt(text) == Integer.parseInt(exercise.number());
            if (byNumber || exercise.slug().equals(text) || exercise.name().equals(text)) {
                return exercise;
            }
        }
        List<Exercise> matching = exercises.stream()
                .filter(exercise -> !text.isEmpty() && exercise.slug().contains(text))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        if (matching.size() > 1) {
            throw new UserError("\"" + wanted + "\" could be "
                    + String.join(", or ", matching.stream().map(Exercise::slug).toList())
                    + ": say more of its name, or its number.");
        }
        String nearest = exercises.stream()
                .min(Comparator.comparingInt(
                        exercise -> Math.min(distance(text, exercise.slug()), distance(text, exercise.name()))))
                .map(Exercise::slug)
                .orElse("none");
        throw new UserError(
                "There is no exercise \"" + wanted + "\". Did you mean " + nearest + "? kata list shows them all.");
    }

    /** The number of single-letter edits between two words. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
