package kata.grader.watch;

import java.util.ArrayList;
import java.util.List;
import kata.grader.catalogue.Exercise;
import kata.grader.progress.Progress.Standing;
import kata.grader.progress.Progress.State;

/**
 * All that {@code kata watch} knows and decides. It touches no terminal, file or clock: {@link #on} takes an event and
 * says what is to be done about it, {@link #screen} says what is to be seen.
 */
final class WatchSession {
    private final Pages pages;
    private List<Standing> standings;
    private int current;
    private View view = new View.Intro();
    private int scroll;
    /** Grows with every check, so that the outcome of one that was cancelled is told from the newest one's. */
    private long ticket;

    private boolean checking;

    /**
     * @param standings every exercise; at least one
     * @param first the exercise to begin with
     */
    WatchSession(Pages pages, List<Standing> standings, Exercise first) {
        this.pages = pages;
        this.standings = List.copyOf(standings);
        this.current = indexOf(first.slug());
    }

    /** What is to be done when watch begins. */
    List<Effect> begin() {
        return arrive();
    }

    /** Takes an event in and gives back what is to be done about it, in order. */
    List<Effect> on(Event event) {
        return switch (event) {
            case Event.Pressed pressed -> pressed(pressed.key());
            case Event.Saved saved -> saved(saved);
            case Event.Checked checked -> checked(checked);
            case Event.Broke broke -> broke(broke);
            case Event.Said said -> show(new View.Text(said.title(), said.text()));
            case Event.Ladder ladder -> {
                standings = List.copyOf(ladder.standings());
                yield List.of();
            }
            case Event.Resized resized -> List.of();
            case Event.Crashed crashed -> throw new IllegalStateException("A part of watch failed", crashed.problem());
        };
    }

    /** The screen's lines, exactly as many as it has rows. */
    List<String> screen(int width, int height) {
        Screen screen = new Screen(pages, width, height);
        List<String> header = screen.header(standings, exercise(), checking);
        List<String> body = screen.body(view, standings.get(current), standings);
        int rows = screen.bodyRows(header);
        scroll = view instanceof View.Ladder list ? Math.max(0, list.chosen() - rows / 2) : scroll;
        scroll = Math.max(0, Math.min(scroll, body.size() - rows));
        return screen.put(header, body, scroll);
    }

    private Exercise exercise() {
        return standings.get(current).exercise();
    }

    private int indexOf(String slug) {
        for (int i = 0; i < standings.size(); i++) {
            if (standings.get(i).exercise().slug().equals(slug)) {
                return i;
            }
        }
        return 0;
    }

    private List<Effect> pressed(Key key) {
        return switch (view) {
            case View.ConfirmReset confirm -> confirmed(key);
            case View.Ladder ladder -> inLadder(ladder, key);
            case View.Intro intro -> onPage(key);
            case View.Verdict verdict -> onPage(key);
            case View.Text text -> onPage(key);
        };
    }

    private List<Effect> onPage(Key key) {
        return switch (key) {
            case NEXT -> goTo(current + 1);
            case PREVIOUS -> goTo(current - 1);
            case ENTER -> passed() ? goTo(current + 1) : check();
            case CHECK -> check();
            case HINT -> say("Hints", "hint");
            case SOLUTION -> say("Solution", "solution");
            case LIST -> {
                show(new View.Ladder(current));
                yield List.of(new Effect.Refresh());
            }
            case RUN -> List.of(new Effect.Play(exercise()));
            case RESET -> show(new View.ConfirmReset());
            case QUIT -> List.of(new Effect.Cancel(), new Effect.Quit());
            case BACK -> show(home());
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> scrolled(key);
            case YES, OTHER -> List.of();
        };
    }

    private List<Effect> confirmed(Key key) {
        if (key != Key.YES) {
            return show(home());
        }
        // The stub is written as any save is, so its check begins by itself.
        return say("Reset", "reset");
    }

    private List<Effect> inLadder(View.Ladder ladder, Key key) {
        int chosen = ladder.chosen();
        return switch (key) {
            case UP, PREVIOUS -> choose(chosen - 1);
            case DOWN, NEXT -> choose(chosen + 1);
            case PAGE_UP -> choose(chosen - 10);
            case PAGE_DOWN -> choose(chosen + 10);
            case TOP -> choose(0);
            case BOTTOM -> choose(standings.size());
            case ENTER -> goTo(chosen);
            case HINT, SOLUTION, CHECK, RUN, RESET -> {
                List<Effect> effects = new ArrayList<>(goTo(chosen));
                effects.addAll(onPage(key));
                yield effects;
            }
            case LIST, BACK -> show(home());
            case QUIT -> onPage(key);
            case YES, OTHER -> List.of();
        };
    }

    private List<Effect> choose(int index) {
        view = new View.Ladder(Math.max(0, Math.min(standings.size() - 1, index)));
        return List.of();
    }

    private List<Effect> scrolled(Key key) {
        scroll = switch (key) {
            case UP -> scroll - 1;
            case DOWN -> scroll + 1;
            case PAGE_UP -> scroll - 10;
            case PAGE_DOWN -> scroll + 10;
            case BOTTOM -> Integer.MAX_VALUE / 2;
            default -> 0;
        };
        return List.of();
    }

    private List<Effect> say(String title, String command) {
        return List.of(new Effect.Say(title, List.of(command, exercise().number())));
    }

    private List<Effect> show(View next) {
        view = next;
        scroll = 0;
        return List.of();
    }

    private boolean passed() {
        return standings.get(current).state() == State.PASSED;
    }

    /** What is seen of an exercise when nothing else is asked for. */
    private View home() {
        return standings.get(current).result().<View>map(View.Verdict::new).orElseGet(View.Intro::new);
    }

    private List<Effect> goTo(int index) {
        if (index < 0 || index >= standings.size()) {
            return show(new View.Ladder(current));
        }
        if (index == current) {
            return show(home());
        }
        current = index;
        List<Effect> effects = new ArrayList<>();
        if (checking) {
            checking = false;
            ticket++;
            effects.add(new Effect.Cancel());
        }
        effects.addAll(arrive());
        return effects;
    }

    /** A known result is shown; one that is out of date is made anew; a stub is left alone until it is saved. */
    private List<Effect> arrive() {
        show(home());
        return standings.get(current).state() == State.UNCHECKED ? check() : List.of(new Effect.Prepare(exercise()));
    }

    private List<Effect> check() {
        checking = true;
        ticket++;
        return List.of(new Effect.Check(ticket, exercise()));
    }

    private List<Effect> saved(Event.Saved saved) {
        if (!saved.slugs().contains(exercise().slug())) {
            saved.slugs().stream().sorted().findFirst().ifPresent(slug -> {
                current = indexOf(slug);
                show(home());
            });
        }
        return check();
    }

    private List<Effect> checked(Event.Checked checked) {
        if (checked.ticket() != ticket) {
            return List.of();
        }
        checking = false;
        show(new View.Verdict(checked.result()));
        return List.of(new Effect.Refresh(), new Effect.Prepare(exercise()));
    }

    private List<Effect> broke(Event.Broke broke) {
        if (broke.ticket() != ticket) {
            return List.of();
        }
        checking = false;
        return show(new View.Text("This did not work", broke.message()));
    }
}
