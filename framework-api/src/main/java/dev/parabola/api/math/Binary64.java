package dev.parabola.api.math;

/**
 * What every function here needs from the binary64 format of IEEE 754 (2019): rounding to integers, powers of two, signs,
 * selection without a branch, and the rounding errors of sums and quotients.
 *
 * <p>Everything is made of operations that vector registers have lane by lane.
 */
final class Binary64 {

    static final long SIGN_BIT = 1L << 63;
    static final int MANTISSA_BITS = 52;
    static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    static final long ONE_BITS = 0x3FF0_0000_0000_0000L;

    /**
     * 1.5 · 2<sup>52</sup>. Added to a number below 2<sup>51</sup> in magnitude it leaves no room for a fraction: the sum is the
     * number rounded to the nearest integer (ties to even), and the sum's low bits are that integer in two's complement.
     */
    static final double ROUNDING_SHIFT = 0x1.8p52;

    private Binary64() {}

    /** The number itself if it lies between the limits or is NaN, else the limit it passes. */
    static double clamp(double x, double lowest, double highest) {
        return atMost(x < lowest ? lowest : x, highest);
    }

    /** The smaller of the two; NaN if x is. */
    static double atMost(double x, double highest) {
        return x > highest ? highest : x;
    }

    /** 2<sup>k</sup> for an integer k from −1022 to 1023, given as k + {@link #ROUNDING_SHIFT}. */
    static double powerOfTwo(double shiftedExponent) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shiftedExponent) << MANTISSA_BITS) + ONE_BITS);
    }

    /** All ones if the sign bit is set, else zero: a mask for {@link #select}. */
    static long signMask(double x) {
        return Double.doubleToRawLongBits(x) >> 63;
    }

    /** One of two numbers, by a mask that is all ones or zero. Signs of data are random, and a mispredicted branch is dear. */
    static double select(long mask, double ifOnes, double ifZero) {
        return Double.longBitsToDouble(
                (Double.doubleToRawLongBits(ifOnes) & mask) | (Double.doubleToRawLongBits(ifZero) & ~mask));
    }

    /** The magnitude of one number with the sign of another. */
    static double withSign(double magnitude, double sign) {
        return Double.longBitsToDouble(
                (Double.doubleToRawLongBits(magnitude) & ~SIGN_BIT) | (Double.doubleToRawLongBits(sign) & SIGN_BIT));
    }

    /** The number negated where the flag's sign bit is set; the flag's other bits are ignored. */
    static double flipSign(double x, long flag) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ (flag & SIGN_BIT));
    }

    /** The rounding error a + b − sum of sum = a + b, exactly (Møller 1965; Knuth, TAOCP 2, 4.2.2, theorem B). */
    static double sumError(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }

    /** The same for |a| ≥ |b| or a = 0, in half the operations (Dekker 1971). */
    static double orderedSumError(double a, double b, double sum) {
        return (a - sum) + b;
    }

    /** (a + aTail) / (b + bTail), rounded almost correctly: one step of refinement on a · (1/b). */
    static double quotient(double a, double aTail, double b, double bTail) {
        double inverse = 1 / b;
        double quotient = a * inverse;
        return Math.fma(quotientRemainder(a, aTail, b, bTail, quotient), inverse, quotient);
    }

    /** What (a + aTail) − quotient · (b + bTail) leaves. */
    static double quotientRemainder(double a, double aTail, double b, double bTail, double quotient) {
        return Math.fma(-quotient, b, a) + Math.fma(-quotient, bTail, aTail);
    }

    /** The result, or the one canonical NaN for a NaN: its payload and sign would else differ between processors. */
    static double nanIfNan(double x, double result) {
        return Double.isNaN(x) ? Double.NaN : result;
    }
}
