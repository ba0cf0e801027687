package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;

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

    private Defaults() {}

    /**
     * The defaults as if a manifest said them.
     *
     * @param position the place of all of them
     * @return the map of a manifest's sections
     */
    public static Node.Mapping at(Position position) {
        return (Node.Mapping) YamlReader.read(position, TEXT, new Problems()).orElseThrow();
    }
}
