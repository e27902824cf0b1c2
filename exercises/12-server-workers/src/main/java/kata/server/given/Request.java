package kata.server.given;

/**
 * What a browser sends: {@code GET /orders?session=…}. Given: do not change it.
 *
 * @param session by which the database knows who is asking
 */
public record Request(String session) {}
