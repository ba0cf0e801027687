package dev.parabola.api.math;

/**
 * The elementary functions on floats, with the same bits on every machine: the counterpart of {@link Elementary} for arithmetic in
 * binary32.
 *
 * <p>The bits that these methods return are their definition and will not change, not even to become more accurate. All but three
 * are made of IEEE 754 operations on binary32 in a fixed order, without a branch and as short as their stated errors allow, so that
 * a kernel can repeat them in the lanes of vector registers; tan, atan and pow are those of {@link Elementary}, rounded. Errors are
 * in ulp, the distance between the floats around the true value. Those of the functions with a method of their own were measured
 * against {@link Elementary} at every float there is, and rounded up.
 *
 * <p>Unless a method says otherwise a NaN gives NaN, always the canonical one ({@link Float#NaN}), and a result too small or too large
 * for a float is rounded as IEEE 754 asks, through the subnormal numbers to zero or to infinity.
 *
 * <p>Polynomials are minimax approximations among those with coefficients of 24 bits, found with Sollya's fpminimax (N. Brisebarre and
 * S. Chevillard, <i>Efficient Polynomial L<sup>∞</sup>-Approximations</i>, ARITH 18, 2007). The methods are otherwise those of {@link
 * Elementary}, whose references hold here.
 *
 * <p>All methods are pure and may be called from any thread.
 */
public final class Elementary32 {

    private Elementary32() {}

    /**
     * The exponential function e<sup>x</sup>, with an error below 0.9 ulp.
     *
     * <p>exp(±0) = 1, exp(−∞) = +0, exp(∞) = ∞.
     *
     * <p>Method: x = k ln 2 + r, a polynomial of degree 6 for e<sup>r</sup> on |r| ≤ (ln 2) / 2.
     *
     * @param x the exponent
     * @return e<sup>x</sup>
     */
    public static float exp(float x) {
        return Exponential32.exp(x);
    }

    /**
     * The natural logarithm, with an error below 1.15 ulp.
     *
     * <p>log(±0) = −∞, log(1) = +0, log(∞) = ∞; NaN left of zero.
     *
     * <p>Method: x = 2<sup>k</sup> m with m from √½ to √2, and a polynomial of degree 9 for log m.
     *
     * @param x the argument
     * @return ln x
     */
    public static float log(float x) {
        return Logarithm32.log(x);
    }

    /**
     * The sine, with an error below 1.55 ulp for every finite argument.
     *
     * <p>sin(±0) = ±0, sin(±∞) = NaN; odd.
     *
     * <p>Method: the argument modulo π/2 by Cody and Waite's reduction with three floats of π/2, then polynomials of degree 7 and 8 for
     * sine and cosine on |r| ≤ 0.8. Beyond 2<sup>18</sup> it is {@code (float) Elementary.sin((double) x)}.
     *
     * @param x the angle in radians
     * @return sin x, from −1 to 1
     */
    public static float sin(float x) {
        return Trigonometric32.sin(x);
    }

    /**
     * The cosine, with an error below 1.55 ulp for every finite argument.
     *
     * <p>cos(±0) = 1, cos(±∞) = NaN; even. Method: as for {@link #sin}; beyond 2<sup>18</sup> it is {@code (float)
     * Elementary.cos((double) x)}.
     *
     * @param x the angle in radians
     * @return cos x, from −1 to 1
     */
    public static float cos(float x) {
        return Trigonometric32.cos(x);
    }

    /**
     * The tangent: {@code (float) Elementary.tan((double) x)}, with an error below 0.5001 ulp.
     *
     * <p>tan(±0) = ±0, tan(±∞) = NaN; odd.
     *
     * @param x the angle in radians
     * @return tan x
     */
    public static float tan(float x) {
        return (float) Elementary.tan(x);
    }

    /**
     * The hyperbolic tangent, with an error below 2.0 ulp.
     *
     * <p>tanh(±0) = ±0, tanh(±∞) = ±1; odd, never above 1 in magnitude.
     *
     * <p>Method: (1 − t) / (1 + t) with t = e<sup>−2|x|</sup> = 2<sup>k</sup> (1 − 2h) and a polynomial of degree 6 for h = (1 −
     * e<sup>−2r</sup>) / 2 on |r| ≤ (ln 2) / 4.
     *
     * @param x the argument
     * @return tanh x, from −1 to 1
     */
    public static float tanh(float x) {
        return Exponential32.tanh(x);
    }

    /**
     * The arc tangent: {@code (float) Elementary.atan((double) x)}, with an error below 0.5001 ulp.
     *
     * <p>atan(±0) = ±0, atan(±∞) = ±π/2 rounded; odd.
     *
     * @param x the argument
     * @return atan x in radians
     */
    public static float atan(float x) {
        return (float) Elementary.atan(x);
    }

    /**
     * The error function 2/√π ∫<sub>0</sub><sup>x</sup> e<sup>−t²</sup> dt, with an error below 2.2 ulp.
     *
     * <p>erf(±0) = ±0, erf(±∞) = ±1; odd, never above 1 in magnitude.
     *
     * <p>Method: up to 1 an odd polynomial of degree 11; beyond, 1 − p<sup>8</sup> with a polynomial p of degree 6 for the eighth root
     * of 1 − erf x (after C. Hastings,
     * <i>Approximations for Digital Computers</i>, 1955, who takes the reciprocal of a sixteenth power).
     *
     * @param x the argument
     * @return erf x, from −1 to 1
     */
    public static float erf(float x) {
        return ErrorFunction32.erf(x);
    }

    /**
     * The logistic function 1 / (1 + e<sup>−x</sup>), with an error below 2.45 ulp.
     *
     * <p>sigmoid(±0) = ½, sigmoid(−∞) = +0, sigmoid(∞) = 1. Left of −87.3 the results are subnormal.
     *
     * <p>Method: 2<sup>h</sup> e<sup>r</sup> / (2<sup>h − k</sup> + 2<sup>h</sup> e<sup>r</sup>) with k and r as in {@link #exp} and h =
     * ⌊k/2⌋.
     *
     * @param x the argument
     * @return the logistic function of x, from 0 to 1
     */
    public static float sigmoid(float x) {
        return Exponential32.sigmoid(x);
    }

    /**
     * log(1 + e<sup>x</sup>), with an error below 2.2 ulp, no overflow and no loss of relative accuracy left of zero.
     *
     * <p>softplus(−∞) = +0, softplus(∞) = ∞; from 15 on it is x itself. Never negative.
     *
     * <p>Method: max(x, 0) + log(1 + t) with t = e<sup>−|x|</sup> as in {@link #exp}, and a polynomial of degree 9 for log(1 + t).
     *
     * @param x the argument
     * @return log(1 + e<sup>x</sup>), at least max(x, 0)
     */
    public static float softplus(float x) {
        return Exponential32.softplus(x);
    }

    /**
     * The power x<sup>y</sup>: {@code (float) Elementary.pow((double) x, (double) y)}, with an error below 0.5001 ulp; exact wherever
     * the true value is a float. The special cases are those of {@link Elementary#pow}.
     *
     * @param x the base
     * @param y the exponent
     * @return x<sup>y</sup>
     */
    public static float pow(float x, float y) {
        return (float) Elementary.pow(x, y);
    }
}
