package dev.parabola.core.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.expression.Expression;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.ExpressionTarget;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolesTest {
    private static final Position NOWHERE = Position.of("test.yaml");
    private static final List<Interval> RANGE = List.of(new Interval(-2, 2));

    @ParameterizedTest
    @CsvSource({
        "1/(x - 1/3), 0.3333",
        "1/(x - 1/3)^2, 0.3333",
        "1000 + 1/(x - 1/3), 0.3333",
        "1e6 - 1/(x - 1/3), 0.3333",
        "1/(x^2 - 2), -1.414",
        "x/(x^3 - 0.1), 0.4642",
        "tan(x), -1.571",
        "1/sin(3*x + 1), -1.381",
        "ln(abs(x - 1/3)), 0.3333",
        "1/sqrt(abs(x - 1/3)), 0.3333",
        "exp(0.001/(x - 1/3)), 0.3333",
        "1/(x - 1e-9), 1e-9",
        "1/(x + 1.9999), -2",
        "'if(x < 0, 1, 1/(x - 1/7))', 0.1429"
    })
    void areFoundBetweenTheProbes(String formula, String place) {
        assertThatThrownBy(() -> probe(formula, RANGE, List.of()))
                .isInstanceOf(UndefinedTargetException.class)
                .hasMessage("the target has a pole near x = " + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "x^2",
                "exp(30*x)",
                "exp(300*x)",
                "tanh(1000*x)",
                "tanh(1e9*(x - 1/3))",
                "floor(7*x)",
                "sign(x - 1/3)",
                "x/(x^2 + 1e-12)",
                "(x - 1/3)/((x - 1/3)^2 + 1e-12)",
                "1/(x^2 + 1e-6)",
                "1/((x - 1/3)^2 + 1e-6)",
                "1/((x - 1/3)^2 + 1e-16)",
                "abs(x - 1/3)",
                "sqrt(abs(x - 1/3))",
                "sin(200*x)",
                "abs(sin(500*x))",
                "1/(x - 2.001)",
                "1/(x + 2.0000001)",
                "atan(1e12*(x - 1/3))",
                "exp(-1e6*(x - 1/3)^2)",
                "1e200*cos(x)",
                "ln(x + 2.0000001)"
            })
    void areNoSteepButFiniteFunctions(String formula) {
        assertThatCode(() -> probe(formula, RANGE, List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/(x - 1/3)", "1/(x - 1/3)^2"})
    void areNotSoughtWhereThePointsAreExcepted(String formula) {
        assertThatCode(() -> probe(formula, RANGE, List.of(new Interval(0.3, 0.4))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1600000000, 1600000060", "1e-8, 3e-8", "-1e12, 1e12"})
    void areFoundAtAnyScale(double low, double high) {
        double pole = low + (high - low) * 0.12345678;
        String formula = "1/(x - (" + pole + "))";

        assertThatThrownBy(() -> probe(formula, List.of(new Interval(low, high)), List.of()))
                .hasMessageContaining("the target has a pole near x = ");
        assertThatCode(() -> probe(
                        "1/((x - (" + pole + "))^2 + " + Math.pow((high - low) * 1e-5, 2) + ")",
                        List.of(new Interval(low, high)),
                        List.of()))
                .doesNotThrowAnyException();
    }

    private static void probe(String formula, List<Interval> range, List<Interval> except) {
        TargetValues values = TargetValues.of(new Target(
                formula, new ExpressionTarget(formula, Expression.parse(formula, "x"::equals), 1), 1, NOWHERE));
        RegionSettings region = new RegionSettings("inside", range, except, true, NOWHERE);
        Poles.requireNone(RegionPoints.of(region, values).orElseThrow().points(), values);
    }
}
