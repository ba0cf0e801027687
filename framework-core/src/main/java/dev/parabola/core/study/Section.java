package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;

/**
 * A map of the manifest whose keys have defaults.
 *
 * @param name its key, for example {@code training}
 * @param given what the manifest says
 * @param defaults what it means where it says nothing
 */
record Section(String name, Node.Mapping given, Node.Mapping defaults) {
    /** What stands under a key, or its default. */
    Node value(String key) {
        return given.entry(key).or(() -> defaults.entry(key)).orElseThrow().value();
    }

    /** What a message calls the value of a key. */
    String subject(String key) {
        return name + "." + key;
    }
}
