package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.core.text.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of a report and of a comparison is read from a table: to the last bit as the JDK reads it, whoever parses it. */
class CsvNumbersTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @TempDir
    private Path folder;

    @Test
    void readsWhatTheTablesHave() throws IOException {
        assertReads(List.of(
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
                "1234567890123456789012345",
                "0.000000000000000000000123456789012345678",
                "1.0E-63",
                "999999999999999999E0",
                "9.5367431640625E-7",
                "1.0E300",
                "1.7976931348623157E308",
                "1.0E5000",
                "4.9E-324",
                "2.2250738585072014E-308",
                "2.2250738585072011E-308",
                "1.0E-5000",
                "NaN",
                "Infinity",
                "-Infinity"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "E5", "1E", "1E-", "1/2", "1:0", "1.2.3", "--1", "nan", "Inf", "1 2", "0x1", "\u0661", "é"
            })
    void refusesTheRest(String text) throws IOException {
        try (CsvRecords records = table(List.of(text))) {
            records.next();
            assertThatThrownBy(() -> records.number(1)).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void readsDoublesOfEverySizeBack() throws IOException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < 300_000) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                texts.add(Numbers.text(value));
            }
        }
        assertReads(texts);
    }

    @Test
    void readsAnyDigitsAsTheirNearestDouble() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(Long.MAX_VALUE) >>> random.nextInt(60);
            texts.add(digits + "E" + random.nextInt(-345, 312));
        }
        assertReads(texts);
    }

    @Test
    void roundsTheMiddleOfTwoDoublesToTheEvenOne() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            double low = Math.scalb((double) random.nextLong(1L << 52, 1L << 53), random.nextInt(-80, 40));
            texts.add(new BigDecimal(low)
                    .add(new BigDecimal(Math.ulp(low)).divide(BigDecimal.valueOf(2)))
                    .toString());
        }
        assertReads(texts);
    }

    private void assertReads(List<String> texts) throws IOException {
        try (CsvRecords records = table(texts)) {
            for (String text : texts) {
                assertThat(records.next()).isTrue();
                assertThat(Double.doubleToRawLongBits(records.number(1)))
                        .as(text)
                        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
            }
        }
    }

    /** A table of one number a row, each between other fields. */
    private CsvRecords table(List<String> texts) throws IOException {
        List<String> rows = texts.stream().map(text -> "9," + text + ",9").toList();
        return new CsvRecords(Files.write(folder.resolve("numbers.csv"), rows));
    }
}
