package kata.server.given;

/** Somebody whom the database knows. Given: do not change it. */
public record User(String name) {}
