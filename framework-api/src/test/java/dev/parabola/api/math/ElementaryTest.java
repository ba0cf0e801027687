package dev.parabola.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {

    private static final double POW_BOUND = 0.85;

    /** The double nearest to a multiple of π/2 of all there are (Muller 2016, section 11.3.2). */
    private static final double NEAREST_TO_HALF_PI_MULTIPLE = 6381956970095103.0 * 0x1p797;

    private static final List<Double> EXTREMES = List.of(
            0.0,
            Double.MIN_VALUE,
            0x1p-1023,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MIN_NORMAL,
            0x1p-54,
            0x1p-27,
            0.5,
            1.0,
            2.0,
            0x1p52,
            0x1p53,
            Double.MAX_VALUE);

    /** Every function of one argument, with its stated bound and where its results are neither 0, 1 nor infinite. */
    @SuppressWarnings("ImmutableEnumChecker") // method references hold no state
    enum Function {
        EXP(Elementary::exp, HighPrecision::exp, StrictMath::exp, 0.85, -746, 710),
        LOG(Elementary::log, HighPrecision::log, StrictMath::log, 0.95, 0, 4),
        SIN(Elementary::sin, HighPrecision::sin, StrictMath::sin, 0.85, -20, 20),
        COS(Elementary::cos, HighPrecision::cos, StrictMath::cos, 0.85, -20, 20),
        TAN(Elementary::tan, HighPrecision::tan, StrictMath::tan, 1.0, -20, 20),
        TANH(Elementary::tanh, HighPrecision::tanh, StrictMath::tanh, 1.8, -20, 20),
        ATAN(Elementary::atan, HighPrecision::atan, StrictMath::atan, 1.3, -4, 4),
        ERF(Elementary::erf, HighPrecision::erf, x -> Double.NaN, 1.35, -6.5, 6.5),
        SIGMOID(Elementary::sigmoid, HighPrecision::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), 1.75, -746, 40),
        SOFTPLUS(
                Elementary::softplus,
                HighPrecision::softplus,
                x -> (x > 0 ? x : 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
                1.6,
                -746,
                40);

        private final DoubleUnaryOperator function;
        private final DoubleFunction<BigDecimal> truth;
        private final DoubleUnaryOperator strictMath;
        private final double bound;
        private final double lowest;
        private final double highest;

        Function(
                DoubleUnaryOperator function,
                DoubleFunction<BigDecimal> truth,
                DoubleUnaryOperator strictMath,
                double bound,
                double lowest,
                double highest) {
            this.function = function;
            this.truth = truth;
            this.strictMath = strictMath;
            this.bound = bound;
            this.lowest = lowest;
            this.highest = highest;
        }

        double at(double x) {
            return function.applyAsDouble(x);
        }

        boolean isDefinedAt(double x) {
            return this != LOG || x > 0;
        }

        double errorAt(double x) {
            return ulps(at(x), truth.apply(x));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyExponentIsWithinTheStatedError(Function function) {
        assertWithinBound(function, everyExponent(1));
    }

    @ParameterizedTest
    @EnumSource
    void whereTheFunctionVariesItIsWithinTheStatedError(Function function) {
        SplittableRandom random = new SplittableRandom(2);
        double width = function.highest - function.lowest;
        assertWithinBound(function, random.doubles(1500).map(u -> function.lowest + width * u));
        assertWithinBound(function, random.doubles(1500).map(u -> 4 * u - 2));
    }

    @ParameterizedTest
    @EnumSource
    void extremesAndTheirNeighboursAreWithinTheStatedError(Function function) {
        assertWithinBound(function, EXTREMES.stream().flatMapToDouble(x -> neighbours(x, 2)));
    }

    /** Where a method changes its course: choice of k, of polynomial, of reduction, of zero or infinity. */
    @ParameterizedTest
    @EnumSource
    void theSeamsOfTheMethodsAreWithinTheStatedError(Function function) {
        DoubleStream seams = DoubleStream.of(
                Math.sqrt(0.5),
                0.34657359027997264,
                1.0397207708399179,
                0.6931471805599453,
                1,
                2,
                18.5,
                19.06,
                22,
                5.92,
                6,
                33.3,
                36.7,
                37.5,
                708.3964185322641,
                709.782712893384,
                710,
                711,
                744.4400719213812,
                745.1332191019411,
                746,
                750,
                0x1p30,
                0x1p31,
                0x1p60);
        assertWithinBound(function, seams.flatMap(x -> neighbours(x, 3)));
    }

    @Test
    void logarithmsNextToOneAreWithinTheStatedError() {
        SplittableRandom random = new SplittableRandom(3);
        assertWithinBound(
                Function.LOG, random.doubles(1000).map(u -> 1 + (u - 0.5) * Math.scalb(1.0, -random.nextInt(52))));
        assertWithinBound(Function.LOG, neighbours(1, 50));
    }

    @ParameterizedTest
    @EnumSource(names = {"SIN", "COS", "TAN"})
    void anglesNextToMultiplesOfARightAngleAreWithinTheStatedError(Function function) {
        SplittableRandom random = new SplittableRandom(4);
        DoubleStream multiples = DoubleStream.concat(
                DoubleStream.iterate(1, k -> k <= 100, k -> k + 1),
                random.doubles(400).map(u -> Math.floor(Math.scalb(1 + u, random.nextInt(60)))));
        assertWithinBound(function, multiples.map(k -> k * (Math.PI / 2)).flatMap(x -> neighbours(x, 1)));
        assertWithinBound(function, neighbours(NEAREST_TO_HALF_PI_MULTIPLE, 1));
    }

    @Test
    void powersAreWithinTheStatedError() {
        SplittableRandom random = new SplittableRandom(5);
        everyExponent(6).map(Math::abs).forEach(x -> {
            // results over all exponents, the subnormal and the overflowing included
            double y = (random.nextDouble() * 2200 - 1100) / (Math.log(x) / Math.log(2));
            assertPower(x, y);
        });
        for (int i = 0; i < 700; i++) {
            double nearOne = 1
                    + (0.5 + random.nextDouble()) * Math.scalb(random.nextBoolean() ? 0.5 : -0.5, -random.nextInt(50));
            assertPower(nearOne, (random.nextDouble() * 2 - 1) * 745 / Math.log(nearOne));
            assertPower(random.nextDouble() * 10, random.nextDouble() * 20 - 10);
        }
    }

    @Test
    void powersThatAreDoublesAreExact() {
        for (int base = 2; base <= 40; base++) {
            BigDecimal exact = BigDecimal.ONE;
            for (int exponent = 1; exact.precision() < 60; exponent++) {
                exact = exact.multiply(BigDecimal.valueOf(base));
                double power = exact.doubleValue();
                if (new BigDecimal(power).compareTo(exact) == 0) {
                    assertThat(Elementary.pow(base, exponent)).isEqualTo(power);
                    assertThat(Elementary.pow(-base, exponent)).isEqualTo(exponent % 2 == 0 ? power : -power);
                    assertThat(Elementary.pow(power, 1.0 / 2) * Elementary.pow(power, 1.0 / 2))
                            .isCloseTo(power, within(2 * Math.ulp(power)));
                }
            }
        }
        for (int exponent = -1074; exponent < 1024; exponent++) {
            assertThat(Elementary.pow(2, exponent)).isEqualTo(Math.scalb(1.0, exponent));
        }
        everyExponent(7).forEach(x -> assertSameBits(Elementary.pow(x, 1), x));
    }

    @Test
    void powersOfSpecialValuesAreThoseOfJavaLangMath() {
        double[] values = {
            0,
            -0.0,
            1,
            -1,
            2,
            -2,
            3,
            -3,
            0.5,
            -0.5,
            1.5,
            -1.5,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            0x1p52 + 1,
            -0x1p52 - 1,
            0x1p53 - 1,
            0x1p53,
            1e300,
            -1e300,
            1 - 0x1p-53,
            1 + 0x1p-52,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        for (double x : values) {
            for (double y : values) {
                double expected =
                        Double.longBitsToDouble(Double.doubleToLongBits(StrictMath.pow(x, y))); // canonical NaN
                if (expected == 0 || Math.abs(expected) == 1 || !Double.isFinite(expected)) {
                    assertSameBits(Elementary.pow(x, y), expected);
                } else {
                    assertThat(Elementary.pow(x, y))
                            .as("pow(%s, %s)", x, y)
                            .isCloseTo(expected, within(2 * Math.ulp(expected)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, 0, 1",
        "EXP, -0.0, 1",
        "EXP, Infinity, Infinity",
        "EXP, -Infinity, 0",
        "EXP, 710, Infinity",
        "EXP, -746, 0",
        "LOG, 1, 0",
        "LOG, 0, -Infinity",
        "LOG, -0.0, -Infinity",
        "LOG, Infinity, Infinity",
        "LOG, -1, NaN",
        "LOG, -Infinity, NaN",
        "LOG, -4.9e-324, NaN",
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
        "TANH, 20, 1",
        "ATAN, 0, 0",
        "ATAN, -0.0, -0.0",
        "ATAN, Infinity, 1.5707963267948966",
        "ATAN, -Infinity, -1.5707963267948966",
        "ATAN, 1, 0.7853981633974483",
        "ERF, 0, 0",
        "ERF, -0.0, -0.0",
        "ERF, Infinity, 1",
        "ERF, -Infinity, -1",
        "ERF, 6, 1",
        "SIGMOID, 0, 0.5",
        "SIGMOID, -0.0, 0.5",
        "SIGMOID, Infinity, 1",
        "SIGMOID, -Infinity, 0",
        "SIGMOID, -746, 0",
        "SOFTPLUS, 0, 0.6931471805599453",
        "SOFTPLUS, Infinity, Infinity",
        "SOFTPLUS, -Infinity, 0",
        "SOFTPLUS, -746, 0",
        "SOFTPLUS, 34, 34",
        "SOFTPLUS, 1e300, 1e300"
    })
    void specialValuesAreAsDocumented(Function function, double x, double expected) {
        assertSameBits(function.at(x), expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyNanGivesTheCanonicalNan(Function function) {
        for (long bits : new long[] {0x7FF8_0000_0000_0000L, 0xFFF8_0000_0000_0000L, 0x7FF0_0000_0000_0001L, -1L}) {
            double nan = Double.longBitsToDouble(bits);
            assertSameBits(function.at(nan), Double.NaN);
            assertSameBits(Elementary.pow(nan, 2), Double.NaN);
            assertSameBits(Elementary.pow(2, nan), Double.NaN);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SIN", "TAN", "TANH", "ATAN", "ERF"})
    void oddFunctionsOnlyChangeTheirSign(Function function) {
        everyExponent(8).forEach(x -> assertSameBits(function.at(-x), -function.at(x)));
    }

    @Test
    void theCosineIsEven() {
        everyExponent(9).forEach(x -> assertSameBits(Elementary.cos(-x), Elementary.cos(x)));
    }

    @Test
    void resultsStayInTheirRange() {
        DoubleStream.concat(everyExponent(10), new SplittableRandom(11).doubles(50_000, -45, 45))
                .forEach(x -> {
                    assertRange(x, Elementary.tanh(x), y -> Math.abs(y) <= 1);
                    assertRange(x, Elementary.erf(x), y -> Math.abs(y) <= 1);
                    assertRange(x, Elementary.sin(x), y -> Math.abs(y) <= 1);
                    assertRange(x, Elementary.cos(x), y -> Math.abs(y) <= 1);
                    assertRange(x, Elementary.atan(x), y -> Math.abs(y) <= Math.PI / 2);
                    assertRange(x, Elementary.sigmoid(x), y -> y >= 0 && y <= 1);
                    assertRange(x, Elementary.softplus(x), y -> y >= 0 && y >= x);
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-6, 1e-3})
    void growingFunctionsGrowOverStepsWiderThanTheirError(double step) {
        for (double x = -30; x < 30; x += 0.0317) {
            assertThat(Elementary.sigmoid(x + step)).isGreaterThanOrEqualTo(Elementary.sigmoid(x));
            assertThat(Elementary.tanh(x + step)).isGreaterThanOrEqualTo(Elementary.tanh(x));
            assertThat(Elementary.erf(x + step)).isGreaterThanOrEqualTo(Elementary.erf(x));
            assertThat(Elementary.softplus(x + step)).isGreaterThanOrEqualTo(Elementary.softplus(x));
        }
    }

    /** A second opinion, in case the oracle of this test is wrong; StrictMath promises 1 ulp (tanh 2.5) and has no erf. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERF")
    void strictMathDiffersByNoMoreThanBothErrors(Function function) {
        new SplittableRandom(12)
                .doubles(50_000, Math.max(function.lowest, -30), Math.min(function.highest, 30))
                .filter(function::isDefinedAt)
                .forEach(x -> {
                    double expected = function.strictMath.applyAsDouble(x);
                    assertThat(function.at(x)).as("%s", x).isCloseTo(expected, within(5 * Math.ulp(expected)));
                });
    }

    private static void assertWithinBound(Function function, DoubleStream arguments) {
        arguments
                .filter(function::isDefinedAt)
                .forEach(x -> assertThat(function.errorAt(x))
                        .as(() -> "error of %s at %s in ulp".formatted(function, Double.toHexString(x)))
                        .isLessThanOrEqualTo(function.bound));
    }

    private static void assertPower(double x, double y) {
        assertThat(ulps(Elementary.pow(x, y), HighPrecision.pow(x, y)))
                .as(() -> "error of pow(%s, %s) in ulp".formatted(Double.toHexString(x), Double.toHexString(y)))
                .isLessThanOrEqualTo(POW_BOUND);
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.toHexString(actual)).isEqualTo(Double.toHexString(expected));
        assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
    }

    private static void assertRange(double x, double y, DoublePredicate range) {
        assertThat(range.test(y)).as(() -> x + " gives " + y).isTrue();
    }

    /** The distance in units of the last place of the true value; infinity counts as 2<sup>1024</sup>. */
    private static double ulps(double actual, BigDecimal truth) {
        BigDecimal rounded = truth.round(new MathContext(50));
        double nearest = rounded.doubleValue();
        if (actual == nearest && Double.isInfinite(actual)) {
            return 0;
        }
        if (Double.isNaN(actual)) {
            return Double.POSITIVE_INFINITY;
        }
        double ulp = Double.isInfinite(nearest) ? Math.ulp(Double.MAX_VALUE) : Math.ulp(nearest);
        BigDecimal value = Double.isInfinite(actual)
                ? new BigDecimal(2).pow(1024).multiply(new BigDecimal(Math.signum(actual)))
                : new BigDecimal(actual);
        return value.subtract(rounded)
                .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }

    /** One number of either sign for each exponent there is. */
    private static DoubleStream everyExponent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.iterate(-1074, exponent -> exponent < 1024, exponent -> exponent + 1)
                .mapToDouble(exponent -> Math.scalb(
                        random.nextBoolean() ? 1 + random.nextDouble() : -1 - random.nextDouble(), exponent));
    }

    /** The doubles around x and around −x. */
    private static DoubleStream neighbours(double x, int count) {
        return DoubleStream.iterate(-count, i -> i <= count, i -> i + 1)
                .map(i -> Double.longBitsToDouble(Double.doubleToRawLongBits(x) + (long) i))
                .filter(Double::isFinite)
                .flatMap(y -> DoubleStream.of(y, -y));
    }
}
