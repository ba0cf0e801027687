package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Operation;
import dev.parabola.api.math.Elementary;
import java.util.function.ObjIntConsumer;

/**
 * Elementary functions of the lanes of a row, one after the other. The arguments stand at the beginning of an array, row after row;
 * the first row becomes the results. Neighbours with equal arguments, as trials of one cell have, are computed once.
 */
final class LaneCalls64 {
    private LaneCalls64() {}

    @FunctionalInterface
    private interface Function {
        double of(double x);
    }

    private static void apply(Function function, double[] values, int lanes) {
        double argument = values[0];
        double result = function.of(argument);
        values[0] = result;
        for (int lane = 1; lane < lanes; lane++) {
            if (values[lane] != argument || argument == 0) {
                argument = values[lane];
                result = function.of(argument);
            }
            values[lane] = result;
        }
    }

    /** The function that an operation is. */
    static ObjIntConsumer<double[]> of(Operation operation) {
        return switch (operation) {
            case TAN -> LaneCalls64::tan;
            case ATAN -> LaneCalls64::atan;
            case POWER -> LaneCalls64::power;
            default -> throw new IllegalArgumentException(operation + " is computed for all lanes at once");
        };
    }

    static void tan(double[] values, int lanes) {
        apply(Elementary::tan, values, lanes);
    }

    static void atan(double[] values, int lanes) {
        apply(Elementary::atan, values, lanes);
    }

    static void power(double[] values, int lanes) {
        double base = values[0];
        double exponent = values[lanes];
        double result = Elementary.pow(base, exponent);
        values[0] = result;
        for (int lane = 1; lane < lanes; lane++) {
            if (values[lane] != base || values[lanes + lane] != exponent || base == 0) {
                base = values[lane];
                exponent = values[lanes + lane];
                result = Elementary.pow(base, exponent);
            }
            values[lane] = result;
        }
    }

    /** Replaces the sines, in the second row, of arguments that are too large for vectors or not finite. */
    static void sinBeyond(double[] values, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            values[lanes + lane] = Elementary.sin(values[lane]);
        }
    }

    /** Replaces the cosines, in the second row, of arguments that are too large for vectors or not finite. */
    static void cosBeyond(double[] values, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            values[lanes + lane] = Elementary.cos(values[lane]);
        }
    }
}
