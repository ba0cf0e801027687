package dev.parabola.core.training;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.NumericActivation;
import dev.parabola.api.math.Elementary;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Unit;
import dev.parabola.core.training.TrainingStudy.Settings;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.plugins.activations.LeakyRelu;
import dev.parabola.plugins.activations.Tanh;
import dev.parabola.plugins.optimizers.FastaiAdam;
import dev.parabola.plugins.optimizers.Sgd;
import dev.parabola.plugins.optimizers.schedulers.OneCycle;
import dev.parabola.plugins.targets.Plus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohortTrainingTest {
    /** What comes first is the trial's and the cell's number. */
    private static final int NUMBERS = 2;

    private final Kernel kernel = new ScalarKernel();

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 16})
    void givesATrialTheSameBitsAloneAndInCompany(int width) {
        TrainingStudy study = TrainingStudy.of(16, settings -> {
            settings.optimizer = new FastaiAdam();
            settings.scheduler = new OneCycle();
            settings.data = new DataSettings(
                    100,
                    TrainingStudy.UNIT,
                    Sampling.NORMAL,
                    0.1,
                    Scaling.STANDARD,
                    Scaling.MIN_MAX,
                    settings.data.rangePosition());
            return settings;
        });
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());

        List<TrialResult> together = train(trials(plan, width));

        for (int replica = 0; replica < width; replica++) {
            TrialResult alone =
                    train(List.of(new Trial(replica, replica, plan, true))).get(0);
            assertSameFigures(together.get(replica), alone);
        }
    }

    @Test
    void trainsCellsThatDifferOnlyInNumbersSideBySide() {
        List<Trial> mixed = new ArrayList<>();
        List<Trial> alone = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double slope = 0.1 * (i + 1);
            double rate = 0.002 * (i + 1);
            TrainingStudy study = TrainingStudy.of(
                    1, settings -> settings.activation(new LeakyRelu(slope)).learningRate(rate));
            mixed.add(new Trial(i, 0, new CellPlan(study, study.cell(0), new SharedPlans()), true));
            alone.add(mixed.get(i));
        }

        List<TrialResult> together = train(mixed);

        for (int i = 0; i < 5; i++) {
            assertSameFigures(together.get(i), train(List.of(alone.get(i))).get(0));
        }
        assertThat(together.stream().map(TrialResult::trainMse).distinct()).hasSize(5);
    }

    @Test
    void freezesADivergedLaneAndLetsTheOthersGoOn() {
        List<Trial> trials = new ArrayList<>();
        for (double rate : new double[] {0.01, 1e6, 0.02}) {
            TrainingStudy study = TrainingStudy.of(1, settings -> {
                settings.optimizer = new Sgd();
                return settings.learningRate(rate);
            });
            trials.add(new Trial(trials.size(), 0, new CellPlan(study, study.cell(0), new SharedPlans()), true));
        }

        List<TrialResult> results = train(trials);

        assertThat(results.stream().map(TrialResult::status))
                .containsExactly(Status.COMPLETED, Status.DIVERGED, Status.COMPLETED);
        TrialResult diverged = results.get(1);
        assertThat(diverged.steps()).isBetween(1L, 199L);
        assertThat(diverged.trainMse()).isNaN();
        Score inside = diverged.regions().get(0).orElseThrow();
        assertThat(inside.rmse()).isNaN();
        assertThat(inside.success()).isFalse();
        assertThat(diverged.history()).allSatisfy(row -> assertThat(row.step()).isLessThan(diverged.steps()));
        assertThat(diverged.portrait().predictions()).isEmpty();
        assertSameFigures(results.get(0), train(List.of(trials.get(0))).get(0));
        assertSameFigures(results.get(2), train(List.of(trials.get(2))).get(0));
    }

    /** The activation is 0 for a NaN, so the loss stays finite when a weight before it no longer is. */
    @Test
    void findsAWeightThatIsNotFiniteBehindAnActivationThatHidesIt() {
        TrialResult result = train(settings -> settings.activation(TrainingStudy.formula(
                x -> where(x.abs().isLessThan(constant(1e300)), x.max(0).sqrt(), constant(0)))));

        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.steps()).isEqualTo(1);
    }

    @Test
    void writesHistoryFromStepZeroToTheLast() {
        TrialResult result = train(UnaryOperator.identity());

        assertThat(result.history().stream().map(Checkpoint::step))
                .containsExactly(0L, 1L, 2L, 6L, 14L, 34L, 83L, 200L);
        Checkpoint last = result.history().get(7);
        assertThat(last.trainLoss()).isEqualTo(result.trainMse());
        assertThat(last.rmse()[0])
                .isEqualTo(result.regions().get(0).orElseThrow().rmse());
        assertThat(result.history().get(0).learningRate()).isEqualTo(0.01);
        assertThat(last.trainLoss()).isLessThan(result.history().get(0).trainLoss());
    }

    @Test
    void recordsTheRateAndMomentumOfTheLastStep() {
        TrialResult result = train(settings -> {
            settings.optimizer = new FastaiAdam();
            settings.scheduler = new OneCycle();
            settings.duration = new Duration(Unit.EPOCHS, 3);
            return settings;
        });

        List<Checkpoint> history = result.history();
        assertThat(result.steps()).isEqualTo(21);
        assertThat(result.stepsPerEpoch()).isEqualTo(7);
        assertThat(history.get(0).learningRate()).isEqualTo(0.01 / 25);
        assertThat(history.get(1).learningRate()).isEqualTo(0.01 / 25);
        assertThat(history.get(0).momentum()).hasValue(0.95);
        assertThat(history.get(history.size() - 1).learningRate()).isBetween(0.0, 1e-4);
    }

    @Test
    void learnsPlusExactlyWithALinearModel() {
        TrialResult result = train(settings -> {
            settings.hidden = List.of();
            settings.duration = new Duration(Unit.STEPS, 3000);
            List<dev.parabola.core.study.Interval> square =
                    List.of(TrainingStudy.UNIT.get(0), TrainingStudy.UNIT.get(0));
            settings.regions = List.of(new dev.parabola.core.study.RegionSettings(
                    "inside", square, List.of(), false, settings.data.rangePosition()));
            return settings.target("plus", new Plus(), 2).data(100, square, Sampling.UNIFORM, 0);
        });

        Score inside = result.regions().get(0).orElseThrow();
        assertThat(inside.rmse()).isLessThan(1e-6);
        assertThat(inside.success()).isTrue();
        assertThat(inside.firstSuccess()).isPresent();
        assertThat(result.parameters()).isEqualTo(3);
    }

    @Test
    void givesANumericActivationTheFiguresOfItsFormula() {
        TrialResult formula = train(settings -> settings.activation(new Tanh()));
        TrialResult numeric = train(settings -> settings.activation(new NumericTanh()));

        assertSameFigures(numeric, formula);
    }

    @Test
    void blamesThePluginThatThrows() {
        assertThatThrownBy(() -> train(settings -> settings.activation(new Throwing())))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("Throwing threw IllegalStateException: no more");
    }

    @Test
    void usesEveryPointOnceInAnEpochAndKeepsTheLastSmallBatch() {
        EpochOrders orders = new EpochOrders(1, 10, 4, 5);
        assertThat(Arrays.stream(orders.of(0)).sorted().toArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(orders.of(1)).isNotEqualTo(orders.of(0));
        assertThat(new EpochOrders(1, 10, 4, 5).of(3)).isEqualTo(orders.of(3));
        assertThat(new EpochOrders(1, 10, 10, 5).of(3)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(train(settings -> {
                            settings.duration = new Duration(Unit.EPOCHS, 2);
                            return settings;
                        })
                        .steps())
                .as("100 points in batches of 16")
                .isEqualTo(14);
    }

    private TrialResult train(UnaryOperator<Settings> change) {
        TrainingStudy study = TrainingStudy.of(1, change);
        Cell cell = study.cell(0);
        return train(List.of(new Trial(0, 0, new CellPlan(study, cell, new SharedPlans()), true)))
                .get(0);
    }

    private List<TrialResult> train(List<Trial> trials) {
        return new CohortTraining(kernel, trials).run();
    }

    private static List<Trial> trials(CellPlan plan, int count) {
        List<Trial> trials = new ArrayList<>();
        for (int replica = 0; replica < count; replica++) {
            trials.add(new Trial(replica, replica, plan, true));
        }
        return trials;
    }

    private static void assertSameFigures(TrialResult actual, TrialResult expected) {
        assertThat(TrainingStudy.bits(actual).stream().skip(NUMBERS).toList())
                .isEqualTo(TrainingStudy.bits(expected).stream().skip(NUMBERS).toList());
    }

    private record NumericTanh() implements NumericActivation {
        @Override
        public double value(double x) {
            return Elementary.tanh(x);
        }

        @Override
        public double derivative(double x) {
            double tanh = Elementary.tanh(x);
            return 1 - tanh * tanh;
        }
    }

    private record Throwing() implements NumericActivation {
        @Override
        public double value(double x) {
            throw new IllegalStateException("no more");
        }

        @Override
        public double derivative(double x) {
            return 0;
        }
    }
}
