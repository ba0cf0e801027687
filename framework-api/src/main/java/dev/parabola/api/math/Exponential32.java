package dev.parabola.api.math;

import static dev.parabola.api.math.Binary32.ROUNDING_SHIFT;

/**
 * exp, tanh, sigmoid and softplus in binary32, each without a branch. As in {@link Exponential} an argument is split into k ln 2 + r
 * with an integer k and |r| ≤ (ln 2) / 2, by fused multiply-adds of which the first is exact.
 */
final class Exponential32 {

    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN2_HEAD = 0x1.62e43p-1f;
    private static final float LN2_TAIL = -0x1.05c61p-29f;

    /** Beyond this e<sup>−x</sup> is 0 and e<sup>x</sup> infinite; within it both factors of {@link #scale} are in range. */
    private static final float LIMIT = 104;

    /** Beyond this 1 − tanh x is far below half an ulp. */
    private static final float TANH_HIGHEST = 10;

    private Exponential32() {}

    static float exp(float x) {
        return Binary32.nanIfNan(x, reducedExp(Binary32.clamp(x, -LIMIT, LIMIT)));
    }

    /** e<sup>x</sup> for x within {@link #LIMIT}. */
    private static float reducedExp(float x) {
        float shifted = shifted(x);
        float r = reduced(x, shifted - ROUNDING_SHIFT);
        return scale(reducedPower(r), Float.floatToRawIntBits(shifted));
    }

    static float tanh(float x) {
        // tanh |x| = (1 − t) / (1 + t) with t = exp(−2|x|) = 2^k (1 − 2h): neither sum cancels if h = (1 − e^−2r) / 2
        // is
        // known by itself; both are halved here. The tail of ln 2 counts for nothing: t is small where k is not
        float a = Binary32.atMost(Math.abs(x), TANH_HIGHEST);
        float shifted = Math.fma(a, -2 * LOG2_E, ROUNDING_SHIFT);
        float k = shifted - ROUNDING_SHIFT;
        float r = Math.fma(k, 0.5f * LN2_HEAD, a);
        float h = halfComplement(r);
        float power = Binary32.powerOfTwo(Float.floatToRawIntBits(shifted));
        float dividend = Math.fma(power, h, Math.fma(-0.5f, power, 0.5f));
        float divisor = Math.fma(-power, h, Math.fma(0.5f, power, 0.5f));
        return Binary32.nanIfNan(x, Binary32.withSign(dividend / divisor, x));
    }

    static float sigmoid(float x) {
        // e^x = 2^k p with p = e^r, and 2^k p / (1 + 2^k p) = 2^h p / (2^(h−k) + 2^h p) where h is half of k: nothing
        // there
        // leaves the normal numbers but the quotient, which is rounded once
        float y = Binary32.clamp(x, -LIMIT, LIMIT);
        float shifted = shifted(y);
        float r = reduced(y, shifted - ROUNDING_SHIFT);
        int k = Float.floatToRawIntBits(shifted);
        int half = k >> 1;
        float dividend = Binary32.timesPowerOfTwo(reducedPower(r), half);
        float divisor = dividend + Binary32.powerOfTwo(half - k);
        return Binary32.nanIfNan(x, dividend / divisor);
    }

    static float softplus(float x) {
        // max(x, 0) + log(1 + t) with t = exp(−|x|)
        float t = reducedExp(-Binary32.atMost(Math.abs(x), LIMIT));
        float logarithm = logarithmOfOnePlus(t);
        return Binary32.nanIfNan(x, Binary32.select(Binary32.signMask(x), 0, x) + logarithm);
    }

    /** The integer nearest to x / ln 2, plus {@link Binary32#ROUNDING_SHIFT}. */
    private static float shifted(float x) {
        return Math.fma(x, LOG2_E, ROUNDING_SHIFT);
    }

    /** x − k ln 2. The first difference is exact: both terms are multiples of 2<sup>−25</sup>, and it is below 1/2. */
    private static float reduced(float x, float k) {
        float exact = Math.fma(-k, LN2_HEAD, x);
        return Math.fma(-k, LN2_TAIL, exact);
    }

    /** e<sup>r</sup> for |r| ≤ (ln 2) / 2. */
    private static float reducedPower(float r) {
        float polynomial = 0x1.695414p-10f;
        polynomial = Math.fma(r, polynomial, 0x1.123b04p-7f);
        polynomial = Math.fma(r, polynomial, 0x1.555a22p-5f);
        polynomial = Math.fma(r, polynomial, 0x1.55549p-3f);
        polynomial = Math.fma(r, polynomial, 0x1.fffffap-2f);
        polynomial = Math.fma(r, polynomial, 1);
        return Math.fma(r, polynomial, 1);
    }

    /** (1 − e<sup>−2r</sup>) / 2 for |r| ≤ (ln 2) / 4. */
    private static float halfComplement(float r) {
        float polynomial = -0x1.6b79b2p-5f;
        polynomial = Math.fma(r, polynomial, 0x1.12292ep-3f);
        polynomial = Math.fma(r, polynomial, -0x1.555712p-2f);
        polynomial = Math.fma(r, polynomial, 0x1.5554aep-1f);
        polynomial = Math.fma(r, polynomial, -0x1.fffffep-1f);
        return Math.fma(r * r, polynomial, r);
    }

    /** log(1 + t) for t from 0 to 1. */
    private static float logarithmOfOnePlus(float t) {
        float polynomial = 0x1.5fa0dap-8f;
        polynomial = Math.fma(t, polynomial, -0x1.eca398p-6f);
        polynomial = Math.fma(t, polynomial, 0x1.44707ap-4f);
        polynomial = Math.fma(t, polynomial, -0x1.19af8ep-3f);
        polynomial = Math.fma(t, polynomial, 0x1.884554p-3f);
        polynomial = Math.fma(t, polynomial, -0x1.fd1368p-3f);
        polynomial = Math.fma(t, polynomial, 0x1.5535dep-2f);
        polynomial = Math.fma(t, polynomial, -0x1.ffff14p-2f);
        return Math.fma(t * t, polynomial, t);
    }

    /**
     * x · 2<sup>k</sup>, rounded once, for x about 1; in two factors, since 2<sup>k</sup> itself may be out of range. The integer k
     * is given with {@link Binary32#ROUNDING_SHIFT} in the bits above its own, of which the shifts to the left leave nothing.
     */
    private static float scale(float x, int k) {
        int half = k >> 1;
        return Binary32.timesPowerOfTwo(x, half) * Binary32.powerOfTwo(k - half);
    }
}
