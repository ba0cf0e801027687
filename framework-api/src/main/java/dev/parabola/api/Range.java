package dev.parabola.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The limits of a numeric parameter, both inclusive unless said otherwise; in a list, of each element. A parameter without this
 * annotation takes any finite number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /**
     * The smallest value.
     *
     * @return the lower limit
     */
    double min() default Double.NEGATIVE_INFINITY;

    /**
     * The largest value.
     *
     * @return the upper limit
     */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * Whether {@link #min} itself is excluded.
     *
     * @return true if the value must be greater than {@link #min}
     */
    boolean exclusiveMin() default false;

    /**
     * Whether {@link #max} itself is excluded.
     *
     * @return true if the value must be less than {@link #max}
     */
    boolean exclusiveMax() default false;
}
