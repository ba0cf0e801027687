package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program.Instruction;
import dev.parabola.core.kernel.SplitProgram;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Writes a program's instructions on vectors of lanes. Each becomes exactly its IEEE operation or elementary function, so the bits in
 * each lane are those of {@link dev.parabola.api.expression.Program#evaluate}.
 */
final class FormulaWriter {
    private final SplitProgram program;
    private final LaneCode code;
    private final LaneFunctions functions;
    /** The variable of each instruction's result. */
    private final int[] values;

    /**
     * A writer of a program into a method.
     *
     * @param program the program
     * @param code the method's body
     * @param functions the elementary functions in that method
     */
    FormulaWriter(SplitProgram program, LaneCode code, LaneFunctions functions) {
        this.program = program;
        this.code = code;
        this.functions = functions;
        values = new int[program.program().instructions().size()];
    }

    /**
     * Writes the instructions that are the same for all rows, and what is done with those that are hoisted.
     *
     * @param uniforms the variable of the array of uniform inputs and constants
     * @param hoisted the variable of the array of hoisted results
     * @param first the variable of the index of the first row in both
     */
    void writeUniform(int uniforms, int hoisted, int first) {
        List<Instruction> instructions = program.program().instructions();
        int constant = program.uniformInputs();
        for (int i = 0; i < values.length; i++) {
            Instruction instruction = instructions.get(i);
            if (program.isUniform(i)) {
                values[i] = switch (instruction.operation()) {
                    case CONSTANT -> code.load(uniforms, first, constant * code.lanes());
                    case VARIABLE -> code.load(uniforms, first, (instruction.a() - program.rowInputs()) * code.lanes());
                    default -> write(instruction);
                };
            }
            if (program.isHoisted(i)) {
                code.store(values[i], hoisted, first, program.hoistedPlace(i) * code.lanes());
            }
            if (instruction.operation() == Operation.CONSTANT) {
                constant++;
            }
        }
    }

    /**
     * Reads the hoisted results, before the loop over rows.
     *
     * @param hoisted the variable of the array of hoisted results
     * @param first the variable of the index of its first row
     */
    void readHoisted(int hoisted, int first) {
        for (int i = 0; i < values.length; i++) {
            if (program.isHoisted(i)) {
                values[i] = code.load(hoisted, first, program.hoistedPlace(i) * code.lanes());
            }
        }
    }

    /**
     * Writes the instructions that differ by row.
     *
     * @param input gives the variable of an input's value
     * @return the variable of each output
     */
    int[] writeRow(IntUnaryOperator input) {
        List<Instruction> instructions = program.program().instructions();
        for (int i = 0; i < values.length; i++) {
            if (!program.isUniform(i)) {
                Instruction instruction = instructions.get(i);
                values[i] = instruction.operation() == Operation.VARIABLE
                        ? input.applyAsInt(instruction.a())
                        : write(instruction);
            }
        }
        int[] outputs = new int[program.program().outputCount()];
        for (int output = 0; output < outputs.length; output++) {
            outputs[output] = values[program.program().output(output)];
        }
        return outputs;
    }

    private int write(Instruction instruction) {
        int[] arguments = SplitProgram.arguments(instruction);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values[arguments[i]];
        }
        Operation operation = instruction.operation();
        return switch (operation) {
            case NEGATE -> code.negate(arguments[0]);
            case ABS -> code.abs(arguments[0]);
            case SQRT -> code.sqrt(arguments[0]);
            case PLUS -> code.plus(arguments[0], arguments[1]);
            case MINUS -> code.minus(arguments[0], arguments[1]);
            case TIMES -> code.times(arguments[0], arguments[1]);
            case DIVIDE -> code.dividedBy(arguments[0], arguments[1]);
            case MIN -> code.min(arguments[0], arguments[1]);
            case MAX -> code.max(arguments[0], arguments[1]);
            case WHERE ->
                code.where(
                        code.compare(arguments[0], Objects.requireNonNull(instruction.comparison()), arguments[1]),
                        arguments[2],
                        arguments[3]);
            case INTEGER_POWER -> integerPower(arguments[0], instruction.exponent());
            case FLOOR -> floor(arguments[0]);
            case SIGN -> sign(arguments[0]);
            case EXP, LOG, SIN, COS, TAN, TANH, ATAN, ERF, SIGMOID, SOFTPLUS, POWER ->
                functions.apply(operation, arguments);
            case CONSTANT, VARIABLE -> throw new IllegalArgumentException(operation + " computes nothing");
        };
    }

    /** By squaring, as {@link Operation#INTEGER_POWER} says. */
    private int integerPower(int a, int exponent) {
        int n = Math.abs(exponent);
        int result = a;
        for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
            result = code.times(result, result);
            if ((n & bit) != 0) {
                result = code.times(result, a);
            }
        }
        return exponent < 0 ? code.dividedBy(code.constant(1), result) : result;
    }

    /** Adding and subtracting the power of two from which on all numbers are integers rounds to the nearest of them. */
    private int floor(int a) {
        int magnitude = code.abs(a);
        int allIntegers = code.constant(
                switch (code.format()) {
                    case FLOAT64 -> 0x1p52;
                    case FLOAT32 -> 0x1p23;
                });
        int nearest = functions.withSign(code.minus(code.plus(magnitude, allIntegers), allIntegers), a);
        int below = code.minus(nearest, code.constant(1));
        int floor = code.where(code.compare(nearest, Comparison.GREATER, a), below, nearest);
        return code.where(code.compare(magnitude, Comparison.LESS, allIntegers), floor, a);
    }

    private int sign(int a) {
        int zero = code.constant(0);
        int negative = code.where(code.compare(a, Comparison.LESS, zero), code.constant(-1), a);
        return code.where(code.compare(a, Comparison.GREATER, zero), code.constant(1), negative);
    }
}
