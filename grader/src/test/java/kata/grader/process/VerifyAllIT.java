package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project tests itself by the path that learners use: every known answer gets the verdict that it must get. */
class VerifyAllIT {

    @Test
    void every_stub_is_not_started_every_right_answer_passes_and_every_wrong_one_fails_for_its_own_reason(
            @TempDir Path folder) throws IOException, InterruptedException {
        Path table = folder.resolve("table");
        Kata kata = new Kata(Kata.REPOSITORY);
        // As the start script does: the checks find their classes loaded.
        assertThat(kata.run("warm-up").exitCode()).isZero();

        Process verify = kata.start(List.of(), table, folder.resolve("err"), "verify", "--as-shipped");
        int exitCode = verify.waitFor();

        System.out.println(Files.readString(table));
        assertThat(exitCode)
                .as("%s%s", Files.readString(table), Files.readString(folder.resolve("err")))
                .isZero();
    }
}
