package kata.download.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kata.download.given.DownloadSync;
import kata.download.test.RemoteFile.Fate;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;

/** What must be true of the folder and of the future when everything has come to rest. */
record Checks(Stage stage, Site site) {
    static final Cause HALF_FILE = new Cause(
            "half-file-left",
            "a half file was left behind",
            "write under another name and move the file when it is whole, or delete it when the download fails",
            72);
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

    /** Each file is there with every byte, and nothing else is. */
    void everyFileIsWhole() {
        for (RemoteFile file : site.files()) {
            Path path = DownloadSync.fileFor(site.uri(file), site.dir());
            if (!Files.isRegularFile(path)) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("save each body under DownloadSync.fileFor(uri, dir)"),
                        "The future had ended well, but " + file.name() + " was not in the folder.");
            }
            byte[] got = read(path);
            if (!Arrays.equals(got, file.body())) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising(
                                "keep bytes as bytes: a picture read as text is no picture any more"),
                        file.name() + " is not what the server sent: " + got.length + " bytes, SHA-256 " + sha(got)
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
                : names.size() + " of " + asked.size() + " paths came back; " + String.join(", ", missing)
                        + (missing.size() == 1 ? " is" : " are") + " missing.";
        if (asked.containsAll(names) && !places.equals(places.stream().sorted().toList())) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right files, wrong order: you were asked for " + String.join(", ", asked) + ", and your list says "
                            + String.join(", ", names) + ". That is the order in which they ended. " + lost);
        }
        if (!lost.isEmpty()) {
            throw stage.failure(Causes.LOST_RESULT, lost);
        }
        List<Path> expected = site.uris().stream()
                .map(uri -> DownloadSync.fileFor(uri, site.dir()))
                .toList();
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
        Call<?> call = play.call();
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "downloadAll never ended after " + broken.name() + " had " + fate(broken) + ".",
                    play.waiting().toArray(Sighting[]::new));
        }
        Optional<Throwable> failure = call.failure();
        if (failure.filter(problem -> problem instanceof UnsupportedOperationException)
                .isPresent()) {
            call.value();
        }
        // A future may fail before the other downloads have ended; give those the time to tidy up.
        stage.watchFor(() -> unexpected().isEmpty());
        nothingHalf();
        if (failure.isEmpty()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    broken.name() + " had " + fate(broken) + ", and nobody is told: your future ended well.");
        }
        URI uri = site.uri(broken);
        if (!names(failure.get(), uri.toString(), 0)) {
            throw stage.failure(
                    UNNAMED,
                    broken.name() + " had " + fate(broken) + ". Your future failed with \"" + failure.get() + "\": of "
                            + site.files().size() + " URLs, which one was it?");
        }
    }

    private static String fate(RemoteFile broken) {
        return broken.fate() == Fate.MISSING ? "been answered with 404" : "lost its connection half-way";
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
