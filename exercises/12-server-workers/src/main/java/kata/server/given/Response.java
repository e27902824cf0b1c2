package kata.server.given;

/**
 * What the browser gets. Given: do not change it.
 *
 * @param status 200 if all is well, 404 if nothing was found
 * @param body the page
 */
public record Response(int status, String body) {}
