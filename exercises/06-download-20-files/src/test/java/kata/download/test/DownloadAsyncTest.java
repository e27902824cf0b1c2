package kata.download.test;

import static kata.testkit.PlayAssert.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import kata.testkit.evidence.Threads;
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
        threadsBefore = Threads.alive();
    }

    @Test
    @Order(1)
    @Tag("task-1")
    void twenty_downloads_are_under_way_at_once(Stage stage) {
        List<RemoteFile> files = backwardsInGroups(stage.random(), 20);
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
            Checks checks = new Checks(stage, site);
            checks.wasDoneLast();
            checks.usedTheGivenClient();
        }
    }

    /** A quarter of them ends at each of four moments: the first asked for are the last to come. */
    private static List<RemoteFile> backwardsInGroups(Random random, int count) {
        return RemoteFile.some(
                random,
                IntStream.range(0, count)
                        .mapToDouble(i -> 2.5 - 0.5 * (4 * i / count))
                        .toArray());
    }

    @Test
    @Order(2)
    @Tag("task-2")
    void every_file_is_whole_and_every_path_in_its_place(Stage stage) throws IOException {
        List<RemoteFile> files = backwardsInGroups(stage.random(), 20);
        files.set(0, files.get(0).large(stage.random()));
        // Its URL has a %20 and a query, and its file has not.
        files.set(7, files.get(7).named(files.get(7).name().replace("file", "file ")));
        RemoteFile older = files.get(10);
        List<RemoteFile> others = namedAnew("other-", RemoteFile.some(stage.random(), 0.75, 1.75));
        stage.rightAnswer(Site.together(Site.together(files), 0, others));
        try (Site site = new Site(stage.clock(), files);
                Site other = new Site(stage.clock(), others)) {
            site.layOlder(older);
            Call<List<Path>> call = downloadAll(stage, site);
            stage.until(() -> stage.clock().pending() == 20 || call.isDone());
            Call<List<Path>> meanwhile = downloadAll(stage, other);
            Play play = play(stage, call, 22, 21, 16, 11, 10, 5);

            Checks checks = new Checks(stage, site);
            checks.didNotStumbleOver(older, call);
            assertThat(play, "downloads").finished();
            checks.leftPlacesFor(other);
            checks.wasDoneLast();
            checks.keptToItsFolder(other);
            checks.everyFileIsWhole(older);
            checks.pathsInOrder(call.value());
            assertThat(stage.play(meanwhile), "downloads").finished();
            new Checks(stage, other).pathsInOrder(meanwhile.value());
        }
    }

    /** Other names, so that no two calls of a test have a lane in common. */
    private static List<RemoteFile> namedAnew(String prefix, List<RemoteFile> files) {
        return files.stream().map(file -> file.named(prefix + file.name())).toList();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void no_pool_is_left_open(Stage stage) {
        List<RemoteFile> files = RemoteFile.some(stage.random(), 1, 1, 1);
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), files)) {
            Play play = play(stage, downloadAll(stage, site), 3);
            assertThat(play, "downloads").finished();
        }
        leavesNoThreadBehind(
                stage,
                threadsBefore,
                "All downloads had ended",
                "shut the pool down when the last download has ended, or let its threads be daemons");
    }

    private static void leavesNoThreadBehind(Stage stage, Set<Thread> before, String happened, String advice) {
        stage.until(() -> Threads.keepingAlive(before).isEmpty());
        List<Thread> left = Threads.keepingAlive(before);
        if (!left.isEmpty()) {
            throw stage.failure(
                    Causes.LEAKED_THREADS.advising(advice),
                    happened + ", but " + left.size() + (left.size() == 1 ? " thread" : " threads")
                            + " of yours lived on ("
                            + left.stream().map(Thread::getName).limit(3).collect(Collectors.joining(", "))
                            + (left.size() > 3 ? ", …" : "") + "). A program with them does not end.");
        }
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void a_404_is_told_with_its_URL_and_makes_no_file(Stage stage) {
        oneOfThemFails(stage, Fate.MISSING);
        thenTwentyAreUnderWayAtOnce(stage);
    }

    /** A call that failed took nothing away from the next one. */
    private static void thenTwentyAreUnderWayAtOnce(Stage stage) {
        double from = stage.clock().now();
        double[] units = DoubleStream.generate(() -> 1).limit(20).toArray();
        List<RemoteFile> files = namedAnew("next-", RemoteFile.some(stage.random(), units));
        stage.rightAnswer(Site.together(stage.rightAnswer(), from, files));
        try (Site site = new Site(stage.clock(), files)) {
            Play play = play(stage, downloadAll(stage, site), 20);

            assertThat(play, "downloads").finished();
            new Checks(stage, site).allAtOnceAfterAFailure(play, from);
        }
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void only_200_brings_a_file(Stage stage) {
        oneOfThemFails(stage, Fate.PARTIAL);
    }

    @Test
    @Order(6)
    @Tag("task-3")
    void a_cut_connection_is_told_with_its_URL_and_leaves_no_half_file(Stage stage) {
        oneOfThemFails(stage, Fate.CUT);
    }

    private static void oneOfThemFails(Stage stage, Fate fate) {
        Set<Thread> before = Threads.alive();
        Random random = stage.random();
        int count = 4 + random.nextInt(2);
        List<RemoteFile> files = RemoteFile.some(random, backwards(count));
        // Neither the first nor the last: whoever always names such a one must not be right by luck.
        int which = 1 + random.nextInt(count - 2);
        RemoteFile broken = files.get(which).but(fate);
        files.set(which, broken);
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), files)) {
            Play play = play(stage, downloadAll(stage, site), pendingWithout(count));

            new Checks(stage, site).failedBecauseOf(broken, play);
        }
        leavesNoThreadBehind(
                stage,
                before,
                "Your future had failed as it should",
                "shut the pool down after a failure too: whenComplete and finally see both ends, thenApply only the good"
                        + " one");
    }

    @Test
    @Order(7)
    @Tag("task-3")
    void a_file_that_cannot_be_written_is_told(Stage stage) throws IOException {
        List<RemoteFile> files = RemoteFile.some(stage.random(), backwards(4));
        RemoteFile blocked = files.get(1 + stage.random().nextInt(2));
        stage.rightAnswer(Site.together(files));
        try (Site site = new Site(stage.clock(), files)) {
            site.layFolder(blocked);
            Play play = play(stage, downloadAll(stage, site), pendingWithout(4));

            new Checks(stage, site).failedToWrite(blocked, play);
        }
    }

    @Test
    @Order(8)
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
    @Order(9)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(DownloadAsync.class).neverSleeps();
    }

    private static Call<List<Path>> downloadAll(Stage stage, Site site) {
        // The first look takes milliseconds, and the one that counts has to be quick.
        site.rememberSizes();
        return stage.call("downloadAll", () -> {
            CompletableFuture<List<Path>> files = DownloadAsync.downloadAll(site.client(), site.uris(), site.dir());
            return files == null ? null : files.whenComplete((paths, problem) -> site.rememberSizes());
        });
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

    /** So many are pending at first, and one fewer after each download. */
    private static int[] pendingWithout(int count) {
        return IntStream.range(0, count).map(i -> count - i).toArray();
    }
}
