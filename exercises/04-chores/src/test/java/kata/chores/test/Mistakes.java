package kata.chores.test;

import kata.testkit.diagnosis.Cause;

/** The mistakes that only this lesson knows. */
final class Mistakes {
    static final Cause TWO_AT_ONCE = new Cause(
            "two-at-once",
            "two things with one pair of hands",
            "begin the plants in what follows dinner, with thenCompose; only machines may run beside it",
            46);

    static final Cause WRONG_ORDER = new Cause(
            "wrong-order",
            "a chore came too early",
            "begin the dishwasher when dinner's future completes: dinner.thenCompose(eaten -> house.dishwasher())",
            47);

    static final Cause MIXED_UP = new Cause(
            "mixed-up-evenings",
            "two evenings were mixed up",
            "keep what belongs to an evening in variables of its own call: a static field is shared by all of them, and so"
                    + " is the one thread of a static pool",
            48);

    static final Cause STOOD_IDLE = new Cause(
            "stood-idle",
            "somebody or something stood idle",
            "begin each chore as soon as it can begin: machines need no hands, and your hands need not wait for machines",
            52);

    private Mistakes() {}
}
