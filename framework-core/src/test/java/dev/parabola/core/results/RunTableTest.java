package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {
    @TempDir
    private Path folder;

    @Test
    void readsFieldsByTheirColumn() throws IOException {
        try (RunTable table = table("cell,text,value\n0,\"a, \"\"b\"\"\nc\",1.5E-7\n12,'=1+1,\n")) {
            assertThat(table.columns()).containsExactly("cell", "text", "value");
            assertThat(table.next()).isTrue();
            assertThat(table.count(0)).isZero();
            assertThat(table.text(1)).isEqualTo("a, \"b\"\nc");
            assertThat(table.number(2)).isEqualTo(1.5e-7);
            assertThat(table.next()).isTrue();
            assertThat(table.count(table.required("cell"))).isEqualTo(12);
            assertThat(table.text(1)).isEqualTo("=1+1");
            assertThat(table.isEmpty(2)).isTrue();
            assertThat(table.number(2)).isNaN();
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void readsEveryGoldenRowAsItWasWritten() {
        GoldenRun.write(folder);

        try (RunTable table = RunTable.open(folder, "trials.csv").orElseThrow();
                RunReader reader = RunReader.trials(folder, GoldenRun.STUDY)) {
            while (reader.hasNext()) {
                TrialRow row = reader.next();
                assertThat(table.next()).isTrue();
                assertThat(table.count(table.column("trial"))).isEqualTo((int) row.trial());
                assertThat(table.text(table.column("=slope")))
                        .isEqualTo(row.levels().get(1));
                assertThat(table.text(table.column("health"))).isEqualTo(row.health());
                assertThat(table.text(table.column("error")))
                        .isEqualTo(row.error().orElse(""));
            }
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void growsWithLongRows() throws IOException {
        String columns = "a,".repeat(200) + "z";
        try (RunTable table = table(columns + "\n" + "1,".repeat(200) + "x".repeat(100_000) + "\n")) {
            assertThat(table.next()).isTrue();
            assertThat(table.text(200)).hasSize(100_000);
        }
    }

    @Test
    void readsOnWhereverItsBufferEnds() throws IOException {
        int rows = 30_000;
        StringBuilder content = new StringBuilder("row,text,number\n");
        for (int row = 0; row < rows; row++) {
            content.append(row)
                    .append(",\"a\"\"")
                    .append("b".repeat(row % 7))
                    .append(",\n\",")
                    .append(row + 0.25);
            content.append(row % 3 == 0 ? "\r\n" : "\n");
        }

        try (RunTable table = table(content.toString())) {
            for (int row = 0; row < rows; row++) {
                assertThat(table.next()).isTrue();
                assertThat(table.count(0)).isEqualTo(row);
                assertThat(table.text(1)).isEqualTo("a\"" + "b".repeat(row % 7) + ",\n");
                assertThat(table.number(2)).isEqualTo(row + 0.25);
            }
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void comparesFieldsWithTexts() throws IOException {
        try (RunTable table = table("a,b\nnear,'=1\nüber,\n")) {
            table.next();
            assertThat(table.isText(0, "near")).isTrue();
            assertThat(table.isText(0, "nea")).isFalse();
            assertThat(table.isText(0, "nearer")).isFalse();
            assertThat(table.isText(1, "=1")).isTrue();
            assertThat(table.isText(1, "'=1")).isFalse();
            table.next();
            assertThat(table.isText(0, "über")).isTrue();
            assertThat(table.isText(1, "")).isTrue();
            assertThat(table.isText(RunTable.ABSENT, "")).isTrue();
        }
    }

    @Test
    void isNotThereWhereThereIsNoFile() {
        assertThat(RunTable.open(folder, "fits.csv")).isEmpty();
    }

    @Test
    void hasNothingInAColumnThatIsAbsent() throws IOException {
        try (RunTable table = table("a\n1\n")) {
            table.next();
            assertThat(table.column("b")).isEqualTo(RunTable.ABSENT);
            assertThat(table.text(RunTable.ABSENT)).isEmpty();
            assertThat(table.number(RunTable.ABSENT)).isNaN();
        }
        assertDamaged("a\n1\n", table -> table.required("b"), "line 1: there is no column b");
    }

    @Test
    void saysWhereItIsDamaged() {
        assertDamaged("a,b\n1,2\n3\n", RunTableTest::readAll, "line 3: the row has 1 fields, the header 2");
        assertDamaged("a\n\"1\n", RunTableTest::readAll, "line 2: quotes that do not match");
        assertDamaged("a\n\"1\"2\n", RunTableTest::readAll, "line 2: quotes that do not match");
        assertDamaged("\"a\nb\"\n1\n-1\n", RunTableTest::readAll, "line 4: '-1' in a\\nb is no count");
        assertDamaged("a\n1.5\n", RunTableTest::readAll, "line 2: '1.5' in a is no count");
        assertDamaged("a\n-1\n", RunTableTest::readAll, "line 2: '-1' in a is no count");
        assertDamaged("a\n4294967297\n", RunTableTest::readAll, "line 2: '4294967297' in a is no count");
        assertDamaged("", RunTableTest::readAll, "it has no header");
        assertDamaged(
                "a\nx1\n",
                table -> {
                    table.next();
                    table.number(0);
                },
                "line 2: 'x1' in a is no number");
    }

    private static void readAll(RunTable table) {
        while (table.next()) {
            table.count(0);
        }
    }

    private interface Reading {
        void of(RunTable table);
    }

    private void assertDamaged(String content, Reading reading, String why) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> {
                    try (RunTable table = table(content)) {
                        reading.of(table);
                    }
                })
                .withMessageContaining(why);
    }

    private RunTable table(String content) throws IOException {
        Files.write(folder.resolve("table.csv"), content.getBytes(StandardCharsets.UTF_8));
        return RunTable.open(folder, "table.csv").orElseThrow();
    }
}
