package dev.parabola.report;

import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.RunTable;
import java.util.List;
import java.util.Optional;

/** What the figures draw, as JSON that can stand in a script element. */
final class PageData {
    private final ReportedRun run;
    private final ErrorScale scale;
    private final TrialsTable trials;
    private final LayersTable layers;
    private final ComparisonsTable comparisons;
    private final EffectsTable effects;

    PageData(
            ReportedRun run,
            ErrorScale scale,
            TrialsTable trials,
            LayersTable layers,
            ComparisonsTable comparisons,
            EffectsTable effects) {
        this.run = run;
        this.scale = scale;
        this.trials = trials;
        this.layers = layers;
        this.comparisons = comparisons;
        this.effects = effects;
    }

    String json() {
        RunDescription description = run.description();
        Json json = new Json();
        json.begin('{').key("study").text(description.study()).key("question");
        description.question().ifPresentOrElse(json::text, json::nothing);
        json.key("seed").text(description.seed());
        json.key("replicas").count(description.replicas()).key("inputs").count(inputs());
        json.key("limits").text(AnswerTable.limits(description));
        json.key("regions")
                .list(run.regions().size(), i -> json.text(run.regions().get(i)));
        json.key("inside").count(run.inside());
        json.key("errors").list(run.regions().size(), i -> json.text(scale.name(i)));
        json.key("spreads").list(run.regions().size(), i -> json.number(scale.spread(i)));
        json.key("thresholds");
        Thresholds.write(json);
        List<ReportedCell> order = run.bestFirst();
        json.key("order").list(order.size(), i -> json.count(order.get(i).number()));
        factors(json, description.factors(), run.levels());
        json.key("cells").begin('[');
        run.cells().forEach(cell -> cell.write(json, scale, run.inside()));
        json.end(']').key("trials");
        trials.write(json, scale);
        FitsTable fits = FitsTable.read(run);
        json.key("history").raw(HistoryTable.read(run, scale)).key("fits").raw(fits.json());
        json.key("predictions").raw(PredictionsTable.read(run));
        json.key("breakpoints").raw(BreakpointsTable.read(run, fits));
        json.key("layers");
        layers.write(json);
        json.key("comparisons");
        comparisons.write(json);
        json.key("effects");
        effects.write(json);
        json.key("samples").raw(SamplesTable.read(run));
        json.key("alternatives").raw(AlternativesTable.read(run, fits));
        return json.end('}').toString();
    }

    private static void factors(Json json, List<FactorDescription> factors, List<List<String>> levels) {
        json.key("factors").begin('[');
        for (int factor = 0; factor < factors.size(); factor++) {
            FactorDescription described = factors.get(factor);
            List<String> texts = levels.get(factor);
            json.begin('{').key("name").text(described.name());
            json.key("short").text(CellLabel.shortName(described.name()));
            json.key("tuned").flag(described.tuned());
            json.key("levels").list(texts.size(), i -> json.text(CellLabel.plain(texts.get(i))));
            json.end('}');
        }
        json.end(']');
    }

    /** The largest number of inputs of any cell's target, as the table of predictions has it. */
    private int inputs() {
        Optional<RunTable> found = RunTable.open(run.folder(), "predictions.csv");
        if (found.isEmpty()) {
            return 1;
        }
        try (RunTable table = found.orElseThrow()) {
            return (int) table.columns().stream()
                    .filter(column -> column.matches("x[0-9]*"))
                    .count();
        }
    }
}
