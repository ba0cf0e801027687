package dev.parabola.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which a manifest asks for a plugin: lower-case words joined by hyphens, {@code [a-z][a-z0-9]*(-[a-z0-9]+)*}, at
 * most 64 characters, unique among the plugins of its kind.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Name {
    /**
     * The name, for example {@code leaky-relu}.
     *
     * @return the name
     */
    String value();
}
