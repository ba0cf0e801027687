package dev.parabola.core.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.Compiled32;
import dev.parabola.core.kernel.Compiled64;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.LaneConstants32;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.kernel.RowStart;
import dev.parabola.core.kernel.ScalarKernel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every elementary function of vectors gives the bits of the scalar one, at arguments of every sign and exponent. */
class LaneFunctionsTest {
    private static final Kernel SCALAR = new ScalarKernel();
    private static final Map<String, UnaryOperator<Expression>> FUNCTIONS = new TreeMap<>(Map.of(
            "exp", Expression::exp,
            "log", Expression::log,
            "sin", Expression::sin,
            "cos", Expression::cos,
            "tanh", Expression::tanh,
            "sigmoid", Expression::sigmoid,
            "softplus", Expression::softplus,
            "erf", Expression::erf,
            "sqrt", Expression::sqrt,
            "floor", Expression::floor));

    private static final int EXPONENTS_64 = 1 << 12;
    private static final int EXPONENTS_32 = 1 << 9;
    private static final int MANTISSAS_64 = 16;
    private static final int MANTISSAS_32 = 128;

    static Stream<Arguments> functions() {
        return FUNCTIONS.keySet().stream()
                .flatMap(name -> Stream.of(128, 256, 512).map(bits -> Arguments.of(name, bits)));
    }

    @ParameterizedTest(name = "{0}, {1} bits")
    @MethodSource("functions")
    void givesTheScalarFunctionsBitsInFloat64(String name, int bits) {
        double[] arguments = new double[EXPONENTS_64 * MANTISSAS_64];
        Random random = new Random(1);
        for (int i = 0; i < arguments.length; i++) {
            long mantissa = mantissa(i % MANTISSAS_64, random, 52);
            arguments[i] = Double.longBitsToDouble((((long) (i / MANTISSAS_64)) << 52) | mantissa);
        }
        Program program = program(name);

        double[] actual = results64(new VectorKernel(bits, RowStart.AT_ONCE), program, arguments);

        double[] expected = results64(SCALAR, program, arguments);
        for (int i = 0; i < arguments.length; i++) {
            if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected[i])) {
                assertThat(actual[i]).as("%s(%s)", name, arguments[i]).isEqualTo(expected[i]);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} bits")
    @MethodSource("functions")
    void givesTheScalarFunctionsBitsInFloat32(String name, int bits) {
        float[] arguments = new float[EXPONENTS_32 * MANTISSAS_32];
        Random random = new Random(2);
        for (int i = 0; i < arguments.length; i++) {
            int mantissa = (int) mantissa(i % MANTISSAS_32, random, 23);
            arguments[i] = Float.intBitsToFloat(((i / MANTISSAS_32) << 23) | mantissa);
        }
        Program program = program(name);

        float[] actual = results32(new VectorKernel(bits, RowStart.AT_ONCE), program, arguments);

        float[] expected = results32(SCALAR, program, arguments);
        for (int i = 0; i < arguments.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                assertThat(actual[i]).as("%s(%s)", name, arguments[i]).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void loopsLiveInThePackageOfTheVectorsAndGiveTheSameBitsInOurs() {
        assertThat(VectorHome.ofVectors())
                .as("--add-opens jdk.incubator.vector/jdk.incubator.vector=ALL-UNNAMED")
                .isPresent();
        assertThat(VectorHome.find().seesClasses()).isTrue();
        Expression x = Expression.variable("x");
        Program program = Program.of(List.of("x"), List.of(x.tan().plus(x.sin()).plus(x.tanh())));
        double[] arguments = new Random(3).doubles(64, -1e3, 1e3).toArray();
        arguments[7] = 1e300;

        double[] outside = results64(new VectorKernel(256, RowStart.AT_ONCE, VectorHome.OURS), program, arguments);

        assertThat(outside).isEqualTo(results64(SCALAR, program, arguments));
        assertThat(outside).isEqualTo(results64(new VectorKernel(256, RowStart.AT_ONCE), program, arguments));
    }

    private static Program program(String name) {
        return Program.of(List.of("x"), List.of(FUNCTIONS.get(name).apply(Expression.variable("x"))));
    }

    /** The smallest, the largest, then random ones. */
    private static long mantissa(int index, Random random, int bits) {
        long all = (1L << bits) - 1;
        return index == 0 ? 0 : index == 1 ? all : random.nextLong() & all;
    }

    private static double[] results64(Kernel kernel, Program program, double[] arguments) {
        Lanes lanes = new Lanes(kernel.float64().width(1));
        Compiled64 compiled = kernel.float64().compile(program, 1);
        LaneConstants64 constants = LaneConstants64.of(List.of(compiled), lanes);
        double[] hoisted = new double[compiled.code().hoisted() * lanes.count()];
        compiled.code().hoist(lanes, constants.constants(), hoisted);
        double[][] arrays = {arguments, new double[arguments.length]};
        compiled.code().apply(lanes, arrays, 0, arguments.length / lanes.count(), hoisted);
        return arrays[1];
    }

    private static float[] results32(Kernel kernel, Program program, float[] arguments) {
        Lanes lanes = new Lanes(kernel.float32().width(1));
        Compiled32 compiled = kernel.float32().compile(program, 1);
        LaneConstants32 constants = LaneConstants32.of(List.of(compiled), lanes);
        float[] hoisted = new float[compiled.code().hoisted() * lanes.count()];
        compiled.code().hoist(lanes, constants.constants(), hoisted);
        float[][] arrays = {arguments, new float[arguments.length]};
        compiled.code().apply(lanes, arrays, 0, arguments.length / lanes.count(), hoisted);
        return arrays[1];
    }
}
