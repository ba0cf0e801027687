package dev.parabola.api.math;

import static dev.parabola.api.math.Binary64.ROUNDING_SHIFT;

/**
 * sin, cos and tan: the argument is reduced by quarter turns (Cody and Waite 1980, chapter 8, with fused multiply-adds; Payne and
 * Hanek 1983 for large ones) to a head and a tail, then one polynomial each gives sine and cosine on an eighth of a turn.
 */
final class Trigonometric {

    /**
     * Up to here three doubles of π/2 reduce an argument: there are fewer than 2<sup>30</sup> quarter turns, and that many times
     * what the three leave of π/2 is below 2<sup>−130</sup>, while no double but 0 comes nearer than 2<sup>−61</sup> to a multiple
     * of π/2 (by the continued fractions of π 2<sup>n</sup>).
     */
    static final double DIRECT_REDUCTION_LIMIT = 0x1p30;

    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    static final double HALF_PI_HEAD = 0x1.921fb54442d18p0;
    static final double HALF_PI_MIDDLE = 0x1.1a62633145c07p-54;
    private static final double HALF_PI_TAIL = -0x1.f1976b7ed8fbcp-110;

    private Trigonometric() {}

    static double sin(double x) {
        return sine(Math.abs(x), 0, Double.doubleToRawLongBits(x));
    }

    static double cos(double x) {
        return sine(Math.abs(x), 1, 0);
    }

    static double tan(double x) {
        double a = Math.abs(x);
        long sign = Double.doubleToRawLongBits(x);
        if (!(a <= DIRECT_REDUCTION_LIMIT)) {
            return tangentOfLarge(a, sign);
        }
        double shifted = Math.fma(a, TWO_OVER_PI, ROUNDING_SHIFT);
        double k = shifted - ROUNDING_SHIFT;
        double head = reduced(a, k);
        return reducedTangent(Double.doubleToRawLongBits(shifted), head, reducedTail(a, k, head), sign);
    }

    /** The sine of a plus some quarter turns, for a ≥ 0, negated if the sign bit of the last argument is set. */
    private static double sine(double a, long quarterTurns, long sign) {
        if (!(a <= DIRECT_REDUCTION_LIMIT)) {
            return sineOfLarge(a, quarterTurns, sign);
        }
        double shifted = Math.fma(a, TWO_OVER_PI, ROUNDING_SHIFT);
        double k = shifted - ROUNDING_SHIFT;
        double head = reduced(a, k);
        long turns = Double.doubleToRawLongBits(shifted) + quarterTurns;
        return reducedSine(turns, head, reducedTail(a, k, head), sign);
    }

    private static double sineOfLarge(double a, long quarterTurns, long sign) {
        if (!(a < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        LargeAngle angle = LargeAngle.reduce(a);
        return reducedSine(angle.quarterTurns() + quarterTurns, angle.head(), angle.tail(), sign);
    }

    private static double tangentOfLarge(double a, long sign) {
        if (!(a < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        LargeAngle angle = LargeAngle.reduce(a);
        return reducedTangent(angle.quarterTurns(), angle.head(), angle.tail(), sign);
    }

    /** a − k π/2, rounded. The first product and difference are exact: both terms are multiples of 2<sup>−53</sup>. */
    private static double reduced(double a, double k) {
        return Math.fma(-k, HALF_PI_HEAD, a) - k * HALF_PI_MIDDLE;
    }

    /** What {@link #reduced} lost. */
    private static double reducedTail(double a, double k, double head) {
        double exact = Math.fma(-k, HALF_PI_HEAD, a);
        double product = k * HALF_PI_MIDDLE;
        double productTail = Math.fma(k, HALF_PI_MIDDLE, -product);
        return Math.fma(-k, HALF_PI_TAIL, Binary64.sumError(exact, -product, head) - productTail);
    }

    /** The sine of k quarter turns plus head plus tail, negated if the sign bit of the last argument is set. */
    private static double reducedSine(long k, double head, double tail, long sign) {
        double sine = head + sineRest(head, tail);
        double near = nearCosine(head);
        double cosine = near + cosineRest(head, tail, near);
        return Binary64.flipSign(Binary64.select(-(k & 1), cosine, sine), sign ^ (k << 62));
    }

    private static double reducedTangent(long k, double head, double tail, long sign) {
        double sineRest = sineRest(head, tail);
        double sine = head + sineRest;
        double sineTail = Binary64.orderedSumError(head, sineRest, sine);
        double near = nearCosine(head);
        double cosineRest = cosineRest(head, tail, near);
        double cosine = near + cosineRest;
        double cosineTail = Binary64.orderedSumError(near, cosineRest, cosine);
        // in odd quarters the tangent is −cosine / sine
        long odd = -(k & 1);
        double quotient = Binary64.quotient(
                Binary64.select(odd, cosine, sine),
                Binary64.select(odd, cosineTail, sineTail),
                Binary64.select(odd, sine, cosine),
                Binary64.select(odd, sineTail, cosineTail));
        return Binary64.flipSign(quotient, sign ^ (k << 63));
    }

    /** sin(r + tail) − r for |r| ≤ π/4. */
    private static double sineRest(double r, double tail) {
        double z = r * r;
        double square = z * z;
        double even = -0x1.ae5e689eeed2dp-26;
        even = Math.fma(square, even, -0x1.a01a019c1619dp-13);
        even = Math.fma(square, even, -0x1.5555555555549p-3);
        double odd = 0x1.5d93a46c707fap-33;
        odd = Math.fma(square, odd, 0x1.71de357b1bdd4p-19);
        odd = Math.fma(square, odd, 0x1.111111110f8a6p-7);
        double tailTimesCosine = Math.fma(-0.5 * z, tail, tail);
        return Math.fma(r * z, Math.fma(z, odd, even), tailTimesCosine);
    }

    /** 1 − r²/2, the head of the cosine. */
    private static double nearCosine(double r) {
        return Math.fma(-0.5 * r, r, 1);
    }

    /** cos(r + tail) − near for |r| ≤ π/4. */
    private static double cosineRest(double r, double tail, double near) {
        double z = r * r;
        double square = z * z;
        double even = 0x1.1ee9f1508bp-29;
        even = Math.fma(square, even, 0x1.a01a019cbf617p-16);
        even = Math.fma(square, even, 0x1.555555555554cp-5);
        double odd = -0x1.8fb12f8ffae03p-37;
        odd = Math.fma(square, odd, -0x1.27e4f812b48c7p-22);
        odd = Math.fma(square, odd, -0x1.6c16c16c1521fp-10);
        double lost = Math.fma(-0.5 * r, r, 1 - near);
        return Math.fma(square, Math.fma(z, odd, even), Math.fma(-r, tail, lost));
    }
}
