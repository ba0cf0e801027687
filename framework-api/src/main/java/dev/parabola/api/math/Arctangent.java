package dev.parabola.api.math;

/** atan: one polynomial on [0, 1], the rest by atan(x) = π/2 − atan(1/x). */
final class Arctangent {

    /** Beyond this atan is π/2 to the last bit. */
    private static final double HIGHEST = 0x1p60;

    private Arctangent() {}

    static double atan(double x) {
        double a = Binary64.atMost(Math.abs(x), HIGHEST);
        long aboveOne = Binary64.signMask(1 - a);
        double dividend = Binary64.select(aboveOne, 1, a);
        double divisor = Binary64.select(aboveOne, a, 1);
        double inverse = 1 / divisor;
        double t = dividend * inverse;
        double tTail = Math.fma(-t, divisor, dividend) * inverse;
        double z = t * t;
        // the derivative of atan t is 1 / (1 + t²); 1 − t²/2 is as good for the tail
        double rest = Math.fma(t * z, polynomial(z), Math.fma(-0.5 * z, tTail, tTail));
        double reflected = Trigonometric.HALF_PI_HEAD - t;
        double reflectedTail = Binary64.orderedSumError(Trigonometric.HALF_PI_HEAD, -t, reflected)
                + (Trigonometric.HALF_PI_MIDDLE - rest);
        double magnitude = Binary64.select(aboveOne, reflected, t) + Binary64.select(aboveOne, reflectedTail, rest);
        return Binary64.nanIfNan(x, Binary64.withSign(magnitude, x));
    }

    /** (atan(t) − t) / t³ with z = t², for t from 0 to 1. */
    private static double polynomial(double z) {
        // the signs alternate: splitting into even and odd powers would cancel, and cost an ulp
        double low = 0x1.82eeabd0622fp-5;
        low = Math.fma(z, low, -0x1.ae644c81ac1p-5);
        low = Math.fma(z, low, 0x1.e1bcf79c12006p-5);
        low = Math.fma(z, low, -0x1.110e6d92366cdp-4);
        low = Math.fma(z, low, 0x1.3b136a176438cp-4);
        low = Math.fma(z, low, -0x1.745d11fb3277ep-4);
        low = Math.fma(z, low, 0x1.c71c718428205p-4);
        low = Math.fma(z, low, -0x1.24924923923e8p-3);
        low = Math.fma(z, low, 0x1.9999999995aebp-3);
        low = Math.fma(z, low, -0x1.555555555552ap-2);
        double high = 0x1.c49f69ce91e96p-17;
        high = Math.fma(z, high, -0x1.44a1c29351766p-13);
        high = Math.fma(z, high, 0x1.ba3a68f59d7b4p-11);
        high = Math.fma(z, high, -0x1.7ea4d96fc0a1dp-9);
        high = Math.fma(z, high, 0x1.dc030bbc38a2bp-8);
        high = Math.fma(z, high, -0x1.ca96aadc39794p-7);
        high = Math.fma(z, high, 0x1.69d8071b06943p-6);
        high = Math.fma(z, high, -0x1.eb48d5564a0f5p-6);
        high = Math.fma(z, high, 0x1.2c980185d71f7p-5);
        high = Math.fma(z, high, -0x1.59d7e759d736fp-5);
        double square = z * z;
        double fourth = square * square;
        return Math.fma(square * (fourth * fourth), high, low);
    }
}
