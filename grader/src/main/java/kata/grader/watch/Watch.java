package kata.grader.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.check.Engine;
import kata.grader.progress.Progress;
import kata.grader.report.Style;
import kata.grader.result.CheckResult;

/** Carries events to a {@link WatchSession} and its effects to whoever brings them about. */
public final class Watch {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Catalogue catalogue;
    private final Progress progress;
    private final Engine engine;
    private final Commands commands;
    private final Style style;

    public Watch(Catalogue catalogue, Progress progress, Engine engine, Commands commands, Style style) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.engine = engine;
        this.commands = commands;
        this.style = style;
    }

    /**
     * Watches until somebody presses q.
     *
     * @throws IOException if there is no terminal to do it on
     */
    public void run(Exercise first) throws IOException {
        Pages pages = new Pages(
                style,
                exercise -> Difference.of(
                        catalogue.own(exercise).sources(),
                        catalogue.reference(exercise).sources(),
                        style),
                commands::page);
        WatchSession session = new WatchSession(pages, progress.standings(), first);
        Map<String, Path> folders =
                catalogue.exercises().stream().collect(Collectors.toMap(Exercise::slug, Exercise::answerFolder));
        // Ctrl-C and kill do not come past the end of this method.
        Thread onExit = new Thread(engine::dismissNext);
        Runtime.getRuntime().addShutdownHook(onExit);
        try (Window window = new Window(events::add);
                Checks checks = new Checks(new OwnBench(), events::add);
                SaveWatcher saves = new SaveWatcher(
                        folders,
                        slugs -> events.add(new Event.Saved(slugs)),
                        problem -> events.add(new Event.Crashed(problem)),
                        SaveWatcher.nativeEvents())) {
            Queue<Effect> toDo = new ArrayDeque<>(session.begin());
            boolean goesOn = true;
            while (goesOn) {
                while (goesOn && !toDo.isEmpty()) {
                    goesOn = bringAbout(toDo.remove(), checks, window);
                }
                if (events.isEmpty()) {
                    window.show(session.screen(window.width(), window.height()));
                }
                if (goesOn) {
                    toDo.addAll(session.on(events.take()));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            engine.dismissNext();
            tidy(onExit);
        }
    }

    private static void tidy(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException onTheWayOut) {
            // It runs already.
        }
    }

    /** Whether to go on. */
    private boolean bringAbout(Effect effect, Checks checks, Window window) throws InterruptedException {
        switch (effect) {
            case Effect.Check check -> checks.check(check.ticket(), check.exercise());
            case Effect.Cancel cancel -> checks.cancel();
            case Effect.Prepare prepare -> checks.prepare(prepare.exercise());
            case Effect.Say say ->
                events.add(new Event.Said(say.title(), commands.say(say.command(), window.width() - 1)));
            case Effect.Refresh refresh -> events.add(new Event.Ladder(progress.standings()));
            case Effect.Play play -> {
                window.giveBack();
                commands.play(play.exercise(), window.width());
                awaitKey();
                window.take();
            }
            case Effect.Quit quit -> {
                return false;
            }
        }
        return true;
    }

    /** Waits for a key that is pressed from now on, and uses it up; everything else stays to be dealt with. */
    private void awaitKey() throws InterruptedException {
        events.removeIf(event -> event instanceof Event.Pressed);
        Queue<Event> kept = new ArrayDeque<>();
        Event event = events.take();
        for (; !(event instanceof Event.Pressed || event instanceof Event.Crashed); event = events.take()) {
            kept.add(event);
        }
        if (event instanceof Event.Crashed) {
            kept.add(event);
        }
        events.addAll(kept);
    }

    private final class OwnBench implements Checks.Bench {
        @Override
        public CheckResult check(Exercise exercise) {
            CheckResult result = engine.check(exercise, catalogue.own(exercise));
            if (!Thread.currentThread().isInterrupted()) {
                progress.store(result);
            }
            return result;
        }

        @Override
        public void keep(Exercise exercise, CheckResult result) {
            if (!Thread.currentThread().isInterrupted()) {
                commands.writePage(exercise, result);
            }
        }

        @Override
        public void prepare(Exercise exercise) {
            engine.prepareNext(exercise);
        }
    }
}
