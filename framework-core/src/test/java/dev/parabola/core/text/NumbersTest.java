package dev.parabola.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final long SEED = 20260101;
    private static final int DRAWS = 1_000_000;

    /**
     * The first values are the contract's. The group from 2.0E-3 on is what JDK 17 and earlier get wrong (JDK-4511638:
     * 2.0E-3 was 0.0020, 2.2E-322 and 1.0E23 had too many digits, 2^-44 is the example of its description).
     */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1, -1.0",
        "0.1, 0.1",
        "100, 100.0",
        "0.001, 0.001",
        "0.00099, 9.9E-4",
        "0.00001, 1.0E-5",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "12345678.9, 1.23456789E7",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "2.0E-3, 0.002",
        "0x1p-44, 5.684341886080802E-14",
        "1.0E23, 1.0E23",
        "2.0E23, 2.0E23",
        "8.41E21, 8.41E21",
        "2.0E-322, 2.0E-322",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "2.225073858507201E-308, 2.225073858507201E-308",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "9007199254740993, 9.007199254740992E15",
        "0.30000000000000004, 0.30000000000000004",
        "2.2E-322, 2.2E-322",
        "5.0E-324, 4.9E-324",
    })
    void hasTheFewestDigitsThatReadBack(String written, String expected) {
        assertThat(Numbers.text(Double.parseDouble(written))).isEqualTo(expected);
    }

    @Test
    void readsBackToTheSameBits() {
        long wrong = bitPatterns()
                .filter(value -> Double.doubleToRawLongBits(value)
                        != Double.doubleToRawLongBits(Double.parseDouble(Numbers.text(value))))
                .count();

        assertThat(wrong).isZero();
    }

    @Test
    void equalsDoubleToStringWhereThatIsShortest() {
        assumeTrue(Runtime.version().feature() >= 19, "Double.toString is not the shortest before JDK 19");

        long different = bitPatterns()
                .filter(value -> !Numbers.text(value).equals(Double.toString(value)))
                .count();

        assertThat(different).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64",
        "-3, -3",
        "0, 0",
        "-0.0, -0",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "0.00001, 1e-5",
        "0.000012, 1.2e-5",
        "-2.5, -2.5",
        "1000000, 1000000",
        "12345678.9, 12345678.9",
        "999999999999999, 999999999999999",
        "1e15, 1e15",
        "2.5e20, 2.5e20",
        "1.05e-9, 1.05e-9",
        "NaN, NaN",
        "-Infinity, -Infinity",
    })
    void settingIsWrittenAsAPersonWould(String written, String expected) {
        assertThat(Numbers.setting(Double.parseDouble(written))).isEqualTo(expected);
    }

    @Test
    void settingReadsBackToTheSameBits() {
        SplittableRandom random = new SplittableRandom(SEED);
        long wrong = DoubleStream.concat(
                        bitPatterns().limit(DRAWS / 10),
                        random.doubles(DRAWS / 10)
                                .map(value -> (value - 0.5) * Math.scalb(1.0, random.nextInt(-20, 60))))
                .filter(value -> Double.doubleToRawLongBits(value)
                        != Double.doubleToRawLongBits(Double.parseDouble(Numbers.setting(value))))
                .count();

        assertThat(wrong).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar-SA-u-nu-arab", "hi-IN-u-nu-deva"})
    void doesNotDependOnTheLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));

            assertThat(Numbers.text(-1234.5)).isEqualTo("-1234.5");
            assertThat(Numbers.setting(1e-9)).isEqualTo("1e-9");
            assertThat(Numbers.setting(123456)).isEqualTo("123456");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Every exponent is as likely as any other, also those of subnormals; a NaN has one bit pattern. */
    private static DoubleStream bitPatterns() {
        return new SplittableRandom(SEED)
                .longs(DRAWS)
                .mapToDouble(Double::longBitsToDouble)
                .map(value -> Double.isNaN(value) ? Double.NaN : value);
    }

    @ParameterizedTest
    @CsvSource({
        "-4, 8, -4",
        "3.14159, 6.28, 3.14",
        "1600000060, 60, 1600000060",
        "1600000060.4, 60, 1600000060",
        "-0.0012345, 0.1, -0.00123",
        "1e300, 1e300, 1e300",
        "0, 0, 0",
        "NaN, 1, NaN"
    })
    void placesHaveTheDigitsThatFindThem(double value, double extent, String text) {
        assertThat(Numbers.located(value, extent)).isEqualTo(text);
    }
}
