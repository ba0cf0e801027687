package dev.parabola.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.ExpressionTarget;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Success;
import dev.parabola.core.training.TrainingStudy;
import dev.parabola.core.training.TrainingStudy.Settings;
import dev.parabola.plugins.targets.Ln;
import dev.parabola.plugins.targets.Plus;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private static final Success RELATIVE =
            new Success(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.empty());
    private static final Success ABSOLUTE =
            new Success(OptionalDouble.of(0.1), OptionalDouble.of(0.01), OptionalDouble.empty());
    private static final long HEAP = 1L << 30;
    private static final List<Interval> SQUARE = List.of(new Interval(-1, 1), new Interval(-1, 1));

    @Test
    void findsNothingWrongInASoundStudy() {
        assertThatCode(() -> check(UnaryOperator.identity())).doesNotThrowAnyException();
    }

    @Test
    void refusesATargetThatIsUndefinedOnTheRange() {
        assertThatThrownBy(() -> check(settings -> settings.target("ln", new Ln(), 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("test.yaml: target ln: the target is undefined at (-1.0), within data.range; "
                        + "choose a range inside the target's domain");
    }

    @Test
    void refusesAnExplicitRegionWhereTheTargetIsUndefinedOrThatHasNoPoint() {
        List<Interval> positive = List.of(new Interval(1, 2));
        Position place = new Position("test.yaml", 9, 3);
        assertThatThrownBy(() -> check(settings -> settings.target("ln", new Ln(), 1)
                        .data(100, positive, Sampling.UNIFORM, 0)
                        .regions(
                                new RegionSettings("inside", positive, List.of(), true, place),
                                new RegionSettings("far", List.of(new Interval(0, 4)), List.of(), true, place),
                                new RegionSettings("none", positive, List.of(new Interval(0, 3)), true, place))))
                .hasMessageContaining("test.yaml:9:3: region far: the target is undefined at (0.0)")
                .hasMessageContaining("test.yaml:9:3: region none has no point outside its 'except'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3 + 0*x", "sin(x)^2 + cos(x)^2", "max(0, x - 1)"})
    void refusesATargetThatIsConstantInsideUnlessALimitIsAbsolute(String formula) {
        UnaryOperator<Settings> constant = settings -> settings.target(formula, expression(formula), 1);

        assertThatThrownBy(() -> check(constant))
                .hasMessageContaining(
                        "test.yaml: target " + formula + " is constant inside, so there is no nrmse to judge by; "
                                + "say how large rmse or max_error may be, for example success: {rmse: 0.01}");
        assertThatCode(() -> check(constant, ABSOLUTE)).doesNotThrowAnyException();
    }

    @Test
    void refusesAPoleWhereverTheProbeFalls() {
        UnaryOperator<Settings> pole = settings -> settings.target("1/(x - 1/3)", expression("1/(x - 1/3)"), 1);

        assertThatThrownBy(() -> check(pole))
                .hasMessageContaining(
                        "test.yaml: target 1/(x - 1/3): the target has a pole near x = 0.3333, within data.range; "
                                + "choose a range inside the target's domain");
        assertThatThrownBy(() -> check(settings -> pole.apply(settings)
                        .data(100, List.of(new Interval(1, 2)), Sampling.UNIFORM, 0)
                        .regions(
                                new RegionSettings(
                                        "inside",
                                        List.of(new Interval(1, 2)),
                                        List.of(),
                                        true,
                                        Position.of("test.yaml")),
                                new RegionSettings(
                                        "far", TrainingStudy.UNIT, List.of(), true, Position.of("test.yaml")))))
                .hasMessageContaining(
                        "region far: the target has a pole near x = 0.3333; choose a region inside the domain of "
                                + "target 1/(x - 1/3)");
    }

    @Test
    void refusesOnePointInsideForItHasNoSpread() {
        assertThatThrownBy(() -> check(settings -> settings.regions(points("inside", List.of(List.of(0.5))))))
                .hasMessageContaining("target square is constant inside");
        assertThatThrownBy(() -> check(settings -> settings.data(1, TrainingStudy.UNIT, Sampling.UNIFORM, 0)
                        .regions(new RegionSettings(
                                "inside",
                                TrainingStudy.UNIT,
                                List.of(),
                                new RegionSettings.Training(),
                                true,
                                Position.of("test.yaml")))))
                .hasMessageContaining("target square is constant inside");
    }

    @Test
    void refusesAListedPointWhereTheTargetIsUndefined() {
        List<Interval> positive = List.of(new Interval(1, 2));

        assertThatThrownBy(() -> check(settings -> settings.target("ln", new Ln(), 1)
                        .data(100, positive, Sampling.UNIFORM, 0)
                        .regions(
                                new RegionSettings("inside", positive, List.of(), true, Position.of("test.yaml")),
                                points("far", List.of(List.of(1.0), List.of(-1.0))))))
                .hasMessageContaining("region far: the target is undefined at (-1.0)");
    }

    private static RegionSettings points(String name, List<List<Double>> points) {
        return new RegionSettings(
                name, TrainingStudy.UNIT, List.of(), new RegionSettings.Listed(points), true, Position.of("test.yaml"));
    }

    private static TargetFunction expression(String formula) {
        return new ExpressionTarget(formula, Expression.parse(formula, "x"::equals), 1);
    }

    @Test
    void refusesAGridThatCannotBe() {
        assertThatThrownBy(() -> check(settings -> settings.target("plus", new Plus(), 2)
                        .data(1000, SQUARE, Sampling.GRID, 0)
                        .regions(new RegionSettings("inside", SQUARE, List.of(), false, Position.of("test.yaml")))))
                .hasMessageContaining(
                        "a grid in 2 inputs has the same number of points in each, so samples may be 961 or 1024, not 1000");
    }

    @Test
    void refusesSizesThatThisMachineCannotHold() {
        assertThatThrownBy(() -> check(settings -> {
                    settings.hidden = List.of(100_000, 100_000);
                    return settings;
                }))
                .hasMessageContaining("more numbers than a Java array can hold");
        assertThatThrownBy(() -> check(settings -> {
                    settings.hidden = List.of(8_000, 8_000);
                    return settings;
                }))
                .hasMessageContaining("networks and data of this size need about 6.")
                .hasMessageContaining("this Java may use 1.1 GB");
        assertThatThrownBy(
                        () -> check(settings -> settings.data(2_000_000_000, TrainingStudy.UNIT, Sampling.UNIFORM, 0)))
                .hasMessageContaining("networks and data of this size");
    }

    @Test
    void trustsThisMachine() {
        assertThat(SelfCheck.failures(new ScalarKernel())).isEmpty();
    }

    @Test
    void estimatesMoreForMore() {
        WorkEstimate small = WorkEstimate.of(TrainingStudy.of(10, UnaryOperator.identity()), 1, 10, precision -> 8);
        WorkEstimate large = WorkEstimate.of(
                TrainingStudy.of(100, settings -> {
                    settings.hidden = List.of(64, 64);
                    return settings;
                }),
                1,
                100,
                precision -> 8);

        assertThat(small.steps()).isEqualTo(2_000);
        assertThat(large.steps()).isEqualTo(20_000);
        assertThat(large.scalarSeconds()).isGreaterThan(100 * small.scalarSeconds());
        assertThat(large.vectorSeconds()).isEqualTo(large.scalarSeconds() / 8);
        assertThat(large.scalarBytes()).isGreaterThan(small.scalarBytes());
        assertThat(large.vectorBytes()).isGreaterThan(large.scalarBytes());
        assertThat(large.diskBytes()).isGreaterThan(small.diskBytes());
    }

    private static void check(UnaryOperator<Settings> change) {
        check(change, RELATIVE);
    }

    private static void check(UnaryOperator<Settings> change, Success success) {
        Problems problems = new Problems();
        Cell cell = change.apply(new Settings()).cell(0);
        Preflight preflight = new Preflight(2, HEAP);
        preflight.checkData(cell.target(), cell.data(), cell.regions(), success, problems);
        preflight.checkSize(cell, problems);
        problems.throwIfAny();
    }
}
