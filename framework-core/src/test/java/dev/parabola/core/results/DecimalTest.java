package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "1",
                "-12",
                "0.1",
                "1.0E22",
                "1.0E23",
                "9007199254740993",
                "9007199254740993.0",
                "900719925474099300E-2",
                "1.7976931348623157",
                "123456789012345678",
                "0.000000000000000000000123456789012345678",
                "0.00012345678901234567",
                "1.0E-63",
                "999999999999999999E0",
                "9.5367431640625E-7"
            })
    void readsWhatTheTablesHave(String text) {
        assertThat(Double.doubleToRawLongBits(read(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.",
                ".5",
                "+1",
                "1e5",
                "1E",
                "1E-",
                "1E+5",
                "1E5000",
                " 1",
                "1 ",
                "1d",
                "0x1p3",
                "NaN",
                "-Infinity",
                "1.0E300",
                "4.9E-324",
                "1234567890123456789",
                "1/2",
                "1:0"
            })
    void leavesTheRestToOthers(String text) {
        assertThat(read(text)).isNaN();
    }

    @Test
    void readsDoublesOfEverySizeBack() {
        for (int i = 0; i < 300_000; i++) {
            // From 1e-55 to 1e37.
            int exponent = random.nextInt(-183, 123);
            double value = Math.scalb(1 + random.nextDouble(), exponent) * (random.nextBoolean() ? 1 : -1);
            assertReads(Numbers.text(value), value);
        }
    }

    @Test
    void readsAnyDigitsAsTheirNearestDouble() {
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >>> random.nextInt(60);
            String text = digits + "E" + random.nextInt(-80, 41);
            assertReads(text, Double.parseDouble(text));
        }
    }

    @Test
    void roundsTheMiddleOfTwoDoublesToTheEvenOne() {
        for (int i = 0; i < 100_000; i++) {
            // Small enough for the middle to have no more digits than are read.
            double low = Math.scalb((double) random.nextLong(1L << 52, 1L << 53), random.nextInt(-4, 4));
            BigDecimal middle = new BigDecimal(low).add(new BigDecimal(Math.ulp(low)).divide(BigDecimal.valueOf(2)));
            String text = middle.toPlainString();
            double read = read(text);
            if (!Double.isNaN(read)) {
                assertThat(read).as(text).isEqualTo(middle.doubleValue());
            } else {
                assertThat(text.replace(".", "").length()).isGreaterThan(18);
            }
        }
    }

    private static void assertReads(String text, double value) {
        assertThat(Double.doubleToRawLongBits(read(text))).as(text).isEqualTo(Double.doubleToRawLongBits(value));
    }

    private static double read(String text) {
        // Between other fields, as it lies in a row.
        byte[] row = ("9," + text + ",9").getBytes(StandardCharsets.UTF_8);
        return Decimal.read(row, 2, row.length - 2);
    }
}
