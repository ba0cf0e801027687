package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java decides, the scripts draw. A line of a script that compares with a fraction, names a level of significance, or compares what
 * the tables say of trials and tests must be listed in {@code layout-numbers.txt} with the reason why it decides nothing.
 */
class ScriptsTest {
    private static final String FRACTION = "(?<![\\w.])-?(?:\\d*\\.\\d+|\\d+e-?\\d+)";
    private static final String MEASURES =
            "\\b(?:low|high|rmse|nrmse|rate|p|adjusted|reversed|k|n|med|ratio|share|error|successes)\\)?\\s*[<>]=?[^=>]";
    private static final Pattern SUSPICIOUS = Pattern.compile(String.join(
            "|",
            "[<>]=?\\s*" + FRACTION,
            FRACTION + "\\s*[<>]=?(?!=)",
            "(?<![\\w.])0?\\.(?:05|1|5|95|975|025|9|01)(?!\\d)",
            MEASURES,
            "(?<!=)[<>]=?\\s*(?:limit|wanted|threshold)\\b",
            "data\\.success",
            "FEWEST|standing\\(|significan"));
    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\\\n]|\\\\.)*'");

    @Test
    void decideNothing() throws IOException, URISyntaxException {
        List<String> unlisted = new ArrayList<>();
        Map<String, String> reasons = reasons();

        suspicious().forEach((line, place) -> {
            if (!reasons.containsKey(line)) {
                unlisted.add(place + ": " + line);
            }
        });

        assertThat(unlisted)
                .as(
                        "decide in Java and write the decision into the data, or say in layout-numbers.txt why this is layout")
                .isEmpty();
    }

    @Test
    void haveAReasonForEachNumberOfTheirLayoutAndNoReasonMore() throws IOException, URISyntaxException {
        assertThat(suspicious().keySet()).containsAll(reasons().keySet());
        assertThat(reasons().values()).allMatch(reason -> reason.length() > 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apart: p !== null && p < 0.05,",
                "return region.low > 0.5 ? 'learned' : 'open';",
                "const good = error <= limit(cell, region);",
                "if (region.high < half) {",
                "const wins = .975 >= share;",
                "return value !== null && value <= wanted;",
                "const {nrmse} = P.data.success;",
                "const LEVEL = 5e-2 > p;",
            })
    void areSuspectedWhereTheyDecide(String line) {
        assertThat(SUSPICIOUS.matcher(code(line)).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// filled where p < 0.05",
                "root.append(text('p < 0.05', 4, 8));",
                "if (region.standing === 'open') {"
            })
    void areNotSuspectedWhereTheyTell(String line) {
        assertThat(SUSPICIOUS.matcher(code(line)).find()).isFalse();
    }

    private static String code(String script) {
        String bare = BLOCK_COMMENT.matcher(script).replaceAll("");
        return TEXT.matcher(LINE_COMMENT.matcher(bare).replaceAll("")).replaceAll("''");
    }

    private static Map<String, String> suspicious() throws IOException, URISyntaxException {
        Map<String, String> found = new LinkedHashMap<>();
        Path folder = Path.of(Objects.requireNonNull(ScriptsTest.class.getResource("core.js"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .forEach(file -> read(file)
                            .lines()
                            .map(String::strip)
                            .filter(line -> SUSPICIOUS.matcher(line).find())
                            .forEach(line -> found.put(line, file.getFileName().toString())));
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String read(Path file) {
        try {
            return code(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of code, each after the reason that stands for it and those below it. */
    private static Map<String, String> reasons() throws IOException {
        String text = new String(
                Objects.requireNonNull(ScriptsTest.class.getResourceAsStream("layout-numbers.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Map<String, String> reasons = new LinkedHashMap<>();
        String reason = "";
        for (String line : text.split("\n", -1)) {
            Matcher heading = Pattern.compile("# (.*)").matcher(line);
            if (heading.matches()) {
                reason = heading.group(1);
            } else if (!line.isBlank()) {
                reasons.put(line.strip(), reason);
            }
        }
        return reasons;
    }
}
