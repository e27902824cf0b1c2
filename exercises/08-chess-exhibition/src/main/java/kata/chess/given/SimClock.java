package kata.chess.given;

/** The clock on the wall. Its time is simulated: an hour of chess is over in a moment. Given: do not change it. */
public interface SimClock {

    /** Seconds since the exhibition began. */
    int seconds();
}
