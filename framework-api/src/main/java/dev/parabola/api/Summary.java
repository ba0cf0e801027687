package dev.parabola.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line that tells a plugin from its neighbours in a listing, for example {@code max(x, slope·x)}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Summary {
    /**
     * The line, without a full stop at its end.
     *
     * @return the line
     */
    String value();
}
