package dev.parabola.api.math;

import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * A self-check of {@link Elementary} and {@link Elementary32}: a few arguments of every function with the bits they must give. It
 * finds a Java machine that flushes subnormal numbers to zero, rounds a fused multiply-add twice, or was otherwise built to be fast
 * rather than right.
 */
public final class KnownAnswers {

    private static final List<KnownAnswer> ANSWERS = List.of(
            of("exp", Elementary::exp, 1, 0x4005_BF0A_8B14_5769L),
            of("exp", Elementary::exp, -0.3, 0x3FE7_B4C8_69C3_7C05L),
            of("exp", Elementary::exp, 709.7, 0x7FED_75AE_7A50_EE14L),
            of("exp", Elementary::exp, -745, 0x0000_0000_0000_0001L),
            of("log", Elementary::log, 10, 0x4002_6BB1_BBB5_5516L),
            of("log", Elementary::log, 0.999, 0xBF50_6467_0D97_9B73L),
            of("log", Elementary::log, 1e300, 0x4085_9634_47F8_7FB5L),
            of("log", Elementary::log, Double.MIN_VALUE, 0xC087_4385_446D_71C3L),
            of("sin", Elementary::sin, 0.5, 0x3FDE_AEE8_744B_05F0L),
            of("sin", Elementary::sin, -3, 0xBFC2_1038_6DB6_D55BL),
            of("sin", Elementary::sin, 1e22, 0xBFEB_453A_B76B_F397L),
            of("sin", Elementary::sin, 0x1.6ac5b262ca1ffp849, 0x3FF0_0000_0000_0000L),
            of("cos", Elementary::cos, 0.5, 0x3FEC_1528_065B_7D50L),
            of("cos", Elementary::cos, 2, 0xBFDA_A226_5753_7205L),
            of("cos", Elementary::cos, 11, 0x3F72_20AE_41EE_2FDFL),
            of("cos", Elementary::cos, -1e300, 0xBFE2_6990_22AD_C4C1L),
            of("tan", Elementary::tan, 0.1, 0x3FB9_AF88_7743_0B80L),
            of("tan", Elementary::tan, 1.5707963267948966, 0x434D_0296_7C31_CDB5L),
            of("tan", Elementary::tan, -4, 0xBFF2_866F_9BE4_DE14L),
            of("tan", Elementary::tan, 1e200, 0xBFEA_EF78_45D4_1E88L),
            of("tanh", Elementary::tanh, 0.1, 0x3FB9_83D7_795F_413AL),
            of("tanh", Elementary::tanh, -0.6, 0xBFE1_2F82_92D2_CCFCL),
            of("tanh", Elementary::tanh, 3, 0x3FEF_D77D_111A_0B00L),
            of("tanh", Elementary::tanh, 0x1p-1060, 0x0000_0000_0000_4000L),
            of("atan", Elementary::atan, 0.3, 0x3FD2_A73A_661E_AF06L),
            of("atan", Elementary::atan, -0.98, 0xBFE8_CF3C_B22F_51E5L),
            of("atan", Elementary::atan, 5, 0x3FF5_F973_1525_4857L),
            of("atan", Elementary::atan, 1e17, 0x3FF9_21FB_5444_2D18L),
            of("erf", Elementary::erf, 0.25, 0x3FD1_AF54_E232_D608L),
            of("erf", Elementary::erf, -0.9, 0xBFE9_8045_A6C8_A2E6L),
            of("erf", Elementary::erf, 1.5, 0x3FEE_EA55_5713_7AE0L),
            of("erf", Elementary::erf, 0x1p-1050, 0x0000_0000_0120_DD75L),
            of("sigmoid", Elementary::sigmoid, 0.7, 0x3FE5_61CB_52A1_9475L),
            of("sigmoid", Elementary::sigmoid, -2, 0x3FBE_8415_2BAC_31AFL),
            of("sigmoid", Elementary::sigmoid, 30, 0x3FEF_FFFF_FFFF_FCB5L),
            of("sigmoid", Elementary::sigmoid, -740, 0x0000_0000_0000_0055L),
            of("softplus", Elementary::softplus, 0, 0x3FE6_2E42_FEFA_39EFL),
            of("softplus", Elementary::softplus, 1.5, 0x3FFB_38FD_211E_A842L),
            of("softplus", Elementary::softplus, -5, 0x3F7B_818D_A245_A728L),
            of("softplus", Elementary::softplus, -744, 0x0000_0000_0000_0002L),
            of("pow", Elementary::pow, 2, 0.5, 0x3FF6_A09E_667F_3BCDL),
            of("pow", Elementary::pow, 1.0001, 1e6, 0x48F3_30AB_10A3_7AA5L),
            of("pow", Elementary::pow, -3, -7, 0xBF3D_F756_80FE_B65FL),
            of("pow", Elementary::pow, 10, -320, 0x0000_0000_0000_07E8L),
            of32("exp", Elementary32::exp, 1, 0x402D_F854),
            of32("exp", Elementary32::exp, -0.3f, 0x3F3D_A643),
            of32("exp", Elementary32::exp, 88.5f, 0x7F4C_DCC3),
            of32("exp", Elementary32::exp, -103, 0x0000_0001),
            of32("log", Elementary32::log, 10, 0x4013_5D8E),
            of32("log", Elementary32::log, 0.999f, 0xBA83_22CA),
            of32("log", Elementary32::log, 1e30f, 0x428A_27B5),
            of32("log", Elementary32::log, Float.MIN_VALUE, 0xC2CE_8ED0),
            of32("sin", Elementary32::sin, 0.5f, 0x3EF5_7744),
            of32("sin", Elementary32::sin, -3, 0xBE10_81C3),
            of32("sin", Elementary32::sin, 100000, 0x3D12_6D55),
            of32("sin", Elementary32::sin, 1e22f, 0xBF3B_ECC4),
            of32("cos", Elementary32::cos, 0.5f, 0x3F60_A940),
            of32("cos", Elementary32::cos, 2, 0xBED5_1132),
            of32("cos", Elementary32::cos, 11, 0x3B91_0572),
            of32("cos", Elementary32::cos, -1e30f, 0xBF1C_9222),
            of32("tan", Elementary32::tan, 0.1f, 0x3DCD_7C44),
            of32("tan", Elementary32::tan, 1e20f, 0x3F5E_D890),
            of32("tanh", Elementary32::tanh, 0.1f, 0x3DCC_1EBC),
            of32("tanh", Elementary32::tanh, -0.6f, 0xBF09_7C15),
            of32("tanh", Elementary32::tanh, 3, 0x3F7E_BBE9),
            of32("tanh", Elementary32::tanh, 0x1p-140f, 0x0000_0200),
            of32("atan", Elementary32::atan, 0.3f, 0x3E95_39D4),
            of32("atan", Elementary32::atan, -5, 0xBFAF_CB99),
            of32("erf", Elementary32::erf, 0.25f, 0x3E8D_7AA7),
            of32("erf", Elementary32::erf, -0.9f, 0xBF4C_022D),
            of32("erf", Elementary32::erf, 1.5f, 0x3F77_52AB),
            of32("erf", Elementary32::erf, 0x1p-140f, 0x0000_0242),
            of32("sigmoid", Elementary32::sigmoid, 0.7f, 0x3F2B_0E5B),
            of32("sigmoid", Elementary32::sigmoid, -2, 0x3DF4_20A9),
            of32("sigmoid", Elementary32::sigmoid, 12, 0x3F7F_FF99),
            of32("sigmoid", Elementary32::sigmoid, -100, 0x0000_001B),
            of32("softplus", Elementary32::softplus, 0, 0x3F31_7218),
            of32("softplus", Elementary32::softplus, 1.5f, 0x3FD9_C7E9),
            of32("softplus", Elementary32::softplus, -5, 0x3BDC_0C6D),
            of32("softplus", Elementary32::softplus, -103, 0x0000_0001),
            of32("pow", Elementary32::pow, 2, 0.5f, 0x3FB5_04F3),
            of32("pow", Elementary32::pow, 10, -40, 0x0001_16C2));

    private KnownAnswers() {}

    /**
     * Evaluates every known answer.
     *
     * @return a description of each that comes out different; empty if all is well
     */
    public static List<String> mismatches() {
        return mismatches(ANSWERS);
    }

    static List<String> mismatches(List<KnownAnswer> answers) {
        return answers.stream()
                .filter(KnownAnswer::isWrong)
                .map(KnownAnswer::mismatch)
                .toList();
    }

    static KnownAnswer of(String function, DoubleUnaryOperator operator, double x, long expectedBits) {
        String call = function + "(" + Double.toHexString(x) + ")";
        return of(call, () -> operator.applyAsDouble(x), expectedBits);
    }

    private static KnownAnswer of(
            String function, DoubleBinaryOperator operator, double x, double y, long expectedBits) {
        String call = function + "(" + Double.toHexString(x) + ", " + Double.toHexString(y) + ")";
        return of(call, () -> operator.applyAsDouble(x, y), expectedBits);
    }

    private static KnownAnswer of(String call, DoubleSupplier evaluation, long expectedBits) {
        return new KnownAnswer(
                call, () -> hex(Double.doubleToRawLongBits(evaluation.getAsDouble())), hex(expectedBits));
    }

    static KnownAnswer of32(String function, FloatFunction operator, float x, int expectedBits) {
        String call = function + "(" + Float.toHexString(x) + "f)";
        return of32(call, () -> operator.at(x), expectedBits);
    }

    private static KnownAnswer of32(String function, FloatBinaryFunction operator, float x, float y, int expectedBits) {
        String call = function + "(" + Float.toHexString(x) + "f, " + Float.toHexString(y) + "f)";
        return of32(call, () -> operator.at(x, y), expectedBits);
    }

    private static KnownAnswer of32(String call, FloatSupplier evaluation, int expectedBits) {
        return new KnownAnswer(call, () -> hex(Float.floatToRawIntBits(evaluation.get())), hex(expectedBits));
    }

    private static String hex(long bits) {
        return "0x" + HexFormat.of().toHexDigits(bits);
    }

    private static String hex(int bits) {
        return "0x" + HexFormat.of().toHexDigits(bits);
    }

    @FunctionalInterface
    interface FloatFunction {
        float at(float x);
    }

    @FunctionalInterface
    private interface FloatBinaryFunction {
        float at(float x, float y);
    }

    @FunctionalInterface
    private interface FloatSupplier {
        float get();
    }

    record KnownAnswer(String call, Supplier<String> actualBits, String expectedBits) {

        private boolean isWrong() {
            return !actualBits.get().equals(expectedBits);
        }

        private String mismatch() {
            return call + " must have the bits " + expectedBits + ", got " + actualBits.get();
        }
    }
}
