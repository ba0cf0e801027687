package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code predictions.csv}: what a cell's networks predict is kept until the cell is done, then written as quantiles. */
final class PredictionsCsv implements AutoCloseable {
    private final CsvFile file;
    private final List<String> regionNames;
    private final int inputs;
    private final List<List<double[]>> predictions = new ArrayList<>();
    private @Nullable CellPoints points;

    PredictionsCsv(Path folder, Study study) {
        file = new CsvFile(RunFile.PREDICTIONS.in(folder), Columns.predictions(study));
        regionNames = study.regionNames();
        inputs = study.maxInputs();
    }

    void begin(CellPoints next) {
        writeCell();
        points = next;
    }

    void add(TrialResult result) {
        if (points != null && points.cell() != result.cell()) {
            writeCell();
        }
        if (result.status() != Status.COMPLETED || result.predictions().isEmpty()) {
            return;
        }
        if (points == null) {
            throw new IllegalStateException("the points of cell " + result.cell() + " were not given");
        }
        predictions.add(result.predictions());
    }

    @Override
    public void close() {
        try (file) {
            writeCell();
        }
    }

    private void writeCell() {
        CellPoints cell = points;
        if (cell == null) {
            return;
        }
        for (int region = 0; region < cell.regionNames().size(); region++) {
            writeRegion(cell, region);
        }
        points = null;
        predictions.clear();
    }

    private void writeRegion(CellPoints cell, int region) {
        String name = cell.regionNames().get(region);
        int column = regionNames.indexOf(name);
        double[] values = new double[predictions.size()];
        for (int point = 0; point < cell.points().get(region).length; point++) {
            double[] x = cell.points().get(region)[point];
            file.count(cell.cell()).text(name);
            for (double coordinate : x) {
                file.number(coordinate);
            }
            file.empty(inputs - x.length).number(cell.targets().get(region)[point]);
            for (int replica = 0; replica < values.length; replica++) {
                values[replica] = predictions.get(replica).get(column)[point];
            }
            writeQuantiles(values);
            file.endRow();
        }
    }

    private void writeQuantiles(double[] values) {
        if (values.length == 0) {
            file.empty(3);
            return;
        }
        Quantiles quantiles = new Quantiles(values);
        file.number(quantiles.at(0.25)).number(quantiles.at(0.5)).number(quantiles.at(0.75));
    }
}
