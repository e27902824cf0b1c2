package kata.testkit.timeline;

/**
 * A moment in a lane of the timeline.
 *
 * @param lane the row it is drawn in
 * @param what what happened ("One", "ready")
 * @param thread the thread on which it happened
 * @param at units since the start
 * @param order position among all recorded events: decides order where two times are equal
 */
public record Mark(String lane, String what, String thread, double at, long order) {}
