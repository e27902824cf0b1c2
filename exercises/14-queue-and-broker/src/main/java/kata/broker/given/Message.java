package kata.broker.given;

/** The n-th message of a producer, counted from 1. Given: do not change it. */
public record Message(String producer, int number) {
    @Override
    public String toString() {
        return producer + "-" + number;
    }
}
