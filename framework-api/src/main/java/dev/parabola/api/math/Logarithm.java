package dev.parabola.api.math;

import static dev.parabola.api.math.Binary64.MANTISSA_BITS;
import static dev.parabola.api.math.Binary64.MANTISSA_MASK;
import static dev.parabola.api.math.Binary64.ONE_BITS;

/** log, and the pieces of it that softplus and pow share. */
final class Logarithm {

    /** ln 2 in two parts; the first has 42 bits, so that its products with exponents are exact. */
    static final double LN2_HEAD = 0x1.62e42fefa38p-1;

    static final double LN2_TAIL = 0x1.ef35793c7673p-45;

    private static final double SMALLEST_NORMAL = 0x1p-1022;
    private static final double SUBNORMAL_SCALE = 0x1p54;
    private static final double SUBNORMAL_EXPONENT = 54;

    private static final long SQRT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;

    /** The bits of 2<sup>52</sup>: a small integer written into its low bits is added to it. */
    private static final long INTEGER_BITS = 0x4330_0000_0000_0000L;

    /** 2<sup>52</sup> plus the exponent bias. */
    private static final double BIASED_INTEGER = 0x1p52 + 1023;

    private Logarithm() {}

    static double log(double x) {
        double k = exponent(x);
        double f = mantissa(x) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double halfSquare = 0.5 * f * f;
        // log(1 + f) = 2 artanh(s) = f − f²/2 + s (f²/2 + z R(z))
        double rest = Math.fma(s, Math.fma(z, seriesRest(z), halfSquare), -halfSquare);
        double exact = k * LN2_HEAD;
        double head = exact + f;
        double tail = Math.fma(k, LN2_TAIL, rest) + Binary64.orderedSumError(exact, f, head);
        double finite = head + tail;
        double positive = x < Double.POSITIVE_INFINITY ? finite : x;
        double nonNegative = x == 0 ? Double.NEGATIVE_INFINITY : positive;
        return x >= 0 ? nonNegative : Double.NaN;
    }

    /** The integer k with x = m 2<sup>k</sup> and m from √½ to √2, for a positive finite x. */
    static double exponent(double x) {
        double biased = Double.longBitsToDouble((shiftedBits(x) >>> MANTISSA_BITS) | INTEGER_BITS);
        return biased - (x < SMALLEST_NORMAL ? BIASED_INTEGER + SUBNORMAL_EXPONENT : BIASED_INTEGER);
    }

    /** The m of {@link #exponent}. */
    static double mantissa(double x) {
        return Double.longBitsToDouble((shiftedBits(x) & MANTISSA_MASK) + SQRT_HALF_BITS);
    }

    /** The bits of x, moved so that the exponent field changes at √½ 2<sup>k</sup> instead of 2<sup>k</sup>. */
    private static long shiftedBits(double x) {
        double normal = x < SMALLEST_NORMAL ? x * SUBNORMAL_SCALE : x;
        return Double.doubleToRawLongBits(normal) + (ONE_BITS - SQRT_HALF_BITS);
    }

    /** R(z) = (2 artanh(s) − 2s) / (s z) with z = s², for |s| ≤ (√2 − 1) / (√2 + 1). */
    private static double seriesRest(double z) {
        double square = z * z;
        double even = 0x1.2f03be018a591p-3;
        even = Math.fma(square, even, 0x1.74663ceef7826p-3);
        even = Math.fma(square, even, 0x1.24924941e155fp-2);
        even = Math.fma(square, even, 0x1.5555555555592p-1);
        double odd = 0x1.39a1e8853a27cp-3;
        odd = Math.fma(square, odd, 0x1.c71c52144dfb1p-3);
        odd = Math.fma(square, odd, 0x1.999999997ff19p-2);
        return Math.fma(z, odd, even);
    }

    /** (artanh(s) − s) / (s z) with z = s², for |s| ≤ 1/3. */
    static double artanhRest(double z) {
        double square = z * z;
        double even = 0x1.55a7285ef7009p-5;
        even = Math.fma(square, even, 0x1.10679894bb088p-4);
        even = Math.fma(square, even, 0x1.745cb3d2b4924p-4);
        even = Math.fma(square, even, 0x1.2492492089f30p-3);
        even = Math.fma(square, even, 0x1.5555555555535p-2);
        double odd = 0x1.5c8105f5ba67ep-4;
        odd = Math.fma(square, odd, 0x1.efdad02544df3p-5);
        odd = Math.fma(square, odd, 0x1.3b1ddf133cf36p-4);
        odd = Math.fma(square, odd, 0x1.c71c741dbb1a2p-4);
        odd = Math.fma(square, odd, 0x1.99999999a0788p-3);
        return Math.fma(z, odd, even);
    }
}
