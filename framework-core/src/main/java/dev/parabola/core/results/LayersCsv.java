package dev.parabola.core.results;

import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code layers.csv}. */
final class LayersCsv implements AutoCloseable {
    private static final int COUNTS = 6;

    private final CsvFile file;

    LayersCsv(Path folder) {
        file = new CsvFile(RunFile.LAYERS.in(folder), Columns.layers());
    }

    void add(TrialResult result) {
        List<LayerHealth> layers = result.health().layers();
        for (int index = 0; index < layers.size(); index++) {
            LayerHealth layer = layers.get(index);
            file.count(result.trial()).count(index).count(layer.units());
            if (result.status() == Status.COMPLETED) {
                file.count(layer.dead()).count(layer.saturated());
                file.count(layer.denormal()).count(layer.neverUpdated());
                layer.kinksOutside().ifPresentOrElse(file::count, () -> file.empty(1));
                file.flag(layer.exploding());
            } else {
                file.empty(COUNTS);
            }
            file.number(layer.gradientNorm()).number(layer.weightNorm()).endRow();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
