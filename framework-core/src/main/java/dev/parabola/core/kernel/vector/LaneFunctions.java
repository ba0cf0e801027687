package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program.Instruction;
import dev.parabola.core.kernel.vector.LaneCode.Bits;
import java.util.function.ObjIntConsumer;

/**
 * Writes the elementary functions on vectors of lanes, operation by operation as {@link dev.parabola.api.math.Elementary} and its
 * counterpart for float32 define them. The methods are named as the scalar ones. The functions that are rarely used are
 * called for one lane after the other.
 */
abstract class LaneFunctions {
    final LaneCode code;
    private final int scratch;

    /**
     * Functions of one method.
     *
     * @param code the method's body
     * @param scratch the variable of an array of two rows
     */
    LaneFunctions(LaneCode code, int scratch) {
        this.code = code;
        this.scratch = scratch;
    }

    static LaneFunctions of(LaneCode code, int scratch) {
        return switch (code.format()) {
            case FLOAT64 -> new DoubleFunctions(code, scratch);
            case FLOAT32 -> new FloatFunctions(code, scratch);
        };
    }

    /** About how many operations an instruction is. */
    static int operations(Instruction instruction) {
        return switch (instruction.operation()) {
            case INTEGER_POWER -> 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(instruction.exponent())));
            case FLOOR -> 28;
            case SIGN, TAN, ATAN, POWER -> 12;
            case EXP, LOG, TANH, SIGMOID -> 55;
            case SIN, COS, SOFTPLUS -> 80;
            case ERF -> 100;
            case WHERE -> 4;
            default -> 2;
        };
    }

    int apply(Operation function, int... arguments) {
        int x = arguments[0];
        return switch (function) {
            case EXP -> exp(x);
            case LOG -> log(x);
            case SIN -> sin(x);
            case COS -> cos(x);
            case TANH -> tanh(x);
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> softplus(x);
            case ERF -> erf(x);
            default -> code.call(laneByLane(function), scratch, arguments);
        };
    }

    /** What is computed for one lane after the other. */
    abstract ObjIntConsumer<?> laneByLane(Operation function);

    abstract int exp(int x);

    abstract int log(int x);

    abstract int sin(int x);

    abstract int cos(int x);

    abstract int tanh(int x);

    abstract int sigmoid(int x);

    abstract int softplus(int x);

    abstract int erf(int x);

    // ---- what both formats need

    final int number(double value) {
        return code.constant(value);
    }

    /** Horner's scheme: from a value, multiply by x and add the next coefficient. */
    final int horner(int x, double first, double... coefficients) {
        int sum = number(first);
        for (double coefficient : coefficients) {
            sum = code.fma(x, sum, number(coefficient));
        }
        return sum;
    }

    final int clamp(int x, double lowest, double highest) {
        int low = number(lowest);
        return atMost(code.where(code.compare(x, Comparison.LESS, low), low, x), highest);
    }

    final int atMost(int x, double highest) {
        int high = number(highest);
        return code.where(code.compare(x, Comparison.GREATER, high), high, x);
    }

    /** One of two numbers by the sign of a third that is no zero where it matters. */
    final int ifNegative(int x, int negative, int otherwise) {
        return code.where(code.compare(x, Comparison.LESS, number(0)), negative, otherwise);
    }

    final int nanIfNan(int x, int result) {
        return code.where(code.compare(x, Comparison.NOT_EQUAL, x), number(Double.NaN), result);
    }

    /** The magnitude of one number with the sign of another. */
    final int withSign(int magnitude, int sign) {
        Bits unsigned = code.and(code.bits(magnitude), ~signBit());
        return code.number(code.or(unsigned, code.and(code.bits(sign), signBit())));
    }

    /** The number negated where the flag's sign bit is set. */
    final int flipSign(int x, Bits flag) {
        return code.number(code.xor(code.bits(x), code.and(flag, signBit())));
    }

    final long signBit() {
        return 1L << (code.format().bits() - 1);
    }

    /** Corrects the results of arguments beyond a limit, and of those that are not finite. */
    final int correctBeyond(double limit, ObjIntConsumer<?> function, int x, int result) {
        return code.correctUnless(
                code.compare(code.abs(x), Comparison.AT_MOST, number(limit)), function, scratch, x, result);
    }
}
