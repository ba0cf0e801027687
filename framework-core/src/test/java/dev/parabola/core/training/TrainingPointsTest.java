package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.expression.Expression;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.ExpressionTarget;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingPointsTest {
    private static final Position NOWHERE = Position.of("test.yaml");

    @Test
    void ofEachReplicaAreJudgedWithoutTheirNoise() {
        TrainingStudy study = study(settings -> {
            settings.data = new DataSettings(
                    30, TrainingStudy.UNIT, Sampling.UNIFORM, 0.5, Scaling.STANDARD, Scaling.STANDARD, NOWHERE);
            return settings;
        });
        List<TrialResult> results = train(study);

        for (TrialResult result : results) {
            Cell cell = study.cell(0);
            Samples samples =
                    SampleDraw.draw(study.seed(), result.replica(), cell.data(), TargetValues.of(cell.target()));
            double[] truth = IntStream.range(0, samples.count())
                    .mapToDouble(i -> samples.inputs()[i] * samples.inputs()[i])
                    .toArray();
            Score score = result.regions().get(0).orElseThrow();

            assertThat(score.rmse() / score.nrmse().orElseThrow()).isCloseTo(spread(truth), within(1e-12));
            assertThat(score.rmse() * score.rmse()).isLessThan(result.trainMse());
            assertThat(score.maxError()).isBetween(score.rmse(), score.rmse() * Math.sqrt(samples.count()));
            assertThat(result.history().get(result.history().size() - 1).rmse()[0])
                    .isEqualTo(score.rmse());
        }
        assertThat(results.get(0).regions().get(0).orElseThrow().rmse())
                .isNotEqualTo(results.get(1).regions().get(0).orElseThrow().rmse());
    }

    @Test
    void areTheTrainingErrorWhereThereIsNoNoise() {
        TrainingStudy study = study(UnaryOperator.identity());

        for (TrialResult result : train(study)) {
            double rmse = result.regions().get(0).orElseThrow().rmse();
            assertThat(rmse * rmse).isCloseTo(result.trainMse(), within(1e-15));
        }
    }

    @Test
    void areNotDrawnForTheyDifferByReplica() {
        TrialResult result = train(study(UnaryOperator.identity())).get(0);

        assertThat(result.portrait().predictions()).hasSize(2);
        assertThat(result.portrait().predictions().get(0)).isEmpty();
        assertThat(result.portrait().predictions().get(1)).hasSize(502);
    }

    @Test
    void ofAConstantTargetHaveNoRelativeErrorEvenWhereATrialDiverges() {
        TrainingStudy study =
                study(settings -> settings.target("3", new ExpressionTarget("3", Expression.constant(3), 1), 1)
                        .learningRate(1e300));
        TrialResult result = train(study).get(0);
        Score score = result.regions().get(0).orElseThrow();

        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(score.rmse()).isNaN();
        assertThat(score.nrmse()).isEmpty();
        assertThat(score.r2()).isEmpty();
        assertThat(score.success()).isFalse();
    }

    private static TrainingStudy study(UnaryOperator<TrainingStudy.Settings> change) {
        return TrainingStudy.of(
                2,
                settings -> change.apply(settings.regions(
                        new RegionSettings(
                                "inside", TrainingStudy.UNIT, List.of(), new RegionSettings.Training(), true, NOWHERE),
                        settings.regions.get(1))));
    }

    private static List<TrialResult> train(TrainingStudy study) {
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());
        List<Trial> trials = new ArrayList<>();
        for (int replica = 0; replica < study.replicas(); replica++) {
            trials.add(new Trial(replica, replica, plan, true));
        }
        return new CohortTraining(new ScalarKernel(), trials).run();
    }

    private static double spread(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }
}
