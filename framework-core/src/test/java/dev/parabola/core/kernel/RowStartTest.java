package dev.parabola.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.kernel.vector.CacheLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStartTest {
    @ParameterizedTest
    @CsvSource({"16, 16, 64, 6, 12", "16, 12, 64, 6, 13", "24, 20, 64, 5, 11", "16, 16, 32, 2, 4", "16, 16, 8, 0, 0"})
    void rowsBeginAtTheNextMultipleOfALine(int header64, int header32, int line, int first64, int first32) {
        RowStart start = RowStart.atLine(header64, header32, line);

        assertThat(start).isEqualTo(new RowStart(first64, first32));
        assertThat((header64 + first64 * Double.BYTES) % line).isZero();
        assertThat((header32 + first32 * Float.BYTES) % line).isZero();
    }

    /** These tests run with objects at multiples of 8 bytes, where nothing can be gained. */
    @Test
    void rowsBeginWithTheirArraysWhereObjectsLieAnywhere() {
        assertThat(CacheLines.find()).isEqualTo(RowStart.AT_ONCE);
    }

    @Test
    void samplesThatWouldCrowdACacheLieARowFurtherApart() {
        Lanes lanes = new Lanes(16, 3, new RowStart(6, 12));

        assertThat(lanes.stride32(64)).isEqualTo(65);
        assertThat(lanes.stride32(63)).isEqualTo(63);
        assertThat(lanes.stride64(64)).isEqualTo(65);
        assertThat(new Lanes(1).stride64(10)).isEqualTo(10);
        assertThat(lanes.rows64(5)).hasSize(6 + 5 * 16);
        assertThat(lanes.rows32(5)).hasSize(12 + 5 * 16);
    }
}
