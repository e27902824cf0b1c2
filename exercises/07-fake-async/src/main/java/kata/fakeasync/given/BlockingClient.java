package kata.fakeasync.given;

import java.io.IOException;
import java.net.URI;

/** A client from a library that knows nothing of futures. Given: do not change it. */
public interface BlockingClient {

    /**
     * Sends a request and holds the calling thread until the reply is there.
     *
     * @return the body of the reply
     * @throws IOException if the server cannot be reached or breaks off; other exceptions are possible too
     */
    String get(URI uri) throws IOException;
}
