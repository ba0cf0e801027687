package dev.parabola.api.math;

import static dev.parabola.api.math.Binary64.orderedSumError;

/** pow: exp(y log x), the logarithm and the product carried in two doubles each. */
final class Power {

    private static final double THIRD_HEAD = 0x1.5555555555555p-2;
    private static final double THIRD_TAIL = 0x1.5555555555555p-56;
    private static final double FIFTH_HEAD = 0x1.999999999999ap-3;
    private static final double FIFTH_TAIL = -0x1.999999999999ap-57;

    /** From here on every double is an integer. */
    private static final double ALL_INTEGERS = 0x1p52;

    /** From here on every double is an even integer. */
    private static final double ALL_EVEN = 0x1p53;

    private Power() {}

    static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double a = Math.abs(x);
        double magnitude = magnitude(a, y);
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        if (negative && isOddInteger(y)) {
            return -magnitude;
        }
        boolean undefined = x < 0 && a < Double.POSITIVE_INFINITY && !isInteger(y);
        return undefined ? Double.NaN : magnitude;
    }

    private static double magnitude(double a, double y) {
        boolean growing = (a > 1) == (y > 0);
        if (Math.abs(y) == Double.POSITIVE_INFINITY) {
            if (a == 1) {
                return Double.NaN;
            }
            return growing ? Double.POSITIVE_INFINITY : 0;
        }
        if (a == 0 || a == Double.POSITIVE_INFINITY) {
            return growing ? Double.POSITIVE_INFINITY : 0;
        }
        return finiteMagnitude(a, y);
    }

    /** a<sup>y</sup> for a positive finite a and a finite y. */
    private static double finiteMagnitude(double a, double y) {
        // log m = 2 artanh(s) = 2 s (1 + z (1/3 + z (1/5 + z P(z)))) with s = (m − 1) / (m + 1) and z = s²
        double k = Logarithm.exponent(a);
        double m = Logarithm.mantissa(a);
        double dividend = m - 1;
        double divisor = m + 1;
        double divisorTail = Binary64.sumError(m, 1, divisor);
        double s = dividend / divisor;
        double sTail = Binary64.quotientRemainder(dividend, 0, divisor, divisorTail, s) / divisor;
        double z = s * s;
        double zTail = Math.fma(2 * s, sTail, Math.fma(s, s, -z));

        double series = z * seriesRest(z);
        double inner = FIFTH_HEAD + series;
        double innerTail = orderedSumError(FIFTH_HEAD, series, inner) + FIFTH_TAIL;
        double product = z * inner;
        double productTail = productTail(z, zTail, inner, innerTail, product);
        double outer = THIRD_HEAD + product;
        double outerTail = orderedSumError(THIRD_HEAD, product, outer) + (productTail + THIRD_TAIL);
        double factor = z * outer;
        double factorTail = productTail(z, zTail, outer, outerTail, factor);
        double first = 2 * s;
        double firstTail = 2 * sTail;
        double second = first * factor;
        double secondTail = productTail(first, firstTail, factor, factorTail, second);

        double exact = k * Logarithm.LN2_HEAD;
        double partial = exact + first;
        double partialTail = orderedSumError(exact, first, partial);
        double head = partial + second;
        double tail = orderedSumError(partial, second, head) + partialTail + (secondTail + firstTail);
        tail = Math.fma(k, Logarithm.LN2_TAIL, tail);
        double logarithm = head + tail;
        double logarithmTail = orderedSumError(head, tail, logarithm);

        double exponent = y * logarithm;
        double exponentTail = Math.fma(y, logarithmTail, Math.fma(y, logarithm, -exponent));
        double clamped = Binary64.clamp(exponent, Exponential.LOWEST, Exponential.HIGHEST);
        return Exponential.exp(clamped, clamped == exponent ? exponentTail : 0);
    }

    /** What product = a b lacks of (a + aTail) (b + bTail). */
    private static double productTail(double a, double aTail, double b, double bTail, double product) {
        return Math.fma(a, b, -product) + Math.fma(a, bTail, aTail * b);
    }

    /** P(z) = 1/7 + z/9 + z²/11 + …, for √z ≤ (√2 − 1) / (√2 + 1). */
    private static double seriesRest(double z) {
        double square = z * z;
        double even = 0x1.e7df6434d2504p-5;
        even = Math.fma(square, even, 0x1.111dce1f4949ep-4);
        even = Math.fma(square, even, 0x1.745d17d75d39fp-4);
        even = Math.fma(square, even, 0x1.24924924927cdp-3);
        double odd = 0x1.de9e91ac1f858p-5;
        odd = Math.fma(square, odd, 0x1.3b137835f435bp-4);
        odd = Math.fma(square, odd, 0x1.c71c71c65a151p-4);
        return Math.fma(z, odd, even);
    }

    private static boolean isInteger(double y) {
        double a = Math.abs(y);
        return a >= ALL_INTEGERS || (a + ALL_INTEGERS) - ALL_INTEGERS == a;
    }

    private static boolean isOddInteger(double y) {
        double a = Math.abs(y);
        // below 2⁵², adding 2⁵² puts the integer part into the low bits
        double shifted = a < ALL_INTEGERS ? a + ALL_INTEGERS : a;
        return a < ALL_EVEN && isInteger(y) && (Double.doubleToRawLongBits(shifted) & 1) == 1;
    }
}
