package dev.parabola.core.results;

import dev.parabola.core.study.Factor;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A small run with one of everything: the three ways a trial ends, a region that one cell lacks, a cell with fewer inputs than
 * another, labels that a spreadsheet would run, quotes and line breaks.
 */
public final class GoldenRun {
    public static final StudyForTests STUDY = new StudyForTests(
            "golden",
            3,
            List.of(
                    new Factor("target", List.of("square", "{\"name\":\"plane\",\"a\":[1,2]}"), false),
                    new Factor("=slope", List.of("-0.1", "=1+1"), false)),
            4,
            List.of("inside", "far"),
            2,
            "study: golden\nseed: 0\n");

    private static final List<String> SQUARE = List.of("square", "-0.1");
    private static final List<String> RISKY = List.of("square", "=1+1");
    private static final List<String> PLANE = List.of("{\"name\":\"plane\",\"a\":[1,2]}", "-0.1");
    private static final List<String> PLANE_RISKY = List.of("{\"name\":\"plane\",\"a\":[1,2]}", "=1+1");

    private GoldenRun() {}

    /** Writes everything but the summary. */
    public static void write(Path folder) {
        try (RunFolder run = RunFolder.open(folder, STUDY, false)) {
            write(run);
        }
    }

    public static void write(RunFolder run) {
        try (RunWriter writer = run.write()) {
            writer.begin(new CellPoints(
                    0,
                    List.of("inside", "far"),
                    List.of(new double[][] {{-0.5}, {0.1}}, new double[][] {{2}}),
                    List.of(new double[] {0.25, 0.1 * 0.1}, new double[] {4})));
            writer.add(completed(
                    0, SQUARE, 0.001, List.of(score(0.03, true, 10), score(1.5, false, -1)), prediction(0.2, 0.01, 1)));
            writer.add(completed(
                    1, SQUARE, 1.0E-5, List.of(score(0.01, true, 5), score(0.5, true, 20)), prediction(0.3, 0.02, 3)));
            writer.add(diverged(2, SQUARE));
            writer.begin(new CellPoints(
                    1, List.of("inside"), List.<double[][]>of(new double[][] {{0}}), List.<double[]>of(new double[] {
                        -0.0
                    })));
            writer.add(failed(3, RISKY, "=plugin threw\njava.lang.Boom: \"no\", really"));
            writer.add(failed(4, RISKY, "returned NaN at x = 0"));
            writer.add(failed(5, RISKY, "returned NaN at x = 0"));
            writer.begin(new CellPoints(
                    2,
                    List.of("inside"),
                    List.<double[][]>of(new double[][] {{0.5, -1}, {0, 1e-7}}),
                    List.<double[]>of(new double[] {1, 12345678.9})));
            for (int trial = 6; trial < 9; trial++) {
                writer.add(completed(
                        trial,
                        PLANE,
                        trial,
                        List.of(score(0.1 * trial, trial == 6, -1), Optional.empty()),
                        List.of(new double[] {trial, trial == 8 ? Double.NaN : trial}, new double[0])));
            }
            writer.begin(new CellPoints(
                    3,
                    List.of("inside"),
                    List.<double[][]>of(new double[][] {{0.5, -1}}),
                    List.<double[]>of(new double[] {1})));
            writer.add(failed(9, PLANE_RISKY, "returned NaN at x = 0"));
            writer.add(diverged(10, PLANE_RISKY));
            writer.add(completed(
                    11,
                    PLANE_RISKY,
                    Double.MIN_VALUE,
                    List.of(score(Double.MAX_VALUE, false, -1), score(0, true, 0)),
                    List.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {})));
            writer.add(new Timing(0, 0.25, "worker-0", "scalar"));
        }
    }

    private static TrialResult completed(
            long trial,
            List<String> levels,
            double trainMse,
            List<Optional<Score>> regions,
            List<double[]> predictions) {
        return new TrialResult(
                trial,
                trial / 3,
                (int) (trial % 3),
                levels,
                Status.COMPLETED,
                20,
                3,
                trainMse,
                regions,
                31,
                Optional.empty(),
                List.of(
                        new Checkpoint(0, 0.1, OptionalDouble.empty(), 1.5, new double[] {1, Double.NaN}),
                        new Checkpoint(20, 1e-4, OptionalDouble.of(0.9), 0.5, new double[] {0.03, 1.5})),
                predictions);
    }

    private static TrialResult diverged(long trial, List<String> levels) {
        return new TrialResult(
                trial,
                trial / 3,
                (int) (trial % 3),
                levels,
                Status.DIVERGED,
                7,
                3,
                0.5,
                List.of(score(0.5, true, 5), score(2, false, -1)),
                31,
                Optional.empty(),
                List.of(new Checkpoint(0, 0.1, OptionalDouble.empty(), Double.POSITIVE_INFINITY, new double[] {1, 2})),
                List.of());
    }

    private static TrialResult failed(long trial, List<String> levels, String error) {
        return new TrialResult(
                trial,
                trial / 3,
                (int) (trial % 3),
                levels,
                Status.FAILED,
                1,
                3,
                Double.NaN,
                List.of(),
                31,
                Optional.of(error),
                List.of(),
                List.of());
    }

    private static Optional<Score> score(double rmse, boolean success, long firstSuccess) {
        return Optional.of(new Score(
                rmse,
                rmse / 2,
                rmse + 1,
                1 - rmse,
                success,
                firstSuccess < 0 ? OptionalLong.empty() : OptionalLong.of(firstSuccess)));
    }

    private static List<double[]> prediction(double first, double second, double far) {
        return List.of(new double[] {first, second}, new double[] {far});
    }
}
