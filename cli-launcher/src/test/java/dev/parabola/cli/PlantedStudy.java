package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A study that was run, whose answer a test knows beforehand. */
record PlantedStudy(Path folder, Invocation run) {
    /** Runs a manifest that must be accepted; the study's name is added to it. */
    static PlantedStudy run(Path folder, String manifest) throws IOException {
        Path file = folder.resolve("planted.yaml");
        Files.writeString(file, "study: planted\n" + manifest);
        Path out = folder.resolve("out");
        Invocation run = Invocation.of(folder, "run", file.toString(), "--fresh", "-o", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new PlantedStudy(out, run);
    }

    /** The only cell's row of {@code summary.csv}. */
    CSVRecord cell() throws IOException {
        List<CSVRecord> cells = cells();
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }

    /** The rows of {@code summary.csv}. */
    List<CSVRecord> cells() throws IOException {
        List<CSVRecord> cells = table("summary.csv");
        assertThat(cells)
                .extracting(cell -> cell.get("cell"))
                .containsExactlyElementsOf(IntStream.range(0, cells.size())
                        .mapToObj(Integer::toString)
                        .toList());
        return cells;
    }

    /** The rows of a table. */
    List<CSVRecord> table(String name) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                folder.resolve(name),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
