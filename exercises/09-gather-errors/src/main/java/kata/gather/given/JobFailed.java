package kata.gather.given;

/** A job's own exception. Given: do not change it. */
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param job the name of the job */
    public JobFailed(String job) {
        super(job + " does not answer");
    }

    /**
     * @param job the name of the job
     * @param why what lies behind it; that is a part of this exception, not a wrapper around another
     */
    public JobFailed(String job, Throwable why) {
        super(job + " does not answer", why);
    }
}
