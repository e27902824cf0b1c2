package kata.iocpu.given;

/** What a task spends its time on. Given: do not change it. */
public enum Kind {
    /** It waits: for a network, a disk, a database. Meanwhile it needs a thread, but no core. */
    IO,
    /** It computes: it needs a core all the time. */
    CPU
}
