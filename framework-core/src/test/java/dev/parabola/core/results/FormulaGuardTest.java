package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    /** After OWASP, "CSV Injection". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\tharmless but moved",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0\u2003=1",
                "\ufeff=cmd|' /C calc'!A0",
                "\uff1d1+1",
                "-",
                "-x",
                "+5",
                "-1e5 ",
                "--1",
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "relu",
                "x = 1",
                "1+1",
                "-0.1",
                "-1.0E-5",
                "-1e300",
                "-Infinity",
                "'quoted'",
                "a\n=b",
                "x^2 - 1"
            })
    void leavesOtherTextAndNumbersAsTheyAre(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "'=1", "''=1", "'", "''", "'relu", "relu", "-0.1", "'-0.1", " '=1", "\t"})
    void isUndoneWhenRead(String text) {
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(text))).isEqualTo(text);
    }
}
