package dev.parabola.core.plugin;

import dev.parabola.core.problem.Position;
import java.nio.file.Path;

/** A place where plugins are looked for. */
public sealed interface PluginSource {
    /** The application's class path: the built-in plugins. */
    record ClassPath() implements PluginSource {}

    /**
     * A jar or a folder of jars that the user asked for: whatever is wrong with it is an error.
     *
     * @param path where it is
     * @param text the path as the user wrote it
     * @param position where the user wrote it: a place in a manifest, or the option's name
     */
    record Named(Path path, String text, Position position) implements PluginSource {}

    /**
     * The installation's folder of jars: whatever is wrong in it is a warning; it need not exist.
     *
     * @param folder where it is
     * @param text the folder as people should read it
     */
    record Installation(Path folder, String text) implements PluginSource {}
}
