package dev.parabola.api.math;

import static dev.parabola.api.math.Binary32.MANTISSA_BITS;
import static dev.parabola.api.math.Binary32.MANTISSA_MASK;
import static dev.parabola.api.math.Binary32.ONE_BITS;

/** log in binary32, split as in {@link Logarithm} but with a polynomial for its quotient: a division costs more. */
final class Logarithm32 {

    private static final float LN2 = 0x1.62e43p-1f;

    private static final float SMALLEST_NORMAL = 0x1p-126f;
    private static final float SUBNORMAL_SCALE = 0x1p25f;
    private static final float SUBNORMAL_EXPONENT = 25;

    private static final int SQRT_HALF_BITS = 0x3F35_04F3;

    /** The bits of 2<sup>23</sup>: a small integer written into its low bits is added to it. */
    private static final int INTEGER_BITS = 0x4B00_0000;

    /** 2<sup>23</sup> plus the exponent bias. */
    private static final float BIASED_INTEGER = 0x1p23f + 127;

    private Logarithm32() {}

    static float log(float x) {
        float k = exponent(x);
        float f = mantissa(x) - 1;
        // the logarithm of the mantissa is small where ln 2 times the exponent is not, and what a float of ln 2 lacks
        // is less
        // than a twentieth of an ulp of the product
        float finite = Math.fma(k, LN2, logarithmOfOnePlus(f));
        float positive = x < Float.POSITIVE_INFINITY ? finite : x;
        float nonNegative = x == 0 ? Float.NEGATIVE_INFINITY : positive;
        return x >= 0 ? nonNegative : Float.NaN;
    }

    /** The integer k with x = m 2<sup>k</sup> and m from √½ to √2, for a positive finite x. */
    private static float exponent(float x) {
        float biased = Float.intBitsToFloat((shiftedBits(x) >>> MANTISSA_BITS) | INTEGER_BITS);
        return biased - (x < SMALLEST_NORMAL ? BIASED_INTEGER + SUBNORMAL_EXPONENT : BIASED_INTEGER);
    }

    /** The m of {@link #exponent}. */
    private static float mantissa(float x) {
        return Float.intBitsToFloat((shiftedBits(x) & MANTISSA_MASK) + SQRT_HALF_BITS);
    }

    /** The bits of x, moved so that the exponent field changes at √½ 2<sup>k</sup> instead of 2<sup>k</sup>. */
    private static int shiftedBits(float x) {
        float normal = x < SMALLEST_NORMAL ? x * SUBNORMAL_SCALE : x;
        return Float.floatToRawIntBits(normal) + (ONE_BITS - SQRT_HALF_BITS);
    }

    /** log(1 + f) for f from √½ − 1 to √2 − 1. */
    private static float logarithmOfOnePlus(float f) {
        float polynomial = 0x1.660ec8p-4f;
        polynomial = Math.fma(f, polynomial, -0x1.251406p-3f);
        polynomial = Math.fma(f, polynomial, 0x1.317e24p-3f);
        polynomial = Math.fma(f, polynomial, -0x1.535a3cp-3f);
        polynomial = Math.fma(f, polynomial, 0x1.98d336p-3f);
        polynomial = Math.fma(f, polynomial, -0x1.0004bp-2f);
        polynomial = Math.fma(f, polynomial, 0x1.5556f2p-2f);
        polynomial = Math.fma(f, polynomial, -0x1.fffffap-2f);
        return Math.fma(f * f, polynomial, f);
    }
}
