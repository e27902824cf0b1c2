package kata.gather.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kata.gather.given.JobFailed;
import kata.gather.given.Outcome;
import kata.gather.test.Plan.Item;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;

/** What a right settleAll gives, and the name of the mistake where it did not. */
record Settled(Stage stage, Plan plan, Call<List<Outcome<Integer>>> call) {
    private static final String BY_NAME =
            "keep each outcome at the place of its job: two of these jobs bear the same name";

    /** A job that fails is an outcome like any other: the future itself does not fail. */
    Settled didNotFail() {
        Optional<Throwable> problem = call.failure().filter(failure -> Mistakes.tellsOf(failure, JobFailed.class));
        if (problem.isPresent()) {
            List<String> lost = plan.items().stream()
                    .filter(item -> !item.fails())
                    .map(Item::name)
                    .toList();
            throw stage.failure(
                    Mistakes.ONE_FAILED_ALL,
                    "\"" + problem.get().getMessage() + "\": that ended the whole of settleAll"
                            + (lost.isEmpty() ? "" : ", and what " + Mistakes.list(lost) + " answered is lost")
                            + ". A job that fails is one outcome among the others.");
        }
        return this;
    }

    /** Every outcome is there, at its place, with the job's own value or cause. */
    void holdsEveryOutcome() {
        List<Outcome<Integer>> right = plan.outcomes();
        List<Outcome<Integer>> yours = call.value();
        if (right.equals(yours)) {
            return;
        }
        if (yours == null) {
            throw fails("The future of settleAll holds null, not a list of outcomes.");
        }
        if (yours.size() == right.size() && new HashSet<>(yours).equals(new HashSet<>(right))) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER.advising(
                            "read the outcomes from the futures in the order of the jobs, not in the order of completion"),
                    "Right outcomes, wrong order. The jobs: " + Mistakes.list(plan.names()) + ". Your outcomes: "
                            + Mistakes.list(owners(yours))
                            + (owners(yours).equals(plan.namesAsTheyEnd())
                                    ? ", which is the order in which they ended."
                                    : "."));
        }
        if (yours.size() < right.size()) {
            throw tooFew(right, yours);
        }
        for (int place = 0; place < right.size(); place++) {
            Item item = plan.items().get(place);
            if (yours.size() == right.size()
                    && item.fails()
                    && !right.get(place).equals(yours.get(place))) {
                throw hidden(item, yours.get(place));
            }
        }
        throw fails("The outcomes should be " + text(right) + "; yours are " + text(yours) + ".");
    }

    private KataFailure tooFew(List<Outcome<Integer>> right, List<Outcome<Integer>> yours) {
        List<Outcome<Integer>> missing = new ArrayList<>(right);
        missing.removeAll(yours);
        String happened = "There were " + right.size() + " jobs; your list has " + yours.size() + " outcomes. Missing: "
                + Mistakes.list(owners(missing)) + ".";
        boolean failures = missing.stream().allMatch(outcome -> outcome instanceof Outcome.Failure);
        return failures
                ? stage.failure(
                        Causes.SWALLOWED_ERROR.advising("make a Failure of each exception, with handle"),
                        happened + " These failed, and your result hides it.")
                : stage.failure(plan.hasTwins() ? Causes.LOST_RESULT.advising(BY_NAME) : Causes.LOST_RESULT, happened);
    }

    private KataFailure hidden(Item item, Outcome<Integer> yours) {
        String happened = item.name() + " failed with \"" + item.failure().getMessage() + "\", but ";
        if (!(yours instanceof Outcome.Failure<Integer> failure) || failure.cause() == null) {
            return stage.failure(
                    Causes.SWALLOWED_ERROR.advising("make a Failure of each exception, with handle"),
                    happened + "its outcome is " + text(yours) + ": your result hides it.");
        }
        if (Mistakes.holds(failure.cause(), item.failure())) {
            return stage.failure(
                    Mistakes.WRAPPED,
                    happened + "the cause in its outcome is " + Mistakes.chain(failure.cause())
                            + ". The job's own exception lies inside.");
        }
        if (Mistakes.holds(item.failure(), failure.cause())) {
            return stage.failure(
                    Mistakes.TOOK_OFF_TOO_MUCH,
                    happened + "the cause in its outcome is \""
                            + failure.cause().getMessage() + "\" ("
                            + Mistakes.chain(failure.cause())
                            + "). That lies behind the job's own exception; it was asked for that one itself.");
        }
        return stage.failure(
                Causes.SWALLOWED_ERROR.advising("give every failed job a Failure of its own, with its own cause"),
                happened + "its outcome tells of something else: " + Mistakes.chain(failure.cause()) + " ("
                        + failure.cause().getMessage() + ").");
    }

    private KataFailure fails(String happened) {
        return stage.failure(
                Causes.WRONG_RESULT.advising(
                        plan.hasTwins()
                                ? BY_NAME
                                : "give a Success with the value, or a Failure with the cause, for each job"),
                happened);
    }

    /** Whose outcomes these are. */
    private List<String> owners(List<Outcome<Integer>> outcomes) {
        List<Outcome<Integer>> right = plan.outcomes();
        return outcomes.stream()
                .map(outcome -> right.contains(outcome) ? plan.names().get(right.indexOf(outcome)) : "?")
                .toList();
    }

    private static String text(List<Outcome<Integer>> outcomes) {
        return Mistakes.list(outcomes.stream().map(Settled::text).toList());
    }

    private static String text(Outcome<Integer> outcome) {
        return outcome == null
                ? "null"
                : switch (outcome) {
                    case Outcome.Success<Integer> success -> "a Success of " + success.value();
                    case Outcome.Failure<Integer> failure ->
                        "a Failure with " + (failure.cause() == null ? "null" : Mistakes.chain(failure.cause()));
                };
    }
}
