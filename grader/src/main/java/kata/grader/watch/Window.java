package kata.grader.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal, taken over for as long as watch runs: its other screen, and keys one by one. However the process
 * ends, short of a kill -9, it is given back as it was found.
 */
final class Window implements AutoCloseable {
    private static final String TAKE = "\u001B[?1049h\u001B[?25l\u001B[?7l";
    private static final String GIVE_BACK = "\u001B[0m\u001B[?7h\u001B[?25h\u001B[?1049l";
    /** The exit code of whatever Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private static final Size USUAL = new Size(80, 24);

    /**
     * Elsewhere than on Windows, stty and tty do: JLine's native way gives a terminal back without its speed, needs a
     * folder to unpack a library into, and needs newer JDKs to be told of it.
     */
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Terminal terminal;
    private final Attributes found;
    private final Thread onExit = new Thread(this::giveBack);
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile Size size;

    /** @throws IOException if there is no terminal */
    Window(Consumer<Event> events) throws IOException {
        this.terminal = TerminalBuilder.builder()
                .name("kata")
                .system(true)
                .dumb(false)
                .exec(true)
                .jni(WINDOWS)
                .ffm(false)
                .jna(false)
                .jansi(false)
                .build();
        this.found = terminal.getAttributes();
        Runtime.getRuntime().addShutdownHook(onExit);
        terminal.handle(Terminal.Signal.WINCH, signal -> {
            size = askSize();
            events.accept(new Event.Resized());
        });
        // While a demo plays, Ctrl-C is meant for it, and it gets it without us.
        terminal.handle(Terminal.Signal.INT, signal -> {
            if (taken.get()) {
                Thread.ofPlatform().start(() -> System.exit(INTERRUPTED));
            }
        });
        terminal.handle(Terminal.Signal.CONT, signal -> {
            size = askSize();
            take();
            events.accept(new Event.Resized());
        });
        size = askSize();
        take();
        Thread.ofPlatform().daemon().name("keys").start(() -> readKeys(events));
    }

    int width() {
        return size.getColumns();
    }

    int height() {
        return size.getRows();
    }

    private Size askSize() {
        Size told = terminal.getSize();
        return told.getColumns() > 0 && told.getRows() > 0 ? told : USUAL;
    }

    /** Shows lines from the top, each over what was there before. */
    void show(List<String> lines) {
        print("\u001B[H" + String.join("\u001B[0m\u001B[K\r\n", lines) + "\u001B[0m\u001B[K\u001B[J");
    }

    /** Takes the terminal over, also again after something else had it. */
    void take() {
        taken.set(true);
        terminal.enterRawMode();
        print(TAKE);
    }

    /** Gives the terminal back as it was found. */
    void giveBack() {
        if (taken.getAndSet(false)) {
            print(GIVE_BACK);
            terminal.setAttributes(found);
        }
    }

    /** Past the terminal's own writer: it may be closed already when the process is on its way out. */
    private static synchronized void print(String text) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }

    private void readKeys(Consumer<Event> events) {
        try {
            NonBlockingReader reader = terminal.reader();
            while (true) {
                events.accept(new Event.Pressed(KeyReader.next(reader::read)));
            }
        } catch (IOException gone) {
            // A terminal that was closed: nobody looks any more.
            events.accept(new Event.Pressed(Key.QUIT));
        } catch (RuntimeException | Error problem) {
            events.accept(new Event.Crashed(problem));
        }
    }

    @Override
    public void close() {
        giveBack();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
            terminal.close();
        } catch (IOException | IllegalStateException onItsWayOut) {
            // It is given back already.
        }
    }
}
