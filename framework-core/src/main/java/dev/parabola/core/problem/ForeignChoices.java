package dev.parabola.core.problem;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Words that other libraries have where a manifest has one of a few words of its own. */
public final class ForeignChoices {
    private static final String LOSS = "training.loss";
    private static final Map<String, Map<String, String>> NAMES = names();
    private static final Map<String, Map<String, String>> CLAUSES = clauses();

    private ForeignChoices() {}

    /**
     * The end of a message about a word that is no choice.
     *
     * @param subject what is chosen, for example {@code training.precision}
     * @param word the word
     * @param known the choices
     * @return {@code it is called 'float32' here}, or what {@link Suggestion#forUnknown} says
     */
    public static String forUnknown(String subject, String word, Collection<String> known) {
        String plain = ForeignKeys.plain(word);
        String key = subject.startsWith("data.scaling") ? "data.scaling" : subject;
        return ForeignKeys.same(word, known)
                .or(() -> Optional.ofNullable(NAMES.getOrDefault(key, Map.of()).get(plain))
                        .filter(known::contains))
                .map(name -> "it is called '" + name + "' here")
                .or(() ->
                        Optional.ofNullable(CLAUSES.getOrDefault(key, Map.of()).get(plain)))
                .orElseGet(() -> Suggestion.forUnknown(word, known));
    }

    private static Map<String, Map<String, String>> names() {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        put(names, LOSS, "mse", "meansquarederror", "mseloss", "l2", "l2loss", "squarederror", "quadratic");
        put(names, "training.precision", "float32", "float", "fp32", "f32", "single", "torchfloat32", "32");
        put(names, "training.precision", "float64", "double", "fp64", "f64", "torchfloat64", "64");
        put(names, "data.sampling", "uniform", "random", "rand", "iid");
        put(names, "data.sampling", "normal", "gaussian", "gauss", "randn");
        put(names, "data.sampling", "grid", "linspace", "equidistant", "regular", "even");
        put(names, "data.scaling", "standard", "standardize", "standardise", "standardscaler", "zscore", "std");
        put(names, "data.scaling", "min-max", "minmaxscaler");
        put(names, "data.scaling", "none", "no", "off", "false", "identity");
        put(names, "model.kind", "mlp", "dense", "feedforward", "fullyconnected", "fcnn", "nn");
        return names;
    }

    private static Map<String, Map<String, String>> clauses() {
        Map<String, Map<String, String>> clauses = new LinkedHashMap<>();
        put(
                clauses,
                LOSS,
                "networks are trained on mse, the mean squared error; success may limit nrmse, rmse and max_error",
                "mae",
                "l1",
                "l1loss",
                "meanabsoluteerror",
                "rmse",
                "nrmse",
                "maxerror",
                "huber",
                "huberloss",
                "smoothl1",
                "smoothl1loss",
                "logcosh",
                "mape",
                "crossentropy",
                "bce",
                "hinge");
        put(
                clauses,
                "data.scaling",
                "write standard or min-max",
                "normalize",
                "normalise",
                "normalized",
                "yes",
                "true",
                "on");
        return clauses;
    }

    private static void put(Map<String, Map<String, String>> tables, String subject, String meaning, String... words) {
        Map<String, String> table = tables.computeIfAbsent(subject, key -> new LinkedHashMap<>());
        for (String word : words) {
            table.put(word, meaning);
        }
    }
}
