package dev.parabola.core.kernel;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CompiledProgramTest {
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
        709.9,
        -745.2,
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

    private final ScalarKernel kernel = new ScalarKernel();

    @Test
    void givesTheBitsOfTheInterpreterForRandomFormulas() {
        Random random = new Random(1);
        for (int round = 0; round < 400; round++) {
            Expression formula = randomFormula(random, 6);
            assertSameBits(Program.of(List.of("x", "y", "u"), List.of(formula, formula.derivative("x"))), random);
        }
    }

    @Test
    void givesTheBitsOfTheInterpreterForEveryComparisonOfHardNumbers() {
        Random random = new Random(2);
        for (Comparison comparison : Comparison.values()) {
            Condition condition = new Condition(variable("x"), comparison, variable("y"));
            Expression formula = where(condition, constant(1), constant(2));
            assertSameBits(Program.of(List.of("x", "y", "u"), List.of(formula)), random);
        }
    }

    @Test
    void interpretsWhatIsTooLargeToCompile() {
        Random random = new Random(3);
        Expression formula = variable("x");
        for (int i = 0; i < 3_000; i++) {
            formula = formula.times(i % 2 == 0 ? 1.001 : 0.999).plus(variable("y"));
        }
        assertSameBits(Program.of(List.of("x", "y", "u"), List.of(formula)), random);
    }

    @Test
    void sharesTheLoopAmongProgramsThatDifferInConstants() {
        Compiled a =
                kernel.compile(Program.of(List.of("x"), List.of(variable("x").times(0.5))), 1);
        Compiled b =
                kernel.compile(Program.of(List.of("x"), List.of(variable("x").times(0.25))), 1);
        Compiled other =
                kernel.compile(Program.of(List.of("x"), List.of(variable("x").plus(0.5))), 1);

        assertThat(b.code()).isSameAs(a.code());
        assertThat(b.constants()).containsExactly(0.25);
        assertThat(other.code()).isNotSameAs(a.code());
    }

    @Test
    void writesAnOutputIntoTheArrayOfItsInput() {
        Compiled step = kernel.compile(
                Program.of(
                        List.of("g", "w"),
                        List.of(
                                variable("w").minus(variable("g")),
                                variable("w").times(2))),
                2);
        double[] weights = {10, 20};
        double[] twice = new double[2];

        step.code().apply(new Lanes(1), new double[][] {{1, 2}, weights, weights, twice}, 0, 2, step.constants());

        assertThat(weights).containsExactly(9, 18);
        assertThat(twice).containsExactly(20, 40);
    }

    @Test
    void leavesStoppedLanesAndOtherRowsAlone() {
        Compiled twice =
                kernel.compile(Program.of(List.of("x"), List.of(variable("x").times(2))), 1);
        Lanes lanes = new Lanes(3);
        lanes.stop(1);
        double[] out = new double[9];
        double[] constants = {2, 2, 3};

        twice.code().apply(lanes, new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, out}, 1, 2, constants);

        assertThat(out).containsExactly(0, 0, 0, 8, 0, 18, 14, 0, 27);
    }

    /** Inputs x and y vary by row, u by lane; in 1 and in 5 lanes. */
    private void assertSameBits(Program program, Random random) {
        for (int width : new int[] {1, 5}) {
            int rows = 37;
            Compiled compiled = kernel.compile(program, 2);
            double[][] arrays = new double[2 + program.outputCount()][rows * width];
            for (int i = 0; i < rows * width; i++) {
                arrays[0][i] = hardOrEasy(random);
                arrays[1][i] = hardOrEasy(random);
            }
            double[] uniforms = new double[(1 + compiled.constants().length) * width];
            for (int lane = 0; lane < width; lane++) {
                uniforms[lane] = hardOrEasy(random);
                for (int c = 0; c < compiled.constants().length; c++) {
                    uniforms[(1 + c) * width + lane] = compiled.constants()[c];
                }
            }

            compiled.code().apply(new Lanes(width), arrays, 0, rows, uniforms);

            for (int i = 0; i < rows * width; i++) {
                double[] expected = program.evaluate(arrays[0][i], arrays[1][i], uniforms[i % width]);
                for (int output = 0; output < expected.length; output++) {
                    assertThat(Double.doubleToLongBits(arrays[2 + output][i]))
                            .as(
                                    "%s at %s, %s, %s",
                                    program.instructions(), arrays[0][i], arrays[1][i], uniforms[i % width])
                            .isEqualTo(Double.doubleToLongBits(expected[output]));
                }
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
