package kata.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of an exercise's tests. Its methods may take a {@link Stage}; they run in the order of their
 * {@code @Order}. The answer under test is every class in the package above the test's own: tests of
 * {@code kata.countasync} lie in {@code kata.countasync.test}, given code in {@code kata.countasync.given}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KataExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface Kata {}
