package kata.download.given;

import java.net.URI;

/** A download did not end well. Its message begins with the URL. Given: do not change it. */
public final class DownloadFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param why what the server said, as in "status 404" */
    public DownloadFailed(URI uri, String why) {
        super(uri + ": " + why);
    }

    /** @param problem what the client threw; by itself it does not say which URL it was about */
    public DownloadFailed(URI uri, Throwable problem) {
        super(uri + ": " + problem.getMessage(), problem);
    }
}
