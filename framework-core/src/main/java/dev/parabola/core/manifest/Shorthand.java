package dev.parabola.core.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The manifest's short forms and the maps they stand for, so that a path can lead into what was written short. */
final class Shorthand {
    private static final Set<String> PLUGINS =
            Set.of("target", "model.activation", "model.initializer", "training.optimizer", "training.scheduler");

    private Shorthand() {}

    /**
     * The map that a short form stands for.
     *
     * @param path the path of the node
     * @param node the node
     * @return the map; empty if the node is no short form
     */
    static Optional<Node.Mapping> expand(String path, Node node) {
        if (node instanceof Node.Scalar scalar && !Values.isNothing(node)) {
            if (PLUGINS.contains(path)) {
                return Optional.of(map(scalar, entry("name", scalar)));
            }
            if (path.equals("data.scaling")) {
                return Optional.of(map(scalar, entry("inputs", scalar), entry("outputs", scalar)));
            }
        }
        if (node instanceof Node.Sequence list) {
            if (path.equals("model.hidden")) {
                return equalWidths(list);
            }
            if (path.startsWith("regions.")) {
                return Optional.of(map(list, entry("range", list)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Node.Mapping> equalWidths(Node.Sequence list) {
        List<String> widths = list.items().stream()
                .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : "")
                .distinct()
                .toList();
        if (widths.size() != 1 || widths.contains("")) {
            return Optional.empty();
        }
        Node depth = new Node.Scalar(Integer.toString(list.items().size()), false, list.position());
        return Optional.of(map(list, entry("width", list.items().get(0)), entry("depth", depth)));
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, value.position(), value);
    }

    private static Node.Mapping map(Node origin, Node.Entry... entries) {
        return new Node.Mapping(List.of(entries), origin.position());
    }
}
