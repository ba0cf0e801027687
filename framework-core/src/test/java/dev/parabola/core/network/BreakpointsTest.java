package dev.parabola.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Plugin;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.data.AffineMap;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.network.Breakpoints.Breakpoint;
import dev.parabola.core.study.ExpressionActivation;
import dev.parabola.core.study.Interval;
import dev.parabola.plugins.activations.Identity;
import dev.parabola.plugins.activations.LeakyRelu;
import dev.parabola.plugins.activations.Relu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BreakpointsTest {
    private static final Interval RANGE = new Interval(-2, 3);
    private static final int CELLS = 4000;
    private static final AffineMap AS_IT_IS = new AffineMap(0, 1);
    private static final Plugin HARD_TANH = formula("min(max(x, -1), 1)");
    private static final Plugin STEP = formula("if(x > 0, 1, 0)");

    /** 3·relu(2x − 1) − 5·relu(−x − 4) + 7. */
    private static final double[] TWO_UNITS = {2, -1, 3, -5, -1, -4, 7};

    @Test
    void aUnitOfOneLayerPassesItsKinkAtMinusBiasOverWeight() {
        assertThat(find(List.of(2), new Relu(), TWO_UNITS, AS_IT_IS, AS_IT_IS))
                .containsExactly(new Breakpoint(0, 0, 0.5, 0, 6), new Breakpoint(0, 1, -4, 5, 0));
    }

    @Test
    void pointsAndSlopesAreInTheDatasOwnUnits() {
        AffineMap inputs = new AffineMap(10, 4);
        AffineMap outputs = new AffineMap(-3, 8);

        assertThat(find(List.of(2), new Relu(), TWO_UNITS, inputs, outputs))
                .containsExactly(new Breakpoint(0, 0, 12, 0, 12), new Breakpoint(0, 1, -6, 10, 0));
    }

    /** |x| = relu(x) + relu(−x), then relu(|x| − 1) with slope 2: the second layer's unit passes its kink twice. */
    @Test
    void aUnitOfTheSecondLayerMayPassItsKinkSeveralTimes() {
        double[] parameters = {1, -1, 1, 1, 2, 0, 0, -1, 0};

        assertThat(find(List.of(2, 1), new Relu(), parameters, AS_IT_IS, AS_IT_IS))
                .containsExactly(
                        new Breakpoint(0, 0, 0, 0, 0),
                        new Breakpoint(0, 1, 0, 0, 0),
                        new Breakpoint(1, 0, -1, -2, 0),
                        new Breakpoint(1, 0, 1, 0, 2));
    }

    /** relu(|x|) touches its kink at 0 and never passes it. */
    @Test
    void touchingIsNotPassing() {
        double[] parameters = {1, -1, 1, 1, 2, 0, 0, 0, 0};

        assertThat(find(List.of(2, 1), new Relu(), parameters, AS_IT_IS, AS_IT_IS))
                .extracting(Breakpoint::layer)
                .containsExactly(0, 0);
    }

    /** Two constant units, and above them relu(relu(0.5) + relu(−0.5) − 3). */
    @Test
    void unitsThatAreConstantHaveNone() {
        double[] parameters = {0, -0.0, 1, 1, 1, 0.5, -0.5, -3, 9};

        assertThat(find(List.of(2, 1), new Relu(), parameters, AS_IT_IS, AS_IT_IS))
                .isEmpty();
    }

    /** relu(−relu(x) − 1): the second layer's unit is dead. */
    @Test
    void aUnitThatNeverReachesItsKinkHasNone() {
        assertThat(find(List.of(1, 1), new Relu(), new double[] {1, -1, 5, 0, -1, 0}, AS_IT_IS, AS_IT_IS))
                .containsExactly(new Breakpoint(0, 0, 0, 0, 0));
    }

    @Test
    void pointsThatNoDoubleHoldsAreLeftOut() {
        assertThat(find(List.of(1), new Relu(), new double[] {1e-300, 1, 1, 0}, AS_IT_IS, AS_IT_IS))
                .hasSize(1);
        assertThat(find(List.of(1), new Relu(), new double[] {1e-310, 1, 1, 0}, AS_IT_IS, AS_IT_IS))
                .isEmpty();
        assertThat(find(List.of(1), new Relu(), new double[] {1e-300, 1, 1, 0}, new AffineMap(0, 1e10), AS_IT_IS))
                .isEmpty();
    }

    @Test
    void aUnitPassesEveryKinkOfItsActivation() {
        assertThat(find(List.of(1), HARD_TANH, new double[] {-2, 1, 3, 0}, AS_IT_IS, AS_IT_IS))
                .containsExactly(new Breakpoint(0, 0, 1, 0, -2), new Breakpoint(0, 0, 2, -2, 0));
    }

    /** The second unit's weighted input jumps from −0.5 to 0.5 where the first steps up. */
    @Test
    void aJumpBelowCarriesAUnitOverItsKink() {
        double[] parameters = {1, 1, 1, -0.25, -0.5, 0};

        assertThat(find(List.of(1, 1), STEP, parameters, AS_IT_IS, AS_IT_IS))
                .containsExactly(new Breakpoint(0, 0, 0.25, 0, 0), new Breakpoint(1, 0, 0.25, 0, 0));
    }

    @Test
    void aLinearModelHasNone() {
        assertThat(find(List.of(), new Relu(), new double[] {2, 1}, AS_IT_IS, AS_IT_IS))
                .isEmpty();
        assertThat(find(List.of(2), new Identity(), TWO_UNITS, AS_IT_IS, AS_IT_IS))
                .isEmpty();
    }

    @Test
    void refusesSeveralInputs() {
        PiecewiseLinear relu = PiecewiseLinear.of(new Relu()).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakpoints(new NetworkShape(2, List.of(3)), relu))
                .withMessageContaining("2 inputs");
    }

    @Test
    void countsTheUnitsThatBreakInsideARangeWithItsEnds() {
        Breakpoints breakpoints = new Breakpoints(
                new NetworkShape(1, List.of(2)), PiecewiseLinear.of(new Relu()).orElseThrow());

        assertThat(breakpoints.unitsBreakingWithin(TWO_UNITS, AS_IT_IS, new Interval(-4, 0.5)))
                .containsExactly(2);
        assertThat(breakpoints.unitsBreakingWithin(TWO_UNITS, AS_IT_IS, new Interval(-3.99, 0.5)))
                .containsExactly(1);
        assertThat(breakpoints.unitsBreakingWithin(TWO_UNITS, new AffineMap(10, 4), new Interval(-5, 11)))
                .containsExactly(0);
    }

    static Stream<Arguments> networks() {
        return Stream.of(List.of(1), List.of(10), List.of(5, 4), List.of(8, 8), List.of(6, 5, 4), List.of(16, 16, 16))
                .flatMap(hidden -> Stream.of(
                        Arguments.of(hidden, new Relu(), (DoubleUnaryOperator) z -> Math.max(z, 0)),
                        Arguments.of(hidden, new LeakyRelu(0.1), (DoubleUnaryOperator) z -> z > 0 ? z : 0.1 * z),
                        Arguments.of(hidden, HARD_TANH, (DoubleUnaryOperator) z -> Math.max(-1, Math.min(1, z)))));
    }

    /**
     * Against the network itself, evaluated: between neighbours on a fine grid a unit is on another piece exactly if it has an odd
     * number of breakpoints there; its weighted input is a kink's value at each; and the slopes are those of secants that no other
     * breakpoint disturbs.
     */
    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithTheNetworkEvaluatedOnAFineGrid(List<Integer> hidden, Plugin plugin, DoubleUnaryOperator activation) {
        NetworkShape shape = new NetworkShape(1, hidden);
        PiecewiseLinear pieces = PiecewiseLinear.of(plugin).orElseThrow();
        AffineMap inputs = new AffineMap(0.7, 1.9);
        AffineMap outputs = new AffineMap(-2, 3.5);
        SplittableRandom random = new SplittableRandom(hidden.hashCode());
        int compared = 0;
        int all = 0;
        for (int network = 0; network < 10; network++) {
            double[] parameters = random.doubles(shape.parameters(), -1.5, 1.5).toArray();
            List<Breakpoint> found = new Breakpoints(shape, pieces).of(parameters, inputs, outputs);
            Forward forward = new Forward(shape, activation, parameters, inputs, outputs);
            assertPassings(found, forward, pieces, shape);
            compared += assertSlopes(found, forward);
            all += found.size();
            assertCounts(found, new Breakpoints(shape, pieces).unitsBreakingWithin(parameters, inputs, RANGE));
        }
        assertThat(compared).isGreaterThan(all / 2);
    }

    private static void assertPassings(
            List<Breakpoint> found, Forward forward, PiecewiseLinear pieces, NetworkShape shape) {
        for (Breakpoint point : found) {
            double sum = forward.at(point.x()).get(point.layer())[point.unit()];
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < pieces.breakCount(); i++) {
                nearest = Math.min(nearest, Math.abs(sum - pieces.breakAt(i)));
            }
            assertThat(nearest).isLessThan(1e-11 * (1 + Math.abs(point.x())));
        }
        double step = RANGE.width() / CELLS;
        List<double[]> before = forward.at(RANGE.low());
        for (int i = 1; i <= CELLS; i++) {
            double from = RANGE.low() + (i - 1) * step;
            double to = RANGE.low() + i * step;
            List<double[]> after = forward.at(to);
            for (int l = 0; l < shape.layers().size() - 1; l++) {
                for (int unit = 0; unit < shape.layers().get(l).outputs(); unit++) {
                    int layer = l;
                    int number = unit;
                    long within = found.stream()
                            .filter(point -> point.layer() == layer && point.unit() == number)
                            .filter(point -> point.x() > from && point.x() <= to)
                            .count();
                    int moved = piece(after.get(l)[unit], pieces) - piece(before.get(l)[unit], pieces);
                    assertThat((within - moved) % 2)
                            .as("unit %s of layer %s in (%s, %s]", unit, l, from, to)
                            .isZero();
                }
            }
            before = after;
        }
    }

    private static int piece(double sum, PiecewiseLinear pieces) {
        int piece = 0;
        while (piece < pieces.breakCount() && pieces.breakAt(piece) < sum) {
            piece++;
        }
        return piece;
    }

    /** The number of breakpoints that have room for a secant on both sides. */
    private static int assertSlopes(List<Breakpoint> found, Forward forward) {
        double[] all =
                found.stream().mapToDouble(Breakpoint::x).sorted().distinct().toArray();
        int compared = 0;
        for (Breakpoint point : found) {
            int place = Arrays.binarySearch(all, point.x());
            double left = place == 0 ? 1 : Math.min(1, point.x() - all[place - 1]);
            double right = place == all.length - 1 ? 1 : Math.min(1, all[place + 1] - point.x());
            if (Math.abs(point.x()) < 100 && Math.min(left, right) > 1e-5) {
                assertThat(point.slopeLeft()).isCloseTo(forward.secant(point.x() - left / 2, point.x()), within(1e-7));
                assertThat(point.slopeRight())
                        .isCloseTo(forward.secant(point.x(), point.x() + right / 2), within(1e-7));
                compared++;
            }
        }
        return compared;
    }

    private static void assertCounts(List<Breakpoint> found, int[] counts) {
        for (int l = 0; l < counts.length; l++) {
            int layer = l;
            assertThat((long) counts[l])
                    .isEqualTo(found.stream()
                            .filter(point ->
                                    point.layer() == layer && point.x() >= RANGE.low() && point.x() <= RANGE.high())
                            .mapToInt(Breakpoint::unit)
                            .distinct()
                            .count());
        }
    }

    /** A network of one input, evaluated as its definition says. */
    private record Forward(
            NetworkShape shape,
            DoubleUnaryOperator activation,
            double[] parameters,
            AffineMap inputs,
            AffineMap outputs) {
        /** The weighted inputs of each layer's units. */
        List<double[]> at(double x) {
            List<double[]> sums = new ArrayList<>();
            double[] below = {inputs.apply(x)};
            for (Dense layer : shape.layers()) {
                double[] here = new double[layer.outputs()];
                for (int unit = 0; unit < here.length; unit++) {
                    here[unit] = parameters[layer.biases() + unit];
                    for (int i = 0; i < below.length; i++) {
                        here[unit] += parameters[layer.weights() + unit * below.length + i] * below[i];
                    }
                }
                sums.add(here);
                below = Arrays.stream(here).map(activation).toArray();
            }
            return sums;
        }

        double secant(double from, double to) {
            List<double[]> left = at(from);
            List<double[]> right = at(to);
            double rise = right.get(right.size() - 1)[0] - left.get(left.size() - 1)[0];
            return rise * outputs.scale() / (to - from);
        }
    }

    private static List<Breakpoint> find(
            List<Integer> hidden, Plugin activation, double[] parameters, AffineMap inputs, AffineMap outputs) {
        NetworkShape shape = new NetworkShape(1, hidden);
        assertThat(parameters).hasSize(shape.parameters());
        return new Breakpoints(shape, PiecewiseLinear.of(activation).orElseThrow()).of(parameters, inputs, outputs);
    }

    private static Plugin formula(String text) {
        return new ExpressionActivation(text, Expression.parse(text, "x"::equals));
    }
}
