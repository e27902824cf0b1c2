package kata.chess.given;

/** The synchronous twin: the master sits down at a board until its game is over. Given, to compare with. */
public final class ExhibitionSync {
    private ExhibitionSync() {}

    /** Plays one game after the other; tells how many seconds that took. */
    public static int gameAfterGame(int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        for (int board = 1; board <= boards; board++) {
            for (int pair = 1; pair <= pairs; pair++) {
                Move move = master.move(board).join();
                opponents.reply(move).join();
            }
        }
        return clock.seconds();
    }
}
