package dev.parabola.core.study;

import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.problem.ForeignKeys;
import dev.parabola.core.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths that may be varied. */
final class VariablePaths {
    /** The places of plugins and their kinds. */
    static final Map<String, Kind> PLUGINS = plugins();

    /** Every path but those of plugins' parameters. */
    static final List<String> FIXED = List.of(
            "target",
            "data.samples",
            "data.range",
            "data.sampling",
            "data.noise",
            "data.scaling",
            "data.scaling.inputs",
            "data.scaling.outputs",
            "model.kind",
            "model.hidden",
            "model.hidden.width",
            "model.hidden.depth",
            "model.activation",
            "model.initializer",
            "training.loss",
            "training.optimizer",
            "training.scheduler",
            "training.learning-rate",
            "training.steps",
            "training.epochs",
            "training.batch",
            "training.precision");

    private static final Set<String> NUMBERS = Set.of("data.range", "data.noise", "training.learning-rate");

    private VariablePaths() {}

    /** Whether a path leads to something, where plugins may have any parameter: those depend on the plugin. */
    static boolean exists(String path) {
        int dot = path.lastIndexOf('.');
        return FIXED.contains(path)
                || (dot > 0 && dot < path.length() - 1 && PLUGINS.containsKey(path.substring(0, dot)));
    }

    /** The kind of the plugin at a path, if one is there. */
    static Optional<Kind> pluginAt(KeyPath path) {
        return Optional.ofNullable(PLUGINS.get(path.toString()));
    }

    /** Every path that is spelt alike, for suggestions: sections are no paths, but people try them. */
    static List<String> candidates(String unknown) {
        List<String> inside = FIXED.stream()
                .filter(path -> path.startsWith(unknown + ".") || path.endsWith("." + unknown))
                .toList();
        return inside.isEmpty() ? FIXED : new ArrayList<>(inside);
    }

    /** Whether a path leads to a number, or to a list of numbers; of plugins' parameters, whether any plugin has such a one. */
    static boolean isNumber(KeyPath path, PluginRegistry registry) {
        int last = path.keys().size() - 1;
        Optional<Kind> kind =
                last < 1 ? Optional.empty() : pluginAt(new KeyPath(path.keys().subList(0, last)));
        return NUMBERS.contains(path.toString())
                || kind.stream()
                        .flatMap(plugin -> registry.all(plugin).stream())
                        .flatMap(type -> type.parameters().stream())
                        .anyMatch(
                                parameter -> parameter.name().equals(path.keys().get(last)) && parameter.isNumber());
    }

    /** The end of a message about an unknown path. */
    static String suggestion(String unknown) {
        String key = unknown.substring(unknown.lastIndexOf('.') + 1);
        boolean ours = FIXED.stream().anyMatch(path -> path.endsWith("." + key));
        return ForeignKeys.path(key)
                .filter(path -> !ours && FIXED.contains(path))
                .map(path -> "it is '" + path + "' here")
                .orElseGet(() -> Suggestion.forUnknown(unknown, candidates(unknown)));
    }

    private static Map<String, Kind> plugins() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("target", Kind.TARGET);
        kinds.put("model.activation", Kind.ACTIVATION);
        kinds.put("model.initializer", Kind.INITIALIZER);
        kinds.put("training.optimizer", Kind.OPTIMIZER);
        kinds.put("training.scheduler", Kind.SCHEDULER);
        return kinds;
    }
}
