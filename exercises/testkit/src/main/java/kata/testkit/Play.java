package kata.testkit;

import java.util.List;
import java.util.Optional;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Timeline;

/**
 * What was seen while an answer ran in hand-moved time, from its call to the end of its last delay.
 *
 * @param call the call that was watched
 * @param timeline everything recorded, in exact units
 * @param right what a right answer looks like; may be empty
 * @param returnedWhilePending whether the method came back before the first delay ended
 * @param pendingWhenDone the lanes that had not ended when the call was done; empty if it waited for all
 * @param waiting lines of the answer that held a thread during the first delay
 * @param waitingByReference calls in which workers of the common pool waited with no line of the answer around them
 * @param spinner a line of the answer that kept a processor busy
 * @param stuck whether nothing moved any more though the call was not done
 * @param completedByAnswer lanes whose delay the answer ended itself
 */
public record Play(
        Call<?> call,
        Timeline timeline,
        Timeline right,
        boolean returnedWhilePending,
        List<String> pendingWhenDone,
        List<Sighting> waiting,
        List<String> waitingByReference,
        Optional<Sighting> spinner,
        boolean stuck,
        List<String> completedByAnswer) {}
