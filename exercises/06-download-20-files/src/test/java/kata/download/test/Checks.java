package kata.download.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.download.test.RemoteFile.Fate;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;

/** What must be true of the folder and of the future when everything has come to rest. */
record Checks(Stage stage, Site site) {
    static final Cause HALF_FILE = new Cause(
            "half-file-left",
            "a half file was left behind",
            "write under another name and move the file when it is whole, or delete it when the download fails",
            72);
    static final Cause REPLACE = Causes.WRONG_RESULT.advising(
            "put the new file in the place of the old one: Files.write does, and Files.move with REPLACE_EXISTING");
    static final Cause ERROR_PAGE = new Cause(
            "saved-an-error-page",
            "an error page was saved as if it were the file",
            "look at response.statusCode() before you keep the body, and fail unless it is 200",
            74);
    static final Cause UNNAMED = new Cause(
            "unnamed-failure",
            "the failure does not say which download it was",
            "put the URL into the exception, as DownloadFailed does; the client's own exception does not name it",
            77);
    static final Cause OTHER_CLIENT = new Cause(
            "other-client",
            "not the client that was given",
            "send with the client that downloadAll is given, and leave it open: it belongs to the caller",
            92);

    /** Every request was sent by the client of the caller, who can go on using it. */
    void usedTheGivenClient() {
        if (!site.fromElsewhere().isEmpty()) {
            throw stage.failure(
                    OTHER_CLIENT,
                    few(site.names().stream()
                                    .filter(site.fromElsewhere()::contains)
                                    .toList())
                            + (site.fromElsewhere().size() == 1 ? " was" : " were")
                            + " asked for by another client than the one that downloadAll was given.");
        }
        leftTheClientOpen("When all downloads had ended");
    }

    /** @param when as in "When all downloads had ended" */
    private void leftTheClientOpen(String when) {
        if (!site.clientIsOpen()) {
            throw stage.failure(
                    OTHER_CLIENT,
                    when + ", the client that downloadAll was given was shut down: the caller can send nothing with it"
                            + " any more.");
        }
    }

    /** Another call that began while all these were under way asked for its files before any of these had come. */
    void leftPlacesFor(Site other) {
        for (Span asked : downloads(other)) {
            for (Span come : downloads(site)) {
                if (come.endedBefore(asked)) {
                    throw stage.failure(
                            Causes.TOO_FEW_AT_ONCE.advising(
                                    "let each call have the threads that it needs, or need none:"
                                            + " a pool that all calls share is taken by the first of them"),
                            "One call had its " + site.files().size() + " downloads under way when another began, and "
                                    + asked.lane() + " of that one was asked for only when " + come.lane()
                                    + " had come.");
                }
            }
        }
    }

    private List<Span> downloads(Site of) {
        return stage.timeline().spans().stream()
                .filter(span -> of.names().contains(span.lane()))
                .toList();
    }

    /** No file changed after the future had ended. */
    void wasDoneLast() {
        Map<String, Long> whole =
                site.files().stream().collect(Collectors.toMap(RemoteFile::name, file -> (long) file.body().length));
        Map<String, Long> then = site.sizesWhenDone();
        if (then.equals(whole)) {
            return;
        }
        stage.watchFor(() -> site.sizes().equals(whole));
        Map<String, Long> now = site.sizes();
        List<String> late = site.names().stream()
                .filter(name -> !now.get(name).equals(then.get(name)))
                .toList();
        if (!late.isEmpty()) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("let each file's own future end when it is written: save it in"
                            + " thenApply, and begin nothing beside that future"),
                    "The future was done too early: of " + site.files().size() + " files, " + late.size()
                            + (late.size() == 1 ? " was" : " were") + " still being saved (" + few(late)
                            + "). Whoever opens such a file at once finds too little.");
        }
    }

    /** Twenty names would fill the screen. */
    private static String few(List<String> names) {
        return names.stream().limit(5).collect(Collectors.joining(", ")) + (names.size() > 5 ? ", …" : "");
    }

    /** A file that lies there already is no reason to fail. */
    void didNotStumbleOver(RemoteFile older, Call<?> call) {
        Throwable failure = call.failure().orElse(null);
        if (Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(FileAlreadyExistsException.class::isInstance)) {
            throw stage.failure(
                    REPLACE,
                    older.name() + " lay there from an earlier download, and your future failed with \"" + failure
                            + "\".");
        }
    }

    /** Each file is there with every byte, and nothing else is. */
    void everyFileIsWhole(RemoteFile older) {
        for (RemoteFile file : site.files()) {
            Path path = site.place(file);
            if (!Files.isRegularFile(path)) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("save each body under DownloadSync.fileFor(uri, dir)"),
                        "The future had ended well, but " + path.getFileName() + " was not in the folder. The URL is "
                                + site.uri(file) + ".");
            }
            byte[] got = read(path);
            if (!Arrays.equals(got, file.body())) {
                throw stage.failure(
                        file == older
                                ? REPLACE
                                : Causes.WRONG_RESULT.advising(
                                        "keep bytes as bytes: a picture read as text is no picture any more"),
                        (file == older ? "A file from an earlier download lay there. " : "")
                                + file.name() + " is not what the server sent: " + got.length + " bytes, SHA-256 "
                                + sha(got)
                                + "; sent were " + file.body().length + " bytes, SHA-256 " + sha(file.body()) + ".");
            }
        }
        nothingHalf();
    }

    /** The paths came in the order of the requests, each once. */
    void pathsInOrder(List<Path> got) {
        List<String> asked = site.names();
        if (got == null) {
            throw stage.failure(Causes.WRONG_RESULT, "The future of downloadAll ended with null instead of a list.");
        }
        List<String> names = got.stream()
                .map(path -> path == null ? "null" : String.valueOf(path.getFileName()))
                .toList();
        List<Integer> places = names.stream().map(asked::indexOf).toList();
        List<String> missing =
                asked.stream().filter(name -> !names.contains(name)).toList();
        String lost = names.size() >= asked.size()
                ? ""
                : names.size() + " of " + asked.size() + " paths came back; " + few(missing)
                        + (missing.size() == 1 ? " is" : " are") + " missing.";
        if (asked.containsAll(names) && !places.equals(places.stream().sorted().toList())) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right files, wrong order: you were asked for " + few(asked) + ", and your list says " + few(names)
                            + ". That is the order in which they ended. " + lost);
        }
        if (!lost.isEmpty()) {
            throw stage.failure(Causes.LOST_RESULT, lost);
        }
        List<Path> expected = site.files().stream().map(site::place).toList();
        if (!got.stream()
                .map(Checks::absolute)
                .toList()
                .equals(expected.stream().map(Checks::absolute).toList())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("the list holds DownloadSync.fileFor(uri, dir) for each uri"),
                    "Expected " + expected.get(0) + " and so on, got " + got + ".");
        }
    }

    private static Path absolute(Path path) {
        return path == null ? null : path.toAbsolutePath().normalize();
    }

    /** The future failed because of this file and says so, and the folder holds whole files only. */
    void failedBecauseOf(RemoteFile broken, Play play) {
        String happened = broken.name() + " had " + fate(broken);
        Optional<Throwable> failure = failureAfter(happened, play);
        // A future may fail before the other downloads have ended; give those the time to tidy up.
        stage.watchFor(() -> unexpected().isEmpty());
        if (failure.isEmpty() && broken.fate() == Fate.PARTIAL) {
            toldBy(failure, happened, "look at response.statusCode(): only 200 brings the whole file");
        }
        nothingHalf();
        toldBy(failure, happened, Causes.SWALLOWED_ERROR.tryThis());
        URI uri = site.uri(broken);
        if (!names(failure.get(), uri.toString(), 0)) {
            throw stage.failure(
                    UNNAMED,
                    happened + ". Your future failed with \"" + failure.get() + "\": of "
                            + site.files().size() + " URLs, which one was it?");
        }
        leftTheClientOpen("When a download had failed");
    }

    /** Nothing that the failed call had taken was missing: all of these were under way at the same time. */
    void allAtOnceAfterAFailure(Play play, double from) {
        int peak = play.timeline().peak(span -> span.from() >= from);
        if (peak < site.files().size()) {
            throw stage.failure(
                    Causes.TOO_FEW_AT_ONCE.advising(
                            "give back in finally what a download has taken, a permit or a place:"
                                    + " a download that fails does not come to the line after it"),
                    "In an earlier call a download had failed. In the next one only " + peak + " of "
                            + site.files().size() + " downloads were under way at the same time.",
                    play.waiting().toArray(Sighting[]::new));
        }
    }

    /** No file went into the folder of another call, which began while this one was under way. */
    void keptToItsFolder(Site other) {
        List<String> strayed = site.files().stream()
                .filter(file -> Files.exists(other.dir().resolve(file.name())))
                .map(RemoteFile::name)
                .toList();
        if (!strayed.isEmpty()) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            "keep what belongs to a call in its parameters and local variables: a static field holds that"
                                    + " of the last call"),
                    "Two calls went on at the same time, with a folder each. Of the first one's "
                            + site.files().size() + " files, " + strayed.size()
                            + " went into the folder of the second ("
                            + few(strayed) + ").");
        }
    }

    /** The future failed because this file could not be written. */
    void failedToWrite(RemoteFile blocked, Play play) {
        String happened = blocked.name() + " had a folder in its place, and could not be written";
        toldBy(
                failureAfter(happened, play),
                happened,
                "let the IOException of the save reach the future: wrap it and throw it on");
    }

    private Optional<Throwable> failureAfter(String happened, Play play) {
        Call<?> call = play.call();
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "downloadAll never ended after " + happened + ".",
                    play.waiting().toArray(Sighting[]::new));
        }
        Optional<Throwable> failure = call.failure();
        if (failure.filter(problem -> problem instanceof UnsupportedOperationException)
                .isPresent()) {
            call.value();
        }
        return failure;
    }

    private void toldBy(Optional<Throwable> failure, String happened, String advice) {
        if (failure.isEmpty()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(advice),
                    happened + ", and nobody is told: your future ended well.");
        }
    }

    private static String fate(RemoteFile broken) {
        return switch (broken.fate()) {
            case WHOLE -> "come";
            case MISSING -> "been answered with 404";
            case PARTIAL -> "been answered with 206 and half of its bytes";
            case CUT -> "lost its connection half-way";
        };
    }

    private static boolean names(Throwable problem, String uri, int depth) {
        if (problem == null || depth > 20) {
            return false;
        }
        if (String.valueOf(problem).contains(uri) || names(problem.getCause(), uri, depth + 1)) {
            return true;
        }
        return Arrays.stream(problem.getSuppressed()).anyMatch(other -> names(other, uri, depth + 1));
    }

    private void nothingHalf() {
        List<Path> unexpected = unexpected();
        if (unexpected.isEmpty()) {
            return;
        }
        for (Path path : unexpected) {
            if (Arrays.equals(read(path), Site.NOT_FOUND_PAGE)) {
                throw stage.failure(
                        ERROR_PAGE,
                        path.getFileName() + " does not exist on the server (404), yet it lies in the folder: what you"
                                + " saved under its name is the server's error page.");
            }
        }
        throw stage.failure(
                HALF_FILE,
                "When all was over, the folder still held "
                        + unexpected.stream().map(this::describe).collect(Collectors.joining(", "))
                        + ". Whoever looks into it takes that for a file.");
    }

    private String describe(Path path) {
        String name = path.getFileName().toString();
        return site.files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> name + " with " + read(path).length + " of " + file.body().length + " bytes")
                .findFirst()
                .orElse(name);
    }

    /** What lies in the folder and is not a file of the server's, or is cut short. */
    private List<Path> unexpected() {
        List<Path> unexpected = new ArrayList<>();
        for (Path path : site.here()) {
            boolean whole = site.files().stream()
                    .anyMatch(file -> file.fate() == Fate.WHOLE
                            && file.name().equals(path.getFileName().toString())
                            && read(path).length >= file.body().length);
            if (!whole) {
                unexpected.add(path);
            }
        }
        return unexpected;
    }

    private static byte[] read(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
        } catch (NoSuchFileException removedMeanwhile) {
            return new byte[0];
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read " + path, problem);
        }
    }

    private static String sha(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4) + "…";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
