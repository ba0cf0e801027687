package dev.parabola.core.results;

import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The headers of the tables. */
final class Columns {
    /** The input's column in the tables of studies whose targets have one. */
    static final String ONE_INPUT = "x";

    private Columns() {}

    static List<String> trials(Study study) {
        List<String> columns = new ArrayList<>(List.of("trial", "cell", "replica"));
        columns.addAll(factors(study));
        columns.addAll(List.of("status", "steps", "epochs", "train.mse"));
        columns.addAll(ofRegions(study, "rmse", "nrmse", "max_error", "r2", "success", "first_success"));
        columns.addAll(List.of("parameters", "health", "error"));
        return columns;
    }

    static List<String> history(Study study) {
        List<String> columns =
                new ArrayList<>(List.of("trial", "step", "epoch", "learning_rate", "momentum", "train.loss"));
        columns.addAll(ofRegions(study, "rmse"));
        return columns;
    }

    static List<String> predictions(Study study) {
        return predictions(study.maxInputs());
    }

    static List<String> predictions(int inputs) {
        List<String> columns = new ArrayList<>(List.of("cell", "region"));
        columns.addAll(inputs(inputs));
        columns.addAll(List.of("target", "p25", "median", "p75"));
        return columns;
    }

    static List<String> summary(Study study) {
        List<String> columns = new ArrayList<>(List.of("cell"));
        columns.addAll(factors(study));
        columns.addAll(List.of("replicas", "completed", "diverged", "failed", "parameters", "train.mse.median"));
        columns.addAll(ofRegions(
                study,
                "successes",
                "success_rate",
                "success_low",
                "success_high",
                "rmse.p25",
                "rmse.median",
                "rmse.p75",
                "nrmse.median"));
        columns.addAll(List.of("floor", "chosen", "verdict", "cause"));
        return columns;
    }

    static List<String> fits() {
        return List.of("cell", "replica", "step", "x", "prediction");
    }

    static List<String> samples(Study study) {
        List<String> columns = new ArrayList<>(List.of("cell", "replica"));
        columns.addAll(inputs(study.maxInputs()));
        columns.add("y");
        return columns;
    }

    static List<String> alternatives() {
        return List.of("cell", "alternative", "x", "value");
    }

    static List<String> layers() {
        return List.of(
                "trial",
                "layer",
                "units",
                "dead",
                "saturated",
                "denormal",
                "never_updated",
                "kinks_outside",
                "exploding",
                "gradient_norm",
                "weight_norm");
    }

    static List<String> breakpoints() {
        return List.of("cell", "replica", "layer", "unit", "x", "slope_left", "slope_right");
    }

    static List<String> comparisons() {
        return List.of(
                "region",
                "factor",
                "cell_a",
                "cell_b",
                "pairs",
                "wins_a",
                "wins_b",
                "ratio",
                "low",
                "high",
                "p",
                "p_adjusted",
                "success_only_a",
                "success_only_b",
                "success_p");
    }

    static List<String> effects() {
        return List.of(
                "region",
                "factor",
                "level_a",
                "level_b",
                "contexts",
                "replicas",
                "ratio",
                "low",
                "high",
                "p",
                "p_adjusted",
                "contexts_reversed");
    }

    static List<String> timings() {
        return List.of("trial", "seconds", "thread", "kernel");
    }

    private static List<String> inputs(int inputs) {
        return inputs == 1
                ? List.of(ONE_INPUT)
                : IntStream.rangeClosed(1, inputs)
                        .mapToObj(input -> "x" + input)
                        .toList();
    }

    private static List<String> factors(Study study) {
        return study.factors().stream().map(Factor::name).toList();
    }

    private static List<String> ofRegions(Study study, String... measures) {
        List<String> columns = new ArrayList<>();
        for (String region : study.regionNames()) {
            for (String measure : measures) {
                columns.add(region + "." + measure);
            }
        }
        return columns;
    }
}
