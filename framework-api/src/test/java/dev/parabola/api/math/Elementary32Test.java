package dev.parabola.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.math.KnownAnswers.FloatFunction;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of arguments are of doubles that are floats, for want of streams of floats. */
class Elementary32Test {

    private static final int MANTISSAS = 1 << 23;

    /**
     * Every function of one argument with the function of doubles that tells its true value, whose own error is below 10<sup>−8</sup>
     * float ulp, its stated bound and where it varies.
     */
    @SuppressWarnings("ImmutableEnumChecker") // method references hold no state
    enum Function {
        EXP(Elementary32::exp, Elementary::exp, 0.9, -104, 89),
        LOG(Elementary32::log, Elementary::log, 1.15, 0, 4),
        SIN(Elementary32::sin, Elementary::sin, 1.55, -20, 20),
        COS(Elementary32::cos, Elementary::cos, 1.55, -20, 20),
        TAN(Elementary32::tan, Elementary::tan, 0.5001, -20, 20),
        TANH(Elementary32::tanh, Elementary::tanh, 2.0, -10, 10),
        ATAN(Elementary32::atan, Elementary::atan, 0.5001, -4, 4),
        ERF(Elementary32::erf, Elementary::erf, 2.2, -4, 4),
        SIGMOID(Elementary32::sigmoid, Elementary::sigmoid, 2.45, -104, 20),
        SOFTPLUS(Elementary32::softplus, Elementary::softplus, 2.2, -104, 20);

        private final FloatFunction function;
        private final DoubleUnaryOperator truth;
        private final double bound;
        private final double lowest;
        private final double highest;

        Function(FloatFunction function, DoubleUnaryOperator truth, double bound, double lowest, double highest) {
            this.function = function;
            this.truth = truth;
            this.bound = bound;
            this.lowest = lowest;
            this.highest = highest;
        }

        float at(double x) {
            return function.at((float) x);
        }

        double errorAt(double x) {
            return ulps(at(x), truth.applyAsDouble(x));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyExponentIsWithinTheStatedError(Function function) {
        assertWithinBound(function, everyExponent(1, 400));
    }

    @ParameterizedTest
    @EnumSource
    void whereTheFunctionVariesItIsWithinTheStatedError(Function function) {
        SplittableRandom random = new SplittableRandom(2);
        double width = function.highest - function.lowest;
        assertWithinBound(function, random.doubles(100_000).map(u -> (float) (function.lowest + width * u)));
        assertWithinBound(function, random.doubles(100_000).map(u -> (float) (4 * u - 2)));
    }

    /** Where a method changes its course: choice of k, of polynomial, of reduction, of zero or infinity. */
    @ParameterizedTest
    @EnumSource
    void theSeamsOfTheMethodsAreWithinTheStatedError(Function function) {
        DoubleStream seams = DoubleStream.of(
                0.17328680,
                0.34657359,
                0.51986039,
                0.70710678,
                0.78539816,
                1,
                1.0397208,
                1.41421356,
                2.3561945,
                3.832507,
                4,
                9.0109,
                10,
                15,
                16.635532,
                17.328680,
                87.336545,
                88.722839,
                103.27893,
                103.97208,
                104,
                0x1p18,
                0x1p19);
        assertWithinBound(function, seams.flatMap(x -> neighbours(x, 100)));
    }

    @Test
    void logarithmsNextToOneAreWithinTheStatedError() {
        assertWithinBound(Function.LOG, neighbours(1, 5000).filter(x -> x > 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"SIN", "COS", "TAN"})
    void anglesNextToMultiplesOfARightAngleAreWithinTheStatedError(Function function) {
        DoubleStream multiples = IntStream.range(1, 200_000).mapToDouble(k -> k * (Math.PI / 2));
        assertWithinBound(function, multiples.flatMap(x -> neighbours(x, 1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"TAN", "ATAN"})
    void someFunctionsAreThoseOfDoublesRounded(Function function) {
        everyExponent(3, 20).forEach(x -> assertSameBits(function.at(x), (float) function.truth.applyAsDouble(x)));
    }

    @Test
    void sinesOfLargeAnglesAreThoseOfDoublesRounded() {
        float limit = Trigonometric32.DIRECT_REDUCTION_LIMIT;
        everyExponent(4, 200).filter(x -> Math.abs(x) > limit).forEach(x -> {
            assertSameBits(Elementary32.sin((float) x), (float) Elementary.sin(x));
            assertSameBits(Elementary32.cos((float) x), (float) Elementary.cos(x));
        });
        assertSameBits(Elementary32.sin(Math.nextUp(limit)), (float) Elementary.sin(Math.nextUp(limit)));
    }

    @Test
    void powersAreThoseOfDoublesRounded() {
        SplittableRandom random = new SplittableRandom(5);
        everyExponent(6, 20).forEach(x -> {
            float y = (float) (random.nextDouble() * 20 - 10);
            assertSameBits(Elementary32.pow((float) x, y), (float) Elementary.pow(x, y));
            assertSameBits(Elementary32.pow((float) x, 1), (float) x);
            assertSameBits(Elementary32.pow((float) x, 0), 1);
        });
        assertSameBits(Elementary32.pow(Float.NaN, 2), Float.NaN);
        assertSameBits(Elementary32.pow(2, Float.NaN), Float.NaN);
        assertSameBits(Elementary32.pow(-2, 0.5f), Float.NaN);
        assertSameBits(Elementary32.pow(-2, 3), -8);
        assertSameBits(Elementary32.pow(-0.0f, -3), Float.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, 0, 1",
        "EXP, -0.0, 1",
        "EXP, Infinity, Infinity",
        "EXP, -Infinity, 0",
        "EXP, 88.8, Infinity",
        "EXP, 3e38, Infinity",
        "EXP, -104, 0",
        "EXP, -3e38, 0",
        "LOG, 1, 0",
        "LOG, 0, -Infinity",
        "LOG, -0.0, -Infinity",
        "LOG, Infinity, Infinity",
        "LOG, -1, NaN",
        "LOG, -Infinity, NaN",
        "LOG, -1.4e-45, NaN",
        "SIN, 0, 0",
        "SIN, -0.0, -0.0",
        "SIN, Infinity, NaN",
        "SIN, -Infinity, NaN",
        "COS, 0, 1",
        "COS, -0.0, 1",
        "COS, Infinity, NaN",
        "COS, -Infinity, NaN",
        "TAN, 0, 0",
        "TAN, -0.0, -0.0",
        "TAN, Infinity, NaN",
        "TAN, -Infinity, NaN",
        "TANH, 0, 0",
        "TANH, -0.0, -0.0",
        "TANH, Infinity, 1",
        "TANH, -Infinity, -1",
        "TANH, 9.1, 1",
        "ATAN, 0, 0",
        "ATAN, -0.0, -0.0",
        "ATAN, Infinity, 1.5707964",
        "ATAN, -Infinity, -1.5707964",
        "ERF, 0, 0",
        "ERF, -0.0, -0.0",
        "ERF, Infinity, 1",
        "ERF, -Infinity, -1",
        "ERF, 4, 1",
        "SIGMOID, 0, 0.5",
        "SIGMOID, -0.0, 0.5",
        "SIGMOID, Infinity, 1",
        "SIGMOID, -Infinity, 0",
        "SIGMOID, 3e38, 1",
        "SIGMOID, -104, 0",
        "SIGMOID, -3e38, 0",
        "SOFTPLUS, Infinity, Infinity",
        "SOFTPLUS, -Infinity, 0",
        "SOFTPLUS, -104, 0",
        "SOFTPLUS, 15, 15",
        "SOFTPLUS, 1e30, 1e30"
    })
    void specialValuesAreAsDocumented(Function function, float x, float expected) {
        assertSameBits(function.at(x), expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyNanGivesTheCanonicalNan(Function function) {
        for (int bits : new int[] {0x7FC0_0000, 0xFFC0_0000, 0x7F80_0001, 0x7FFF_FFFF, -1}) {
            assertSameBits(function.function.at(Float.intBitsToFloat(bits)), Float.NaN);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SIN", "TAN", "TANH", "ATAN", "ERF"})
    void oddFunctionsOnlyChangeTheirSign(Function function) {
        everyExponent(8, 40).forEach(x -> assertSameBits(function.at(-x), -function.at(x)));
    }

    @Test
    void theCosineIsEven() {
        everyExponent(9, 40).forEach(x -> assertSameBits(Elementary32.cos((float) -x), Elementary32.cos((float) x)));
    }

    @Test
    void theSoftplusOfALargeNumberIsTheNumber() {
        everyExponent(10, 20)
                .filter(x -> x >= 15)
                .forEach(x -> assertSameBits(Elementary32.softplus((float) x), (float) x));
    }

    @Test
    void resultsStayInTheirRange() {
        DoubleStream varying = new SplittableRandom(11).doubles(50_000, -20, 20).map(x -> (float) x);
        DoubleStream.concat(everyExponent(12, 40), varying).forEach(x -> {
            assertRange(Function.TANH, x, y -> Math.abs(y) <= 1);
            assertRange(Function.ERF, x, y -> Math.abs(y) <= 1);
            assertRange(Function.SIN, x, y -> Math.abs(y) <= 1);
            assertRange(Function.COS, x, y -> Math.abs(y) <= 1);
            assertRange(Function.ATAN, x, y -> Math.abs(y) <= (float) (Math.PI / 2));
            assertRange(Function.SIGMOID, x, y -> y >= 0 && y <= 1);
            assertRange(Function.SOFTPLUS, x, y -> y >= 0 && y >= x);
        });
    }

    /** Short of where a step is no longer wider than an ulp of the limit that the function comes to. */
    @ParameterizedTest
    @ValueSource(floats = {0.01f, 0.1f, 1})
    void growingFunctionsGrowOverStepsWiderThanTheirError(float step) {
        for (float x = -30; x < 6; x += 0.00317f) {
            assertThat(Elementary32.exp(x + step)).isGreaterThanOrEqualTo(Elementary32.exp(x));
            assertThat(Elementary32.sigmoid(x + step)).isGreaterThanOrEqualTo(Elementary32.sigmoid(x));
            assertThat(Elementary32.softplus(x + step)).isGreaterThanOrEqualTo(Elementary32.softplus(x));
        }
        for (float x = -6; x < 6; x += 0.00117f) {
            assertThat(Elementary32.tanh(x + step)).isGreaterThanOrEqualTo(Elementary32.tanh(x));
            assertThat(Elementary32.erf(x + step)).isGreaterThanOrEqualTo(Elementary32.erf(x));
        }
    }

    private static void assertWithinBound(Function function, DoubleStream arguments) {
        arguments.forEach(x -> {
            double error = function.errorAt(x);
            if (!(error <= function.bound)) {
                assertThat(error)
                        .as("error of %s at %s in ulp", function, Double.toHexString(x))
                        .isLessThanOrEqualTo(function.bound);
            }
        });
    }

    private static void assertSameBits(float actual, float expected) {
        assertThat(Float.floatToRawIntBits(actual))
                .as(() -> Float.toHexString(actual) + " against " + Float.toHexString(expected))
                .isEqualTo(Float.floatToRawIntBits(expected));
    }

    private static void assertRange(Function function, double x, DoublePredicate range) {
        float y = function.at(x);
        assertThat(range.test(y))
                .as(() -> function + " at " + x + " gives " + y)
                .isTrue();
    }

    /** The distance in units of the last place of the true value; infinity counts as 2<sup>128</sup>. */
    private static double ulps(float actual, double truth) {
        if (Double.isNaN(truth)) {
            return Float.isNaN(actual) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Float.isInfinite(actual) && (float) truth == actual) {
            return 0;
        }
        double value = Float.isInfinite(actual) ? Math.copySign(0x1p128, actual) : actual;
        int exponent = Math.min(Math.max(Math.getExponent(truth), Float.MIN_EXPONENT), Float.MAX_EXPONENT);
        return Math.abs(value - truth) / Math.scalb(1.0, exponent - 23);
    }

    /**
     * Some finite numbers of each sign and exponent: the first mantissas, the last ones, and others drawn from a seed until there are
     * as many as asked for.
     */
    private static DoubleStream everyExponent(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 512)
                .boxed()
                .flatMapToDouble(signAndExponent -> IntStream.range(0, count)
                        .map(i -> i < 3 ? i : i < 6 ? MANTISSAS + 2 - i : random.nextInt(MANTISSAS))
                        .mapToDouble(mantissa -> Float.intBitsToFloat((signAndExponent << 23) | mantissa)))
                .filter(Double::isFinite);
    }

    /** The floats around x and around −x. */
    private static DoubleStream neighbours(double x, int count) {
        int bits = Float.floatToRawIntBits((float) x);
        return IntStream.rangeClosed(-count, count)
                .mapToDouble(i -> Float.intBitsToFloat(bits + i))
                .flatMap(y -> DoubleStream.of(y, -y));
    }
}
