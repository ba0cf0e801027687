package dev.parabola.cli;

import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginType;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what a command's arguments name. */
final class PluginLookup {
    private PluginLookup() {}

    /** The kind of a word; {@code others} are words that would also do in its place. */
    static Kind kind(String command, String label, List<String> others) {
        List<String> known = new ArrayList<>(others);
        Arrays.stream(Kind.values()).map(Kind::label).forEach(known::add);
        return Kind.ofLabel(label)
                .orElseThrow(() -> new InvalidInputException(
                        Position.of(command), "unknown kind '" + label + "'; " + Suggestion.forUnknown(label, known)));
    }

    static PluginType plugin(String command, PluginRegistry registry, Kind kind, String name) {
        List<String> known = registry.all(kind).stream().map(PluginType::name).toList();
        return registry.find(kind, name)
                .orElseThrow(() -> new InvalidInputException(
                        Position.of(command),
                        registry.conflict(kind, name)
                                .orElseGet(() -> "unknown " + kind.label() + " '" + name + "'; "
                                        + Suggestion.forUnknown(name, known))));
    }
}
