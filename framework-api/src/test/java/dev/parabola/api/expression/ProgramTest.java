package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");

    @Test
    void equalSubexpressionsAreComputedOnce() {
        Expression formula = X.sin().plus(variable("x").sin()).times(X.sin());
        Program program = Program.of(List.of("x"), List.of(formula));
        assertThat(program.instructions())
                .extracting(Program.Instruction::operation)
                .containsExactly(Operation.VARIABLE, Operation.SIN, Operation.PLUS, Operation.TIMES);
    }

    @Test
    void formulasShareTheirInstructions() {
        Expression value = X.tanh();
        Program program = Program.of(List.of("x"), List.of(value, value.derivative("x"), value));
        assertThat(program.instructions())
                .extracting(Program.Instruction::operation)
                .containsExactly(
                        Operation.VARIABLE,
                        Operation.TANH,
                        Operation.CONSTANT,
                        Operation.INTEGER_POWER,
                        Operation.MINUS);
        assertThat(program.outputCount()).isEqualTo(3);
        assertThat(program.output(0)).isEqualTo(1);
        assertThat(program.output(1)).isEqualTo(4);
        assertThat(program.output(2)).isEqualTo(1);
    }

    @Test
    void nothingIsSharedThatDiffersInASignOrARounding() {
        Program program = Program.of(List.of("x", "y"), List.of(X.times(0.0), X.times(-0.0), X.plus(Y), Y.plus(X)));
        assertThat(program.evaluate(-1, 2)).containsExactly(-0.0, 0.0, 1, 1);
        assertThat(program.instructions()).hasSize(8);
    }

    @Test
    void anInstructionUsesOnlyEarlierResults() {
        RandomExpressions random = new RandomExpressions(3);
        for (int i = 0; i < 200; i++) {
            List<Program.Instruction> instructions = Program.of(
                            List.of("x", "y"), List.of(random.any(5), random.any(5)))
                    .instructions();
            for (int at = 0; at < instructions.size(); at++) {
                int last = at - 1;
                Program.Instruction instruction = instructions.get(at);
                if (instruction.operation() != Operation.VARIABLE) {
                    assertThat(List.of(instruction.a(), instruction.b(), instruction.c(), instruction.d())
                                    .subList(0, instruction.operation().arity()))
                            .allSatisfy(place -> assertThat(place).isBetween(0, last));
                }
            }
            assertThat(instructions).doesNotHaveDuplicates();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aProgramOfManyFormulasGivesEachTheBitsItHasAlone(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        List<Expression> formulas =
                Stream.generate(() -> random.any(4)).limit(50).toList();
        Program together = Program.of(List.of("x", "y"), formulas);
        double x = random.between(-3, 3);
        double y = random.between(-3, 3);
        double[] results = together.evaluate(x, y);
        for (int i = 0; i < results.length; i++) {
            assertThat(results[i]).isEqualTo(Double.valueOf(formulas.get(i).evaluate(Map.of("x", x, "y", y))));
        }
    }

    @Test
    void anUnknownVariableIsRefused() {
        assertThatThrownBy(() -> Program.of(List.of("x", "y"), List.of(variable("z"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'z' is none of the variables x, y");
        assertThatThrownBy(() -> Program.of(List.of(), List.of(X)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'x' is none of the variables (there are none)");
    }

    @Test
    void theConstantsCanBeReplacedInOrder() {
        Program program = Program.of(
                List.of("x"),
                List.of(where(X.isPositive(), X.times(2), X.times(3).plus(2))));
        assertThat(program.constants()).containsExactly(0, 2, 3);
        Program other = program.withConstants(1, 10, 100);
        assertThat(other.evaluate(2)).containsExactly(20);
        assertThat(other.evaluate(1)).containsExactly(110);
        assertThat(program.evaluate(2)).containsExactly(4);
        assertThat(other.withConstants(0, 2, 3)).isEqualTo(program).hasSameHashCodeAs(program);
    }

    @Test
    void programsAreEqualWhenInputsInstructionsAndOutputsAre() {
        Program program = Program.of(List.of("x", "y"), List.of(X.plus(Y), X));
        assertThat(program).isEqualTo(Program.of(List.of("x", "y"), List.of(X.plus(Y), X)));
        assertThat(program).isNotEqualTo(Program.of(List.of("y", "x"), List.of(X.plus(Y), X)));
        assertThat(program).isNotEqualTo(Program.of(List.of("x", "y"), List.of(X.plus(Y), Y)));
        assertThat(program).isNotEqualTo(Program.of(List.of("x", "y"), List.of(X.minus(Y), X)));
        assertThat(program.inputs()).containsExactly("x", "y");
        assertThat(constant(1)).isNotEqualTo(program);
    }
}
