package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parabola.core.results.CellSummary.RegionSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryReaderTest {
    private static final List<CellSummary> CELLS = List.of(
            new CellSummary(
                    0,
                    List.of("square", "-0.1"),
                    3,
                    2,
                    1,
                    0,
                    OptionalInt.of(31),
                    OptionalDouble.of(1e-5),
                    List.of(
                            Optional.of(new RegionSummary(
                                    2, 3, 2 / 3.0, 0.1, 0.9, 0.01, 0.02, Double.NaN, OptionalDouble.of(0.2))),
                            Optional.empty()),
                    OptionalDouble.of(0.125),
                    Optional.of(true),
                    Verdict.OPEN,
                    "too few replicas"),
            new CellSummary(
                    1,
                    List.of("a \"quoted\",\ntext", "=1+1"),
                    3,
                    0,
                    0,
                    3,
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    List.of(Optional.empty(), Optional.empty()),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Verdict.BROKEN,
                    ""));

    @TempDir
    private Path folder;

    private void write() {
        try (RunFolder run = RunFolder.open(folder, GoldenRun.STUDY, false)) {
            GoldenRun.write(run);
            try (SummaryWriter writer = new SummaryWriter(run)) {
                CELLS.forEach(writer::add);
                writer.finish();
            }
        }
    }

    private List<CellSummary> read() {
        List<CellSummary> cells = new ArrayList<>();
        try (SummaryReader reader = SummaryReader.open(folder)) {
            while (reader.hasNext()) {
                cells.add(reader.next());
            }
        }
        return cells;
    }

    @Test
    void readsWhatWasWritten() {
        write();

        assertThat(read()).isEqualTo(CELLS);
        try (SummaryReader reader = SummaryReader.open(folder)) {
            assertThat(reader.factors()).containsExactly("target", "=slope");
            assertThat(reader.regions()).containsExactly("inside", "far");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "open, ajar, 'ajar' is no verdict",
        "true, maybe, 'maybe' is neither true nor false",
        "'0,square', '1,square', cell 0 is missing",
        "verdict, word, there is no column verdict"
    })
    void saysWhatIsDamaged(String text, String damage, String message) throws IOException {
        write();
        Path file = RunFile.SUMMARY.in(folder);
        Files.writeString(file, Files.readString(file).replace(text, damage));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith(file + ": is damaged: line ")
                .withMessageContaining(message);
    }

    @Test
    void isMissedWhereItIsNot() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::read)
                .withMessageContaining("summary.csv: is damaged: it is missing");
    }
}
