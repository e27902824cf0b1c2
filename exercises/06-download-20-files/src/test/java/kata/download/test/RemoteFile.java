package kata.download.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A file that the server offers.
 *
 * @param name its name, there and here
 * @param body what it holds
 * @param units how long its download takes
 * @param fate how the download ends
 */
record RemoteFile(String name, byte[] body, double units, Fate fate) {

    /** How a download ends. */
    enum Fate {
        /** With every byte. */
        WHOLE,
        /** With status 404 and a page that says so. */
        MISSING,
        /** With status 206 and the first half of the bytes. */
        PARTIAL,
        /** With a connection that breaks after half of the bytes. */
        CUT
    }

    private static final List<String> ENDINGS = List.of(".jpg", ".pdf", ".bin", ".zip");

    /** So many files with different names, sizes and bytes, one for each of these times. */
    static List<RemoteFile> some(Random random, double... units) {
        List<RemoteFile> files = new ArrayList<>();
        int first = 10 + random.nextInt(60);
        for (int i = 0; i < units.length; i++) {
            byte[] body = new byte[100 + random.nextInt(i % 5 == 0 ? 150_000 : 5_000)];
            random.nextBytes(body);
            String name = "file" + (first + i) + ENDINGS.get(random.nextInt(ENDINGS.size()));
            files.add(new RemoteFile(name, body, units[i], Fate.WHOLE));
        }
        return files;
    }

    RemoteFile but(Fate other) {
        return new RemoteFile(name, body, units, other);
    }

    RemoteFile named(String other) {
        return new RemoteFile(other, body, units, fate);
    }

    /** So large that of those that end together it is the last to come, and still being written for milliseconds. */
    RemoteFile large(Random random) {
        byte[] more = new byte[6_000_000 + random.nextInt(5_000)];
        random.nextBytes(more);
        return new RemoteFile(name, more, units, fate);
    }
}
