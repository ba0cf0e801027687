package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.parabola.api.Activation;
import dev.parabola.api.TargetFunction;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.training.CellPlan;
import dev.parabola.core.training.CohortTraining;
import dev.parabola.core.training.SharedPlans;
import dev.parabola.core.training.TrainingStudy;
import dev.parabola.core.training.Trial;
import dev.parabola.plugins.activations.Relu;
import dev.parabola.plugins.activations.Tanh;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTest {
    /** On x² over [a, b] the mean squared error of the best fit of H + 1 pieces is ((b − a)/(H + 1))⁴/180. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20})
    void isTheClosedFormOnTheSquare(int units) {
        double floor = floor(List.of(units), new Relu()).orElseThrow();

        double expected = Math.pow(2.0 / (units + 1), 4) / 180;
        assertThat(floor * floor).isCloseTo(expected, withinPercentage(1));
    }

    @Test
    void countsEveryKinkOfEveryUnit() {
        assertThat(floor(List.of(5), TrainingStudy.formula(x -> x.max(0).min(6)))
                        .orElseThrow())
                .isEqualTo(floor(List.of(10), new Relu()).orElseThrow());
        assertThat(floor(List.of(2, 3), new Relu()).orElseThrow())
                .isEqualTo(floor(List.of(11), new Relu()).orElseThrow());
        assertThat(floor(List.of(), new Tanh()).orElseThrow()).isCloseTo(Math.sqrt(4.0 / 45), withinPercentage(1));
    }

    @Test
    void isZeroWhereEveryPointCouldBeMet() {
        assertThat(floor(List.of(64, 64), new Relu())).hasValue(0);
        assertThat(floor(List.of(1_000_000, 1_000_000, 1_000_000, 1_000_000), new Relu()))
                .hasValue(0);
        assertThat(floor(List.of(500), new Relu())).hasValue(0);
        assertThat(floor(List.of(499), new Relu()).orElseThrow()).isPositive();
    }

    @Test
    void isUnknownForSmoothUnitsAndSeveralInputs() {
        assertThat(floor(List.of(10), new Tanh())).isEmpty();
        TrainingStudy plane = TrainingStudy.of(1, settings -> {
            settings.target("plane", (TargetFunction) inputs -> inputs[0].plus(inputs[1]), 2);
            return settings;
        });
        assertThat(new Floor().of(plane.cell(0))).isEmpty();
    }

    @Test
    void isNothingWhereTheTargetHasNoMorePiecesThanTheNetwork() {
        TrainingStudy kink = TrainingStudy.of(1, settings -> {
            settings.target(
                    "kink", (TargetFunction) inputs -> inputs[0].minus(0.3).abs(), 1);
            settings.hidden = List.of(1);
            return settings;
        });

        assertThat(new Floor().of(kink.cell(0)).orElseThrow()).isLessThan(1e-15);
    }

    @Test
    void isNeverAboveWhatATrainedNetworkReaches() {
        Floor floor = new Floor();
        for (int units = 1; units <= 4; units++) {
            int width = units;
            TrainingStudy study = TrainingStudy.of(8, settings -> {
                settings.hidden = List.of(width);
                return settings.learningRate(0.05);
            });
            CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());
            double best = new CohortTraining(
                            new ScalarKernel(),
                            IntStream.range(0, 8)
                                    .mapToObj(replica -> new Trial(replica, replica, plan, true))
                                    .toList())
                    .run().stream()
                            .mapToDouble(result ->
                                    result.regions().get(0).orElseThrow().rmse())
                            .min()
                            .orElseThrow();

            assertThat(floor.of(study.cell(0)).orElseThrow()).isPositive().isLessThanOrEqualTo(best);
        }
    }

    /** All ways to cut nine points into pieces. */
    @Test
    void isTheBestOfAllPartitions() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            double[] x = DoubleStream.iterate(0, last -> last + 0.1 + random.nextDouble())
                    .limit(9)
                    .toArray();
            double[] y = random.doubles(9).toArray();
            PiecewiseFit fit = new PiecewiseFit(x, y);
            for (int pieces = 1; pieces <= 4; pieces++) {
                assertThat(fit.rmse(pieces)).isCloseTo(bestPartition(x, y, pieces), within(1e-12));
            }
            assertThat(fit.rmse(2)).isCloseTo(bestPartition(x, y, 2), within(1e-12));
            assertThat(fit.rmse(5)).isZero();
        }
    }

    private static double bestPartition(double[] x, double[] y, int pieces) {
        double best = Double.POSITIVE_INFINITY;
        for (int cuts = 0; cuts < 1 << 8; cuts++) {
            if (Integer.bitCount(cuts) <= pieces - 1) {
                double sum = 0;
                int start = 0;
                for (int end = 1; end <= 9; end++) {
                    if (end == 9 || (cuts >> (end - 1) & 1) == 1) {
                        sum += residual(x, y, start, end);
                        start = end;
                    }
                }
                best = Math.min(best, sum);
            }
        }
        return Math.sqrt(best / 9);
    }

    private static double residual(double[] x, double[] y, int start, int end) {
        int n = end - start;
        double meanX = IntStream.range(start, end).mapToDouble(i -> x[i]).sum() / n;
        double meanY = IntStream.range(start, end).mapToDouble(i -> y[i]).sum() / n;
        double sxx = IntStream.range(start, end)
                .mapToDouble(i -> (x[i] - meanX) * (x[i] - meanX))
                .sum();
        double sxy = IntStream.range(start, end)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        double slope = sxx == 0 ? 0 : sxy / sxx;
        return IntStream.range(start, end)
                .mapToDouble(i -> y[i] - meanY - slope * (x[i] - meanX))
                .map(error -> error * error)
                .sum();
    }

    private static OptionalDouble floor(List<Integer> hidden, Activation activation) {
        TrainingStudy study = TrainingStudy.of(1, settings -> {
            settings.hidden = hidden;
            return settings.activation(activation);
        });
        return new Floor().of(study.cell(0));
    }
}
