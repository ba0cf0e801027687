package dev.parabola.api.math;

import static dev.parabola.api.math.Binary64.ROUNDING_SHIFT;

/**
 * exp and the functions that are made of one exponential: tanh, sigmoid, softplus.
 *
 * <p>All of them split the argument as Cody and Waite (1980, chapter 6) do: x = k ln 2 + r with an integer k and |r| ≤ (ln 2) / 2, so
 * that e<sup>x</sup> = 2<sup>k</sup> e<sup>r</sup>. A fused multiply-add with a rounded ln 2 makes x − k ln 2 exact, since both
 * terms are multiples of 2<sup>−53</sup> and the difference is below 1/2; what ln 2 lost in rounding is subtracted afterwards.
 */
final class Exponential {

    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HEAD = 0x1.62e42fefa39efp-1;
    private static final double LN2_TAIL = 0x1.abc9e3b39803fp-56;

    /** Beyond these e<sup>x</sup> is 0 or infinite; within them both factors of {@link #scale} are in range. */
    static final double LOWEST = -750;

    static final double HIGHEST = 711;

    /** Beyond this 1 − tanh x is far below half an ulp. */
    private static final double TANH_HIGHEST = 22;

    private Exponential() {}

    static double exp(double x) {
        return Binary64.nanIfNan(x, exp(Binary64.clamp(x, LOWEST, HIGHEST), 0));
    }

    /** e<sup>x + tail</sup> for x between the limits above and a tail of about an ulp of x. */
    static double exp(double x, double tail) {
        double k = exponent(x);
        double exact = Math.fma(-k, LN2_HEAD, x);
        double correction = Math.fma(-k, LN2_TAIL, tail);
        double r = exact + correction;
        double rest = rest(r, Binary64.orderedSumError(exact, correction, r));
        double head = 1 + r;
        return scale(head + (Binary64.orderedSumError(1, r, head) + rest), k);
    }

    static double tanh(double x) {
        // tanh |x| = (1 − t) / (1 + t) with t = exp(−2|x|) = 2^k (1 + p): neither sum cancels if p = e^r − 1 is known
        // by itself
        double y = -2 * Binary64.atMost(Math.abs(x), TANH_HIGHEST);
        double k = exponent(y);
        double r = Math.fma(-k, LN2_HEAD, y);
        double p = r + rest(r, -k * LN2_TAIL);
        double power = Binary64.powerOfTwo(k + ROUNDING_SHIFT);
        double dividend = Math.fma(power, p, power - 1);
        double divisor = Math.fma(power, p, power + 1);
        double divisorTail = Math.fma(power, p, (1 - divisor) + power);
        double quotient = dividend / divisor;
        double remainder = Math.fma(-quotient, divisorTail, Math.fma(-quotient, divisor, dividend));
        // the quotient is −tanh |x|, and 1 / (1 + t) = (1 + tanh |x|) / 2 spares a second division
        double refined = Math.fma(remainder, Math.fma(-0.5, quotient, 0.5), quotient);
        return Binary64.nanIfNan(x, Binary64.withSign(refined, x));
    }

    static double sigmoid(double x) {
        // q = 1 / (1 + t) right of zero and t / (1 + t) left of it, with t = exp(−|x|)
        double y = -Binary64.atMost(Math.abs(x), -LOWEST);
        double k = exponent(y);
        double r = Math.fma(-k, LN2_TAIL, Math.fma(-k, LN2_HEAD, y));
        double t = scale(1 + rest(r, r), k);
        double dividend = Binary64.select(Binary64.signMask(x), t, 1);
        // q = dividend − t q, which shrinks the error of the quotient by the factor t
        return Binary64.nanIfNan(x, Math.fma(-t, dividend / (1 + t), dividend));
    }

    static double softplus(double x) {
        // max(x, 0) + log(1 + t) with t = exp(−|x|); log(1 + t) = 2 artanh(w / 2) with w = t / (1 + t/2)
        double t = exp(-Binary64.atMost(Math.abs(x), -LOWEST), 0);
        double half = 0.5 * t;
        double divisor = 1 + half;
        double divisorTail = Binary64.orderedSumError(1, half, divisor);
        double w = t / divisor;
        double remainder = Math.fma(-w, divisorTail, Math.fma(-w, divisor, t));
        // 1 / (1 + t/2) = 1 − w/2 spares a second division
        double wTail = remainder * Math.fma(-0.5, w, 1);
        double z = 0.25 * (w * w);
        double logarithm = w + Math.fma(w * z, Logarithm.artanhRest(z), wTail);
        return Binary64.nanIfNan(x, Binary64.select(Binary64.signMask(x), 0, x) + logarithm);
    }

    /** The integer nearest to x / ln 2. */
    private static double exponent(double x) {
        return Math.fma(x, LOG2_E, ROUNDING_SHIFT) - ROUNDING_SHIFT;
    }

    /** (e<sup>r</sup> − 1 − r) + addend, for |r| ≤ (ln 2) / 2. */
    private static double rest(double r, double addend) {
        double square = r * r;
        double even = 0x1.af6d1cd883751p-26;
        even = Math.fma(square, even, 0x1.71ddef7255a33p-19);
        even = Math.fma(square, even, 0x1.a01a01b3c1b88p-13);
        even = Math.fma(square, even, 0x1.111111110ebbbp-7);
        even = Math.fma(square, even, 0x1.555555555555bp-3);
        double odd = 0x1.1fbd3c190493dp-29;
        odd = Math.fma(square, odd, 0x1.27e4acf826f03p-22);
        odd = Math.fma(square, odd, 0x1.a01a01bb86ceap-16);
        odd = Math.fma(square, odd, 0x1.6c16c16c12579p-10);
        odd = Math.fma(square, odd, 0x1.555555555555ep-5);
        double polynomial = Math.fma(r, Math.fma(r, odd, even), 0.5);
        return Math.fma(square, polynomial, addend);
    }

    /** x · 2<sup>k</sup>, rounded once; in two factors, since 2<sup>k</sup> itself may be out of range. */
    private static double scale(double x, double k) {
        double shiftedHalf = Math.fma(0.5, k, ROUNDING_SHIFT);
        double otherHalf = k - (shiftedHalf - ROUNDING_SHIFT);
        return x * Binary64.powerOfTwo(shiftedHalf) * Binary64.powerOfTwo(otherHalf + ROUNDING_SHIFT);
    }
}
