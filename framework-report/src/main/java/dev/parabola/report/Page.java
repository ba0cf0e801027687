package dev.parabola.report;

import dev.parabola.core.results.RunDescription;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page: a template for what is readable without scripts, the data, and the scripts that draw it. */
final class Page {
    private static final int BUFFER = 1 << 20;
    private static final String FOLDER = "dev/parabola/report/";
    private static final List<String> SCRIPTS = List.of(
            "core.js",
            "state.js",
            "scales.js",
            "gif.js",
            "curves.js",
            "fit.js",
            "poster.js",
            "errors.js",
            "factors.js",
            "effects.js",
            "comparisons.js",
            "health.js",
            "lead.js",
            "answer.js",
            "main.js");

    private static @Nullable PebbleTemplate template;

    private final ReportedRun run;

    Page(ReportedRun run) {
        this.run = run;
    }

    /** The page in UTF-8. */
    byte[] html() {
        RunDescription description = run.description();
        TrialsTable trials = TrialsTable.read(run);
        ErrorScale scale = new ErrorScale(run, trials);
        LayersTable layers = LayersTable.read(run);
        ComparisonsTable comparisons = ComparisonsTable.read(run);
        EffectsTable effects = EffectsTable.read(run, comparisons);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("study", description.study());
        model.put("question", description.question().orElse(""));
        model.put("headline", Headline.of(run, effects.rows()));
        model.put("answer", new AnswerTable(run, scale).model());
        model.put("families", new Families(run, comparisons, effects).model());
        model.put("lead", lead());
        model.put("effects", effects.model());
        model.put("failures", trials.failures().model());
        model.put("comparisons", new ComparisonsView(run, comparisons).model());
        model.put("health", new HealthView(run, trials, layers).model());
        model.put("provenance", new Provenance(run).model());
        model.put("style", resource("style.css"));
        model.put("script", SCRIPTS.stream().map(Page::resource).collect(Collectors.joining("\n")));
        model.put("data", new PageData(run, scale, trials, layers, comparisons, effects).json());
        return rendered(model);
    }

    /** What answers at a glance: the fit of a single cell, the error along one factor, a map of verdicts of several. */
    private String lead() {
        long varied = run.levels().stream().filter(levels -> levels.size() > 1).count();
        return varied == 0 ? "fit" : varied == 1 ? "along" : "map";
    }

    /** The template, read and compiled by the first thread that asks for it. */
    static synchronized PebbleTemplate template() {
        PebbleTemplate ready = template;
        if (ready == null) {
            ready = new PebbleEngine.Builder()
                    .loader(new ClasspathLoader(Page.class.getClassLoader()))
                    .strictVariables(true)
                    .cacheActive(false)
                    .defaultLocale(Locale.ROOT)
                    .build()
                    .getTemplate(FOLDER + "page.peb");
            template = ready;
        }
        return ready;
    }

    private static byte[] rendered(Map<String, Object> model) {
        ByteArrayOutputStream html = new ByteArrayOutputStream(BUFFER);
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(html, StandardCharsets.UTF_8))) {
            template().evaluate(writer, model, Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toByteArray();
    }

    private static String resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Page.class.getClassLoader().getResourceAsStream(FOLDER + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
