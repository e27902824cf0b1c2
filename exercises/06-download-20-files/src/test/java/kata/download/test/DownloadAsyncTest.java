package kata.download.test;

import static kata.testkit.PlayAssert.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kata.download.DownloadAsync;
import kata.download.test.RemoteFile.Fate;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class DownloadAsyncTest {
    private static Set<Thread> threadsBefore = Set.of();

    /** Before any of the answer's code runs: it may open its pool once for all calls. */
    @BeforeAll
    static void rememberThreads() {
        threadsBefore = Thread.getAllStackTraces().keySet();
    }

    @Test
    @Order(1)
    @Tag("task-1")
    void twenty_downloads_are_under_way_at_once(Stage stage) {
        // Five files end at each of four moments: the first asked for are the last to come.
        List<RemoteFile> files = RemoteFile.some(
                stage.random(),
                IntStream.range(0, 20).mapToDouble(i -> 2.5 - 0.5 * (i / 5)).toArray());
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), files)) {
            Play play = play(stage, downloadAll(stage, site), 20, 15, 10, 5);

            PlayAssert downloads = assertThat(play, "downloads").finished();
            if (play.timeline().peak() > 1) {
                // Before they are counted: how many run at once on a blocked common pool depends on the JDK.
                downloads.leftTheCommonPoolFree();
            }
            downloads
                    .allAtOnce(site.names())
                    .leftTheCommonPoolFree()
                    .returnedAtOnce()
                    .waitedForAll();
        }
    }

    @Test
    @Order(2)
    @Tag("task-2")
    void every_file_is_whole_and_every_path_in_its_place(Stage stage) {
        // One after another, and from the last to the first, so that the order in which they end is never the list's.
        int count = 5 + stage.random().nextInt(3);
        List<RemoteFile> files = RemoteFile.some(stage.random(), backwards(count));
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), files)) {
            Call<List<Path>> call = downloadAll(stage, site);
            Play play = play(
                    stage, call, IntStream.range(0, count).map(i -> count - i).toArray());

            assertThat(play, "downloads").finished();
            Checks checks = new Checks(stage, site);
            checks.everyFileIsWhole();
            checks.pathsInOrder(call.value());
        }
    }

    @Test
    @Order(3)
    @Tag("task-3")
    void a_404_is_told_with_its_URL_and_makes_no_file(Stage stage) {
        oneOfThemFails(stage, Fate.MISSING);
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void a_cut_connection_is_told_with_its_URL_and_leaves_no_half_file(Stage stage) {
        oneOfThemFails(stage, Fate.CUT);
    }

    private static void oneOfThemFails(Stage stage, Fate fate) {
        Random random = stage.random();
        int count = 4 + random.nextInt(3);
        List<RemoteFile> files = RemoteFile.some(random, backwards(count));
        int which = random.nextInt(count);
        List<RemoteFile> offered = IntStream.range(0, count)
                .mapToObj(i -> i == which ? files.get(i).but(fate) : files.get(i))
                .toList();
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), offered)) {
            Play play = play(
                    stage,
                    downloadAll(stage, site),
                    IntStream.range(0, count).map(i -> count - i).toArray());

            new Checks(stage, site).failedBecauseOf(offered.get(which), play);
        }
    }

    @Test
    @Order(5)
    @Tag("task-1")
    void no_pool_is_left_open(Stage stage) {
        List<RemoteFile> files = RemoteFile.some(stage.random(), 1, 1, 1);
        stage.rightAnswer(Site.together(files));
        Play play;
        try (Site site = new Site(stage.clock(), files)) {
            play = play(stage, downloadAll(stage, site), 3);
            assertThat(play, "downloads").finished();
        }
        stage.until(() -> leftBehind().isEmpty());
        List<Thread> left = leftBehind();
        if (!left.isEmpty()) {
            throw stage.failure(
                    Causes.LEAKED_THREADS.advising(
                            "shut the pool down when the last download has ended, or let its threads be daemons"),
                    "All downloads had ended, but " + left.size() + (left.size() == 1 ? " thread" : " threads")
                            + " of yours lived on ("
                            + left.stream().map(Thread::getName).limit(3).collect(Collectors.joining(", "))
                            + (left.size() > 3 ? ", …" : "") + "). A program with them does not end.");
        }
    }

    private static List<Thread> leftBehind() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !threadsBefore.contains(thread) && !thread.isDaemon() && thread.isAlive())
                .filter(thread -> !thread.getName().startsWith("surefire"))
                .toList();
    }

    @Test
    @Order(6)
    @Tag("task-1")
    void twenty_take_as_long_as_ten(Stage stage) {
        takesAsLongAsOne(stage, "Your ten downloads", 10);
        takesAsLongAsOne(stage, "Your twenty downloads", 20);
    }

    private static void takesAsLongAsOne(Stage stage, String what, int count) {
        double[] units = DoubleStream.generate(() -> 3).limit(count).toArray();
        List<RemoteFile> files = RemoteFile.some(stage.random(), units);
        stage.rightAnswer(Site.together(files));
        try (Sites sites = new Sites()) {
            // Two batches of ten would need 6 units; connecting twenty times costs a busy machine a part of one.
            stage.clockLaw(what, 3, 5.7, clock -> {
                Site site = sites.open(clock, files);
                clock.start();
                return () -> DownloadAsync.downloadAll(site.client(), site.uris(), site.dir());
            });
        }
    }

    @Test
    @Order(7)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(DownloadAsync.class).neverSleeps();
    }

    private static Call<List<Path>> downloadAll(Stage stage, Site site) {
        return stage.call("downloadAll", () -> DownloadAsync.downloadAll(site.client(), site.uris(), site.dir()));
    }

    /** A request needs a moment to reach the server, and an answer that does not wait is done before that. */
    private static Play play(Stage stage, Call<?> call, int... pendingAtStep) {
        stage.until(() -> stage.clock().pending() > 0 || call.failure().isPresent());
        return stage.play(call, pendingAtStep);
    }

    /** 3.5, 3, 2.5 … 1: the first to be asked for is the last to come. */
    private static double[] backwards(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> 1 + 0.5 * (count - 1 - i))
                .toArray();
    }
}
