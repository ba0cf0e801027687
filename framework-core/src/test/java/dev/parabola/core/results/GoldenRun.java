package dev.parabola.core.results;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.Samples;
import dev.parabola.core.execution.TrialSink.Timing;
import dev.parabola.core.network.Breakpoints.Breakpoint;
import dev.parabola.core.study.Factor;
import dev.parabola.core.training.Health;
import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.Portrait;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

    private static final Health ILL = new Health(
            false,
            true,
            false,
            true,
            Optional.empty(),
            List.of(
                    new LayerHealth(10, 3, 1, 2, 4, OptionalInt.of(5), false, 0.125, 1.0E-5),
                    new LayerHealth(1, 0, 0, 0, 0, OptionalInt.empty(), true, 0, 4321.5)));
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
            List<Optional<Region>> line = regions(
                    new Samples(new double[] {-0.5, 0.1}, new double[] {0.25, 0.1 * 0.1}),
                    new Samples(new double[] {2}, new double[] {4}));
            write(
                    writer,
                    line,
                    completed(
                            0,
                            SQUARE,
                            0.001,
                            List.of(score(0.03, true, 10), score(1.5, false, -1)),
                            ILL,
                            new Portrait(
                                    prediction(0.2, 0.01, 1),
                                    List.of(),
                                    List.of(
                                            new Breakpoint(0, 3, -0.25, -0.0, 0.1),
                                            new Breakpoint(0, 7, 1.0E-7, 2, Double.POSITIVE_INFINITY)))),
                    completed(
                            1,
                            SQUARE,
                            1.0E-5,
                            List.of(score(0.01, true, 5), score(0.5, true, 20)),
                            prediction(0.3, 0.02, 3)),
                    diverged(2, SQUARE));
            write(
                    writer,
                    regions(new Samples(new double[] {0}, new double[] {-0.0})),
                    failed(3, RISKY, "=plugin threw\njava.lang.Boom: \"no\", really"),
                    failed(4, RISKY, "returned NaN at x = 0"),
                    failed(5, RISKY, "returned NaN at x = 0"));
            for (int trial = 6; trial < 9; trial++) {
                write(
                        writer,
                        regions(new Samples(new double[] {0.5, -1, 0, 1e-7}, new double[] {1, 12345678.9})),
                        completed(
                                trial,
                                PLANE,
                                trial,
                                List.of(score(0.1 * trial, trial == 6, -1), Optional.empty()),
                                List.of(new double[] {trial, trial == 8 ? Double.NaN : trial}, new double[0])));
            }
            write(
                    writer,
                    regions(new Samples(new double[] {0.5, -1}, new double[] {1})),
                    failed(9, PLANE_RISKY, "returned NaN at x = 0"),
                    diverged(10, PLANE_RISKY),
                    completed(
                            11,
                            PLANE_RISKY,
                            Double.MIN_VALUE,
                            List.of(score(Double.MAX_VALUE, false, -1), score(0, true, 0)),
                            List.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {})));
        }
    }

    private static void write(RunWriter writer, List<Optional<Region>> regions, TrialResult... results) {
        for (TrialResult result : results) {
            writer.accept(result, regions, new Timing(0.25, "trainer-0", "scalar"));
        }
    }

    private static List<Optional<Region>> regions(Samples inside) {
        return List.of(Optional.of(new Region("inside", inside)), Optional.empty());
    }

    private static List<Optional<Region>> regions(Samples inside, Samples far) {
        return List.of(Optional.of(new Region("inside", inside)), Optional.of(new Region("far", far)));
    }

    private static TrialResult completed(
            long trial,
            List<String> levels,
            double trainMse,
            List<Optional<Score>> regions,
            List<double[]> predictions) {
        return completed(
                trial, levels, trainMse, regions, Health.UNKNOWN, new Portrait(predictions, List.of(), List.of()));
    }

    private static TrialResult completed(
            long trial,
            List<String> levels,
            double trainMse,
            List<Optional<Score>> regions,
            Health health,
            Portrait portrait) {
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
                health,
                portrait);
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
                new Health(
                        false,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        List.of(LayerHealth.unknown(10), LayerHealth.unknown(1))),
                Portrait.NONE);
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
                Health.UNKNOWN,
                Portrait.NONE);
    }

    private static Optional<Score> score(double rmse, boolean success, long firstSuccess) {
        return Optional.of(new Score(
                rmse,
                OptionalDouble.of(rmse / 2),
                rmse + 1,
                OptionalDouble.of(1 - rmse),
                success,
                firstSuccess < 0 ? OptionalLong.empty() : OptionalLong.of(firstSuccess)));
    }

    private static List<double[]> prediction(double first, double second, double far) {
        return List.of(new double[] {first, second}, new double[] {far});
    }
}
