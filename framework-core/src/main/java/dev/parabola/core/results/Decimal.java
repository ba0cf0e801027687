package dev.parabola.core.results;

import java.math.BigInteger;

/**
 * Reads decimals as the tables have them: Daniel Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience
 * 51 (2021), which is the algorithm of Eisel and Lemire. It gives what {@code Double.parseDouble} gives, which takes ten times as long
 * and makes four objects.
 */
final class Decimal {
    /** As many digits as are in any long; the shortest decimal of a double has at most 17. */
    private static final int MOST_DIGITS = 18;

    private static final int LEAST_POWER = -80;
    private static final int GREATEST_POWER = 40;

    /** Powers whose reciprocals are rounded up to their 128 bits; of smaller ones what follows the bits is cut off. */
    private static final int LEAST_ROUNDED_UP = -27;

    /** Only between these can a decimal lie in the middle of two doubles. */
    private static final int LEAST_TIE = -4;

    private static final int GREATEST_TIE = 23;

    /** The bits of a product that are not in a double, if all are ones: what was cut off could carry over them. */
    private static final long UNDECIDED = (1 << 9) - 1;

    /** The product's bits below those of a double and the one that rounds. */
    private static final int MORE_BITS = 9;

    private static final long MANTISSA = (1L << 52) - 1;

    /** In units of 2⁻¹⁶. */
    private static final int LOG2_OF_10 = 217_706;

    private static final int MOST_EXPONENT_DIGITS = 3;
    private static final int NO_EXPONENT = Integer.MAX_VALUE;

    /** The first 128 bits of 5 to a power: the upper half, and the lower. */
    private static final long[] UPPER = new long[GREATEST_POWER - LEAST_POWER + 1];

    private static final long[] LOWER = new long[UPPER.length];

    static {
        BigInteger power = BigInteger.ONE;
        for (int exponent = 0; exponent <= Math.max(GREATEST_POWER, -LEAST_POWER); exponent++) {
            if (exponent <= GREATEST_POWER) {
                put(exponent, power);
            }
            if (exponent > 0 && exponent <= -LEAST_POWER) {
                put(-exponent, reciprocal(-exponent, power));
            }
            power = power.multiply(BigInteger.valueOf(5));
        }
    }

    private Decimal() {}

    private static BigInteger reciprocal(int exponent, BigInteger power) {
        int bits = power.bitLength();
        int precision = exponent >= LEAST_ROUNDED_UP ? bits + 127 : 2 * bits + 128;
        return BigInteger.ONE.shiftLeft(precision).divide(power).add(BigInteger.ONE);
    }

    private static void put(int exponent, BigInteger power) {
        int shift = power.bitLength() - 128;
        BigInteger bits = shift > 0 ? power.shiftRight(shift) : power.shiftLeft(-shift);
        UPPER[exponent - LEAST_POWER] = bits.shiftRight(64).longValue();
        LOWER[exponent - LEAST_POWER] = bits.longValue();
    }

    /**
     * Reads a decimal such as {@code -0.0}, {@code 12.5} or {@code 1.25E-7}.
     *
     * @return the nearest double; NaN of anything else, and of the few decimals whose nearest double this does not find
     */
    static double read(byte[] text, int start, int end) {
        boolean negative = start < end && text[start] == '-';
        int first = negative ? start + 1 : start;
        int i = first;
        long digits = 0;
        while (i < end && isDigit(text[i])) {
            digits = 10 * digits + text[i++] - '0';
        }
        int count = i - first;
        int power = 0;
        if (i < end && text[i] == '.') {
            int point = i++;
            while (i < end && isDigit(text[i])) {
                digits = 10 * digits + text[i++] - '0';
            }
            power = point + 1 - i;
            count -= power;
            if (power == 0) {
                return Double.NaN;
            }
        }
        if (first == i
                || !isDigit(text[first])
                || (count > MOST_DIGITS && count - zeros(text, first, i) > MOST_DIGITS)) {
            return Double.NaN;
        }
        if (i < end) {
            int exponent = exponent(text, i, end);
            if (exponent == NO_EXPONENT) {
                return Double.NaN;
            }
            power += exponent;
        }
        double size = digits == 0 ? 0 : nearest(digits, power);
        return negative ? -size : size;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    /** How many zeros stand before the first other digit. */
    private static int zeros(byte[] text, int start, int end) {
        int zeros = 0;
        for (int i = start; i < end && (text[i] == '0' || text[i] == '.'); i++) {
            zeros += text[i] == '0' ? 1 : 0;
        }
        return zeros;
    }

    /** The power of ten that {@code E-7} names. */
    private static int exponent(byte[] text, int start, int end) {
        if (text[start] != 'E') {
            return NO_EXPONENT;
        }
        boolean negative = start + 1 < end && text[start + 1] == '-';
        int i = negative ? start + 2 : start + 1;
        int exponent = 0;
        if (i == end || end - i > MOST_EXPONENT_DIGITS) {
            return NO_EXPONENT;
        }
        for (; i < end; i++) {
            if (!isDigit(text[i])) {
                return NO_EXPONENT;
            }
            exponent = 10 * exponent + text[i] - '0';
        }
        return negative ? -exponent : exponent;
    }

    /** The double that is nearest to digits times a power of ten. */
    private static double nearest(long digits, int power) {
        if (power < LEAST_POWER || power > GREATEST_POWER) {
            return Double.NaN;
        }
        int place = power - LEAST_POWER;
        int leading = Long.numberOfLeadingZeros(digits);
        long factor = digits << leading;
        long upper = upperHalf(factor, UPPER[place]);
        long lower = factor * UPPER[place];
        if ((upper & UNDECIDED) == UNDECIDED) {
            long carry = upperHalf(factor, LOWER[place]);
            lower += carry;
            if (Long.compareUnsigned(lower, carry) < 0) {
                upper++;
            }
            if (lower == -1) {
                return Double.NaN;
            }
        }
        int top = (int) (upper >>> 63);
        long mantissa = upper >>> (top + MORE_BITS);
        if (lower >>> 1 == 0
                && power >= LEAST_TIE
                && power <= GREATEST_TIE
                && (mantissa & 3) == 1
                && mantissa << (top + MORE_BITS) == upper) {
            mantissa--;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        int exponent = exponentOf(power) + top - leading + (int) (mantissa >>> 53);
        // All are far from the least and the greatest double: the powers of ten see to that.
        return Double.longBitsToDouble(((long) exponent << 52) | ((mantissa >>> (mantissa >>> 53)) & MANTISSA));
    }

    /** The biased exponent of a power of ten times a factor between 2⁶³ and 2⁶⁴; the product is as if it were of 5. */
    private static int exponentOf(int power) {
        return ((LOG2_OF_10 * power) >> 16) + 63 + Double.MAX_EXPONENT;
    }

    /** The upper half of the product of two numbers without signs. */
    private static long upperHalf(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
