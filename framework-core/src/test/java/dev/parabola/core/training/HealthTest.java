package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.Initializer;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.network.Breakpoints.Breakpoint;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.study.TrainingSettings.Unit;
import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.plugins.activations.Relu;
import dev.parabola.plugins.activations.Tanh;
import dev.parabola.plugins.optimizers.Sgd;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each illness is planted and must be found, and none may be found in a healthy network. */
class HealthTest {
    @Test
    void findsNothingInANetworkThatLearns() {
        Health health = train(settings -> settings.activation(new Tanh())).health();

        assertThat(health.constantOutput()).isFalse();
        assertThat(health.bornDead()).isFalse();
        assertThat(health.untouched()).isFalse();
        assertThat(health.layers()).hasSize(2).allSatisfy(layer -> {
            assertThat(List.of(layer.dead(), layer.saturated(), layer.denormal(), layer.neverUpdated()))
                    .containsOnly(0);
            assertThat(layer.exploding()).isFalse();
            assertThat(layer.gradientNorm()).isPositive();
            assertThat(layer.weightNorm()).isPositive();
        });
    }

    /** With weights of a hundredth and biases that are all zero, x − 1 is negative in every unit at every training point. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void findsDeadUnitsAndANetworkThatIsBornDead(Precision precision) {
        TrialResult result = train(settings -> {
            settings.precision = precision;
            return settings.activation(TrainingStudy.formula(x -> x.minus(1).max(0)));
        });

        LayerHealth hidden = result.health().layers().get(0);
        assertThat(hidden.dead()).isBetween(1, 10);

        Health stillborn = train(settings -> {
                    settings.precision = precision;
                    settings.initializer = uniform(0.01, 0.01);
                    return settings.activation(
                            TrainingStudy.formula(x -> x.minus(1).max(0)));
                })
                .health();
        assertThat(stillborn.bornDead()).isTrue();
        assertThat(stillborn.constantOutput()).isTrue();
        assertThat(stillborn.layers().get(0).dead()).isEqualTo(10);
        assertThat(stillborn.layers().get(0).neverUpdated()).isEqualTo(10);
        assertThat(stillborn.layers().get(0).gradientNorm()).isZero();
        assertThat(stillborn.layers().get(1).neverUpdated()).isZero();
        assertThat(stillborn.untouched()).isFalse();
    }

    /** Some units are near their threshold; those a hundred units of bias away are not. */
    @Test
    void findsSaturatedUnits() {
        Health health = train(settings -> {
                    settings.initializer = uniform(0.5, 100);
                    return settings.activation(new Tanh());
                })
                .health();

        LayerHealth hidden = health.layers().get(0);
        assertThat(hidden.saturated()).isBetween(8, 10);
        assertThat(hidden.dead()).isZero();
        assertThat(health.layers().get(1).saturated()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void findsDenormalParameters(Precision precision) {
        Health health = train(settings -> {
                    settings.precision = precision;
                    settings.initializer = uniform(1e-39, 0);
                    settings.optimizer = new Sgd();
                    settings.activation(new Relu()).learningRate(1e-50);
                    return settings;
                })
                .health();

        assertThat(health.layers().get(0).denormal()).isEqualTo(10);
        assertThat(train(settings -> settings).health().layers().get(0).denormal())
                .isZero();
    }

    @Test
    void findsParametersThatWereNeverUpdated() {
        Health health = train(settings -> {
                    settings.optimizer = new Sgd();
                    settings.activation(new Tanh());
                    return settings.learningRate(1e-300);
                })
                .health();

        assertThat(health.untouched()).isTrue();
        assertThat(health.layers().get(0).neverUpdated()).isEqualTo(10);
        assertThat(health.layers().get(1).neverUpdated()).isEqualTo(1);
        assertThat(health.constantOutput()).isFalse();
    }

    /** Ten steps change parameters in either precision, or in float64 alone; the loss tells the same. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void callsANetworkUntouchedWhoseLossDidNotChange(Precision precision) {
        Health health = train(settings -> {
                    settings.precision = precision;
                    settings.duration = new Duration(Unit.STEPS, 10);
                    settings.activation(new Tanh());
                    return settings.learningRate(1e-15);
                })
                .health();

        assertThat(health.untouched()).isTrue();
        assertThat(health.exploded()).isFalse();
    }

    @Test
    void callsATrainingExplodedThatGrowsWithoutEndAndStaysFinite() {
        TrialResult result = train(settings -> {
            settings.optimizer = new Sgd();
            settings.hidden = List.of();
            settings.batch = 100;
            settings.duration = new Duration(Unit.STEPS, 200);
            return settings.learningRate(1.2);
        });

        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.health().exploded()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void saysWhatAnActivationAnsweredThatIsNoNumber(Precision precision) {
        TrialResult value = train(settings -> {
            settings.precision = precision;
            return settings.activation(TrainingStudy.formula(Expression::sqrt));
        });
        assertThat(value.status()).isEqualTo(Status.DIVERGED);
        assertThat(value.steps()).isZero();
        assertThat(value.health().notFinite()).hasValueSatisfying(found -> {
            assertThat(found.slope()).isFalse();
            assertThat(found.input()).isNegative();
            assertThat(found.answer()).isNaN();
        });

        TrialResult slope = train(settings -> {
            settings.precision = precision;
            return settings.activation(TrainingStudy.formula(x -> x.max(0).sqrt()));
        });
        assertThat(slope.status()).isEqualTo(Status.DIVERGED);
        assertThat(slope.steps()).isEqualTo(1);
        assertThat(slope.health().notFinite()).hasValueSatisfying(found -> {
            assertThat(found.slope()).isTrue();
            assertThat(found.input()).isNegative();
        });
    }

    /** One step at a rate that throws the parameters far out, but not out of all bounds. */
    @Test
    void findsAnExplodingLayer() {
        TrialResult result = train(settings -> {
            settings.optimizer = new Sgd();
            settings.duration = new Duration(Unit.STEPS, 1);
            settings.activation(new Tanh());
            return settings.learningRate(1e6);
        });

        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.health().layers().get(1).exploding()).isTrue();
    }

    /** With all points in one batch, the first gradient is what one step of descent at rate 1 takes away. */
    @Test
    void measuresTheGradientOverAllTrainingPoints() {
        UnaryOperator<TrainingStudy.Settings> common = settings -> {
            settings.optimizer = new Sgd();
            settings.hidden = List.of();
            settings.batch = 100;
            return settings;
        };
        LayerHealth still = train(common.andThen(settings -> {
                    settings.duration = new Duration(Unit.STEPS, 1);
                    return settings.learningRate(1e-300);
                })::apply)
                .health()
                .layers()
                .get(0);
        TrialResult moved = train(common.andThen(settings -> {
            settings.duration = new Duration(Unit.STEPS, 1);
            return settings.learningRate(1e-4);
        })::apply);

        double first = moved.history().get(0).trainLoss();
        double second = moved.history().get(1).trainLoss();
        assertThat((first - second) / 1e-4)
                .isCloseTo(
                        still.gradientNorm() * still.gradientNorm(),
                        org.assertj.core.api.Assertions.withinPercentage(0.1));
    }

    @Test
    void knowsNothingOfADivergedNetwork() {
        TrialResult result = train(settings -> {
            settings.optimizer = new Sgd();
            return settings.learningRate(1e6);
        });

        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.health().layers().stream().map(LayerHealth::gradientNorm))
                .containsOnly(Double.NaN);
        assertThat(result.health().layers().stream().map(LayerHealth::units)).containsExactly(10, 1);
        assertThat(result.portrait()).isEqualTo(Portrait.NONE);
    }

    @Test
    void followsTheFitThroughTheCheckpoints() {
        TrialResult result = train(settings -> settings);

        assertThat(result.portrait().fits()).hasSameSizeAs(result.history());
        double[] last = result.portrait().fits().get(7);
        assertThat(last).hasSize(FitPoints.COUNT);
        // The fit runs from -2 to 2 in steps of 0.02, the region inside from -1 to 1 in steps of 0.002.
        assertThat(last[50]).isEqualTo(result.portrait().predictions().get(0)[0]);
        assertThat(last[100]).isEqualTo(result.portrait().predictions().get(0)[500]);
        assertThat(result.portrait().fits().get(0)).isNotEqualTo(last);
    }

    @Test
    void countsTheUnitsWhoseKinksLieOutsideTheData() {
        TrialResult result = train(settings -> {
            settings.initializer = uniform(0.5, 100);
            return settings.learningRate(1e-6);
        });

        long inside = result.portrait().breakpoints().stream()
                .filter(kink -> Math.abs(kink.x()) <= 1)
                .map(Breakpoint::unit)
                .distinct()
                .count();
        assertThat(result.health().layers().get(0).kinksOutside()).hasValue(10 - (int) inside);
        assertThat(inside).isLessThan(3);
        assertThat(result.health().layers().get(1).kinksOutside()).isEmpty();
        assertThat(train(settings -> settings.activation(new Tanh()))
                        .health()
                        .layers()
                        .get(0)
                        .kinksOutside())
                .isEmpty();
    }

    @Test
    void keepsTheBreakpointsOfTheFirstReplicasOnly() {
        TrainingStudy study = TrainingStudy.of(21, settings -> settings);
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());

        List<TrialResult> results = new CohortTraining(
                        new ScalarKernel(), List.of(new Trial(19, 19, plan, true), new Trial(20, 20, plan, true)))
                .run();

        assertThat(results.get(0).portrait().breakpoints()).hasSize(10);
        assertThat(results.get(1).portrait().breakpoints()).isEmpty();
        assertThat(results.get(1).health().layers().get(0).kinksOutside()).isPresent();
    }

    private static Initializer uniform(double weights, double biases) {
        return new Initializer() {
            @Override
            public Distribution weights(Layer layer) {
                return Distribution.uniform(layer.index() == 0 ? weights : 0.5);
            }

            @Override
            public Distribution biases(Layer layer) {
                return Distribution.uniform(layer.index() == 0 ? biases : 0.5);
            }
        };
    }

    private static TrialResult train(UnaryOperator<TrainingStudy.Settings> change) {
        TrainingStudy study = TrainingStudy.of(1, change);
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());
        return new CohortTraining(new ScalarKernel(), List.of(new Trial(0, 0, plan, true)))
                .run()
                .get(0);
    }
}
