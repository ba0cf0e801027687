package dev.parabola.api;

/**
 * The common parent of every kind of plugin.
 *
 * <p>A plugin is a value: a public record, immutable, safe to use from several threads, equal to another when their parameters
 * are equal. Its class carries {@link Name}, has a public no-argument constructor (which says the defaults, once) and components
 * of type {@code double}, {@code int}, {@code boolean}, {@code String}, an enum, or a {@link java.util.List} of these. A compact
 * constructor may refuse values that {@link Range} cannot express by throwing {@link IllegalArgumentException}; its message is
 * shown to the user beside the place in the manifest.
 *
 * <p>Do not implement this interface directly: implement one of the kinds.
 */
public interface Plugin {}
