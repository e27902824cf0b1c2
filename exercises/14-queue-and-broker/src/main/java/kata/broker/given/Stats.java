package kata.broker.given;

import java.util.List;

/**
 * What became of the messages. Given: do not change it.
 *
 * @param handled how many were handled
 * @param deadLetters those that could not be, in any order
 */
public record Stats(int handled, List<Message> deadLetters) {}
