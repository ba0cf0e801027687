package dev.parabola.core.results;

import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.Trial;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;

/** Writes {@code samples.csv}: what a cell's middle replica saw, drawn once more when the cell is done and the replica known. */
final class SamplesCsv implements AutoCloseable {
    private final Study study;
    private final CsvFile file;
    private final MiddleReplica completed = new MiddleReplica();
    private long cell = -1;

    SamplesCsv(Path folder, Study study) {
        this.study = study;
        file = new CsvFile(RunFile.SAMPLES.in(folder), Columns.samples(study));
    }

    void add(TrialResult result, double error) {
        if (result.cell() != cell) {
            writeCell();
            cell = result.cell();
        }
        // The same replicas that may be the middle one of the fits.
        if (result.status() == Status.COMPLETED && result.replica() < Trial.REPLICAS_WITH_FITS) {
            completed.add(result.replica(), error);
        }
    }

    @Override
    public void close() {
        try (file) {
            writeCell();
        }
    }

    private void writeCell() {
        if (completed.size() > 0) {
            int replica = completed.at(completed.place());
            Cell settings = study.cell(cell);
            Samples samples =
                    SampleDraw.draw(study.seed(), replica, settings.data(), TargetValues.of(settings.target()));
            int dimensions = samples.dimensions();
            for (int sample = 0; sample < samples.count(); sample++) {
                file.count(cell).count(replica);
                for (int input = 0; input < dimensions; input++) {
                    file.number(samples.inputs()[sample * dimensions + input]);
                }
                file.empty(study.maxInputs() - dimensions)
                        .number(samples.outputs()[sample])
                        .endRow();
            }
        }
        completed.clear();
    }
}
