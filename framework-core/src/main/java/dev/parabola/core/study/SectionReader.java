package dev.parabola.core.study;

import dev.parabola.core.manifest.Defaults;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a section of the manifest and its defaults. */
final class SectionReader {
    private final String name;
    private final Node.Mapping defaults;
    private final List<String> keys;
    private final Node.Mapping nothing;

    /**
     * Prepares a section.
     *
     * @param name its key
     * @param moreKeys keys without a default
     * @param whole the place of defaults
     */
    SectionReader(String name, List<String> moreKeys, Position whole) {
        this.name = name;
        this.defaults =
                (Node.Mapping) Defaults.at(whole).entry(name).orElseThrow().value();
        this.keys = Stream.concat(defaults.entries().stream().map(Node.Entry::key), moreKeys.stream())
                .toList();
        this.nothing = new Node.Mapping(List.of(), whole);
    }

    /**
     * Finds the section and refuses keys that mean nothing.
     *
     * @param root the manifest
     * @param values where mistakes go
     * @return the section, all defaults if the manifest has none; empty if it is no map
     */
    Optional<Section> read(Node.Mapping root, Values values) {
        Node node = root.entry(name).map(Node.Entry::value).orElse(nothing);
        Optional<Node.Mapping> given = values.map(node, name, "a map with any of " + String.join(", ", keys));
        given.ifPresent(mapping -> values.refuseUnknownKeys(mapping, name, keys));
        return given.map(mapping -> new Section(name, mapping, defaults));
    }
}
