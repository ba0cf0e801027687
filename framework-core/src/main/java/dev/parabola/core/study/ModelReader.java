package dev.parabola.core.study;

import dev.parabola.api.Initializer;
import dev.parabola.api.Plugin;
import dev.parabola.core.manifest.Choices;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the section {@code model}. */
final class ModelReader {
    static final Choices<String> KINDS = Choices.of(List.of("mlp"));
    static final int MAX_WIDTH = 1_000_000;
    static final int MAX_DEPTH = 1_000;

    private static final String DEMAND = "a list of widths such as [10] or a map {width: …, depth: …}";

    private final Position whole;
    private final SectionReader section;
    private final PluginReader plugins;

    ModelReader(Position whole, PluginReader plugins) {
        this.whole = whole;
        this.section = new SectionReader("model", List.of(), whole);
        this.plugins = plugins;
    }

    Optional<ModelSettings> read(Node.Mapping root, Problems problems) {
        Values values = new Values(problems);
        if (root.entry("model").isEmpty()) {
            problems.add(whole, "model is missing; write for example model: {hidden: [10], activation: relu}");
            return Optional.empty();
        }
        Optional<Section> found = section.read(root, values);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section model = found.orElseThrow();
        Optional<String> kind = values.choice(model.value("kind"), model.subject("kind"), KINDS);
        Optional<List<Integer>> hidden = hidden(model.value("hidden"), model.subject("hidden"), values, problems);
        Optional<Plugin> activation = plugins.activation(model.value("activation"), problems);
        Optional<Initializer> initializer =
                plugins.plugin(Kind.INITIALIZER, Initializer.class, model.value("initializer"), problems);
        if (kind.isEmpty() || hidden.isEmpty() || activation.isEmpty() || initializer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ModelSettings(
                hidden.orElseThrow(),
                activation.orElseThrow(),
                initializer.orElseThrow(),
                model.value("hidden").position()));
    }

    private static Optional<List<Integer>> hidden(Node node, String subject, Values values, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return equalWidths(mapping, subject, values, problems);
        }
        Optional<List<Node>> items = values.list(node, subject, DEMAND);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> widths = new ArrayList<>();
        for (Node item : items.orElseThrow()) {
            values.count(item, "each width of " + subject, 1, MAX_WIDTH).ifPresent(width -> widths.add((int) width));
        }
        if (items.orElseThrow().size() > MAX_DEPTH) {
            problems.add(
                    node.position(),
                    subject + " may have " + MAX_DEPTH + " layers, got "
                            + items.orElseThrow().size());
            return Optional.empty();
        }
        return widths.size() == items.orElseThrow().size() ? Optional.of(widths) : Optional.empty();
    }

    private static Optional<List<Integer>> equalWidths(
            Node.Mapping mapping, String subject, Values values, Problems problems) {
        values.refuseUnknownKeys(mapping, subject, List.of("width", "depth"));
        OptionalLong width = part(mapping, "width", 1, MAX_WIDTH, subject, values, problems);
        OptionalLong depth = part(mapping, "depth", 0, MAX_DEPTH, subject, values, problems);
        return width.isPresent() && depth.isPresent()
                ? Optional.of(Collections.nCopies((int) depth.getAsLong(), (int) width.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong part(
            Node.Mapping mapping, String key, int min, int max, String subject, Values values, Problems problems) {
        Optional<Node.Entry> entry = mapping.entry(key);
        if (entry.isEmpty()) {
            problems.add(mapping.position(), subject + " needs both width and depth; " + key + " is missing");
            return OptionalLong.empty();
        }
        return values.count(entry.orElseThrow().value(), subject + "." + key, min, max);
    }
}
