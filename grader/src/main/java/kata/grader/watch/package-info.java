/**
 * The resident {@code kata watch}: on every save the verdict for the exercise that changed.
 *
 * <p>{@link kata.grader.watch.WatchSession} is the whole of its behaviour, without a terminal, a file or a thread:
 * events go in, effects and a screen's text come out. What is around it only carries events to it and effects from it.
 */
package kata.grader.watch;
