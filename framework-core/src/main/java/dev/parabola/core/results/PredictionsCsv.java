package dev.parabola.core.results;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.Samples;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes {@code predictions.csv}: what a cell's networks predict is kept until the cell is done, then written as quantiles. */
final class PredictionsCsv implements AutoCloseable {
    private final CsvFile file;
    private final PredictionStore store;
    private final int inputs;
    private long cell = -1;
    private List<Optional<Region>> regions = List.of();

    PredictionsCsv(Path folder, Study study) {
        file = new CsvFile(RunFile.PREDICTIONS.in(folder), Columns.predictions(study));
        store = new PredictionStore(RunFile.PREDICTIONS.unpublishedIn(folder), PredictionStore.VALUES_IN_MEMORY);
        inputs = study.maxInputs();
    }

    void add(TrialResult result, List<Optional<Region>> regionsOfCell) {
        if (result.cell() != cell) {
            writeCell();
            cell = result.cell();
        }
        if (!regionsOfCell.isEmpty()) {
            regions = regionsOfCell;
        }
        if (result.status() == Status.COMPLETED) {
            store.add(result.portrait().predictions());
        }
    }

    @Override
    public void close() {
        try (file;
                store) {
            writeCell();
        }
    }

    private void writeCell() {
        int before = 0;
        for (Optional<Region> region : regions) {
            if (region.isPresent()) {
                writeRegion(region.get(), before);
                before += region.get().points().count();
            }
        }
        regions = List.of();
        store.clear();
    }

    private void writeRegion(Region region, int before) {
        Samples points = region.points();
        int dimensions = points.dimensions();
        for (int point = 0; point < points.count(); point++) {
            file.count(cell).text(region.name());
            for (int input = 0; input < dimensions; input++) {
                file.number(points.inputs()[point * dimensions + input]);
            }
            file.empty(inputs - dimensions).number(points.outputs()[point]);
            writeQuantiles(store.at(before + point));
            file.endRow();
        }
    }

    private void writeQuantiles(double[] predictions) {
        if (predictions.length == 0) {
            file.empty(3);
            return;
        }
        Quantiles quantiles = new Quantiles(predictions);
        file.number(quantiles.at(0.25)).number(quantiles.at(0.5)).number(quantiles.at(0.75));
    }
}
