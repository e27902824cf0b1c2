package kata.grader.catalogue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Source files that take the stub's place.
 *
 * @param kind what is known of it beforehand
 * @param name as in {@code wrong/join-in-the-loop}; "yours" for the learner's own
 * @param folder where its files lie, directly
 */
public record Answer(Kind kind, String name, Path folder) {
    private static final Pattern DIAGNOSIS = Pattern.compile("^// Diagnosis: *([a-z0-9-]+)", Pattern.MULTILINE);
    private static final long LARGEST = 512 * 1024;
    private static final int MOST_FILES = 50;

    /** An answer that no exercise asks for, and that is not even compiled. Its message is a whole sentence. */
    public static final class Refused extends UserError {
        private static final long serialVersionUID = 1;

        private Refused(String sentence) {
            super(sentence);
        }
    }

    /** What is known of an answer before it is checked. */
    public enum Kind {
        /** The learner's own, in the exercise's folder. */
        OWN,
        /** As shipped: must be not started. */
        STUB,
        /** Must pass. */
        REFERENCE,
        /** Right in another idiom: must pass. */
        ALTERNATIVE,
        /** Must fail, for the cause that its first line declares. */
        WRONG
    }

    /** A source file of an answer. */
    public record Source(String name, Path path, String text) {}

    /**
     * Every Java file of the answer, in the order of their names.
     *
     * @throws Refused if they are more, or larger, or of another sort than an answer's files are
     * @throws UserError if they cannot be read
     */
    public List<Source> sources() {
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no answer at " + folder + ".");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.size() > MOST_FILES) {
                throw new Refused("The answer has " + found.size()
                        + " files; an answer is one file or a few, and at most " + MOST_FILES + ".");
            }
            refusePackagesBelow();
            return found.stream().map(Answer::read).toList();
        } catch (IOException problem) {
            throw new UserError("Cannot read the answer in " + folder + ": " + problem.getMessage() + ".", problem);
        }
    }

    /** Maven would compile them; but evidence and rules tell the answer's code by its package. */
    private void refusePackagesBelow() throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            Optional<Path> stray = below.filter(file -> file.toString().endsWith(".java"))
                    .map(folder::relativize)
                    .filter(file -> file.getNameCount() > 1 && !file.startsWith("given"))
                    .findFirst();
            if (stray.isPresent()) {
                throw new Refused(
                        stray.get() + " lies in a package of its own: put it into the package of the exercise.");
            }
        }
    }

    private static Source read(Path file) {
        if (file.endsWith("module-info.java")) {
            throw new Refused("module-info.java: an answer must not declare a module. Remove this file.");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refused(file.getFileName() + " is larger than 512 KiB; an answer is a few dozen lines.");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Source(
                    file.getFileName().toString(), file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            throw new UserError(file.getFileName() + " is not UTF-8 text: save it as UTF-8 in your editor.", notText);
        } catch (IOException problem) {
            throw new UserError("Cannot read " + file + ": " + problem.getMessage() + ".", problem);
        }
    }

    /** The cause that a wrong answer declares for itself. */
    public Optional<String> declaredCause() {
        return sources().stream()
                .map(source -> DIAGNOSIS.matcher(source.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
