package kata.fakeasync.given;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Any way to pull: the fake one, or yours. Given: do not change it. */
@FunctionalInterface
public interface Puller {

    CompletableFuture<String> pull(URI uri);
}
