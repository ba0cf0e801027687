package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.Optional;

/**
 * What a manifest means where it says nothing. The default regions are not here: they follow from the range of the data. Neither is
 * the length of the training where a manifest counts epochs.
 */
public final class Defaults {
    private static final String TEXT = """
            seed: 0
            replicas: 20
            plugins: []
            alternatives: []
            data: {samples: 1000, range: [-1, 1], sampling: uniform, noise: 0, scaling: none}
            model: {kind: mlp, hidden: [10], activation: relu, initializer: torch-linear}
            training:
              {loss: mse, optimizer: adam, scheduler: constant, learning-rate: 0.001, steps: 5000, batch: 64, precision: float64}
            vary: {}
            tune: []
            success: {nrmse: 0.1}
            record: {checkpoints: 30}
            """;

    private static final Node TREE =
            YamlReader.read(Position.of("defaults"), TEXT, new Problems()).orElseThrow();

    private Defaults() {}

    /**
     * The defaults as if a manifest said them.
     *
     * @param position the place of all of them
     * @return the map of a manifest's sections
     */
    public static Node.Mapping at(Position position) {
        return (Node.Mapping) moved(TREE, position);
    }

    /** What a manifest means at a path, as if it said so; empty for a path without a default and for whole sections. */
    static Optional<Node> of(KeyPath path, Position position) {
        Optional<Node> found = Optional.of(TREE);
        for (String key : path.keys()) {
            found = found.flatMap(node -> node instanceof Node.Mapping mapping
                    ? mapping.entry(key).map(Node.Entry::value)
                    : Optional.empty());
        }
        return found.filter(node -> !(node instanceof Node.Mapping)).map(node -> moved(node, position));
    }

    private static Node moved(Node node, Position position) {
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.text(), scalar.quoted(), position);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.items().stream().map(item -> moved(item, position)).toList(), position);
        }
        return new Node.Mapping(
                ((Node.Mapping) node)
                        .entries().stream()
                                .map(entry -> new Node.Entry(entry.key(), position, moved(entry.value(), position)))
                                .toList(),
                position);
    }
}
