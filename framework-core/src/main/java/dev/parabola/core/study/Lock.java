package dev.parabola.core.study;

import dev.parabola.core.manifest.ConstantExpression;
import dev.parabola.core.manifest.Defaults;
import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Numeral;
import dev.parabola.core.plugin.Artifact;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.Parameter;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginType;
import dev.parabola.core.problem.Position;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes {@code study.lock.yaml}: the manifest with every default, and what else decides about the results. */
final class Lock {
    private static final int FORMAT = 1;
    private static final String NAME = "name";

    private final Manifest manifest;
    private final PluginRegistry registry;
    private final PluginReader plugins;
    private final String programVersion;
    private final Optional<List<RegionSettings>> sameRegions;
    private final Node.Mapping defaults;
    private final SortedMap<String, Artifact> artifacts = new TreeMap<>();

    /**
     * Prepares a lock.
     *
     * @param sameRegions the regions, if they are the same boxes in every cell
     */
    Lock(
            Manifest manifest,
            PluginRegistry registry,
            PluginReader plugins,
            String programVersion,
            Optional<List<RegionSettings>> sameRegions) {
        this.manifest = manifest;
        this.registry = registry;
        this.plugins = plugins;
        this.programVersion = programVersion;
        this.sameRegions = sameRegions;
        this.defaults = Defaults.at(manifest.position());
    }

    String text() {
        Lines lines = new Lines();
        lines.add(0, "# What this run was made from, with every default. Written by the program.");
        lines.add(0, "format: " + FORMAT);
        lines.add(0, "program: " + NodeText.yaml(programVersion));
        lines.add(0, "manifest:");
        for (String key : GeneralReader.KEYS) {
            if (key.equals("regions") && manifest.root().entry(key).isEmpty()) {
                lines.add(1, "# regions, by default: 1, 2 and 4 times data.range about its centre");
            }
            section(key).ifPresent(node -> lines.add(1, key, node));
        }
        lines.addList(
                0, "set", manifest.overrides().stream().map(NodeText::yaml).toList());
        lines.addList(
                0,
                "plugins",
                artifacts.values().stream()
                        .map(artifact -> NodeText.yaml(map(
                                entry(NAME, text(artifact.name())),
                                entry("version", text(artifact.version())),
                                entry("sha256", text(artifact.sha256())))))
                        .toList());
        return lines.text();
    }

    private Optional<Node> section(String key) {
        Optional<Node> given = manifest.root().entry(key).map(Node.Entry::value);
        Optional<Node> usual = defaults.entry(key).map(Node.Entry::value);
        return switch (key) {
            // A text that looks like a number must not be written as one.
            case "study", "question" -> given.map(node -> text(((Node.Scalar) node).text()));
            case "target" -> given.map(node -> plugin(Kind.TARGET, node));
            case "alternatives" ->
                Optional.of(new Node.Sequence(
                        ((Node.Sequence) given.or(() -> usual).orElseThrow())
                                .items().stream()
                                        .map(item -> plugin(Kind.TARGET, item))
                                        .toList(),
                        manifest.position()));
            case "data", "model", "training", "record" ->
                Optional.of(filled(key, given.map(Node.Mapping.class::cast).orElseGet(Lock::map), (Node.Mapping)
                        usual.orElseThrow()));
            case "regions" -> given.map(Lock::numbers).or(() -> sameRegions.map(Lock::regions));
            case "success" -> given.map(Lock::numbers).or(() -> usual);
            case "vary" -> Optional.of(vary((Node.Mapping) given.or(() -> usual).orElseThrow()));
            default -> given.or(() -> usual);
        };
    }

    private Node filled(String section, Node.Mapping given, Node.Mapping usual) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : usual.entries()) {
            boolean displaced = entry.key().equals("steps")
                    && given.entry(TrainingReader.EPOCHS).isPresent();
            if (!displaced) {
                Node value = given.entry(entry.key()).orElse(entry).value();
                entries.add(entry(entry.key(), resolved(KeyPath.of(section + "." + entry.key()), value)));
            }
        }
        given.entries().stream()
                .filter(entry -> usual.entry(entry.key()).isEmpty())
                .forEach(entries::add);
        return map(entries.toArray(Node.Entry[]::new));
    }

    private Node resolved(KeyPath path, Node value) {
        if (path.toString().equals("data.scaling")) {
            return map(entry("inputs", part(value, "inputs")), entry("outputs", part(value, "outputs")));
        }
        if (VariablePaths.isNumber(path, registry)) {
            return numbers(value);
        }
        return VariablePaths.pluginAt(path).map(kind -> plugin(kind, value)).orElse(value);
    }

    /** A value with the numbers that its expressions are. */
    private static Node numbers(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return Numeral.of(scalar.text()) instanceof Numeral.Other
                            && ConstantExpression.read(scalar.text()) instanceof Numeral.Finite number
                    ? new Node.Scalar(number.shortest(), false, node.position())
                    : node;
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.items().stream().map(Lock::numbers).toList(), node.position());
        }
        return new Node.Mapping(
                ((Node.Mapping) node)
                        .entries().stream()
                                .map(entry -> entry(entry.key(), numbers(entry.value())))
                                .toList(),
                node.position());
    }

    private static Node part(Node scaling, String key) {
        return scaling instanceof Node.Mapping mapping
                ? mapping.entry(key).map(Node.Entry::value).orElse(text("none"))
                : scaling;
    }

    private Node vary(Node.Mapping given) {
        List<Node.Entry> factors = new ArrayList<>();
        for (Node.Entry factor : given.entries()) {
            boolean isPath = VariablePaths.exists(factor.key());
            factors.add(entry(
                    factor.key(),
                    levels(factor.value(), isPath ? Optional.of(KeyPath.of(factor.key())) : Optional.empty())));
        }
        return map(factors.toArray(Node.Entry[]::new));
    }

    private Node levels(Node levels, Optional<KeyPath> path) {
        if (levels instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.items().stream().map(item -> level(item, path)).toList(), manifest.position());
        }
        return map(((Node.Mapping) levels)
                .entries().stream()
                        .map(labelled -> entry(labelled.key(), level(labelled.value(), path)))
                        .toArray(Node.Entry[]::new));
    }

    private Node level(Node level, Optional<KeyPath> path) {
        if (path.isPresent()) {
            return resolved(path.orElseThrow(), level);
        }
        return map(((Node.Mapping) level)
                .entries().stream()
                        .map(assignment ->
                                entry(assignment.key(), resolved(KeyPath.of(assignment.key()), assignment.value())))
                        .toArray(Node.Entry[]::new));
    }

    private Node plugin(Kind kind, Node node) {
        boolean mayBeFormula = kind == Kind.TARGET || kind == Kind.ACTIVATION;
        if (mayBeFormula && plugins.isFormula(kind, node)) {
            return new Node.Scalar(((Node.Scalar) node).text(), true, node.position());
        }
        Node.Mapping given = node instanceof Node.Mapping mapping ? mapping : map(entry(NAME, node));
        Node name = given.entry(NAME).orElseThrow().value();
        PluginType type = registry.find(kind, ((Node.Scalar) name).text()).orElseThrow();
        type.artifact().ifPresent(artifact -> artifacts.put(artifact.sha256() + artifact.name(), artifact));
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(entry(NAME, text(type.name())));
        for (Parameter parameter : type.parameters()) {
            Node value = given.entry(parameter.name())
                    .map(entry -> parameter.type() == Parameter.Type.TEXT
                            ? text(((Node.Scalar) entry.value()).text())
                            : parameter.isNumber() ? numbers(entry.value()) : entry.value())
                    .orElseGet(() -> value(parameter.defaultValue()));
            entries.add(entry(parameter.name(), value));
        }
        return map(entries.toArray(Node.Entry[]::new));
    }

    private static Node regions(List<RegionSettings> regions) {
        return map(regions.stream()
                .map(region -> entry(
                        region.name(),
                        region.except().isEmpty()
                                ? box(region.range())
                                : map(entry("range", box(region.range())), entry("except", box(region.except())))))
                .toArray(Node.Entry[]::new));
    }

    private static Node box(List<Interval> intervals) {
        List<Node> ends = intervals.stream()
                .map(interval -> value(List.of(interval.low(), interval.high())))
                .toList();
        return ends.size() == 1 ? ends.get(0) : new Node.Sequence(ends, Position.of(""));
    }

    private static Node value(Object value) {
        if (value instanceof List<?> items) {
            return new Node.Sequence(items.stream().map(Lock::value).toList(), Position.of(""));
        }
        if (value instanceof Double number) {
            return new Node.Scalar(Numbers.setting(number), false, Position.of(""));
        }
        return new Node.Scalar(value.toString(), value instanceof String, Position.of(""));
    }

    private static Node text(String text) {
        return new Node.Scalar(text, true, Position.of(""));
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, Position.of(""), value);
    }

    private static Node.Mapping map(Node.Entry... entries) {
        return new Node.Mapping(List.of(entries), Position.of(""));
    }

    /** Lines of YAML: maps in block style, so that two locks differ in the lines of what differs; all else in flow style. */
    private static final class Lines {
        private static final int DEEPEST_BLOCK = 4;

        private final StringBuilder text = new StringBuilder();

        String text() {
            return text.toString();
        }

        void add(int depth, String line) {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }

        void add(int depth, String key, Node node) {
            String label = NodeText.yaml(key) + ":";
            if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty() && depth < DEEPEST_BLOCK) {
                add(depth, label);
                mapping.entries().forEach(entry -> add(depth + 1, entry.key(), entry.value()));
            } else {
                add(depth, label + " " + NodeText.yaml(node));
            }
        }

        void addList(int depth, String key, List<String> items) {
            add(depth, key + ":" + (items.isEmpty() ? " []" : ""));
            items.forEach(item -> add(depth + 1, "- " + item));
        }
    }
}
