package kata.eventloop.given;

/** Says words aloud. Given: do not change it. */
@FunctionalInterface
public interface Voice {

    /**
     * @param id which count is speaking
     * @param word what it says
     */
    void say(String id, String word);
}
