package dev.parabola.api.math;

/** erf: a polynomial up to 1, and 1 − erfc beyond, where erfc is an exponential times a rational function. */
final class ErrorFunction {

    /** Beyond this 1 − erf x is below a quarter ulp. */
    private static final double HIGHEST = 6;

    private ErrorFunction() {}

    static double erf(double x) {
        double a = Binary64.atMost(Math.abs(x), HIGHEST);
        double z = a * a;
        double inner = Math.fma(a, seriesRest(z), a);
        double outer = Math.fma(-Exponential.exp(-z, 0), scaledComplement(a), 1);
        double magnitude = Binary64.select(Binary64.signMask(a - 1), inner, outer);
        return Binary64.nanIfNan(x, Binary64.withSign(magnitude, x));
    }

    /** erf(√z) / √z − 1, for z from 0 to 1. */
    private static double seriesRest(double z) {
        // the signs alternate: splitting into even and odd powers would cancel
        double low = -0x1.c02daeb7032d9p-11;
        low = Math.fma(z, low, 0x1.565bcceeda34ep-8);
        low = Math.fma(z, low, -0x1.b82ce311a97d5p-6);
        low = Math.fma(z, low, 0x1.ce2f21a03f8b9p-4);
        low = Math.fma(z, low, -0x1.812746b03799dp-2);
        low = Math.fma(z, low, 0x1.06eba8214db68p-3);
        double high = -0x1.a23e230d29433p-31;
        high = Math.fma(z, high, 0x1.d3ddae040a42dp-27);
        high = Math.fma(z, high, -0x1.5b8c6ccd5128ep-23);
        high = Math.fma(z, high, 0x1.b96b5769ede45p-20);
        high = Math.fma(z, high, -0x1.f4c82f01581bap-17);
        high = Math.fma(z, high, 0x1.f9a296b464fa3p-14);
        double square = z * z;
        return Math.fma(square * (square * square), high, low);
    }

    /** exp(a²) (1 − erf(a)), for a from 1 to 6. */
    private static double scaledComplement(double a) {
        double dividend = 0x1.20dce28e4fea2p-1;
        dividend = Math.fma(a, dividend, 0x1.550b5736c0b5ap2);
        dividend = Math.fma(a, dividend, 0x1.79a31ccac7451p4);
        dividend = Math.fma(a, dividend, 0x1.dfe38f96cdce3p5);
        dividend = Math.fma(a, dividend, 0x1.5f65dbe9ce25cp6);
        dividend = Math.fma(a, dividend, 0x1.f9651a302ac95p5);
        double divisor = a + 0x1.2e3c1853b123fp3;
        divisor = Math.fma(a, divisor, 0x1.52b3c7bee27d1p5);
        divisor = Math.fma(a, divisor, 0x1.bc08fee8e7506p6);
        divisor = Math.fma(a, divisor, 0x1.60c0562ba4257p7);
        divisor = Math.fma(a, divisor, 0x1.3e44a15828231p7);
        divisor = Math.fma(a, divisor, 0x1.f9651dee3e434p5);
        return dividend / divisor;
    }
}
