package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.core.kernel.vector.LaneCode.Bits;
import java.util.function.ObjIntConsumer;

/** The functions of {@link dev.parabola.api.math.Elementary}. */
final class DoubleFunctions extends LaneFunctions {
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = 0x3FF0_0000_0000_0000L;
    private static final double ROUNDING_SHIFT = 0x1.8p52;

    private static final ObjIntConsumer<double[]> SIN_BEYOND = LaneCalls64::sinBeyond;
    private static final ObjIntConsumer<double[]> COS_BEYOND = LaneCalls64::cosBeyond;

    DoubleFunctions(LaneCode code, int scratch) {
        super(code, scratch);
    }

    @Override
    ObjIntConsumer<double[]> laneByLane(Operation function) {
        return LaneCalls64.of(function);
    }

    private int powerOfTwo(int shiftedExponent) {
        return code.number(code.add(code.shiftLeft(code.bits(shiftedExponent), MANTISSA_BITS), ONE_BITS));
    }

    private int sumError(int a, int b, int sum) {
        int bPart = code.minus(sum, a);
        return code.plus(code.minus(a, code.minus(sum, bPart)), code.minus(b, bPart));
    }

    private int orderedSumError(int a, int b, int sum) {
        return code.plus(code.minus(a, sum), b);
    }

    /** Even and odd coefficients apart: (… x² + …) and the same for the odd ones. */
    private int evenAndOdd(int x, int square, double[] even, double[] odd) {
        int evens = number(even[0]);
        for (int i = 1; i < even.length; i++) {
            evens = code.fma(square, evens, number(even[i]));
        }
        int odds = number(odd[0]);
        for (int i = 1; i < odd.length; i++) {
            odds = code.fma(square, odds, number(odd[i]));
        }
        return code.fma(x, odds, evens);
    }

    // ---- as in Exponential

    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HEAD = 0x1.62e42fefa39efp-1;
    private static final double LN2_TAIL = 0x1.abc9e3b39803fp-56;
    private static final double LOWEST = -750;
    private static final double HIGHEST = 711;
    private static final double TANH_HIGHEST = 22;

    @Override
    int exp(int x) {
        return nanIfNan(x, reducedExp(clamp(x, LOWEST, HIGHEST)));
    }

    /** Exponential.exp with a tail of 0. */
    private int reducedExp(int x) {
        int k = exponent(x);
        int minusK = code.negate(k);
        int exact = code.fma(minusK, number(LN2_HEAD), x);
        int correction = code.fma(minusK, number(LN2_TAIL), number(0));
        int r = code.plus(exact, correction);
        int rest = rest(r, orderedSumError(exact, correction, r));
        int one = number(1);
        int head = code.plus(one, r);
        return scale(code.plus(head, code.plus(orderedSumError(one, r, head), rest)), k);
    }

    @Override
    int tanh(int x) {
        int y = code.times(number(-2), atMost(code.abs(x), TANH_HIGHEST));
        int k = exponent(y);
        int minusK = code.negate(k);
        int r = code.fma(minusK, number(LN2_HEAD), y);
        int p = code.plus(r, rest(r, code.times(minusK, number(LN2_TAIL))));
        int power = powerOfTwo(code.plus(k, number(ROUNDING_SHIFT)));
        int one = number(1);
        int dividend = code.fma(power, p, code.minus(power, one));
        int divisor = code.fma(power, p, code.plus(power, one));
        int divisorTail = code.fma(power, p, code.plus(code.minus(one, divisor), power));
        int quotient = code.dividedBy(dividend, divisor);
        int minusQuotient = code.negate(quotient);
        int remainder = code.fma(minusQuotient, divisorTail, code.fma(minusQuotient, divisor, dividend));
        int refined = code.fma(remainder, code.fma(number(-0.5), quotient, number(0.5)), quotient);
        return nanIfNan(x, withSign(refined, x));
    }

    @Override
    int sigmoid(int x) {
        int y = code.negate(atMost(code.abs(x), -LOWEST));
        int k = exponent(y);
        int minusK = code.negate(k);
        int r = code.fma(minusK, number(LN2_TAIL), code.fma(minusK, number(LN2_HEAD), y));
        int one = number(1);
        int t = scale(code.plus(one, rest(r, r)), k);
        int dividend = ifNegative(x, t, one);
        return nanIfNan(x, code.fma(code.negate(t), code.dividedBy(dividend, code.plus(one, t)), dividend));
    }

    @Override
    int softplus(int x) {
        int t = reducedExp(code.negate(atMost(code.abs(x), -LOWEST)));
        int half = code.times(number(0.5), t);
        int one = number(1);
        int divisor = code.plus(one, half);
        int divisorTail = orderedSumError(one, half, divisor);
        int w = code.dividedBy(t, divisor);
        int minusW = code.negate(w);
        int remainder = code.fma(minusW, divisorTail, code.fma(minusW, divisor, t));
        int wTail = code.times(remainder, code.fma(number(-0.5), w, one));
        int z = code.times(number(0.25), code.times(w, w));
        int artanhRest = evenAndOdd(
                z,
                code.times(z, z),
                new double[] {
                    0x1.55a7285ef7009p-5,
                    0x1.10679894bb088p-4,
                    0x1.745cb3d2b4924p-4,
                    0x1.2492492089f30p-3,
                    0x1.5555555555535p-2
                },
                new double[] {
                    0x1.5c8105f5ba67ep-4,
                    0x1.efdad02544df3p-5,
                    0x1.3b1ddf133cf36p-4,
                    0x1.c71c741dbb1a2p-4,
                    0x1.99999999a0788p-3
                });
        int logarithm = code.plus(w, code.fma(code.times(w, z), artanhRest, wTail));
        return nanIfNan(x, code.plus(ifNegative(x, number(0), x), logarithm));
    }

    private int exponent(int x) {
        int shift = number(ROUNDING_SHIFT);
        return code.minus(code.fma(x, number(LOG2_E), shift), shift);
    }

    private int rest(int r, int addend) {
        int square = code.times(r, r);
        int inner = evenAndOdd(
                r,
                square,
                new double[] {
                    0x1.af6d1cd883751p-26,
                    0x1.71ddef7255a33p-19,
                    0x1.a01a01b3c1b88p-13,
                    0x1.111111110ebbbp-7,
                    0x1.555555555555bp-3
                },
                new double[] {
                    0x1.1fbd3c190493dp-29,
                    0x1.27e4acf826f03p-22,
                    0x1.a01a01bb86ceap-16,
                    0x1.6c16c16c12579p-10,
                    0x1.555555555555ep-5
                });
        int polynomial = code.fma(r, inner, number(0.5));
        return code.fma(square, polynomial, addend);
    }

    private int scale(int x, int k) {
        int shift = number(ROUNDING_SHIFT);
        int shiftedHalf = code.fma(number(0.5), k, shift);
        int otherHalf = code.minus(k, code.minus(shiftedHalf, shift));
        return code.times(code.times(x, powerOfTwo(shiftedHalf)), powerOfTwo(code.plus(otherHalf, shift)));
    }

    // ---- as in Logarithm

    private static final double LOG_LN2_HEAD = 0x1.62e42fefa38p-1;
    private static final double LOG_LN2_TAIL = 0x1.ef35793c7673p-45;
    private static final double SMALLEST_NORMAL = 0x1p-1022;
    private static final double SUBNORMAL_SCALE = 0x1p54;
    private static final double SUBNORMAL_EXPONENT = 54;
    private static final long SQRT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;
    private static final long INTEGER_BITS = 0x4330_0000_0000_0000L;
    private static final double BIASED_INTEGER = 0x1p52 + 1023;

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
        int s = code.dividedBy(f, code.plus(number(2), f));
        int z = code.times(s, s);
        int halfSquare = code.times(code.times(number(0.5), f), f);
        int seriesRest = evenAndOdd(
                z,
                code.times(z, z),
                new double[] {0x1.2f03be018a591p-3, 0x1.74663ceef7826p-3, 0x1.24924941e155fp-2, 0x1.5555555555592p-1},
                new double[] {0x1.39a1e8853a27cp-3, 0x1.c71c52144dfb1p-3, 0x1.999999997ff19p-2});
        int rest = code.fma(s, code.fma(z, seriesRest, halfSquare), code.negate(halfSquare));
        int exact = code.times(k, number(LOG_LN2_HEAD));
        int head = code.plus(exact, f);
        int tail = code.plus(code.fma(k, number(LOG_LN2_TAIL), rest), orderedSumError(exact, f, head));
        int finite = code.plus(head, tail);
        int positive = code.where(code.compare(x, Comparison.LESS, number(Double.POSITIVE_INFINITY)), finite, x);
        int nonNegative =
                code.where(code.compare(x, Comparison.EQUAL, number(0)), number(Double.NEGATIVE_INFINITY), positive);
        return code.where(code.compare(x, Comparison.AT_LEAST, number(0)), nonNegative, number(Double.NaN));
    }

    // ---- as in Trigonometric

    private static final double DIRECT_REDUCTION_LIMIT = 0x1p30;
    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    private static final double HALF_PI_HEAD = 0x1.921fb54442d18p0;
    private static final double HALF_PI_MIDDLE = 0x1.1a62633145c07p-54;
    private static final double HALF_PI_TAIL = -0x1.f1976b7ed8fbcp-110;

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
        int shift = number(ROUNDING_SHIFT);
        int shifted = code.fma(a, number(TWO_OVER_PI), shift);
        int k = code.minus(shifted, shift);
        int minusK = code.negate(k);
        int exact = code.fma(minusK, number(HALF_PI_HEAD), a);
        int product = code.times(k, number(HALF_PI_MIDDLE));
        int head = code.minus(exact, product);
        int productTail = code.fma(k, number(HALF_PI_MIDDLE), code.negate(product));
        int lost = code.minus(sumError(exact, code.negate(product), head), productTail);
        int tail = code.fma(minusK, number(HALF_PI_TAIL), lost);
        Bits turns = cosine ? code.add(code.bits(shifted), 1) : code.bits(shifted);
        int sineValue = code.plus(head, sineRest(head, tail));
        int near = code.fma(code.times(number(-0.5), head), head, number(1));
        int cosineValue = code.plus(near, cosineRest(head, tail, near));
        Bits odd = code.negate(code.and(turns, 1));
        Bits either = code.select(odd, code.bits(cosineValue), code.bits(sineValue));
        Bits flag = code.shiftLeft(turns, 62);
        return flipSign(code.number(either), cosine ? flag : code.xor(code.bits(x), flag));
    }

    private int sineRest(int r, int tail) {
        int z = code.times(r, r);
        int inner = evenAndOdd(
                z,
                code.times(z, z),
                new double[] {-0x1.ae5e689eeed2dp-26, -0x1.a01a019c1619dp-13, -0x1.5555555555549p-3},
                new double[] {0x1.5d93a46c707fap-33, 0x1.71de357b1bdd4p-19, 0x1.111111110f8a6p-7});
        int tailTimesCosine = code.fma(code.times(number(-0.5), z), tail, tail);
        return code.fma(code.times(r, z), inner, tailTimesCosine);
    }

    private int cosineRest(int r, int tail, int near) {
        int z = code.times(r, r);
        int square = code.times(z, z);
        int inner = evenAndOdd(
                z,
                square,
                new double[] {0x1.1ee9f1508bp-29, 0x1.a01a019cbf617p-16, 0x1.555555555554cp-5},
                new double[] {-0x1.8fb12f8ffae03p-37, -0x1.27e4f812b48c7p-22, -0x1.6c16c16c1521fp-10});
        int lost = code.fma(code.times(number(-0.5), r), r, code.minus(number(1), near));
        return code.fma(square, inner, code.fma(code.negate(r), tail, lost));
    }

    // ---- as in ErrorFunction

    private static final double ERF_HIGHEST = 6;

    @Override
    int erf(int x) {
        int a = atMost(code.abs(x), ERF_HIGHEST);
        int z = code.times(a, a);
        int inner = code.fma(a, erfSeriesRest(z), a);
        int power = reducedExp(code.negate(z));
        int outer = code.fma(code.negate(power), scaledComplement(a), number(1));
        int magnitude = code.where(code.compare(a, Comparison.LESS, number(1)), inner, outer);
        return nanIfNan(x, withSign(magnitude, x));
    }

    private int erfSeriesRest(int z) {
        int low = horner(
                z,
                -0x1.c02daeb7032d9p-11,
                0x1.565bcceeda34ep-8,
                -0x1.b82ce311a97d5p-6,
                0x1.ce2f21a03f8b9p-4,
                -0x1.812746b03799dp-2,
                0x1.06eba8214db68p-3);
        int high = horner(
                z,
                -0x1.a23e230d29433p-31,
                0x1.d3ddae040a42dp-27,
                -0x1.5b8c6ccd5128ep-23,
                0x1.b96b5769ede45p-20,
                -0x1.f4c82f01581bap-17,
                0x1.f9a296b464fa3p-14);
        int square = code.times(z, z);
        return code.fma(code.times(square, code.times(square, square)), high, low);
    }

    private int scaledComplement(int a) {
        int dividend = horner(
                a,
                0x1.20dce28e4fea2p-1,
                0x1.550b5736c0b5ap2,
                0x1.79a31ccac7451p4,
                0x1.dfe38f96cdce3p5,
                0x1.5f65dbe9ce25cp6,
                0x1.f9651a302ac95p5);
        int divisor = code.plus(a, number(0x1.2e3c1853b123fp3));
        for (double coefficient : new double[] {
            0x1.52b3c7bee27d1p5, 0x1.bc08fee8e7506p6, 0x1.60c0562ba4257p7, 0x1.3e44a15828231p7, 0x1.f9651dee3e434p5
        }) {
            divisor = code.fma(a, divisor, number(coefficient));
        }
        return code.dividedBy(dividend, divisor);
    }
}
