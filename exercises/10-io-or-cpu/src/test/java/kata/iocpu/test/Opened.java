package kata.iocpu.test;

import kata.iocpu.Workers;
import kata.testkit.Call;
import kata.testkit.Stage;

/** Workers that are closed in the end, even where they have got stuck. */
final class Opened implements AutoCloseable {
    private final Stage stage;
    private final Workers workers;
    private boolean closed;

    Opened(Stage stage, int cores) {
        this.stage = stage;
        this.workers = new Workers(cores);
    }

    Workers workers() {
        return workers;
    }

    /** Calls close, and ends what still holds it up; what becomes of the call is for one test alone to judge. */
    Call<Void> closing() {
        closed = true;
        Call<Void> call = stage.callBlocking("close", () -> {
            workers.close();
            return null;
        });
        stage.until(() -> {
            stage.clock().advance();
            return call.isDone() && stage.clock().pending() == 0;
        });
        return call;
    }

    @Override
    public void close() {
        if (!closed) {
            closing();
        }
    }
}
