package kata.grader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kata.grader.catalogue.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "new",
        description = "Lay out a new exercise: a small one that works, for an author to make into another.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata new 19-traffic-lights"})
final class NewCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(paramLabel = "SLUG", description = "Two digits and a name, as in 19-traffic-lights.")
    private String slug;

    @Override
    public Integer call() {
        if (!slug.matches("\\d\\d(-[a-z][a-z0-9]*)+")) {
            throw new UserError(
                    "\"" + slug + "\" is not a slug: two digits, then lower-case words, as in 19-traffic-lights.");
        }
        boolean taken = kata.catalogue().exercises().stream()
                .anyMatch(exercise -> exercise.number().equals(slug.substring(0, 2)));
        Path folder = kata.root().resolve("exercises").resolve(slug);
        Path answers = kata.root().resolve("solutions").resolve(slug);
        if (taken || Files.exists(folder) || Files.exists(answers)) {
            throw new UserError("There is an exercise " + slug.substring(0, 2) + " already: take another number.");
        }
        String name = slug.substring(3).replace("-", "");
        try {
            for (var entry : files(folder, answers, name).entrySet()) {
                Files.createDirectories(entry.getKey().getParent());
                Files.writeString(
                        entry.getKey(),
                        template(entry.getValue())
                                .replace("@slug@", slug)
                                .replace("@number@", slug.substring(0, 2))
                                .replace("@name@", name));
            }
            addModule();
        } catch (IOException problem) {
            throw new UserError("Cannot write the exercise: " + problem.getMessage() + ".", problem);
        }
        kata.out()
                .println("exercises/" + slug + " and solutions/" + slug
                        + " are laid out. See CONTRIBUTING.md, then: kata verify " + slug.substring(0, 2));
        return Main.OK;
    }

    private static Map<Path, String> files(Path folder, Path answers, String name) {
        Path main = folder.resolve("src/main/java/kata").resolve(name);
        Path test = folder.resolve("src/test/java/kata").resolve(name).resolve("test");
        Map<Path, String> files = new LinkedHashMap<>();
        for (String plain : new String[] {"pom.xml", "exercise.properties", "README.md", "HINTS.md"}) {
            files.put(folder.resolve(plain), plain);
        }
        files.put(main.resolve("Greeting.java"), "Stub.java");
        files.put(main.resolve("given/Pause.java"), "Pause.java");
        files.put(test.resolve("GreetingTest.java"), "Test.java");
        files.put(test.resolve("Demo.java"), "Demo.java");
        files.put(answers.resolve("stub/Greeting.java"), "Stub.java");
        files.put(answers.resolve("reference/Greeting.java"), "Reference.java");
        files.put(answers.resolve("wrong/joins/Greeting.java"), "Wrong.java");
        return files;
    }

    private static String template(String name) throws IOException {
        try (InputStream from = NewCommand.class.getResourceAsStream("new/" + name + ".txt")) {
            if (from == null) {
                throw new IOException("the template " + name + " is missing from the grader");
            }
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void addModule() throws IOException {
        Path pom = kata.root().resolve("exercises/pom.xml");
        String text = Files.readString(pom);
        Files.writeString(
                pom, text.replaceFirst("(?m)^( *)</modules>", "$1  <module>" + slug + "</module>\n$1</modules>"));
    }
}
