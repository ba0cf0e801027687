package dev.parabola.api.math;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The elementary functions to at least 40 significant digits, by textbook series over decimal numbers. Nothing here shares a method,
 * a constant or a number format with {@link Elementary}; the value of π is Machin's.
 */
final class HighPrecision {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Working precision: more than 40 digits beyond any cancellation below. */
    private static final MathContext DIGITS = new MathContext(64, RoundingMode.HALF_EVEN);

    /** Enough to reduce 2<sup>1024</sup>, a number of 309 digits. */
    private static final MathContext ANGLE_DIGITS = new MathContext(450, RoundingMode.HALF_EVEN);

    private static final BigDecimal LN2 = doubledArtanh(ONE.divide(BigDecimal.valueOf(3), DIGITS));
    private static final BigDecimal HALF_PI = machin(ANGLE_DIGITS).multiply(TWO);
    private static final BigDecimal HALVING_LIMIT = new BigDecimal("0.1");
    private static final BigDecimal SMALL = new BigDecimal("1e-20");

    private HighPrecision() {}

    static BigDecimal exp(double x) {
        return exp(new BigDecimal(x));
    }

    static BigDecimal log(double x) {
        int exponent = x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
        BigDecimal mantissa = new BigDecimal(x).divide(power(exponent), DIGITS);
        return log(mantissa, exponent);
    }

    static BigDecimal sin(double x) {
        return sineOfQuarters(new BigDecimal(x), 0);
    }

    static BigDecimal cos(double x) {
        return sineOfQuarters(new BigDecimal(x), 1);
    }

    static BigDecimal tan(double x) {
        return sin(x).divide(cos(x), DIGITS);
    }

    static BigDecimal tanh(double value) {
        BigDecimal x = new BigDecimal(value);
        if (x.abs().compareTo(SMALL) < 0) {
            return x.subtract(x.pow(3, DIGITS).divide(BigDecimal.valueOf(3), DIGITS), DIGITS);
        }
        BigDecimal t = exp(x.abs().min(BigDecimal.valueOf(100)).multiply(BigDecimal.valueOf(-2)));
        BigDecimal magnitude = ONE.subtract(t).divide(ONE.add(t), DIGITS);
        return x.signum() < 0 ? magnitude.negate() : magnitude;
    }

    static BigDecimal atan(double value) {
        BigDecimal x = new BigDecimal(value);
        BigDecimal a = x.abs();
        boolean reciprocal = a.compareTo(ONE) > 0;
        BigDecimal t = reciprocal ? ONE.divide(a, DIGITS) : a;
        BigDecimal doublings = ONE;
        while (t.compareTo(HALVING_LIMIT) > 0) {
            t = t.divide(ONE.add(ONE.add(t.multiply(t)).sqrt(DIGITS)), DIGITS);
            doublings = doublings.multiply(TWO);
        }
        BigDecimal angle = arctangentSeries(t, DIGITS).multiply(doublings);
        BigDecimal magnitude = reciprocal ? HALF_PI.subtract(angle, DIGITS) : angle;
        return x.signum() < 0 ? magnitude.negate() : magnitude;
    }

    static BigDecimal erf(double value) {
        BigDecimal x = new BigDecimal(value);
        if (x.abs().compareTo(BigDecimal.valueOf(8)) > 0) {
            return BigDecimal.valueOf(x.signum()); // 1 − erf(8) is below 1e-28
        }
        // 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5···(2n+1)), all terms positive
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = x.round(DIGITS);
        BigDecimal sum = term;
        for (int n = 1; significant(term, sum, DIGITS); n++) {
            term = term.multiply(square).multiply(TWO).divide(BigDecimal.valueOf(2 * n + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        BigDecimal rootOfPi = HALF_PI.multiply(TWO).sqrt(DIGITS);
        return sum.multiply(TWO).multiply(exp(square.negate())).divide(rootOfPi, DIGITS);
    }

    static BigDecimal sigmoid(double x) {
        BigDecimal t = exp(-Math.abs(x));
        return (x < 0 ? t : ONE).divide(ONE.add(t, DIGITS), DIGITS);
    }

    static BigDecimal softplus(double x) {
        BigDecimal t = exp(-Math.abs(x));
        BigDecimal logarithm = doubledArtanh(t.divide(TWO.add(t), DIGITS));
        return x > 0 ? new BigDecimal(x).add(logarithm, DIGITS) : logarithm;
    }

    /** For a positive x. */
    static BigDecimal pow(double x, double y) {
        return exp(new BigDecimal(y).multiply(log(x)));
    }

    private static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(5000)) > 0) {
            return x.signum() > 0 ? new BigDecimal("1e2000") : new BigDecimal("1e-2000");
        }
        BigInteger k = x.divide(LN2, 0, RoundingMode.HALF_EVEN).toBigInteger();
        BigDecimal r = x.subtract(LN2.multiply(new BigDecimal(k))).round(DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; significant(term, sum, DIGITS); n++) {
            term = term.multiply(r).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.multiply(power(k.intValueExact()), DIGITS);
    }

    private static BigDecimal log(BigDecimal mantissa, int exponent) {
        boolean large = mantissa.compareTo(new BigDecimal("1.4")) > 0;
        BigDecimal m = large ? mantissa.divide(TWO) : mantissa;
        BigDecimal k = BigDecimal.valueOf(large ? exponent + 1L : exponent);
        return LN2.multiply(k).add(doubledArtanh(m.subtract(ONE).divide(m.add(ONE), DIGITS)), DIGITS);
    }

    /** 2 artanh(s) = log((1 + s) / (1 − s)). */
    private static BigDecimal doubledArtanh(BigDecimal s) {
        BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal odd = s.multiply(TWO);
        BigDecimal sum = odd;
        BigDecimal term = odd;
        for (int n = 3; significant(term, sum, DIGITS); n += 2) {
            odd = odd.multiply(square, DIGITS);
            term = odd.divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal sineOfQuarters(BigDecimal x, int quarters) {
        BigInteger k = x.divide(HALF_PI, 0, RoundingMode.HALF_EVEN).toBigInteger();
        BigDecimal r = x.subtract(HALF_PI.multiply(new BigDecimal(k))).round(DIGITS);
        int quadrant =
                k.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValue();
        BigDecimal term = quadrant % 2 == 0 ? r : ONE;
        BigDecimal square = r.multiply(r, DIGITS).negate();
        BigDecimal sum = term;
        for (int n = quadrant % 2 == 0 ? 2 : 1; significant(term, sum, DIGITS); n += 2) {
            term = term.multiply(square).divide(BigDecimal.valueOf((long) n * (n + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return quadrant < 2 ? sum : sum.negate();
    }

    /** π/4 = 4 arctan(1/5) − arctan(1/239) (Machin 1706). */
    private static BigDecimal machin(MathContext digits) {
        BigDecimal fifth = arctangentSeries(new BigDecimal("0.2"), digits);
        BigDecimal other = arctangentSeries(ONE.divide(BigDecimal.valueOf(239), digits), digits);
        return fifth.multiply(BigDecimal.valueOf(4)).subtract(other, digits);
    }

    private static BigDecimal arctangentSeries(BigDecimal t, MathContext digits) {
        BigDecimal square = t.multiply(t, digits).negate();
        BigDecimal odd = t;
        BigDecimal sum = t;
        BigDecimal term = t;
        for (int n = 3; significant(term, sum, digits); n += 2) {
            odd = odd.multiply(square, digits);
            term = odd.divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term, digits);
        }
        return sum;
    }

    private static boolean significant(BigDecimal term, BigDecimal sum, MathContext digits) {
        return term.signum() != 0
                && (term.precision() - term.scale()) > (sum.precision() - sum.scale()) - digits.getPrecision();
    }

    private static BigDecimal power(int exponent) {
        BigDecimal power = TWO.pow(Math.abs(exponent));
        return exponent < 0 ? ONE.divide(power, DIGITS) : power;
    }
}
