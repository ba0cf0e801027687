package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.core.kernel.vector.LaneCode.Bits;
import java.util.function.ObjIntConsumer;

/** The functions of {@link dev.parabola.api.math.Elementary32}. */
final class FloatFunctions extends LaneFunctions {
    private static final int MANTISSA_BITS = 23;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = 0x3F80_0000;
    private static final double ROUNDING_SHIFT = 0x1.8p23;

    private static final ObjIntConsumer<float[]> SIN_BEYOND = LaneCalls32::sinBeyond;
    private static final ObjIntConsumer<float[]> COS_BEYOND = LaneCalls32::cosBeyond;

    FloatFunctions(LaneCode code, int scratch) {
        super(code, scratch);
    }

    @Override
    ObjIntConsumer<float[]> laneByLane(Operation function) {
        return LaneCalls32.of(function);
    }

    private int powerOfTwo(Bits k) {
        return code.number(code.add(code.shiftLeft(k, MANTISSA_BITS), ONE_BITS));
    }

    private int timesPowerOfTwo(int x, Bits k) {
        return code.number(code.add(code.bits(x), code.shiftLeft(k, MANTISSA_BITS)));
    }

    // ---- as in Exponential32

    private static final double LOG2_E = 0x1.715476p0;
    private static final double LN2_HEAD = 0x1.62e43p-1;
    private static final double LN2_TAIL = -0x1.05c61p-29;
    private static final double LIMIT = 104;
    private static final double TANH_HIGHEST = 10;

    @Override
    int exp(int x) {
        return nanIfNan(x, reducedExp(clamp(x, -LIMIT, LIMIT)));
    }

    private int reducedExp(int x) {
        int shifted = code.fma(x, number(LOG2_E), number(ROUNDING_SHIFT));
        int r = reduced(x, code.minus(shifted, number(ROUNDING_SHIFT)));
        return scale(reducedPower(r), code.bits(shifted));
    }

    @Override
    int tanh(int x) {
        int a = atMost(code.abs(x), TANH_HIGHEST);
        int shifted = code.fma(a, number(-2 * LOG2_E), number(ROUNDING_SHIFT));
        int k = code.minus(shifted, number(ROUNDING_SHIFT));
        int r = code.fma(k, number(0.5 * LN2_HEAD), a);
        int h = halfComplement(r);
        int power = powerOfTwo(code.bits(shifted));
        int half = number(0.5);
        int dividend = code.fma(power, h, code.fma(number(-0.5), power, half));
        int divisor = code.fma(code.negate(power), h, code.fma(half, power, half));
        return nanIfNan(x, withSignOf(code.dividedBy(dividend, divisor), x));
    }

    /** A magnitude, its own sign bit clear, with the sign of another number. */
    private int withSignOf(int magnitude, int sign) {
        return code.number(code.or(code.bits(magnitude), code.and(code.bits(sign), signBit())));
    }

    @Override
    int sigmoid(int x) {
        int y = clamp(x, -LIMIT, LIMIT);
        int shifted = code.fma(y, number(LOG2_E), number(ROUNDING_SHIFT));
        int r = reduced(y, code.minus(shifted, number(ROUNDING_SHIFT)));
        Bits k = code.bits(shifted);
        Bits half = code.shiftRightSigned(k, 1);
        int dividend = timesPowerOfTwo(reducedPower(r), half);
        int divisor = code.plus(dividend, powerOfTwo(code.subtract(half, k)));
        return nanIfNan(x, code.dividedBy(dividend, divisor));
    }

    @Override
    int softplus(int x) {
        int t = reducedExp(code.negate(atMost(code.abs(x), LIMIT)));
        int polynomial = horner(
                t,
                0x1.5fa0dap-8,
                -0x1.eca398p-6,
                0x1.44707ap-4,
                -0x1.19af8ep-3,
                0x1.884554p-3,
                -0x1.fd1368p-3,
                0x1.5535dep-2,
                -0x1.ffff14p-2);
        int logarithm = code.fma(code.times(t, t), polynomial, t);
        return nanIfNan(x, code.plus(ifNegative(x, number(0), x), logarithm));
    }

    private int reduced(int x, int k) {
        int minusK = code.negate(k);
        return code.fma(minusK, number(LN2_TAIL), code.fma(minusK, number(LN2_HEAD), x));
    }

    private int reducedPower(int r) {
        return horner(r, 0x1.695414p-10, 0x1.123b04p-7, 0x1.555a22p-5, 0x1.55549p-3, 0x1.fffffap-2, 1, 1);
    }

    private int halfComplement(int r) {
        int polynomial = horner(r, -0x1.6b79b2p-5, 0x1.12292ep-3, -0x1.555712p-2, 0x1.5554aep-1, -0x1.fffffep-1);
        return code.fma(code.times(r, r), polynomial, r);
    }

    private int scale(int x, Bits k) {
        Bits half = code.shiftRightSigned(k, 1);
        return code.times(timesPowerOfTwo(x, half), powerOfTwo(code.subtract(k, half)));
    }

    // ---- as in Logarithm32

    private static final double LN2 = 0x1.62e43p-1;
    private static final double SMALLEST_NORMAL = 0x1p-126;
    private static final double SUBNORMAL_SCALE = 0x1p25;
    private static final double SUBNORMAL_EXPONENT = 25;
    private static final long SQRT_HALF_BITS = 0x3F35_04F3;
    private static final long INTEGER_BITS = 0x4B00_0000;
    private static final double BIASED_INTEGER = 0x1p23 + 127;

    @Override
    int log(int x) {
        LaneCode.Mask subnormal = code.compare(x, Comparison.LESS, number(SMALLEST_NORMAL));
        int normal = code.where(subnormal, code.times(x, number(SUBNORMAL_SCALE)), x);
        Bits shifted = code.add(code.bits(normal), ONE_BITS - SQRT_HALF_BITS);
        int biased = code.number(code.or(code.shiftRight(shifted, MANTISSA_BITS), INTEGER_BITS));
        int bias = code.where(subnormal, number(BIASED_INTEGER + SUBNORMAL_EXPONENT), number(BIASED_INTEGER));
        int k = code.minus(biased, bias);
        int m = code.number(code.add(code.and(shifted, MANTISSA_MASK), SQRT_HALF_BITS));
        int f = code.minus(m, number(1));
        int polynomial = horner(
                f,
                0x1.660ec8p-4,
                -0x1.251406p-3,
                0x1.317e24p-3,
                -0x1.535a3cp-3,
                0x1.98d336p-3,
                -0x1.0004bp-2,
                0x1.5556f2p-2,
                -0x1.fffffap-2);
        int ofMantissa = code.fma(code.times(f, f), polynomial, f);
        int finite = code.fma(k, number(LN2), ofMantissa);
        int positive = code.where(code.compare(x, Comparison.LESS, number(Double.POSITIVE_INFINITY)), finite, x);
        int nonNegative =
                code.where(code.compare(x, Comparison.EQUAL, number(0)), number(Double.NEGATIVE_INFINITY), positive);
        return code.where(code.compare(x, Comparison.AT_LEAST, number(0)), nonNegative, number(Double.NaN));
    }

    // ---- as in Trigonometric32

    private static final double DIRECT_REDUCTION_LIMIT = 0x1p18;
    private static final double TWO_OVER_PI = 0x1.45f306p-1;
    private static final double HALF_PI_HEAD = 0x1.921fb6p0;
    private static final double HALF_PI_MIDDLE = -0x1.777a5cp-25;
    private static final double HALF_PI_TAIL = -0x1.ee59dap-50;

    @Override
    int sin(int x) {
        return correctBeyond(DIRECT_REDUCTION_LIMIT, SIN_BEYOND, x, sine(x, false));
    }

    @Override
    int cos(int x) {
        return correctBeyond(DIRECT_REDUCTION_LIMIT, COS_BEYOND, x, sine(x, true));
    }

    private int sine(int x, boolean cosine) {
        int a = code.abs(x);
        int shifted = code.fma(a, number(TWO_OVER_PI), number(ROUNDING_SHIFT));
        int minusK = code.negate(code.minus(shifted, number(ROUNDING_SHIFT)));
        int exact = code.fma(minusK, number(HALF_PI_HEAD), a);
        int near = code.fma(minusK, number(HALF_PI_MIDDLE), exact);
        int r = code.fma(minusK, number(HALF_PI_TAIL), near);
        Bits turns = cosine ? code.add(code.bits(shifted), 1) : code.bits(shifted);
        int z = code.times(r, r);
        Bits odd = code.negate(code.and(turns, 1));
        Bits either = code.select(odd, code.bits(reducedCosine(z)), code.bits(reducedSine(r, z)));
        Bits flag = code.shiftLeft(turns, 30);
        return flipSign(code.number(either), cosine ? flag : code.xor(code.bits(x), flag));
    }

    private int reducedSine(int r, int z) {
        int polynomial = horner(z, -0x1.990f92p-13, 0x1.1106aep-7, -0x1.555544p-3);
        return code.fma(code.times(r, z), polynomial, r);
    }

    private int reducedCosine(int z) {
        return horner(z, 0x1.999a6cp-16, -0x1.6c0b08p-10, 0x1.555548p-5, -0.5, 1);
    }

    // ---- as in ErrorFunction32

    private static final double ERF_HIGHEST = 4;

    @Override
    int erf(int x) {
        int a = atMost(code.abs(x), ERF_HIGHEST);
        int z = code.times(a, a);
        int polynomial =
                horner(z, -0x1.273ce8p-11, 0x1.4245bp-8, -0x1.b5a302p-6, 0x1.ce0936p-4, -0x1.812674p-2, 0x1.06eba2p-3);
        int inner = code.fma(a, polynomial, a);
        int root = horner(
                a,
                0x1.3a43a8p-13,
                -0x1.43b85p-9,
                0x1.a790ep-7,
                -0x1.74b926p-7,
                -0x1.f730c8p-5,
                -0x1.291646p-3,
                0x1.0036bcp0);
        int square = code.times(root, root);
        int fourth = code.times(square, square);
        int outer = code.fma(code.negate(fourth), fourth, number(1));
        int magnitude = code.where(code.compare(a, Comparison.LESS, number(1)), inner, outer);
        return nanIfNan(x, withSignOf(magnitude, x));
    }
}
