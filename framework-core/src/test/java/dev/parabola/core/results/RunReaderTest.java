package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReaderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeARun() {
        GoldenRun.write(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0,0,0,square,-0.1,completed | 0,0,1,square,-0.1,completed | line 2: trial 0 is not replica 1 of cell 0",
                "0,0,0,square,-0.1,completed,20 | 0,0,0,square,-0.1,done,20 | line 2: 'done' is no status",
                "-0.1,completed,20,6.666666666666667,0.001,0.03 | -0.1,completed,20,6.666666666666667,0.001,0.o3 | line 2: '0.o3' is no number",
                "0.97,true,10 | 0.97,yes,10 | line 2: 'yes' is neither true nor false",
                "0.97,true,10, | 0.97,true,10,, | line 2: 25 fields instead of 24",
                "`6,2,0,` | `7,2,1,` | line 9: trial 7 after trial 7",
                "trial,cell,replica,target | trial,cell,replica,data.noise | line 1: the columns should be trial,cell,replica,target",
                "`\"{\"\"name\"\"` | `\"{\"name\"\"` | quotes that do not match",
            })
    void saysWhatIsDamagedAndWhere(String written, String found, String message) throws IOException {
        Path trials = RunFile.TRIALS.in(folder);
        Files.writeString(
                trials, Files.readString(trials).replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(found)));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::readAll)
                .withMessageStartingWith(trials + ": is damaged: line ")
                .withMessageContaining(message)
                .withMessageEndingWith("; run the study again with --fresh");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path trials = RunFile.TRIALS.in(folder);
        byte[] bytes =
                Files.readString(trials).replace("returned", "returne\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(trials, bytes);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::readAll)
                .withMessageContaining("bytes that are no UTF-8");
    }

    @Test
    void saysThatTheTableIsMissing() throws IOException {
        Files.delete(RunFile.TRIALS.in(folder));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::readAll)
                .withMessage(RunFile.TRIALS.in(folder) + ": cannot be read: no such file or folder");
    }

    private void readAll() {
        try (RunReader reader = RunReader.trials(folder, GoldenRun.STUDY)) {
            reader.forEachRemaining(row -> {});
        }
    }
}
