package kata.waiter.test;

import java.util.concurrent.CompletableFuture;
import kata.testkit.Playback;
import kata.waiter.Waiter;
import kata.waiter.given.WaiterSync;

/** The lesson as it is told: 27 seconds, 27 seconds with a free waiter, 16 seconds. {@code kata run 02} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Menu menu = Menu.ofTheLesson();
        Playback.ofUnit(Menu.SECONDS_IN_A_UNIT)
                .then("The synchronous twin: the waiter stands in the kitchen, Dan stands at the door", clock -> {
                    Kitchen kitchen = new Kitchen(clock, menu);
                    return () -> {
                        Object served = WaiterSync.serve(menu.handedOut(), kitchen);
                        kitchen.greet("Dan");
                        return served;
                    };
                })
                .then("Yours, one by one: the same 27 seconds, but the waiter is free", clock -> {
                    Kitchen kitchen = new Kitchen(clock, menu);
                    return () -> {
                        CompletableFuture<?> served = Waiter.serveOneByOne(menu.handedOut(), kitchen);
                        kitchen.greet("Dan");
                        return served;
                    };
                })
                .then("Yours, all at the same time: Salad, Pasta, Lamb", clock -> {
                    Kitchen kitchen = new Kitchen(clock, menu);
                    return () -> {
                        CompletableFuture<?> served = Waiter.serveAll(menu.handedOut(), kitchen);
                        kitchen.greet("Dan");
                        return served;
                    };
                })
                .play();
    }
}
