package kata.chess.given;

/**
 * A move that the master has made. Only she makes one. Given: do not change it.
 *
 * @param board where she made it; the first board is 1
 * @param number which of her moves at this board it is; the first is 1
 */
public record Move(int board, int number) {}
