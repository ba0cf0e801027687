package dev.parabola.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownAnswersTest {

    @Test
    void thisMachineGivesTheKnownAnswers() {
        assertThat(KnownAnswers.mismatches()).isEmpty();
    }

    @Test
    void everyMismatchIsDescribedByItsCallAndBothBits() {
        List<KnownAnswers.KnownAnswer> answers = List.of(
                KnownAnswers.of("exp", Elementary::exp, 0, 0x3FF0_0000_0000_0000L),
                KnownAnswers.of("exp", Elementary::exp, 1, 0x4005_BF0A_8B14_576AL),
                KnownAnswers.of("log", Elementary::log, 1, 0x8000_0000_0000_0000L),
                KnownAnswers.of32("exp", Elementary32::exp, 0, 0x3F80_0000),
                KnownAnswers.of32("exp", Elementary32::exp, 1, 0x402D_F855));

        assertThat(KnownAnswers.mismatches(answers))
                .containsExactly(
                        "exp(0x1.0p0) must have the bits 0x4005bf0a8b14576a, got 0x4005bf0a8b145769",
                        "log(0x1.0p0) must have the bits 0x8000000000000000, got 0x0000000000000000",
                        "exp(0x1.0p0f) must have the bits 0x402df855, got 0x402df854");
    }
}
