package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens pages in a real browser, from disk, as a learner does. Left out where none is installed. */
class ReportBrowserIT {
    @TempDir
    Path folder;

    @Test
    void a_page_opens_from_disk_without_a_word_on_the_console() throws Exception {
        Seen seen = open(new HtmlReport(Pages.SOURCES, "").page(Pages.failed()));
        assertThat(seen.console).isEmpty();
        assertThat(seen.page).contains("The cups were filled one after another.", "By thread", "⚠ Tea.java:3");
    }

    @Test
    void a_hostile_answer_adds_no_element_and_runs_nothing() throws Exception {
        String evil =
                "</title></style></svg></pre><script>document.body.id='taken'</script><img src=x onerror=\"document.body.id='taken'\">'\u202E";
        Seen seen = open(new HtmlReport(java.util.Map.of("Tea.java", evil), "").page(Pages.hostile(evil)));
        assertThat(seen.console).isEmpty();
        assertThat(seen.page).doesNotContain("<script", "<img", "<body id").contains("&lt;script&gt;");
    }

    @Test
    void the_index_opens_too() throws Exception {
        var entry = new IndexPage.Entry(
                "01-boil", "hot water", IndexPage.State.PASSED, "passed", 4, 4, "../01-boil/report.html");
        Seen seen = open(new IndexPage("Tea", "", List.of(entry)).page());
        assertThat(seen.console).isEmpty();
        assertThat(seen.page).contains("1 of 1 passed");
    }

    /** What the browser made of a page, and the lines of its log that came from the page. */
    private record Seen(String page, List<String> console) {}

    private Seen open(String html) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "neither chromium nor google-chrome is on the PATH");
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path dom = folder.resolve("dom");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--dump-dom",
                "--user-data-dir=" + folder.resolve("profile"),
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("the browser ended")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).isZero();
        return new Seen(
                Files.readString(dom),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> Stream.of("chromium", "google-chrome").map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
