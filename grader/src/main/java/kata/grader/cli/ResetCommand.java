package kata.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "reset",
        description = "Begin again: put the stub back. Your files are kept aside, never lost.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata reset 01"})
final class ResetCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(paramLabel = "SLUG", description = "Number or name of an exercise.")
    private String slug;

    @Override
    public Integer call() {
        Exercise exercise = kata.catalogue().find(slug);
        Path folder = exercise.answerFolder();
        try {
            Files.createDirectories(folder);
            List<Path> own;
            try (Stream<Path> files = Files.list(folder)) {
                own = files.filter(Files::isRegularFile).sorted().toList();
            }
            if (!own.isEmpty()) {
                Path kept = keptFolder(exercise);
                for (Path file : own) {
                    Files.copy(file, kept.resolve(file.getFileName()));
                }
                own.forEach(file -> delete(file));
                kata.out()
                        .println("Your " + own.size() + (own.size() == 1 ? " file is" : " files are") + " kept in "
                                + kata.root().relativize(kept) + ".");
            }
            for (Answer.Source source : kata.catalogue().stub(exercise).sources()) {
                Files.copy(source.path(), folder.resolve(source.name()));
            }
            kata.out().println(exercise.slug() + " is as it was shipped.");
            return Main.OK;
        } catch (IOException problem) {
            throw new UserError(
                    "Cannot put the stub back into " + folder + ": " + problem.getMessage()
                            + ". Is the folder writable?",
                    problem);
        }
    }

    private Path keptFolder(Exercise exercise) throws IOException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path all = Files.createDirectories(kata.workspace().of(exercise.slug()).resolve("kept"));
        for (int i = 1; ; i++) {
            Path folder = all.resolve(i == 1 ? time : time + "-" + i);
            if (!Files.exists(folder)) {
                return Files.createDirectory(folder);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException problem) {
            throw new UserError(
                    "Cannot replace " + file + ": " + problem.getMessage() + ". Is the folder writable?", problem);
        }
    }
}
