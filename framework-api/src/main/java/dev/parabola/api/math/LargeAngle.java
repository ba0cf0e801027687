package dev.parabola.api.math;

import static dev.parabola.api.math.Binary64.MANTISSA_BITS;
import static dev.parabola.api.math.Binary64.MANTISSA_MASK;

/**
 * A large angle as quarter turns plus a remainder of at most an eighth of a turn, after Payne and Hanek (1983): of the digits of
 * 2/π only those matter that neither give whole turns nor vanish.
 *
 * @param quarterTurns the number of quarter turns, modulo four
 * @param head the remainder in radians
 * @param tail what head lacks of it
 */
record LargeAngle(long quarterTurns, double head, double tail) {

    /** The binary fraction of 2/π, after 64 zeros that spare smaller angles a special case. */
    private static final long[] TWO_OVER_PI = {
        0,
        0xA2F9_836E_4E44_1529L,
        0xFC27_57D1_F534_DDC0L,
        0xDB62_9599_3C43_9041L,
        0xFE51_63AB_DEBB_C561L,
        0xB724_6E3A_424D_D2E0L,
        0x0649_2EEA_09D1_921CL,
        0xFE1D_EB1C_B129_A73EL,
        0xE882_35F5_2EBB_4484L,
        0xE99C_7026_B45F_7E41L,
        0x3991_D639_8353_39F4L,
        0x9C84_5F8B_BDF9_283BL,
        0x1FF8_97FF_DE05_980FL,
        0xEF2F_118B_5A0A_6D1FL,
        0x6D36_7ECF_27CB_09B7L,
        0x4F46_3F66_9E5F_EA2DL,
        0x7527_BAC7_EBE5_F17BL,
        0x3D07_39F7_8A52_92EAL,
        0x6BFB_5FB1_1F8D_5D08L,
        0x5603_3046_FC7B_6BABL,
    };

    /**
     * 192 bits: two of quarter turns; at most 61 zeros, since no double is nearer than 2<sup>−61</sup> to a multiple of π/2; 76 for
     * the remainder; and 53 that the truncation of 2/π spoils.
     */
    private static final int WORDS = 6;

    private static final long WORD_MASK = 0xFFFF_FFFFL;

    /** Exponent of a double whose mantissa is taken as an integer. */
    private static final int INTEGER_EXPONENT_BIAS = 1075;

    /** Reduces a finite angle from 2<sup>30</sup> on. */
    static LargeAngle reduce(double angle) {
        long bits = Double.doubleToRawLongBits(angle);
        int exponent = (int) (bits >>> MANTISSA_BITS) - INTEGER_EXPONENT_BIAS;
        long integer = (bits & MANTISSA_MASK) | (1L << MANTISSA_BITS);
        return ofQuarterTurns(quarterTurns(integer, exponent));
    }

    /**
     * integer · 2<sup>exponent</sup> · 2/π modulo 4, in words of 32 bits, the binary point after the first two bits. The digits of
     * 2/π start with the one of weight 2 in the product; those before it only add multiples of four.
     */
    private static long[] quarterTurns(long integer, int exponent) {
        int offset = exponent + 62;
        long[] digits = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            digits[i] = digits(offset + 32 * i);
        }
        long[] product = new long[WORDS];
        for (int shift = 0; shift < 2; shift++) {
            long factor = (integer >>> (32 * shift)) & WORD_MASK;
            long carry = 0;
            for (int i = WORDS - 1 - shift; i >= 0; i--) {
                long sum = digits[i + shift] * factor + product[i] + carry;
                product[i] = sum & WORD_MASK;
                carry = sum >>> 32;
            }
        }
        return product;
    }

    /** 32 digits from the given one on. */
    private static long digits(int offset) {
        int word = offset >> 6;
        int bit = offset & 63;
        long first = TWO_OVER_PI[word] << bit;
        long second = bit > 32 ? TWO_OVER_PI[word + 1] >>> (64 - bit) : 0;
        return (first | second) >>> 32;
    }

    private static LargeAngle ofQuarterTurns(long[] words) {
        // adding half a quarter turn rounds the integer part, and makes the fraction signed once it is taken off again
        long rounded = words[0] + (1L << 29);
        double head = ((rounded & 0x3FFF_FFFFL) - (1L << 29)) * 0x1p-30;
        double tail = 0;
        double weight = 0x1p-30;
        for (int i = 1; i < WORDS; i++) {
            weight *= 0x1p-32;
            double term = words[i] * weight;
            double sum = head + term;
            tail += Binary64.sumError(head, term, sum);
            head = sum;
        }
        double radians = head * Trigonometric.HALF_PI_HEAD;
        double lost = Math.fma(head, Trigonometric.HALF_PI_HEAD, -radians);
        double rest = Math.fma(head, Trigonometric.HALF_PI_MIDDLE, tail * Trigonometric.HALF_PI_HEAD);
        return new LargeAngle(rounded >>> 30, radians, lost + rest);
    }
}
