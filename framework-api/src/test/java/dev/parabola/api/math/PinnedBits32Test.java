package dev.parabola.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.math.KnownAnswers.FloatFunction;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * These bits are the specification: a change that moves one of them changes what every study in float32 computes, and is a mistake
 * even if the new result is nearer to the true value. {@link Elementary32Test} holds them against the functions of doubles.
 */
class PinnedBits32Test {

    private static final Map<String, FloatFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("exp", Elementary32::exp),
            Map.entry("log", Elementary32::log),
            Map.entry("sin", Elementary32::sin),
            Map.entry("cos", Elementary32::cos),
            Map.entry("tan", Elementary32::tan),
            Map.entry("tanh", Elementary32::tanh),
            Map.entry("atan", Elementary32::atan),
            Map.entry("erf", Elementary32::erf),
            Map.entry("sigmoid", Elementary32::sigmoid),
            Map.entry("softplus", Elementary32::softplus));

    /** Function and a digest of its results at 128 arguments of each sign and exponent, infinities and NaNs included. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            exp 0x34fc6771f892b517
            log 0x53968eeb4e9744da
            sin 0x3f2519af4e1158ca
            cos 0xb6739e8f7e5285a8
            tan 0x92397f68b57ae56c
            tanh 0x1a9adc56bd007c4a
            atan 0x0731cfa9b86a623a
            erf 0x77cbccc9c8357eee
            sigmoid 0x0223f9cc73e49faf
            softplus 0x76c24faa213bd288
            """)
    void everyExponentGivesItsBits(String function, String digest) {
        long sum = 0;
        for (int signAndExponent = 0; signAndExponent < 512; signAndExponent++) {
            for (int i = 0; i < 128; i++) {
                int mantissa = i == 1 ? 0x7F_FFFF : (i * 0x9E37_79B9) >>> 9;
                float x = Float.intBitsToFloat((signAndExponent << 23) | mantissa);
                sum = 31 * sum + Float.floatToRawIntBits(FUNCTIONS.get(function).at(x));
            }
        }
        assertThat(sum).isEqualTo(Long.parseUnsignedLong(digest.substring(2), 16));
    }

    /** Function, arguments and the bits of the result, separated by spaces. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            exp 0 0x3f800000
            exp 1 0x402df854
            exp -1 0x3ebc5ab2
            exp 0.3466 0x3fb5062d
            exp -0.3465 0x3f35085c
            exp 0.5 0x3fd3094c
            exp -3.25 0x3d1ed1b4
            exp 10 0x46ac14ef
            exp 0x1.8p-12 0x3f800c01
            exp 50.125 0x639f3e49
            exp -50.7 0x1ae79436
            exp 88.72 0x7f7f4648
            exp 88.73 0x7f800000
            exp -87.4 0x00782140
            exp -95 0x00000f64
            exp -103.9 0x00000001
            exp -104 0x00000000
            exp -0x1p-30 0x3f800000
            log 1 0x00000000
            log 2 0x3f317218
            log 10 0x40135d8e
            log 0.5 0xbf317218
            log 0.7071 0xbeb1735b
            log 0.70711 0xbeb17180
            log 1.4142 0x3eb170d5
            log 1.4143 0x3eb17a1a
            log 0x1.000002p0 0x33ffffff
            log 0x1.fffffep-1 0xb3800000
            log 3 0x3f8c9f54
            log 1e-5 0xc13834f1
            log 12345.678 0x4116bcab
            log 1e30 0x428a27b5
            log 0x1.fffffep127 0x42b17218
            log 0x1p-126 0xc2aeac50
            log 0x0.123456p-126 0xc2b3f5ca
            log 0x1p-149 0xc2ce8ed0
            sin 0x1p-20 0x35800000
            sin 0.1 0x3dcc7577
            sin 0.78 0x3f340a1e
            sin 0.79 0x3f35d9b7
            sin 1 0x3f576aa5
            sin -1.5707964 0xbf800000
            sin 3 0x3e1081c3
            sin 3.1415927 0xb3bbbd2e
            sin -6 0x3e8f0f8c
            sin 22 0xbc110515
            sin 710 0x387cde81
            sin 10000.5 0xbf398540
            sin 0x1p18 0xbdac404e
            sin -0x1.000002p18 0x3debee11
            sin 1e15 0x3f7e933f
            sin 1e22 0xbf3becc4
            sin 0x1.fffffep127 0xbf0599b3
            cos 0 0x3f800000
            cos 0x1p-20 0x3f800000
            cos 0.1 0x3f7eb898
            cos 0.78 0x3f35fe6f
            cos 0.79 0x3f342f34
            cos 1 0x3f0a5140
            cos 1.5707964 0xb33bbd2e
            cos 3 0xbf7d7026
            cos -6 0x3f75cdb8
            cos 11 0x3b910572
            cos 710 0x3f800000
            cos 10000.5 0xbf306743
            cos 0x1p18 0xbf7f17ca
            cos 0x1.000002p18 0xbf7e4bae
            cos 1e15 0x3dd7c630
            cos -1e22 0x3f2dd6f7
            cos 0x1.fffffep127 0x3f5a5f96
            tan 0x1p-20 0x35800000
            tan 0.1 0x3dcd7c44
            tan 0.79 0x3f812efc
            tan 1 0x3fc75923
            tan -1.5707964 0x4bae8a4a
            tan 11 0xc361f36b
            tan 10000.5 0x3f869d91
            tan -1e15 0xc117046b
            tanh 0x1p-140 0x00000200
            tanh 1e-30 0x0da24260
            tanh 0x1p-20 0x35800000
            tanh 0.01 0x3c23d5a4
            tanh 0.1 0x3dcc1ebc
            tanh 0.1733 0x3e2fb429
            tanh 0.1734 0x3e2fcd9a
            tanh -0.3 0xbe9526ed
            tanh 0.5198 0x3ef480dd
            tanh 0.52 0x3ef49518
            tanh 0.7 0x3f1ab7d9
            tanh 1 0x3f42f7d5
            tanh -1.5 0xbf67b7cc
            tanh 2.5 0x3f7c92c1
            tanh 5 0x3f7ffa0c
            tanh 8.9 0x3f800000
            tanh 9.1 0x3f800000
            tanh 300 0x3f800000
            atan 0x1p-140 0x00000200
            atan 0.1 0x3dcc1f14
            atan 0.5 0x3eed6338
            atan -0.75 0xbf24bc7d
            atan 1 0x3f490fdb
            atan 1.1 0x3f553e43
            atan -3.5 0xbfa57088
            atan 1e10 0x3fc90fdb
            erf 0x1p-149 0x00000001
            erf 0x1p-140 0x00000242
            erf 1e-30 0x0db71709
            erf 0x1p-20 0x35906eba
            erf 0.01 0x3c38de12
            erf 0.1 0x3de652f5
            erf -0.3 0xbea841c5
            erf 0.5 0x3f053f7b
            erf 0.75 0x3f360e4c
            erf 0.97 0x3f547262
            erf 0x1.fffffep-1 0x3f57bb3c
            erf 1 0x3f57bb3d
            erf 1.25 0x3f6c432f
            erf -1.75 0xbf7c9684
            erf 2 0x3f7ecd71
            erf 3 0x3f7ffe8e
            erf 3.8 0x3f7fffff
            erf 4 0x3f800000
            erf 10 0x3f800000
            sigmoid 0 0x3f000000
            sigmoid 0x1p-20 0x3f000004
            sigmoid 0.1 0x3f066509
            sigmoid -0.1 0x3ef335ee
            sigmoid 0.5 0x3f1f597f
            sigmoid 1 0x3f3b26a8
            sigmoid -1 0x3e89b2b1
            sigmoid -1.5 0x3e3acdc1
            sigmoid 2 0x3f617beb
            sigmoid -3.25 0x3d18e413
            sigmoid 5 0x3f7e4961
            sigmoid -10.5 0x37e6fc72
            sigmoid 16.6 0x3f7fffff
            sigmoid 17.4 0x3f800000
            sigmoid -36.9 0x24d9739f
            sigmoid 50 0x3f800000
            sigmoid -87.4 0x00782140
            sigmoid -95 0x00000f64
            sigmoid -103.9 0x00000001
            sigmoid -104 0x00000000
            softplus 0 0x3f317218
            softplus 0x1p-20 0x3f317220
            softplus 0.1 0x3f3e90c8
            softplus -0.1 0x3f24f72e
            softplus 0.5 0x3f795d1c
            softplus 1 0x3fa818f6
            softplus -1 0x3ea063d6
            softplus -1.5 0x3e4e3f49
            softplus 2 0x40081f97
            softplus -3.25 0x3d1bd145
            softplus 5 0x40a03703
            softplus -10.5 0x37e6fd43
            softplus 14.5 0x41680001
            softplus 20 0x41a00000
            softplus -36.9 0x24d9739f
            softplus -87.4 0x00782140
            softplus -95 0x00000f64
            softplus -103.9 0x00000001
            softplus -104 0x00000000
            softplus 1e10 0x501502f9
            pow 2 0.5 0x3fb504f3
            pow 2 -149 0x00000001
            pow 10 -40 0x000116c2
            pow 1.5 100.25 0x5cc7cf90
            pow -3 7 0xc508b000
            pow 7 -0.3333 0x3f05d5b0
            pow 10 39 0x7f800000
            """)
    void everyPinnedArgumentGivesItsBits(String line) {
        String[] words = line.split(" ", -1);
        float x = Float.parseFloat(words[1]);
        float result = words[0].equals("pow")
                ? Elementary32.pow(x, Float.parseFloat(words[2]))
                : FUNCTIONS.get(words[0]).at(x);

        assertThat(Float.floatToRawIntBits(result))
                .isEqualTo(Integer.parseUnsignedInt(words[words.length - 1].substring(2), 16));
    }
}
