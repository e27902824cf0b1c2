package kata.testkit.diagnosis;

/**
 * A named mistake. Causes are data: an exercise may define its own beside the common ones in {@link Causes}.
 *
 * @param id stable name, as in {@code ran-one-after-another}; what a wrong answer in {@code solutions/} declares
 * @param title the same in a few words, shown as the verdict's headline
 * @param tryThis what to try next, where the failing test has nothing better to say
 * @param rank which of several causes is the main one: the smallest, for it explains the others
 */
public record Cause(String id, String title, String tryThis, int rank) {

    /** The same mistake with advice in the words of one lesson. */
    public Cause advising(String advice) {
        return new Cause(id, title, advice, rank);
    }
}
