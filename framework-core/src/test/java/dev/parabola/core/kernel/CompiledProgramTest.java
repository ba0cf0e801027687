package dev.parabola.core.kernel;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.vector.VectorKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledProgramTest {
    private static final int ROWS = 37;
    private static final double[] HARD = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2.5,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        1e-8,
        88.7,
        -103.5,
        3e5,
        709.9,
        -745.2,
        1e37,
        1e300,
        -1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    private static final List<UnaryOperator<Expression>> UNARY = List.of(
            Expression::negate,
            Expression::abs,
            Expression::sqrt,
            Expression::exp,
            Expression::log,
            Expression::sin,
            Expression::cos,
            Expression::tan,
            Expression::tanh,
            Expression::atan,
            Expression::erf,
            Expression::sigmoid,
            Expression::softplus,
            Expression::floor,
            Expression::sign,
            x -> x.power(2),
            x -> x.power(-3),
            x -> x.power(13));

    static List<Kernel> kernels() {
        return List.of(
                new ScalarKernel(),
                new VectorKernel(128, RowStart.AT_ONCE),
                new VectorKernel(256, RowStart.AT_ONCE),
                new VectorKernel(512, RowStart.AT_ONCE));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheBitsOfTheInterpreterForRandomFormulas(Kernel kernel) {
        Random random = new Random(1);
        for (int round = 0; round < 150; round++) {
            Expression formula = randomFormula(random, 6);
            assertSameBits(
                    kernel, Program.of(List.of("x", "y", "u"), List.of(formula, formula.derivative("x"))), random);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheBitsOfTheInterpreterForEveryFunctionOfHardNumbers(Kernel kernel) {
        Random random = new Random(4);
        for (UnaryOperator<Expression> function : UNARY) {
            assertSameBits(kernel, Program.of(List.of("x", "y", "u"), List.of(function.apply(variable("x")))), random);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheBitsOfTheInterpreterForEveryComparisonOfHardNumbers(Kernel kernel) {
        Random random = new Random(2);
        for (Comparison comparison : Comparison.values()) {
            Condition condition = new Condition(variable("x"), comparison, variable("y"));
            Expression formula = where(condition, constant(1), constant(2));
            assertSameBits(kernel, Program.of(List.of("x", "y", "u"), List.of(formula)), random);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void interpretsWhatIsTooLargeToCompile(Kernel kernel) {
        Random random = new Random(3);
        Expression formula = variable("x");
        for (int i = 0; i < 3_000; i++) {
            formula = formula.times(i % 2 == 0 ? 1.001 : 0.999).plus(variable("y"));
        }
        assertSameBits(kernel, Program.of(List.of("x", "y", "u"), List.of(formula)), random);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void hoistsFunctionsOfWhatIsTheSameForAllRows(Kernel kernel) {
        Expression power = variable("u").power(variable("u").plus(0.5));
        Expression formula = variable("x")
                .dividedBy(constant(1).minus(power))
                .plus(variable("u").tan());
        Program program = Program.of(List.of("x", "y", "u"), List.of(formula, power));

        assertSameBits(kernel, program, new Random(5));
        assertThat(kernel.float64().compile(program, 2).code().hoisted())
                .as("the divisor, the tangent, and the power as an output")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sharesTheLoopAmongProgramsThatDifferInConstants(Kernel kernel) {
        Kernel64 float64 = kernel.float64();
        Compiled64 a =
                float64.compile(Program.of(List.of("x"), List.of(variable("x").times(0.5))), 1);
        Compiled64 b =
                float64.compile(Program.of(List.of("x"), List.of(variable("x").times(0.25))), 1);
        Compiled64 other =
                float64.compile(Program.of(List.of("x"), List.of(variable("x").plus(0.5))), 1);

        assertThat(b.code()).isSameAs(a.code());
        assertThat(other.code()).isNotSameAs(a.code());
        assertThat(LaneConstants64.of(List.of(a, b), new Lanes(3)).constants()).containsExactly(0.5, 0.25, 0.5);
        assertThatThrownBy(() -> LaneConstants64.of(List.of(a, other), new Lanes(2)))
                .hasMessageContaining("one shape");
    }

    @Test
    void writesAnOutputIntoTheArrayOfItsInput() {
        Compiled64 step = new ScalarKernel64()
                .compile(
                        Program.of(
                                List.of("g", "w"),
                                List.of(
                                        variable("w").minus(variable("g")),
                                        variable("w").times(2))),
                        2);
        double[] weights = {10, 20};
        double[] twice = new double[2];

        step.code().apply(new Lanes(1), new double[][] {{1, 2}, weights, weights, twice}, 0, 2, new double[] {2});

        assertThat(weights).containsExactly(9, 18);
        assertThat(twice).containsExactly(20, 40);
    }

    @Test
    void leavesStoppedLanesAndOtherRowsAlone() {
        Compiled64 twice = new ScalarKernel64()
                .compile(Program.of(List.of("x"), List.of(variable("x").times(2))), 1);
        Lanes lanes = new Lanes(3);
        lanes.stop(1);
        double[] out = new double[9];
        double[] constants = {2, 2, 3};

        twice.code().apply(lanes, new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, out}, 1, 2, constants);

        assertThat(out).containsExactly(0, 0, 0, 8, 0, 18, 14, 0, 27);
    }

    /** Inputs x and y vary by row, u by lane. */
    private static void assertSameBits(Kernel kernel, Program program, Random random) {
        boolean scalar = kernel instanceof ScalarKernel;
        for (int trials : scalar ? new int[] {1, 5} : new int[] {1}) {
            assertSameBitsInFloat64(kernel.float64(), program, trials, random);
            assertSameBitsInFloat32(kernel.float32(), program, trials, random);
        }
    }

    private static void assertSameBitsInFloat64(Kernel64 kernel, Program program, int trials, Random random) {
        int width = kernel.width(trials);
        Compiled64 compiled = kernel.compile(program, 2);
        LaneConstants64 constants = LaneConstants64.of(List.of(compiled), new Lanes(width));
        double[][] arrays = new double[2 + program.outputCount()][ROWS * width];
        for (int i = 0; i < ROWS * width; i++) {
            arrays[0][i] = hardOrEasy(random);
            arrays[1][i] = hardOrEasy(random);
        }
        double[] uniforms = new double[width + constants.constants().length];
        for (int lane = 0; lane < width; lane++) {
            uniforms[lane] = hardOrEasy(random);
        }
        System.arraycopy(constants.constants(), 0, uniforms, width, constants.constants().length);
        double[] hoisted = new double[compiled.code().hoisted() * width];

        compiled.code().hoist(new Lanes(width), uniforms, hoisted);
        compiled.code().apply(new Lanes(width), arrays, 0, ROWS, hoisted);

        for (int i = 0; i < ROWS * width; i++) {
            double[] expected = program.evaluate(arrays[0][i], arrays[1][i], uniforms[i % width]);
            for (int output = 0; output < expected.length; output++) {
                assertThat(Double.doubleToLongBits(arrays[2 + output][i]))
                        .as("%s at %s, %s, %s", program.instructions(), arrays[0][i], arrays[1][i], uniforms[i % width])
                        .isEqualTo(Double.doubleToLongBits(expected[output]));
            }
        }
    }

    private static void assertSameBitsInFloat32(Kernel32 kernel, Program program, int trials, Random random) {
        int width = kernel.width(trials);
        Compiled32 compiled = kernel.compile(program, 2);
        LaneConstants32 constants = LaneConstants32.of(List.of(compiled), new Lanes(width));
        float[][] arrays = new float[2 + program.outputCount()][ROWS * width];
        for (int i = 0; i < ROWS * width; i++) {
            arrays[0][i] = (float) hardOrEasy(random);
            arrays[1][i] = (float) hardOrEasy(random);
        }
        float[] uniforms = new float[width + constants.constants().length];
        for (int lane = 0; lane < width; lane++) {
            uniforms[lane] = (float) hardOrEasy(random);
        }
        System.arraycopy(constants.constants(), 0, uniforms, width, constants.constants().length);
        float[] hoisted = new float[compiled.code().hoisted() * width];

        compiled.code().hoist(new Lanes(width), uniforms, hoisted);
        compiled.code().apply(new Lanes(width), arrays, 0, ROWS, hoisted);

        for (int i = 0; i < ROWS * width; i++) {
            float[] expected = program.evaluate32(arrays[0][i], arrays[1][i], uniforms[i % width]);
            for (int output = 0; output < expected.length; output++) {
                assertThat(Float.floatToIntBits(arrays[2 + output][i]))
                        .as("%s at %s, %s, %s", program.instructions(), arrays[0][i], arrays[1][i], uniforms[i % width])
                        .isEqualTo(Float.floatToIntBits(expected[output]));
            }
        }
    }

    private static double hardOrEasy(Random random) {
        return random.nextInt(3) == 0 ? HARD[random.nextInt(HARD.length)] : 4 * random.nextGaussian();
    }

    private static Expression randomFormula(Random random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            List<Expression> leaves = new ArrayList<>(List.of(variable("x"), variable("y"), variable("u")));
            leaves.add(constant(random.nextGaussian()));
            return leaves.get(random.nextInt(leaves.size()));
        }
        List<Comparison> comparisons = List.of(Comparison.values());
        Expression a = randomFormula(random, depth - 1);
        if (random.nextInt(2) == 0) {
            return UNARY.get(random.nextInt(UNARY.size())).apply(a);
        }
        Expression b = randomFormula(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> a.plus(b);
            case 1 -> a.minus(b);
            case 2 -> a.times(b);
            case 3 -> a.dividedBy(b);
            case 4 -> a.min(b);
            case 5 -> a.max(b);
            case 6 -> a.power(b);
            default -> where(new Condition(a, comparisons.get(random.nextInt(comparisons.size())), b), b, a);
        };
    }
}
