package dev.parabola.api.math;

import static dev.parabola.api.math.Binary32.ROUNDING_SHIFT;

/** sin and cos in binary32, reduced by quarter turns as in {@link Trigonometric}, but to one float without a tail. */
final class Trigonometric32 {

    /**
     * Up to here three floats of π/2 reduce an argument to an eighth of a turn and little more. Beyond, the number of quarter turns,
     * found with one float of 2/π, would leave more than the polynomials are made for.
     */
    static final float DIRECT_REDUCTION_LIMIT = 0x1p18f;

    private static final float TWO_OVER_PI = 0x1.45f306p-1f;
    private static final float HALF_PI_HEAD = 0x1.921fb6p0f;
    private static final float HALF_PI_MIDDLE = -0x1.777a5cp-25f;
    private static final float HALF_PI_TAIL = -0x1.ee59dap-50f;

    private Trigonometric32() {}

    static float sin(float x) {
        float a = Math.abs(x);
        if (!(a <= DIRECT_REDUCTION_LIMIT)) {
            return (float) Elementary.sin(x);
        }
        return sine(a, 0, Float.floatToRawIntBits(x));
    }

    static float cos(float x) {
        float a = Math.abs(x);
        if (!(a <= DIRECT_REDUCTION_LIMIT)) {
            return (float) Elementary.cos(x);
        }
        return sine(a, 1, 0);
    }

    /** The sine of a plus some quarter turns, for a ≥ 0, negated if the sign bit of the last argument is set. */
    private static float sine(float a, int quarterTurns, int sign) {
        float shifted = Math.fma(a, TWO_OVER_PI, ROUNDING_SHIFT);
        float r = reduced(a, shifted - ROUNDING_SHIFT);
        int turns = Float.floatToRawIntBits(shifted) + quarterTurns;
        float z = r * r;
        float either = Binary32.select(-(turns & 1), reducedCosine(z), reducedSine(r, z));
        return Binary32.flipSign(either, sign ^ (turns << 30));
    }

    /**
     * a − k π/2. The first difference is exact: both terms are multiples of 2<sup>−24</sup>, and it is below 1. The last changes
     * nothing but where a is next to a multiple of π/2.
     */
    private static float reduced(float a, float k) {
        float exact = Math.fma(-k, HALF_PI_HEAD, a);
        float near = Math.fma(-k, HALF_PI_MIDDLE, exact);
        return Math.fma(-k, HALF_PI_TAIL, near);
    }

    /** sin r for |r| ≤ 0.8, z = r². */
    private static float reducedSine(float r, float z) {
        float polynomial = -0x1.990f92p-13f;
        polynomial = Math.fma(z, polynomial, 0x1.1106aep-7f);
        polynomial = Math.fma(z, polynomial, -0x1.555544p-3f);
        return Math.fma(r * z, polynomial, r);
    }

    /** cos r for |r| ≤ 0.8, z = r². */
    private static float reducedCosine(float z) {
        float polynomial = 0x1.999a6cp-16f;
        polynomial = Math.fma(z, polynomial, -0x1.6c0b08p-10f);
        polynomial = Math.fma(z, polynomial, 0x1.555548p-5f);
        polynomial = Math.fma(z, polynomial, -0.5f);
        return Math.fma(z, polynomial, 1);
    }
}
