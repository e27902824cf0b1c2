package kata.testkit.evidence;

import java.time.Instant;

/**
 * A stretch of time in which a line of the answer held a thread.
 *
 * @param at the line
 * @param from when it was first seen
 * @param to when it was last seen
 * @param returned whether it let go of the thread while somebody watched
 */
record Hold(Sighting at, Instant from, Instant to, boolean returned) {}
