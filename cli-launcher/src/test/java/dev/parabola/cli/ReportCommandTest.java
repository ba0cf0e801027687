package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final String MANIFEST = """
            study: reported
            question: "Does </script><script>document.title='owned'</script> do \\u202Eanything & \\"more\\"?"
            seed: 7
            replicas: 7
            target: square
            data: {samples: 50, range: [-1, 1]}
            model: {hidden: {width: 4, depth: 1}}
            training: {learning-rate: 0.01, steps: 60, batch: 25}
            vary:
              data.range: {narrow: [-1, 1], wide: [-2, 2]}
              method:
                "<img src=x onerror=alert(1)>": {model.activation: relu}
                smooth: {model.activation: tanh, training.learning-rate: 0.02}
            """;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void train() throws IOException {
        Path manifest = folder.resolve("reported.yaml");
        Files.writeString(manifest, MANIFEST);
        run = folder.resolve("out");
        assertThat(Invocation.of(folder, "run", manifest.toString(), "-o", run.toString(), "--set", "success.nrmse=0.2")
                        .outLines())
                .contains("report: " + run.resolve("report.html"));
    }

    @Test
    void makesTheSameBytesAgainFromTheFilesAlone() throws IOException {
        byte[] first = Files.readAllBytes(run.resolve("report.html"));
        Files.delete(run.resolve("report.html"));
        Files.delete(folder.resolve("reported.yaml"));
        Path moved = folder.resolve("elsewhere");
        Files.move(run, moved);

        Invocation again = Invocation.of(folder, "report", moved.toString());

        assertThat(again.exitCode()).isZero();
        assertThat(again.outLines())
                .containsExactly(moved.resolve("report.html").toString());
        assertThat(moved.resolve("report.html")).hasBinaryContent(first);
    }

    @Test
    void holdsTheAnswerWithoutScripts() throws IOException {
        String page = Files.readString(run.resolve("report.html"));

        assertThat(page)
                .contains("data-verdict=\"underfits\"", "not learned</span>", "0/7 [0, 41] %")
                .contains("nrmse ≤ 0.2")
                .contains("./parabola run manifest.yaml --set &#39;success.nrmse=0.2&#39;")
                .contains("<th scope=\"row\">replicas</th><td dir=\"auto\">7</td><td>20</td>");
    }

    @Test
    void letsNoNameBecomeMarkup() throws IOException {
        String page = Files.readString(run.resolve("report.html"));

        assertThat(page)
                .doesNotContain("<img", "<script>document", "</script><script>")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .contains("\\u003cimg src=x onerror=alert(1)\\u003e");
    }

    @Test
    void callsNothingFromOutside() throws IOException {
        assertThat(Files.readString(run.resolve("report.html")))
                .doesNotContain(" src=\"", "@import", "fetch(", "XMLHttpRequest", "eval(", "innerHTML")
                .contains("default-src 'none'");
    }

    @Test
    void tellsWhyTrialsFailedEachReasonOnce() throws IOException {
        Path trials = run.resolve("trials.csv");
        String before = Files.readString(trials);
        assertThat(Files.readString(run.resolve("report.html"))).doesNotContain("id=\"failures\"");
        Files.writeString(
                trials,
                before.replaceAll(
                        "(?m)^([0-2],.*),completed,(.*),[^,]*$",
                        "$1,failed,$2,\"steep (steep.jar) threw <b>, it's odd\""));

        assertThat(Invocation.of(folder, "report", run.toString()).exitCode()).isZero();

        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Why 3 trials failed")
                .containsOnlyOnce("<td dir=\"auto\">steep (steep.jar) threw &lt;b&gt;, it&#39;s odd</td>")
                .contains("<tr><td class=\"number\">3</td>");
    }

    @Test
    void saysWhatTheTerminalSays() throws IOException {
        Files.writeString(run.resolve("comparisons.csv"), """
                region,factor,cell_a,cell_b,pairs,wins_a,wins_b,ratio,low,high,p,p_adjusted,success_only_a,success_only_b,success_p
                inside,method,0,1,7,7,0,0.5,0.4,0.6,0.001,0.01,0,0,1
                inside,method,2,3,7,0,7,2,1.5,2.5,0.001,0.01,0,0,1
                """);
        assertThat(Invocation.of(folder, "report", run.toString()).exitCode()).isZero();
        List<String> terminal = Invocation.of(folder, "show", run.toString()).outLines().stream()
                .map(String::strip)
                .toList();

        String page = Files.readString(run.resolve("report.html"));
        List<String> headline = texts(page, "<p class=\"headline\">(.*?)</p>");
        assertThat(headline).hasSize(2).allMatch(terminal::contains);
        assertThat(headline.get(0)).contains("the error inside");
        List<String> interactions = texts(page.substring(page.indexOf("<ul id=\"interactions\">")), "<li>(.*?)</li>");
        assertThat(interactions.subList(0, 1)).allMatch(terminal::contains);
        assertThat(interactions.get(0)).contains("gains from");
    }

    private static List<String> texts(String page, String element) {
        return Pattern.compile(element)
                .matcher(page)
                .results()
                .map(found -> found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }

    @Test
    void saysHowManyVerdictsAndFamiliesOfTestsThereAre() throws IOException {
        assertThat(Files.readString(run.resolve("report.html")))
                .containsPattern("This study has [0-9]+ verdicts? and ([0-9]+ famil(y|ies)|no family) of tests");
    }

    @Test
    void isMadeAlsoWithoutTheTablesThatMayBeMissing() throws IOException {
        for (String file : List.of(
                "fits.csv",
                "samples.csv",
                "alternatives.csv",
                "effects.csv",
                "layers.csv",
                "breakpoints.csv",
                "comparisons.csv")) {
            Files.deleteIfExists(run.resolve(file));
        }

        assertThat(Invocation.of(folder, "report", run.toString()).exitCode()).isZero();
        assertThat(Files.readString(run.resolve("report.html"))).contains("This run has no comparisons.csv.");
    }

    @Test
    void refusesWhatIsNoFinishedRun() throws IOException {
        Files.delete(run.resolve("summary.csv"));

        assertRefused(run, "the run in it is not finished; finish it with 'parabola run'");
        assertRefused(folder, "holds no run: there is no study.lock.yaml in it");
        assertRefused(folder.resolve("nowhere"), "there is no such folder");
        assertRefused(folder.resolve("reported.yaml"), "is a file, not a run folder");
    }

    @Test
    void saysWhichFileIsDamagedAndKeepsTheOldReport() throws IOException {
        byte[] before = Files.readAllBytes(run.resolve("report.html"));
        Path trials = run.resolve("trials.csv");
        Files.writeString(trials, Files.readString(trials).replaceFirst("completed,60", "completed,6x"));
        Path summary = run.resolve("summary.csv");
        Files.writeString(summary, Files.readString(summary).replaceFirst("(?m)^1,narrow", "x,narrow"));

        Invocation report = Invocation.of(folder, "report", run.toString());

        assertThat(report.exitCode()).isEqualTo(ExitCode.STORAGE);
        assertThat(report.errLines())
                .containsExactly(
                        summary + ": is damaged: line 3: 'x' in cell is no count; run the study again with --fresh");
        assertThat(run.resolve("report.html")).hasBinaryContent(before);
    }

    private void assertRefused(Path path, String why) {
        Invocation report = Invocation.of(folder, "report", path.toString());

        assertThat(report.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(report.errLines()).containsExactly(path + ": " + why);
    }
}
