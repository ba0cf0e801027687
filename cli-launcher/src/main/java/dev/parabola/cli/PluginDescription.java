package dev.parabola.cli;

import dev.parabola.api.Plugin;
import dev.parabola.core.plugin.Parameter;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.plugin.PluginType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A plugin in words: what it is, what it computes with its defaults, its parameters, and how a manifest asks for it. */
final class PluginDescription {
    private final PluginType type;
    private final OptionalInt columns;

    PluginDescription(PluginType type, OptionalInt columns) {
        this.type = type;
        this.columns = columns;
    }

    /**
     * The description.
     *
     * @return its lines
     * @throws PluginFault if the plugin's own code throws
     */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(type.toString());
        if (!type.summary().isEmpty()) {
            lines.addAll(Wrapped.text(type.summary(), 0, 2, columns));
        }
        lines.add("");
        formulas().forEach(line -> lines.addAll(Wrapped.text(line.strip(), indent(line), indent(line) + 2, columns)));
        lines.add("");
        lines.add(type.parameters().isEmpty() ? "no parameters" : "parameters");
        lines.addAll(parameters());
        lines.add("");
        lines.add("in a manifest");
        lines.addAll(ManifestExample.of(type));
        return lines;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private List<String> formulas() {
        Plugin plugin = type.create(Map.of());
        return PluginFault.guard(plugin, () -> Formulas.of(type.kind(), plugin));
    }

    private List<String> parameters() {
        Table table = new Table();
        for (Parameter parameter : type.parameters()) {
            table.add(
                    parameter.name(),
                    values(parameter),
                    "default " + ManifestExample.value(parameter.defaultValue()),
                    parameter.doc());
        }
        return table.lines(columns);
    }

    private static String values(Parameter parameter) {
        String each = values(parameter, parameter.element().orElse(parameter.type()));
        return parameter.type() == Parameter.Type.LIST ? "a list, each element " + each : each;
    }

    private static String values(Parameter parameter, Parameter.Type type) {
        if (type == Parameter.Type.CHOICE) {
            return "one of " + String.join(", ", parameter.choices());
        }
        return (type.words() + " " + parameter.limits()).strip();
    }
}
