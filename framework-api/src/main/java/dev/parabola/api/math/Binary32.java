package dev.parabola.api.math;

/**
 * What the functions of {@link Elementary32} need from the binary32 format of IEEE 754 (2019): the counterpart of {@link Binary64}.
 *
 * <p>Everything is made of operations that vector registers have lane by lane, on lanes of 32 bits.
 */
final class Binary32 {

    static final int SIGN_BIT = 1 << 31;
    static final int MANTISSA_BITS = 23;
    static final int MANTISSA_MASK = (1 << MANTISSA_BITS) - 1;
    static final int ONE_BITS = 0x3F80_0000;

    /**
     * 1.5 · 2<sup>23</sup>. Added to a number below 2<sup>22</sup> in magnitude it leaves no room for a fraction: the sum is the
     * number rounded to the nearest integer (ties to even), and the low 22 bits of the sum are those of that integer in two's
     * complement.
     */
    static final float ROUNDING_SHIFT = 0x1.8p23f;

    private Binary32() {}

    /** The number itself if it lies between the limits or is NaN, else the limit it passes. */
    static float clamp(float x, float lowest, float highest) {
        return atMost(x < lowest ? lowest : x, highest);
    }

    /** The smaller of the two; NaN if x is. */
    static float atMost(float x, float highest) {
        return x > highest ? highest : x;
    }

    /** 2<sup>k</sup> for an integer k from −126 to 127, of which only the low nine bits are read. */
    static float powerOfTwo(int k) {
        return Float.intBitsToFloat((k << MANTISSA_BITS) + ONE_BITS);
    }

    /** x · 2<sup>k</sup> where both x and the product are normal numbers; only the low nine bits of k are read. */
    static float timesPowerOfTwo(float x, int k) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(x) + (k << MANTISSA_BITS));
    }

    /** All ones if the sign bit is set, else zero: a mask for {@link #select}. */
    static int signMask(float x) {
        return Float.floatToRawIntBits(x) >> 31;
    }

    /** One of two numbers, by a mask that is all ones or zero. */
    static float select(int mask, float ifOnes, float ifZero) {
        return Float.intBitsToFloat(
                (Float.floatToRawIntBits(ifOnes) & mask) | (Float.floatToRawIntBits(ifZero) & ~mask));
    }

    /** A magnitude, its own sign bit clear, with the sign of another number. */
    static float withSign(float magnitude, float sign) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | (Float.floatToRawIntBits(sign) & SIGN_BIT));
    }

    /** The number negated where the flag's sign bit is set; the flag's other bits are ignored. */
    static float flipSign(float x, int flag) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(x) ^ (flag & SIGN_BIT));
    }

    /** The result, or the one canonical NaN for a NaN: its payload and sign would else differ between processors. */
    static float nanIfNan(float x, float result) {
        return Float.isNaN(x) ? Float.NaN : result;
    }
}
