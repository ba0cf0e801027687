package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.problem.Position;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.Target;
import dev.parabola.core.training.TrainingStudy;
import dev.parabola.plugins.targets.Square;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final int REPLICAS = 200;
    private static final List<Integer> ALL =
            IntStream.range(0, REPLICAS).boxed().toList();
    private static final Position NOWHERE = Position.of("test.yaml");

    private static final Target LINE = new Target("x", line(), 1, NOWHERE);
    private static final Target SINE = new Target("sin(x)", sine(), 1, NOWHERE);

    private static TargetFunction line() {
        return inputs -> inputs[0];
    }

    private static TargetFunction sine() {
        return inputs -> inputs[0].sin();
    }

    /**
     * On ±r the expected ratio is n·E[(x − sin x)²]/2σ² ≈ n·r⁶/(36·7)/2σ², where x − sin x ≈ x³/6: 1000 points on ±0.5 with σ = 0.01 give
     * 308, each replica's ratio being normal about it with the variance of twice that.
     */
    @Test
    void weighTheEvidenceAsTheClosedFormSays() {
        List<Rival> rivals = rivals(0.5, 0.01, LINE, SINE);

        double expected = 1000 * Math.pow(0.5, 6) / (36 * 7) / (2 * 0.01 * 0.01);
        assertThat(rivals).hasSize(1);
        assertThat(rivals.get(0).name()).isEqualTo("sin(x)");
        assertThat(rivals.get(0).medianRatio()).isCloseTo(expected, within(expected * 0.1));
        assertThat(rivals.get(0).replicas()).isZero();
    }

    @Test
    void findNothingToTellLineAndSineApartCloseToZero() {
        List<Rival> rivals = rivals(0.1, 0.01, LINE, SINE);

        assertThat(rivals.get(0).replicas()).isEqualTo(REPLICAS);
        assertThat(rivals.get(0).medianRatio()).isBetween(-0.5, 0.5);
    }

    @Test
    void areToldApartByAnyDifferenceWithoutNoise() {
        assertThat(rivals(0.1, 0, LINE, SINE).get(0).replicas()).isZero();
        assertThat(rivals(0.1, 0, LINE, new Target("2*x/2", twiceHalf(), 1, NOWHERE))
                        .get(0)
                        .replicas())
                .isEqualTo(REPLICAS);
    }

    /** On ±1e-5 line and sine differ by 1.7e-16, which is 3e-11 of the line's standard deviation. */
    @Test
    void areTheSameAtAnyNoiseWhereOnlyRoundingTellsThemApart() {
        for (double noise : new double[] {0, 1e-300, 1e-10}) {
            Rival rival = rivals(1e-5, noise, LINE, SINE).get(0);

            assertThat(rival.replicas()).isEqualTo(REPLICAS);
            assertThat(rival.medianRatio()).isZero();
        }
    }

    @Test
    void doNotFitWhereTheyHaveNoAnswer() {
        Target root = new Target("sqrt(x)", (TargetFunction) inputs -> inputs[0].sqrt(), 1, NOWHERE);
        Target broken = new Target(
                "broken",
                (TargetFunction) inputs -> {
                    throw new IllegalStateException("no");
                },
                1,
                NOWHERE);

        assertThat(rivals(0.1, 10, LINE, root, broken))
                .extracting(Rival::replicas)
                .containsExactly(0, 0);
    }

    @Test
    void leaveOutTheTargetItselfAndFunctionsOfOtherInputs() {
        Target square = new Target("square", new Square(), 1, NOWHERE);
        Target plane = new Target("plane", (TargetFunction) inputs -> inputs[0], 2, NOWHERE);

        assertThat(rivals(1, 0.1, square, new Target("also square", new Square(), 1, NOWHERE), plane))
                .isEmpty();
    }

    private static TargetFunction twiceHalf() {
        return inputs -> inputs[0].times(2).dividedBy(Expression.constant(2));
    }

    private static List<Rival> rivals(double range, double noise, Target target, Target... alternatives) {
        TrainingStudy study = TrainingStudy.of(REPLICAS, settings -> {
            settings.target(target.text(), target.function(), target.inputs());
            return settings.data(1000, List.of(new Interval(-range, range)), Sampling.UNIFORM, noise);
        });
        Cell cell = study.cell(0);
        return new Alternatives(study.seed(), REPLICAS, List.of(alternatives)).of(cell, ALL);
    }
}
