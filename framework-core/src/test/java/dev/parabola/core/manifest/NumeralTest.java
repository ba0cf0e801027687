package dev.parabola.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "+1,1,1",
        "-1,-1,-1",
        ".5,0.5,0.5",
        "-.5e1,-5,-5",
        "1.,1,1",
        "1.e2,100,100",
        "1e-3,0.001,0.001",
        "0.10,0.1,0.1",
        "5E3,5000,5000",
        "64.0,64,64",
        "0e99999999999,0,0",
        "4.9e-324,4.9e-324,4.9e-324",
        "9007199254740993,9007199254740992,9007199254740993"
    })
    void decimalFormsAreNumbers(String text, double value, String shortest) {
        assertThat(Numeral.of(text)).isInstanceOfSatisfying(Numeral.Finite.class, number -> {
            assertThat(number.value()).isEqualTo(value);
            assertThat(number.shortest()).isEqualTo(shortest);
        });
    }

    @ParameterizedTest
    @CsvSource({"64,64", "5e3,5000", "64.0,64", "1.5e1,15", "-0.0,0", "12345678901234567890,"})
    void aNumberIsWholeByItsValueNotByHowItIsWritten(String text, BigInteger whole) {
        assertThat(((Numeral.Finite) Numeral.of(text)).whole()).isEqualTo(Optional.ofNullable(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "1e-3", "0.99999999999999999999", "1.00000000000000000001"})
    void whatIsNotWholeInDecimalIsNotWhole(String text) {
        assertThat(((Numeral.Finite) Numeral.of(text)).whole()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010|010 is ambiguous (a leading zero means octal to some readers); write 10",
                "-007.5|-007.5 is ambiguous (a leading zero means octal to some readers); write -7.5",
                "00|00 is ambiguous (a leading zero means octal to some readers); write 0",
                "1_000|1_000 is ambiguous; write 1000 without underscores",
                "0x1F|0x1F is ambiguous; write 31",
                "-0o17|-0o17 is ambiguous; write -15",
                "0b101|0b101 is ambiguous; write 5",
                "1:30|1:30 is ambiguous; write a plain decimal number",
                ".inf|.inf is not finite; write a finite number",
                "-.Inf|-.Inf is not finite; write a finite number",
                ".NaN|.NaN is not finite; write a finite number",
                "nan|nan is not finite; write a finite number",
                "Infinity|Infinity is not finite; write a finite number",
                "1e999|1e999 is not finite: it is too large for a double",
                "-1e999|-1e999 is not finite: it is too large for a double",
                "1e-999|1e-999 is too small for a double; write 0 if that is meant"
            })
    void whatAnotherReaderWouldTakeForAnotherNumberIsRefused(String text, String reason) {
        assertThat(Numeral.of(text)).isEqualTo(new Numeral.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "+", "e5", "1e", "1d", "0x1p3", "1,5", "١", "1 000", "--1", "true", "1e5f"})
    void everythingElseIsNoNumber(String text) {
        assertThat(Numeral.of(text)).isEqualTo(new Numeral.Other());
    }

    @Test
    void aNumberOfAMillionDigitsCostsNothing() {
        assertThat(Numeral.of("1".repeat(1_000_000)))
                .isInstanceOfSatisfying(
                        Numeral.Refused.class,
                        refused -> assertThat(refused.reason()).endsWith("has more than 400 characters"));
    }
}
