package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignificantDigitsTest {
    private static final int[] DIGITS = {1, 3, 4, 8, 12, 17};

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                10,
                0.001,
                0.5,
                2.5,
                3.5,
                0.25,
                12345,
                12355,
                999.95,
                99995,
                99999999.5,
                0.00099995,
                1e-4,
                9.9995e-5,
                1e15,
                9.9995e14,
                1e22,
                1e-22,
                1e-30,
                Double.MIN_VALUE,
                Double.MAX_VALUE
            })
    void areThoseOfExactArithmetic(double value) {
        assertExact(value);
        assertExact(-value);
        assertExact(Math.nextUp(value));
        assertExact(Math.nextDown(value));
    }

    @Test
    void areThoseOfExactArithmeticForDoublesOfEverySize() {
        for (int i = 0; i < 100_000; i++) {
            assertExact(Math.scalb(1 + random.nextDouble(), random.nextInt(-90, 90)));
        }
    }

    @Test
    void areThoseOfExactArithmeticForDecimalsThatLieHalfway() {
        for (int i = 0; i < 100_000; i++) {
            assertExact(random.nextInt(1_000_000) / Math.pow(10, random.nextInt(10)));
            assertExact(random.nextInt(1_000_000) * Math.pow(10, random.nextInt(10)));
        }
    }

    private static void assertExact(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        for (int digits : DIGITS) {
            double exact = new BigDecimal(value)
                    .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                    .doubleValue();
            SignificantDigits rounding = new SignificantDigits(digits);
            if (Double.isFinite(exact)) {
                assertThat(Double.doubleToRawLongBits(rounding.round(value)))
                        .as("%s to %s digits", value, digits)
                        .isEqualTo(Double.doubleToRawLongBits(exact));
                StringBuilder text = new StringBuilder("[");
                rounding.append(text, value);
                assertThat(text).as("%s to %s digits", value, digits).hasToString("[" + Numbers.setting(exact));
            }
        }
    }
}
