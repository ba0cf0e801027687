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
import com.microsoft.playwright.options.ReducedMotion;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser. Without Chromium these tests are skipped, unless PARABOLA_REQUIRE_BROWSER asks for them. */
@Tag("slow")
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

    /** Regions in the other order, one factor with more levels than the answer shows at first. */
    private static final String TURNED = """
            study: turned
            replicas: 6
            target: square
            data: {samples: 30, range: [-1, 1], noise: 0.1}
            regions: {far: {range: [-2, 2], except: [-1, 1]}, inside: [-1, 1]}
            model: {hidden: {width: 8, depth: 1}}
            training: {learning-rate: 0.05, steps: 100, batch: full}
            vary:
              model.hidden.width: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18]
            record: {checkpoints: 5}
            """;

    private static final String POLE = """
            study: pole
            replicas: 3
            target: 1 / ((x - 0.1001)^2 + 0.0001)
            alternatives: [sin(x)]
            data: {samples: 30, range: [-1, 1]}
            model: {hidden: [4]}
            training: {steps: 5}
            """;

    private static final String OFFSET = """
            study: offset
            replicas: 3
            target: (x - 1600000030) / 30
            data: {samples: 30, range: [1600000000, 1600000060], scaling: standard}
            regions: {inside: [1600000000, 1600000060]}
            model: {hidden: [4]}
            training: {steps: 5}
            """;

    /** The least contrast by WCAG of a text with what it is written on. */
    private static final String LEAST_CONTRAST = """
            () => {
              const numbers = text => text.match(/[0-9.]+/g).map(Number);
              const channel = value => value / 255 > 0.04045 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 255 / 12.92;
              const light = text => {
                const [r, g, b] = numbers(text).map(channel);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const tiles = [...document.querySelectorAll('rect[data-cell]')];
              return [...document.querySelectorAll('text.tile-label')].map(label => {
                const box = label.getBBox();
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                const tile = tiles.find(each => each.ownerSVGElement === label.ownerSVGElement
                  && x > each.x.baseVal.value && x < each.x.baseVal.value + each.width.baseVal.value
                  && y > each.y.baseVal.value && y < each.y.baseVal.value + each.height.baseVal.value);
                const [one, other] = [light(getComputedStyle(label).fill), light(getComputedStyle(tile).fill)];
                return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              }).reduce((least, each) => Math.min(least, each), 21);
            }
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
        // Without motion nothing scrolls slowly.
        page = browser.orElseThrow().newPage(new Browser.NewPageOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(folder.resolve("out/report.html").toUri().toString());
        page.locator("#figure-fit-curve").scrollIntoViewIfNeeded();
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
        assertThat(page.title())
                .isEqualTo("Does </script><script>document.title='owned'</script> do anything? · page · Parabola");
        assertThat(page.locator("h1").textContent())
                .isEqualTo("Does </script><script>document.title='owned'</script> do anything?");
        assertThat(page.locator("tr.cell").count()).isEqualTo(4);
        assertThat(page.locator("tr.cell th[scope=row]").nth(1).textContent())
                .isEqualTo("<img src=x onerror=document.title='owned'>");
        assertThat(page.locator("img").count()).isZero();
    }

    @Test
    void movesTheFitThroughTheCheckpointsByKeyboard() throws IOException {
        page.getByLabel("Cell", new Page.GetByLabelOptions().setExact(true)).selectOption("0");
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

        page.getByLabel("Cell", new Page.GetByLabelOptions().setExact(true)).selectOption("0");
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

    @Test
    void greysWhatIsOfTheEndWhileItShowsAnEarlierStep() {
        Locator median = page.locator("#figure-fit-curve path.median");
        assertThat(median.getAttribute("style")).doesNotContain("--muted");

        page.locator("#fit-step").focus();
        page.keyboard().press("Home");

        assertThat(median.getAttribute("style")).contains("--muted");
        assertThat(page.locator("#figure-fit-curve svg[data-step]").textContent())
                .contains("quartiles, at the end");
    }

    @Test
    void keepsWhatIsChosenInTheAddress() {
        page.getByLabel("Cell", new Page.GetByLabelOptions().setExact(true)).selectOption("3");
        page.locator("#fit-step").focus();
        page.keyboard().press("Home");
        page.locator("#section-curves").getByLabel("Steps and rates").selectOption("linear");
        page.locator("#section-factors").getByLabel("Region").first().selectOption("1");
        page.locator("table.verdicts thead button.sort").nth(2).click();
        page.locator("table.verdicts thead button.sort").nth(2).click();
        page.locator("nav a").last().click();
        page.waitForFunction("() => location.hash.includes('at=section-made')");

        assertThat(page.url()).endsWith("#cell=3&step=0&region=near&scale=linear&sort=-3&at=section-made");

        page.reload();
        drawEverything(page);
        assertThat(page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-cell"))
                .isEqualTo("3");
        assertThat(page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-step"))
                .isEqualTo("0");
        assertThat(page.locator("#figure-learning-curves svg[data-scale]").getAttribute("data-scale"))
                .isEqualTo("linear");
        assertThat(page.locator("#figure-threshold svg[data-region]").getAttribute("data-region"))
                .isEqualTo("near");
        assertThat(page.locator("table.verdicts th[aria-sort=descending]").textContent())
                .isEqualTo("verdict");
    }

    @Test
    void believesNothingOfAnAddressButWhatIsThere() {
        String best = page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-cell");
        for (String hash : List.of(
                "#cell=4&step=17&region=constructor&scale=toString&sort=99&at=__proto__",
                "#cell=-1&step=1e3&region=%E0%A4%A&scale=&sort=0",
                "#__proto__=1&constructor=2&cell=<img src=x onerror=alert(1)>",
                "#cell=0x2&cell=9999999999&=&&==&step")) {
            page.navigate("about:blank");
            page.navigate(folder.resolve("out/report.html").toUri() + hash);
            for (String figure : List.of("#figure-fit-curve", "#figure-threshold")) {
                page.locator(figure).scrollIntoViewIfNeeded();
            }

            Locator fit = page.locator("#figure-fit-curve svg[data-step]");
            assertThat(fit.getAttribute("data-cell")).as(hash).isEqualTo(best);
            assertThat(fit.getAttribute("data-step")).as(hash).isEqualTo("200");
            assertThat(page.locator("#figure-threshold svg[data-region]").getAttribute("data-region"))
                    .as(hash)
                    .isEqualTo("inside");
            assertThat(page.locator("img").count()).isZero();
        }
        requests.removeIf(url -> url.equals("about:blank"));
    }

    @Test
    void writesOnEveryTileInWhatCanBeRead() {
        drawEverything(page);
        assertThat(page.locator("text.tile-label").count()).isEqualTo(16);
        assertThat(((Number) page.evaluate(LEAST_CONTRAST)).doubleValue()).isGreaterThanOrEqualTo(4.5);

        page.locator("#theme").click();
        assertThat(((Number) page.evaluate(LEAST_CONTRAST)).doubleValue()).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void isLightOnPaperAndAsItWasAfterwards() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        drawEverything(page);
        String dark = background();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
        assertThat(((Number) page.evaluate(LEAST_CONTRAST)).doubleValue()).isGreaterThanOrEqualTo(4.5);

        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(background()).isEqualTo(dark);
    }

    @Test
    void cutsNoColumnOffOnPaper() {
        page.setViewportSize(700, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");

        assertThat(page.evaluate("[...document.querySelectorAll('table')]"
                        + ".filter(table => table.getBoundingClientRect().right > innerWidth).length"))
                .isEqualTo(0);
    }

    @Test
    void letsWhatScrollsBeReachedByKeyboardAndNamesIt() {
        page.setViewportSize(390, 800);
        drawEverything(page);

        assertThat(page.evaluate("[...document.querySelectorAll('.wide, pre')].filter(node => !(node.tabIndex === 0"
                        + " && node.getAttribute('role') === 'region' && node.getAttribute('aria-label'))).length"))
                .isEqualTo(0);
    }

    @Test
    void takesTheRegionInsideWhereverTheManifestHasIt() throws IOException {
        openRunOf("turned", TURNED);

        Path run = folder.resolve("turned");
        List<CSVRecord> cells = rows(run, "summary.csv");
        String fitted = page.locator("#figure-fit-curve svg[data-step]").getAttribute("data-cell");
        assertThat(fitted)
                .isEqualTo(page.locator("tr.cell").first().getAttribute("data-cell"))
                .isEqualTo(page.locator("#fit select").first().inputValue());
        for (CSVRecord cell : cells) {
            long learned = rows(run, "trials.csv").stream()
                    .filter(trial -> trial.get("cell").equals(cell.get("cell")))
                    .filter(trial -> trial.get("inside.success").equals("true"))
                    .count();
            assertThat(page.locator("#figure-poster-tiles svg[data-tiles]").textContent())
                    .contains(learned + "/6");
            assertThat(page.evaluate("P.data.cells[" + cell.get("cell") + "].regions[P.data.inside].k"))
                    .isEqualTo((int) learned);
        }
        assertThat(page.evaluate("P.data.regions.join()")).isEqualTo("far,inside");
        assertThat(page.locator("#figure-along svg[role=img]").getAttribute("aria-label"))
                .contains("inside");
    }

    @Test
    void drawsTheErrorAlongOneFactorWithIntervals() throws IOException {
        openRunOf("turned", TURNED);

        Locator lead = page.locator("#figure-lead svg[data-lead='along']");
        assertThat(lead.locator("[data-cell]").count()).isEqualTo(24);
        assertThat(lead.locator("[data-interval]").count()).isEqualTo(24);
        assertThat(page.evaluate("(() => { const x = cell => Number(document.querySelector("
                        + "`#figure-lead [data-cell='${cell}']`).getAttribute('cx'));"
                        + " return Math.abs((x(7) - x(3)) - (x(1) - x(0)) * Math.log2(2.5)) < 1; })()"))
                .as("levels lie where their numbers are")
                .isEqualTo(true);
    }

    @Test
    void showsTenCellsAtFirstAndAllOnDemand() throws IOException {
        openRunOf("turned", TURNED);
        Locator shown = page.locator("tr.cell:visible");
        assertThat(shown.count()).isEqualTo(10);

        page.locator("#answer-more").click();
        assertThat(shown.count()).isEqualTo(12);

        page.locator("table.verdicts thead button.sort").first().click();
        assertThat(shown.first().getAttribute("data-cell")).isEqualTo("0");
        page.locator("table.verdicts thead button.sort").first().click();
        assertThat(shown.first().getAttribute("data-cell")).isEqualTo("11");

        page.locator("#answer-filter").fill("no such words");
        assertThat(shown.count()).isZero();
        page.locator("#answer-filter").fill("");
        assertThat(shown.count()).isEqualTo(12);
    }

    @Test
    void showsTheTrainingPointsThatTheMiddleReplicaSaw() throws IOException {
        openRunOf("turned", TURNED);

        Locator fit = page.locator("#figure-fit-curve svg[data-step]");
        String cell = fit.getAttribute("data-cell");
        List<CSVRecord> points = rows(folder.resolve("turned"), "samples.csv").stream()
                .filter(row -> row.get("cell").equals(cell))
                .toList();
        assertThat(points).hasSize(30);
        assertThat(fit.locator("path.samples").getAttribute("data-samples")).isEqualTo("30");
        assertThat(fit.textContent())
                .contains("training points of replica " + points.get(0).get("replica"));
        assertThat(((Number) page.evaluate(
                                "P.decode(P.data.samples.sets[P.data.samples.cells[" + cell + "][0]][1])[3]"))
                        .doubleValue())
                .isCloseTo(Double.parseDouble(points.get(3).get("y")), within(1e-4));
    }

    @Test
    void cutsThePoleOffItsAxisAndSaysSo() throws IOException {
        openRunOf("pole", POLE);

        Locator fit = page.locator("#figure-fit-curve svg[data-step]");
        assertThat(fit.locator("text[data-clipped]").textContent()).startsWith("clipped: target reaches ");
        assertThat(fit.locator("path[data-alternative]").count()).isEqualTo(1);
        assertThat(fit.textContent()).contains("alternative: sin(x)");
        assertThat(page.locator("#section-fit").count())
                .as("the fit of a single cell is the answer's own figure")
                .isZero();
    }

    @Test
    void tellsTheTicksOfALargeOffsetApart() throws IOException {
        openRunOf("offset", OFFSET);

        List<String> ticks = page.locator("#figure-fit-curve text.tick").allTextContents().stream()
                .filter(text -> text.startsWith("16000000"))
                .toList();
        assertThat(ticks).hasSizeGreaterThan(3).doesNotHaveDuplicates().contains("1600000060");
        assertThat(page.locator("#figure-poster-tiles svg[data-tiles]").textContent())
                .contains("1600000000", "1600000030", "1600000060");
    }

    @Test
    void coloursWhatHasBothSignsOnBothSidesOfNought() throws IOException {
        openRunOf("surface", SURFACE);

        assertThat(page.locator("#figure-fit-surface rect[data-scale='diverging']")
                        .count())
                .isEqualTo(80);
        assertThat(page.locator("#figure-fit-surface rect[data-scale='sequential']")
                        .count())
                .isEqualTo(40);
        assertThat(page.locator("#figure-fit-surface circle.samples").count()).isEqualTo(50);
    }

    @Test
    void drawsEffectsOfTheirTable() throws IOException {
        openRunOf("turned", TURNED);
        Path run = folder.resolve("turned");
        Files.writeString(run.resolve("effects.csv"), """
                region,factor,level_a,level_b,contexts,replicas,ratio,low,high,p,p_adjusted,contexts_reversed
                inside,model.hidden.width,1,2,3,6,2.5,1.5,4.25,0.001,0.03125,1
                inside,model.hidden.width,1,3,3,6,1.1,0,Infinity,0.5,0.5,0
                far,model.hidden.width,1,2,3,6,0.5,0.25,0.75,0.05,0.05,0
                """);
        Invocation report = Invocation.of(folder, "report", run.toString());
        assertThat(report.exitCode()).as(report.err()).isZero();

        page.reload();
        drawEverything(page);

        Locator rows = page.locator("#figure-effects g[data-apart]");
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.nth(0).getAttribute("data-apart")).isEqualTo("yes");
        assertThat(rows.nth(1).getAttribute("data-apart")).isEqualTo("no");
        assertThat(page.locator("#figure-effects svg[role=img]").first().textContent())
                .contains("2.5 [1.5, 4.25]; p 0.0313; 1 of 3 the other way");
        assertThat(page.locator("#section-effects details table tbody tr").count())
                .isEqualTo(3);
        assertThat(page.locator("#families").textContent()).contains("12 verdicts");
    }

    private static List<CSVRecord> rows(Path run, String file) throws IOException {
        try (CSVParser parser = parser(run.resolve(file))) {
            return parser.getRecords();
        }
    }

    private void openRunOf(String name, String text) throws IOException {
        Path manifest = folder.resolve(name + ".yaml");
        Files.writeString(manifest, text);
        Path run = folder.resolve(name);
        if (!Files.exists(run)) {
            Invocation invocation = Invocation.of(folder, "run", manifest.toString(), "-o", run.toString());
            assertThat(invocation.exitCode()).as(invocation.err()).isZero();
        }
        page.navigate(run.resolve("report.html").toUri().toString());
        drawEverything(page);
    }

    /** What is far below is drawn when it comes near. */
    private static void drawEverything(Page page) {
        page.evaluate("""
                async () => {
                  for (const figure of document.querySelectorAll('figure')) {
                    figure.scrollIntoView();
                    while (!figure.querySelector('.canvas svg[role=img]')) {
                      await new Promise(requestAnimationFrame);
                    }
                  }
                }
                """);
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
        return parser(folder.resolve("out").resolve(file));
    }

    private static CSVParser parser(Path file) throws IOException {
        return CSVParser.parse(
                Files.readString(file),
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
