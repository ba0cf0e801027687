package dev.parabola.core.results;

import dev.parabola.core.data.TargetValues;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Target;
import dev.parabola.core.training.FitPoints;
import java.nio.file.Path;

/**
 * Writes {@code alternatives.csv}: the study's alternatives at the points of the fits, for the page cannot compute a function.
 */
final class AlternativesCsv implements AutoCloseable {
    private final Study study;
    private final CsvFile file;
    private long cell = -1;

    AlternativesCsv(Path folder, Study study) {
        this.study = study;
        file = new CsvFile(RunFile.ALTERNATIVES.in(folder), Columns.alternatives());
    }

    /** Writes a cell when its first trial comes. */
    void add(long next) {
        if (next != cell) {
            cell = next;
            writeCell();
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private void writeCell() {
        Cell settings = study.cell(cell);
        if (settings.target().inputs() != 1) {
            return;
        }
        double[] points = FitPoints.of(settings);
        for (Target alternative : study.alternatives()) {
            if (alternative.inputs() == 1
                    && !alternative.function().equals(settings.target().function())) {
                write(alternative, points);
            }
        }
    }

    private void write(Target alternative, double[] points) {
        double[] values;
        try {
            values = TargetValues.of(alternative).at(points, 1);
        } catch (PluginFault e) {
            // What a plugin does not answer has no curve.
            return;
        }
        for (int i = 0; i < points.length; i++) {
            file.count(cell).text(alternative.text()).number(points[i]).number(values[i]);
            file.endRow();
        }
    }
}
