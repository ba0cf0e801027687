package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTrialsTest {
    @TempDir
    private Path folder;

    @Test
    void thereAreNoneBeforeThereIsATable() {
        assertThat(WrittenTrials.in(folder)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "trial,ce | 0",
                "trial,cell; | 0",
                "trial,cell;0,0;1,0; | 2",
                "trial,cell;0,0;1,0;2 | 2",
                "trial,cell;0,\"a;b\"\"c\";1,0; | 2",
                "trial,cell;0,0;1,\"half; | 1"
            })
    void onlyCompleteRowsCount(String text, long rows) throws IOException {
        Files.writeString(RunFile.TRIALS.in(folder), text.replace(';', '\n'));

        assertThat(WrittenTrials.in(folder)).isEqualTo(rows);
    }
}
