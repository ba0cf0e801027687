/**
 * What a plugin author sees: the kinds of plugin, the annotations that document their parameters, and nothing of the engine.
 *
 * <p>A plugin is a public record that implements one of the kinds ({@link dev.parabola.api.TargetFunction}, {@link
 * dev.parabola.api.Activation}, {@link dev.parabola.api.Optimizer}, {@link dev.parabola.api.Scheduler}, {@link
 * dev.parabola.api.Initializer}), carries a {@link dev.parabola.api.Name} and is listed in a {@code META-INF/services} file of
 * its jar. Its components are its parameters; its public no-argument constructor holds their defaults.
 */
@NullMarked
package dev.parabola.api;

import org.jspecify.annotations.NullMarked;
