package dev.parabola.core.study;

import dev.parabola.core.manifest.Defaults;
import dev.parabola.core.manifest.Excerpt;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is the same for every cell. Where there is a mistake it goes on with the default, to find all others. */
final class GeneralReader {
    static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    static final int MAX_REPLICAS = 1_000_000_000;
    static final int MIN_CHECKPOINTS = 2;
    static final int MAX_CHECKPOINTS = 10_000;
    static final List<String> KEYS = List.of(
            "study",
            "question",
            "seed",
            "replicas",
            "plugins",
            "target",
            "alternatives",
            "data",
            "regions",
            "model",
            "training",
            "vary",
            "tune",
            "success",
            "record");

    private static final Pattern NAMES = Pattern.compile(NAME);

    private final Node.Mapping root;
    private final Position whole;
    private final Node.Mapping defaults;
    private final Problems problems;
    private final Values values;

    GeneralReader(Manifest manifest, Problems problems) {
        this.root = manifest.root();
        this.whole = manifest.position();
        this.defaults = Defaults.at(whole);
        this.problems = problems;
        this.values = new Values(problems);
    }

    void refuseUnknownKeys() {
        values.refuseUnknownKeys(root, "", KEYS);
    }

    String name() {
        Optional<Node.Entry> entry = root.entry("study");
        if (entry.isEmpty()) {
            problems.add(whole, "study is missing; give the study a name, for example study: square");
            return "";
        }
        Node node = entry.orElseThrow().value();
        String name = values.text(node, "study").orElse("");
        if (node instanceof Node.Scalar
                && !Values.isNothing(node)
                && !NAMES.matcher(name).matches()) {
            problems.add(
                    node.position(),
                    "study must be 1 to 64 small letters, digits and '-', not beginning with '-', got "
                            + Excerpt.quoted(name));
        }
        return name;
    }

    Optional<String> question() {
        return root.entry("question").flatMap(entry -> values.text(entry.value(), "question"));
    }

    long seed() {
        return values.integer(value("seed"), "seed").orElse(0);
    }

    int replicas() {
        return (int)
                values.count(value("replicas"), "replicas", 1, MAX_REPLICAS).orElse(1);
    }

    void checkPlugins() {
        for (Node item :
                values.list(value("plugins"), "plugins", "a list of paths").orElse(List.of())) {
            values.text(item, "each item of plugins");
        }
    }

    List<Target> alternatives(PluginReader plugins) {
        List<Target> alternatives = new ArrayList<>();
        for (Node item : values.list(value("alternatives"), "alternatives", "a list of targets")
                .orElse(List.of())) {
            plugins.target(item, problems).ifPresent(alternatives::add);
        }
        return List.copyOf(alternatives);
    }

    Set<String> tuned(Set<String> factors) {
        Set<String> tuned = new LinkedHashSet<>();
        for (Node item : values.list(value("tune"), "tune", "a list of factors").orElse(List.of())) {
            values.text(item, "each item of tune").ifPresent(name -> {
                if (!factors.contains(name)) {
                    problems.add(
                            item.position(),
                            "tune: " + Excerpt.quoted(name) + " is no factor of vary; "
                                    + Suggestion.forUnknown(name, factors));
                } else if (!tuned.add(name)) {
                    problems.add(item.position(), "tune names " + Excerpt.quoted(name) + " twice");
                }
            });
        }
        return tuned;
    }

    Success success() {
        List<String> measures = List.of("nrmse", "rmse", "max_error");
        Optional<Node.Mapping> mapping =
                values.map(value("success"), "success", "a map with any of " + String.join(", ", measures));
        mapping.ifPresent(limits -> {
            values.refuseUnknownKeys(limits, "success", measures);
            if (limits.entries().isEmpty()) {
                problems.add(limits.position(), "success needs at least one of " + String.join(", ", measures));
            }
        });
        List<OptionalDouble> limits = measures.stream()
                .map(measure -> mapping.flatMap(map -> map.entry(measure))
                        .map(entry ->
                                values.number(entry.value(), "success." + measure, value -> value >= 0, "at least 0"))
                        .orElse(OptionalDouble.empty()))
                .toList();
        return new Success(limits.get(0), limits.get(1), limits.get(2));
    }

    int checkpoints() {
        Optional<Section> section = new SectionReader("record", List.of(), whole).read(root, values);
        return section.map(record -> (int) values.count(
                                record.value("checkpoints"),
                                record.subject("checkpoints"),
                                MIN_CHECKPOINTS,
                                MAX_CHECKPOINTS)
                        .orElse(MIN_CHECKPOINTS))
                .orElse(MIN_CHECKPOINTS);
    }

    private Node value(String key) {
        return root.entry(key).or(() -> defaults.entry(key)).orElseThrow().value();
    }
}
