package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser. Without Chromium these tests are skipped, unless PARABOLA_REQUIRE_BROWSER asks for them. */
class ReportPageTest {
    private static final String MANIFEST = """
            study: page
            question: "Does </script><script>document.title='owned'</script> do anything?"
            replicas: 6
            target: square
            data: {samples: 50, range: [-1, 1]}
            model: {hidden: [6], activation: relu}
            training: {learning-rate: 0.02, steps: 200, batch: 25}
            vary:
              model.hidden.width: [3, 6]
              method:
                "<img src=x onerror=document.title='owned'>": {training.optimizer: adam}
                plain: {training.optimizer: sgd}
            record: {checkpoints: 8}
            """.replace("hidden: [6]", "hidden: {width: 6, depth: 1}");

    private static final String SURFACE = """
            study: surface
            question: Can a network multiply?
            replicas: 6
            target: multiply
            data: {samples: 50}
            model: {hidden: [8]}
            training: {learning-rate: 0.02, steps: 60, batch: 25}
            """;

    private static final String MIXED = """
            study: mixed
            replicas: 6
            data: {samples: 50, range: [-1, 1]}
            model: {hidden: [4]}
            training: {learning-rate: 0.02, steps: 60, batch: 25}
            vary:
              target: [square, multiply]
            """;

    @TempDir
    private static Path folder;

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = chromium();
        boolean required = Boolean.parseBoolean(System.getenv("PARABOLA_REQUIRE_BROWSER"));
        Assumptions.assumeTrue(required || chromium.isPresent(), "there is no Chromium on the path");
        try {
            launch(chromium.orElseThrow());
        } catch (PlaywrightException e) {
            Assumptions.assumeFalse(!required, "Chromium does not start: " + e.getMessage());
            throw e;
        }
        Path manifest = folder.resolve("page.yaml");
        Files.writeString(manifest, MANIFEST);
        Invocation run = Invocation.of(
                folder, "run", manifest.toString(), "-o", folder.resolve("out").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void launch(Path chromium) {
        playwright = Optional.of(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        browser = Optional.of(playwright
                .orElseThrow()
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    @BeforeEach
    void open() {
        page = browser.orElseThrow().newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(folder.resolve("out/report.html").toUri().toString());
        page.locator("#figure-fit-curve svg[data-step]").waitFor();
    }

    @AfterEach
    void nothingIsWrongOrCalled() {
        assertThat(complaints).isEmpty();
        assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("blob:"));
        page.close();
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void showsTheQuestionAndTheVerdictAndRunsNoName() {
        assertThat(page.title()).isEqualTo("page · Parabola");
        assertThat(page.locator("h1").textContent())
                .isEqualTo("Does </script><script>document.title='owned'</script> do anything?");
        assertThat(page.locator("tr.cell").count()).isEqualTo(4);
        assertThat(page.locator("tr.cell th[scope=row]").nth(1).textContent())
                .isEqualTo("<img src=x onerror=document.title='owned'>");
        assertThat(page.locator("img").count()).isZero();
    }

    @Test
    void movesTheFitThroughTheCheckpointsByKeyboard() throws IOException {
        List<CSVRecord> moving = fitOfTheFirstCellInTheMiddle();
        Locator slider = page.locator("#fit-step");
        Locator fit = page.locator("#figure-fit-curve svg[data-step]");

        slider.focus();
        page.keyboard().press("Home");
        for (CSVRecord row : moving) {
            assertThat(fit.getAttribute("data-step")).isEqualTo(row.get("step"));
            assertThat(Double.parseDouble(fit.getAttribute("data-y0")))
                    .isCloseTo(Double.parseDouble(row.get("prediction")), within(1e-4));
            page.keyboard().press("ArrowRight");
        }
        assertThat(fit.getAttribute("data-step")).isEqualTo("200");
    }

    @Test
    void playsAndPauses() {
        Locator play = page.locator("#fit-play");
        Locator fit = page.locator("#figure-fit-curve svg[data-step]");

        play.click();
        assertThat(play.textContent()).isEqualTo("Pause");
        page.locator("#fit-play:text-is('Play')").waitFor();

        assertThat(fit.getAttribute("data-step")).isEqualTo("200");
    }

    @Test
    void showsKinksOnDemand() throws IOException {
        long inside;
        try (CSVParser kinks = table("breakpoints.csv")) {
            String middle = middleReplica();
            inside = kinks.stream()
                    .filter(row ->
                            row.get("cell").equals("0") && row.get("replica").equals(middle))
                    .filter(row -> Math.abs(Double.parseDouble(row.get("x"))) < 4)
                    .count();
        }

        page.getByLabel("kinks and pieces").check();

        assertThat(page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-kinks"))
                .isEqualTo(Long.toString(inside));

        page.locator("#fit-step").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-kinks"))
                .as("the kinks of the trained network are not those of an earlier step")
                .isEqualTo("0");
    }

    @Test
    void picksOutOneReplicaByKeyboard() {
        Locator list = page.getByLabel("Replica", new Page.GetByLabelOptions().setExact(true));
        String replica = list.locator("option").nth(1).getAttribute("value");
        Locator line = page.locator("#figure-fit-curve path[data-replica='" + replica + "']");
        String faint = line.getAttribute("style");

        list.focus();
        page.keyboard().press("ArrowDown");

        assertThat(line.getAttribute("style")).isNotEqualTo(faint);
        assertThat(page.locator("#figure-fit-curve svg[data-step]").textContent())
                .contains("replica " + replica);
    }

    @Test
    void drawsEverySectionAndGivesItsNumbers() {
        for (String section : List.of("fit", "poster", "curves", "errors", "factors", "comparisons", "health")) {
            Locator figures = page.locator("#" + section + " figure");
            assertThat(figures.count()).as(section).isPositive();
            for (int i = 0; i < figures.count(); i++) {
                Locator figure = figures.nth(i);
                figure.scrollIntoViewIfNeeded();
                figure.locator(".canvas svg[role=img]").first().waitFor();
                assertThat(figure.locator(".canvas svg[role=img]").first().getAttribute("aria-label"))
                        .as(section)
                        .isNotBlank();
                figure.locator("button[aria-controls]").click();
                assertThat(figure.locator(".numbers tbody tr").count())
                        .as(section + " " + i)
                        .isPositive();
            }
        }
    }

    @Test
    void turnsDarkAndLightAgain() {
        String before = background();
        page.locator("#theme").focus();
        page.keyboard().press("Enter");
        assertThat(background()).isNotEqualTo(before);
        page.keyboard().press("Enter");
        assertThat(background()).isEqualTo(before);
    }

    @Test
    void savesFiguresAsFiles() throws IOException {
        Locator poster = page.locator("#figure-poster-tiles");
        poster.scrollIntoViewIfNeeded();
        poster.locator(".canvas svg[role=img]").waitFor();

        assertThat(new String(
                        saved(poster.getByText("SVG", exactly()), "page-poster-tiles.svg"), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .doesNotContain("var(--");
        assertThat(saved(poster.getByText("PNG", exactly()), "page-poster-tiles.png"))
                .startsWith(0x89, 'P', 'N', 'G');
        byte[] gif = saved(page.locator("#poster-gif"), "page-poster.gif");
        assertThat(gif).startsWith('G', 'I', 'F', '8', '9', 'a').endsWith(0x3b);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        assertThat(reader.getNumImages(true)).isEqualTo(8);
        assertThat(reader.read(7).getWidth()).isEqualTo(864);
    }

    @Test
    void followsTheColoursOfTheSystem() {
        String light = background();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(background()).isNotEqualTo(light);
    }

    @Test
    void drawsNothingThatIsNoNumber() {
        drawEverything(page);
        for (Locator drawing : page.locator(".canvas svg[role=img]").all()) {
            assertThat(drawing.innerHTML()).doesNotContain("NaN", "undefined", "Infinity");
        }
    }

    @Test
    void needsNoScrollingSidewaysOnASmallScreen() {
        page.setViewportSize(360, 740);
        drawEverything(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void tellsTheAnswerInPrintAndWithoutScripts() {
        try (BrowserContext plain =
                browser.orElseThrow().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page paper = plain.newPage();
            paper.navigate(folder.resolve("out/report.html").toUri().toString());
            paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(paper.locator("tr.cell .rate").first().isVisible()).isTrue();
            assertThat(paper.locator("tr.cell .rate").first().textContent()).contains("/6 [");
            assertThat(paper.locator("nav").isVisible()).isFalse();
        }
    }

    @Test
    void drawsMapsForTwoInputs() throws IOException {
        openRunOf("surface", SURFACE);

        assertThat(page.locator("#fit svg[role=img] circle, #fit svg[role=img] rect")
                        .count())
                .isGreaterThan(1000);
    }

    @Test
    void drawsTargetsOfOneAndOfTwoInputsBesideEachOther() throws IOException {
        openRunOf("mixed", MIXED);

        assertThat(page.locator("#figure-fit-curve svg[data-cell='0']").count()).isEqualTo(1);
        assertThat(page.locator("#figure-fit-surface svg[data-cell='1']").count())
                .isEqualTo(1);
        assertThat(page.locator("#figure-poster-tiles svg[data-tiles]").getAttribute("data-tiles"))
                .isEqualTo("1");
    }

    private void openRunOf(String name, String text) throws IOException {
        Path manifest = folder.resolve(name + ".yaml");
        Files.writeString(manifest, text);
        Path run = folder.resolve(name);
        Invocation invocation = Invocation.of(folder, "run", manifest.toString(), "-o", run.toString());
        assertThat(invocation.exitCode()).as(invocation.err()).isZero();
        page.navigate(run.resolve("report.html").toUri().toString());
        drawEverything(page);
    }

    /** What is far below is drawn when it comes near. */
    private static void drawEverything(Page page) {
        for (Locator figure : page.locator("figure").all()) {
            figure.scrollIntoViewIfNeeded();
            figure.locator(".canvas svg[role=img]").first().waitFor();
        }
        assertThat(page.locator("main").textContent()).doesNotContain("could not be drawn");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private byte[] saved(Locator button, String name) throws IOException {
        Download download = page.waitForDownload(button::click);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readAllBytes(download.path());
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static CSVParser table(String file) throws IOException {
        return CSVParser.parse(
                Files.readString(folder.resolve("out").resolve(file)),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get());
    }

    /** The replica with rows of more than one checkpoint. */
    private static String middleReplica() throws IOException {
        try (CSVParser fits = table("fits.csv")) {
            return fits.stream()
                    .filter(row ->
                            row.get("cell").equals("0") && row.get("step").equals("0"))
                    .findFirst()
                    .orElseThrow()
                    .get("replica");
        }
    }

    private static List<CSVRecord> fitOfTheFirstCellInTheMiddle() throws IOException {
        String middle = middleReplica();
        try (CSVParser fits = table("fits.csv")) {
            return fits.stream()
                    .filter(row ->
                            row.get("cell").equals("0") && row.get("replica").equals(middle))
                    .filter(row -> Double.parseDouble(row.get("x")) == 0)
                    .toList();
        }
    }
}
