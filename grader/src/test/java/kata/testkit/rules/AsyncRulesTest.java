package kata.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncRulesTest {
    @TempDir
    private Path folder;

    private KataFailure failure(String body) {
        Class<?> tea = Compiled.tea(folder, body);
        return catchThrowableOfType(
                KataFailure.class, () -> AsyncRules.ofAnswerWith(tea).neverSleeps());
    }

    private void assertForbidden(String body, String path) {
        KataFailure failure = failure(body);
        assertThat(failure).as(body).isNotNull();
        assertThat(failure.cause()).isEqualTo(Causes.BLOCKING_CALL);
        assertThat(failure.happened()).endsWith(": " + path + ".");
    }

    @Test
    void a_call_of_Thread_sleep() {
        assertForbidden("public void serve() throws Exception { Thread.sleep(5); }", "serve() -> Thread.sleep");
    }

    @Test
    void the_line_is_told() {
        KataFailure failure =
                failure("public void serve() throws Exception {\n    int cups = 3;\n    Thread.sleep(5);\n}");

        assertThat(failure.sightings())
                .containsExactly(new Sighting(
                        "Tea.java", Compiled.line(folder, "sleep"), "serve", "Thread.sleep", Sighting.IN_THE_CODE));
        assertThat(failure.sightings().get(0).toString()).endsWith("serve() calls Thread.sleep");
    }

    @Test
    void the_overloads_with_nanoseconds_and_with_a_Duration() {
        assertForbidden("public void serve() throws Exception { Thread.sleep(5, 1); }", "serve() -> Thread.sleep");
        assertForbidden(
                "public void serve() throws Exception { Thread.sleep(Duration.ofMillis(5)); }",
                "serve() -> Thread.sleep");
    }

    @Test
    void a_method_reference() {
        assertForbidden("""
                interface Nap { void rest(long millis) throws InterruptedException; }
                public Nap serve() { return Thread::sleep; }""", "serve() -> Thread.sleep");
    }

    @Test
    void a_helper_of_a_helper() {
        assertForbidden("""
                public void serve() throws Exception { pour(); }
                private void pour() throws Exception { drip(); }
                private static void drip() throws Exception { Thread.sleep(5); }""", "serve() -> pour() -> drip() -> Thread.sleep");
    }

    @Test
    void a_helper_in_another_class_that_is_reached_by_its_constructor() {
        assertForbidden("""
                public void serve() { new Pot(); }
                private static class Pot { private Pot() { try { Thread.sleep(5); } catch (InterruptedException e) { } } }""", "serve() -> new Pot() -> Thread.sleep");
    }

    @Test
    void a_lambda() {
        KataFailure failure = failure("""
                public CompletableFuture<Void> serve() {
                    return CompletableFuture.runAsync(() -> { try { Thread.sleep(5); } catch (InterruptedException e) { } });
                }""");

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKING_CALL);
        assertThat(failure.happened()).contains("serve()").contains("Thread.sleep");
    }

    @Test
    void an_anonymous_class() {
        KataFailure failure = failure("""
                public Runnable serve() {
                    return new Runnable() {
                        @Override public void run() { try { Thread.sleep(5); } catch (InterruptedException e) { } }
                    };
                }""");

        assertThat(failure.happened()).contains("run() -> Thread.sleep");
    }

    @Test
    void a_private_method_that_only_a_method_reference_reaches() {
        assertForbidden("""
                public Callable<Void> serve() { return Tea::pour; }
                private static Void pour() throws Exception { Thread.sleep(5); return null; }""", "serve() -> pour() -> Thread.sleep");
    }

    @Test
    void an_override_that_only_a_call_of_its_supertype_reaches() {
        assertThat(failure("""
                interface Step { void go() throws Exception; }
                private static class Slow implements Step { public void go() throws Exception { Thread.sleep(5); } }
                public void serve(Step step) throws Exception { step.go(); }""").happened()).contains("go() -> Thread.sleep");
    }

    @Test
    void a_subclass_of_Thread() {
        KataFailure failure = failure("""
                static class Nap extends Thread { static void now() throws Exception { sleep(5); } }
                public void serve() throws Exception { Nap.now(); }""");

        assertThat(failure.happened()).contains(".sleep");
        assertThat(failure.cause()).isEqualTo(Causes.BLOCKING_CALL);
    }

    @Test
    void sleep_called_through_a_subclass_of_Thread() {
        KataFailure failure = failure("""
                static class Nap extends Thread { }
                public void serve() throws Exception { Nap.sleep(5); }""");

        assertThat(failure.happened()).endsWith("serve() -> Nap.sleep.");
    }

    @Test
    void TimeUnit_sleep() {
        assertForbidden(
                "public void serve() throws Exception { TimeUnit.MILLISECONDS.sleep(5); }",
                "serve() -> TimeUnit.sleep");
    }

    @Test
    void LockSupport_park_for_a_time() {
        assertForbidden("public void serve() { LockSupport.parkNanos(5); }", "serve() -> LockSupport.parkNanos");
        assertForbidden("public void serve() { LockSupport.parkUntil(5); }", "serve() -> LockSupport.parkUntil");
    }

    @Test
    void Object_wait_for_a_time() {
        assertForbidden(
                "public void serve(Object pot) throws Exception { synchronized (pot) { pot.wait(5); } }",
                "serve() -> Object.wait");
        assertForbidden(
                "public void serve(Object pot) throws Exception { synchronized (pot) { pot.wait(5, 1); } }",
                "serve() -> Object.wait");
    }

    @Test
    void a_static_initializer_and_a_field() {
        assertThat(failure("static { try { Thread.sleep(5); } catch (InterruptedException e) { } }"))
                .isNotNull();
    }

    @Test
    void waiting_for_several_futures_at_once_is_allowed() {
        assertThat(failure("""
                public CompletableFuture<List<String>> serve(List<CompletableFuture<String>> cups) {
                    return CompletableFuture.allOf(cups.toArray(CompletableFuture[]::new))
                            .thenApply(all -> cups.stream().map(CompletableFuture::join).toList());
                }""")).isNull();
    }

    @Test
    void latches_locks_executors_and_timeouts_are_allowed() {
        assertThat(failure("""
                public String serve(CompletableFuture<String> cup) throws Exception {
                    new CountDownLatch(0).await(1, TimeUnit.SECONDS);
                    Lock lock = new ReentrantLock();
                    lock.lock();
                    lock.newCondition().signalAll();
                    lock.unlock();
                    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                        pool.submit(() -> "tea").get();
                    }
                    return cup.orTimeout(5, TimeUnit.SECONDS).completeOnTimeout("", 1, TimeUnit.SECONDS).get();
                }""")).isNull();
    }

    /** An answer in a thread of its own may wait like that for what another thread tells it. */
    @Test
    void waiting_until_somebody_wakes_the_thread_is_allowed() {
        assertThat(failure("""
                public synchronized void serve(CompletableFuture<String> cup) throws Exception {
                    while (!cup.isDone()) {
                        wait();
                    }
                    LockSupport.park(this);
                }""")).isNull();
    }

    @Test
    void methods_of_the_same_names_that_are_no_sleep_are_allowed() {
        assertThat(failure("""
                public void serve(Bed bed) { bed.sleep(5); bed.park(); bed.wait("for me"); unparkAll(); }
                public static class Bed {
                    public void sleep(long hours) { }
                    public void park() { }
                    public void wait(String whom) { }
                }
                private void unparkAll() { LockSupport.unpark(Thread.currentThread()); Thread.currentThread().interrupt(); }""")).isNull();
    }

    @Test
    void code_that_nothing_reaches_is_allowed() {
        assertThat(failure("""
                public void serve() { }
                private static void never() throws Exception { Thread.sleep(5); }""")).isNull();
    }
}
