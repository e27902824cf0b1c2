package kata.grader.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "solution",
        description = "Show the reference, once your own answer has passed.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  kata solution 01", "  kata solution 01 --idiom virtual-threads"})
final class SolutionCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(paramLabel = "SLUG", description = "Number or name of an exercise.")
    private String slug;

    @Option(names = "--spoil", description = "Show it though your answer has not passed.")
    private boolean spoil;

    @Option(names = "--idiom", paramLabel = "NAME", description = "Show an alternative instead of the reference.")
    private String idiom;

    @Override
    public Integer call() {
        Exercise exercise = kata.catalogue().find(slug);
        if (!spoil && kata.progress().standing(exercise).state() != Progress.State.PASSED) {
            throw new UserError("You have not passed " + exercise.slug() + " yet. Try kata hint " + exercise.number()
                    + "; if you want to see the solution all the same: kata solution " + exercise.number()
                    + " --spoil");
        }
        List<Answer> right = kata.catalogue().answers(exercise).stream()
                .filter(answer -> answer.kind() == Answer.Kind.REFERENCE || answer.kind() == Answer.Kind.ALTERNATIVE)
                .toList();
        String wanted = idiom == null ? "reference" : "alternatives/" + idiom;
        List<String> idioms = right.stream()
                .map(Answer::name)
                .filter(name -> !name.equals("reference"))
                .map(name -> name.substring("alternatives/".length()))
                .toList();
        Answer shown = right.stream()
                .filter(answer -> answer.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no idiom \"" + idiom + "\" for " + exercise.slug()
                        + ". There are: " + String.join(", ", idioms) + "."));
        for (Answer.Source source : shown.sources()) {
            kata.out().println(kata.style().bold(exercise.slug() + " · " + shown.name() + " · " + source.name()));
            kata.out().println();
            kata.out().println(source.text());
        }
        if (idiom == null && !idioms.isEmpty()) {
            kata.out().println("Other idioms: " + String.join(", ", idioms) + "   (--idiom NAME)");
        }
        return Main.OK;
    }
}
