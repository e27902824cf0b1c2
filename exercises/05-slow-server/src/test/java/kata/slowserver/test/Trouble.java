package kata.slowserver.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.slowserver.test.DelayServer.Fate;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;

/** One of the requests went wrong, and the future has to tell which one. */
record Trouble(Stage stage, Play play, DelayServer server, List<Integer> seconds, int troubled, Fate fate) {

    /** The future failed at the first attempt, and says of which request. */
    void wasTold() {
        String request = DelayServer.lane(seconds, troubled);
        if (!play.call().isDone() && play.waiting().isEmpty() && play.spinner().isEmpty()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "pullAll never ended after " + request + " " + fate + ": its future is still open.");
        }
        Throwable failure = play.call().failure().orElse(null);
        if (failure == null) {
            assertThat(play, "requests").finished();
            throw stage.failure(
                    fate == Fate.CUT
                            ? Causes.SWALLOWED_ERROR
                            : Causes.SWALLOWED_ERROR.advising(
                                    "look at the status, for to the client a reply with any status is a reply; fail"
                                            + " unless it is 200, and let the failure reach the future that you return"),
                    request + " " + fate + "; your result hides it: the future ended as if all were well.");
        }
        if (failure instanceof UnsupportedOperationException) {
            play.call().value();
        }
        int asked = play.timeline().spansOf(request).size();
        if (asked > 1) {
            throw stage.failure(
                    Mistakes.ASKED_AGAIN,
                    request + " " + fate + ", and you sent it again before you told of it: " + asked
                            + " requests for one delay.");
        }
        List<Integer> named =
                seconds.stream().filter(each -> names(failure, each)).toList();
        if (!named.equals(List.of(troubled))) {
            throw stage.failure(
                    Mistakes.UNNAMED,
                    request + " " + fate + ". Your future failed with \"" + failure + "\". " + unclear(named));
        }
    }

    private String unclear(List<Integer> named) {
        if (named.isEmpty()) {
            return "Of " + seconds.size() + " URLs, which one was it?";
        }
        String lanes = DelayServer.lanes(seconds).stream()
                .filter(lane -> named.stream()
                        .anyMatch(each -> DelayServer.lane(seconds, each).equals(lane)))
                .collect(Collectors.joining(", "));
        return named.contains(troubled)
                ? "It names the URLs of " + lanes + ": which one was it?"
                : "It names the URL of " + lanes + ", but " + DelayServer.lane(seconds, troubled) + " is "
                        + server.uri(troubled) + ".";
    }

    /** Whether a message names the URL: that of 1 second stands in that of 12 as well, and is not meant there. */
    private boolean names(Throwable problem, int asked) {
        Pattern url = Pattern.compile(Pattern.quote(server.uri(asked).toString()) + "(?!\\d)");
        return Stream.iterate(problem, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(each -> url.matcher(String.valueOf(each.getMessage())).find());
    }
}
