package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final Pattern FORM = Pattern.compile("\\[(.*),(.*),\"(.*)\"]");

    @Test
    void keepsValuesToATenThousandthOfAPixel() {
        double[] values = {-1, 0.123456789, 3, -0.5, 2.999};

        double[] read = read(values);

        for (int i = 0; i < values.length; i++) {
            assertThat(read[i]).isCloseTo(values[i], within(4.0 / (1 << 18)));
        }
        assertThat(read[0]).isEqualTo(-1);
        assertThat(read[2]).isEqualTo(3);
    }

    @Test
    void keepsWhatIsNotFiniteApart() {
        assertThat(read(1, Double.NaN, 2, Double.NEGATIVE_INFINITY)).containsExactly(1, Double.NaN, 2, Double.NaN);
    }

    @Test
    void keepsAConstant() {
        assertThat(read(7.25, 7.25)).containsExactly(7.25, 7.25);
    }

    @Test
    void keepsTheDigitsOfWhatLiesFarFromNought() {
        double[] seconds = {1600000000, 1600000017, 1600000060};

        double[] read = read(seconds);

        assertThat(read[0]).isEqualTo(1600000000);
        assertThat(read[1]).isCloseTo(1600000017, within(1e-3));
        assertThat(read[2]).isEqualTo(1600000060);
    }

    @Test
    void hasNoEndsWhereNothingIsFinite() {
        assertThat(written(Double.NaN)).isEqualTo("[null,null,\"___\"]");
    }

    @Test
    void spansWhatADoubleCannot() {
        assertThat(read(-Double.MAX_VALUE, 0, Double.MAX_VALUE)[1] / Double.MAX_VALUE)
                .isCloseTo(0, within(1e-5));
    }

    private static String written(double... values) {
        Curve curve = new Curve();
        for (double value : values) {
            curve.add(value);
        }
        Json json = new Json();
        curve.write(json);
        return json.toString();
    }

    /** As the page's script reads it. */
    private static double[] read(double... values) {
        Matcher form = FORM.matcher(written(values));
        assertThat(form.matches()).isTrue();
        double low = Double.parseDouble(form.group(1));
        double high = Double.parseDouble(form.group(2));
        double[] read = new double[values.length];
        for (int i = 0; i < read.length; i++) {
            int code = 0;
            for (int digit = 0; digit < 3; digit++) {
                code = 64 * code + DIGITS.indexOf(form.group(3).charAt(3 * i + digit));
            }
            double share = code / (double) ((1 << 18) - 2);
            read[i] = code == (1 << 18) - 1 ? Double.NaN : low * (1 - share) + high * share;
        }
        return read;
    }
}
