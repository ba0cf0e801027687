package dev.parabola.api.math;

/** erf in binary32: a polynomial up to 1, and 1 minus the eighth power of another beyond. */
final class ErrorFunction32 {

    /** Beyond this 1 − erf x is below a quarter ulp. */
    private static final float HIGHEST = 4;

    private ErrorFunction32() {}

    static float erf(float x) {
        float a = Binary32.atMost(Math.abs(x), HIGHEST);
        float magnitude = Binary32.select(Binary32.signMask(a - 1), inner(a), outer(a));
        return Binary32.nanIfNan(x, Binary32.withSign(magnitude, x));
    }

    /** erf a, for a from 0 to 1. */
    private static float inner(float a) {
        float z = a * a;
        float polynomial = -0x1.273ce8p-11f;
        polynomial = Math.fma(z, polynomial, 0x1.4245bp-8f);
        polynomial = Math.fma(z, polynomial, -0x1.b5a302p-6f);
        polynomial = Math.fma(z, polynomial, 0x1.ce0936p-4f);
        polynomial = Math.fma(z, polynomial, -0x1.812674p-2f);
        polynomial = Math.fma(z, polynomial, 0x1.06eba2p-3f);
        return Math.fma(a, polynomial, a);
    }

    /** erf a, for a from 1 to 4. */
    private static float outer(float a) {
        float root = 0x1.3a43a8p-13f;
        root = Math.fma(a, root, -0x1.43b85p-9f);
        root = Math.fma(a, root, 0x1.a790ep-7f);
        root = Math.fma(a, root, -0x1.74b926p-7f);
        root = Math.fma(a, root, -0x1.f730c8p-5f);
        root = Math.fma(a, root, -0x1.291646p-3f);
        root = Math.fma(a, root, 0x1.0036bcp0f);
        float square = root * root;
        float fourth = square * square;
        return Math.fma(-fourth, fourth, 1);
    }
}
