package dev.parabola.api.math;

/**
 * The elementary functions, with the same bits on every machine.
 *
 * <p>The bits that these methods return are their definition: they are made of IEEE 754 operations on binary64 in a fixed order and
 * will not change, not even to become more accurate. They are nearly always the correctly rounded result, and never further from the
 * true value than the error each method states. Errors are in ulp, the distance between the doubles around the true value; they are
 * the largest found against quadruple precision in more than 30 million arguments of each function, hard ones included, and a
 * margin.
 *
 * <p>Unless a method says otherwise a NaN gives NaN, always the canonical one ({@link Double#NaN}), and a result too small or too
 * large for a double is rounded as IEEE 754 asks, through the subnormal numbers to zero or to infinity.
 *
 * <p>Polynomials are minimax approximations found by Remez' exchange algorithm in 60 decimal digits for this class, their
 * coefficients rounded to doubles one after the other, the rest fitted anew each time. General methods follow W. J. Cody and W. Waite,
 * <i>Software Manual for the Elementary Functions</i> (1980), and J.-M. Muller, <i>Elementary Functions</i> (2016).
 *
 * <p>All methods are pure and may be called from any thread.
 */
public final class Elementary {

    private Elementary() {}

    /**
     * The exponential function e<sup>x</sup>, with an error below 0.85 ulp.
     *
     * <p>exp(±0) = 1, exp(−∞) = +0, exp(∞) = ∞.
     *
     * <p>Method: x = k ln 2 + r (Cody and Waite 1980), a polynomial of degree 12 for e<sup>r</sup> on |r| ≤ (ln 2) / 2, the sum 1 + r
     * carried in two doubles.
     *
     * @param x the exponent
     * @return e<sup>x</sup>
     */
    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /**
     * The natural logarithm, with an error below 0.95 ulp.
     *
     * <p>log(±0) = −∞, log(1) = +0, log(∞) = ∞; NaN left of zero.
     *
     * <p>Method: x = 2<sup>k</sup> m with m from √½ to √2, and log m = 2 artanh((m − 1) / (m + 1)) with a polynomial of degree 15
     * (Cody and Waite 1980, chapter 5, with a polynomial for their quotient).
     *
     * @param x the argument
     * @return ln x
     */
    public static double log(double x) {
        return Logarithm.log(x);
    }

    /**
     * The sine, with an error below 0.85 ulp for every finite argument.
     *
     * <p>sin(±0) = ±0, sin(±∞) = NaN; odd.
     *
     * <p>Method: the argument modulo π/2 in two doubles, by Cody and Waite's reduction (1980) up to 2<sup>30</sup> and beyond by that
     * of M. Payne and R. Hanek, <i>Radian Reduction for Trigonometric Functions</i> (SIGNUM Newsletter 18, 1983); then polynomials
     * of degree 13 and 14 for sine and cosine on |r| ≤ π/4.
     *
     * @param x the angle in radians
     * @return sin x, from −1 to 1
     */
    public static double sin(double x) {
        return Trigonometric.sin(x);
    }

    /**
     * The cosine, with an error below 0.85 ulp for every finite argument.
     *
     * <p>cos(±0) = 1, cos(±∞) = NaN; even. Method: as for {@link #sin}.
     *
     * @param x the angle in radians
     * @return cos x, from −1 to 1
     */
    public static double cos(double x) {
        return Trigonometric.cos(x);
    }

    /**
     * The tangent, with an error below 1.0 ulp for every finite argument.
     *
     * <p>tan(±0) = ±0, tan(±∞) = NaN; odd. Method: the quotient of sine and cosine as in {@link #sin}, each in two doubles.
     *
     * @param x the angle in radians
     * @return tan x
     */
    public static double tan(double x) {
        return Trigonometric.tan(x);
    }

    /**
     * The hyperbolic tangent, with an error below 1.8 ulp.
     *
     * <p>tanh(±0) = ±0, tanh(±∞) = ±1; odd, never above 1 in magnitude.
     *
     * <p>Method: (1 − t) / (1 + t) with t = e<sup>−2|x|</sup> = 2<sup>k</sup> (1 + p), p = e<sup>r</sup> − 1 as in {@link #exp}, the
     * quotient corrected for the rounding of its divisor.
     *
     * @param x the argument
     * @return tanh x, from −1 to 1
     */
    public static double tanh(double x) {
        return Exponential.tanh(x);
    }

    /**
     * The arc tangent, with an error below 1.3 ulp.
     *
     * <p>atan(±0) = ±0, atan(±∞) = ±π/2 rounded; odd.
     *
     * <p>Method: a polynomial of degree 41 on [0, 1], and π/2 − atan(1/x) beyond (Cody and Waite 1980, chapter 11), the reciprocal and
     * π/2 in two doubles each.
     *
     * @param x the argument
     * @return atan x in radians, from −π/2 to π/2
     */
    public static double atan(double x) {
        return Arctangent.atan(x);
    }

    /**
     * The error function 2/√π ∫<sub>0</sub><sup>x</sup> e<sup>−t²</sup> dt, with an error below 1.35 ulp.
     *
     * <p>erf(±0) = ±0, erf(±∞) = ±1; odd, never above 1 in magnitude.
     *
     * <p>Method: after W. J. Cody, <i>Rational Chebyshev Approximations for the Error Function</i> (Mathematics of Computation 23,
     * 1969): up to 1 an odd polynomial of degree 23; beyond, 1 − e<sup>−x²</sup> P(x)/Q(x) with polynomials of degree 5 and 6, fitted
     * by weighted least squares towards minimax for this class.
     *
     * @param x the argument
     * @return erf x, from −1 to 1
     */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /**
     * The logistic function 1 / (1 + e<sup>−x</sup>), with an error below 1.75 ulp.
     *
     * <p>sigmoid(±0) = ½, sigmoid(−∞) = +0, sigmoid(∞) = 1. Left of −708.4 the results are subnormal.
     *
     * <p>Method: t = e<sup>−|x|</sup> as in {@link #exp}, then q = 1 / (1 + t) or t / (1 + t), improved by q = 1 − t q or t − t q.
     *
     * @param x the argument
     * @return the logistic function of x, from 0 to 1
     */
    public static double sigmoid(double x) {
        return Exponential.sigmoid(x);
    }

    /**
     * log(1 + e<sup>x</sup>), with an error below 1.6 ulp, no overflow and no loss of relative accuracy left of zero.
     *
     * <p>softplus(−∞) = +0, softplus(∞) = ∞; from 34 on it is x itself. Never negative.
     *
     * <p>Method: max(x, 0) + log(1 + t) with t = e<sup>−|x|</sup> as in {@link #exp}, and log(1 + t) = 2 artanh(t / (2 + t)) with a
     * polynomial of degree 21.
     *
     * @param x the argument
     * @return log(1 + e<sup>x</sup>), at least max(x, 0)
     */
    public static double softplus(double x) {
        return Exponential.softplus(x);
    }

    /**
     * The power x<sup>y</sup>, with an error below 0.85 ulp; exact wherever the true value is a double.
     *
     * <p>The special cases are those of {@link Math#pow}:
     *
     * <ul>
     *   <li>pow(x, ±0) = 1 for every x, NaN included; otherwise a NaN among the arguments gives NaN.
     *   <li>pow(x, 1) = x.
     *   <li>pow(x, ∞) is ∞ for |x| &gt; 1, +0 for |x| &lt; 1, and NaN for |x| = 1; pow(x, −∞) is +0, ∞ and NaN.
     *   <li>pow(±0, y) is 0 for y &gt; 0 and ∞ for y &lt; 0; pow(±∞, y) is ∞ for y &gt; 0 and 0 for y &lt; 0.
     *   <li>For negative x (−0 and −∞ included) and an odd integer y, the result is that of |x| with the sign reversed; for an even
     *       integer y it is that of |x|; for any other finite y it is NaN if x is finite and not −0, else that of |x|.
     * </ul>
     *
     * <p>Method: exp(y log x), where log x = k ln 2 + 2 artanh((m − 1) / (m + 1)) as in {@link #log} and its product with y are
     * carried in two doubles each (T. J. Dekker, <i>A Floating-Point Technique for Extending the Available Precision</i>, Numerische
     * Mathematik 18, 1971), which leaves some eight bits to spare.
     *
     * @param x the base
     * @param y the exponent
     * @return x<sup>y</sup>
     */
    public static double pow(double x, double y) {
        return Power.pow(x, y);
    }
}
