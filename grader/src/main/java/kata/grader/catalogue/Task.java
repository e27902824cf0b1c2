package kata.grader.catalogue;

import java.util.List;

/**
 * A step of an exercise.
 *
 * @param number from 1
 * @param text what is done, in a few words
 * @param points what it is worth
 * @param tests the tests that show it is done, as in {@code CountAsyncTest.some_method}
 */
public record Task(int number, String text, int points, List<String> tests) {
    public Task {
        tests = List.copyOf(tests);
    }
}
