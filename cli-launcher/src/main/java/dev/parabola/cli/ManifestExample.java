package dev.parabola.cli;

import dev.parabola.core.plugin.Parameter;
import dev.parabola.core.plugin.PluginType;
import dev.parabola.core.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a manifest asks for a plugin: lines of YAML. */
final class ManifestExample {
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> NOT_PLAIN = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private ManifestExample() {}

    /** The plugin at its place in a manifest, every parameter with its default. */
    static List<String> of(PluginType type) {
        String plugin = type.parameters().isEmpty()
                ? value(type.name())
                : type.parameters().stream()
                        .map(parameter -> parameter.name() + ": " + value(parameter.defaultValue()))
                        .collect(Collectors.joining(", ", "{name: " + value(type.name()) + ", ", "}"));
        String line = type.kind().label() + ": " + plugin;
        return switch (type.kind()) {
            case TARGET -> List.of(line);
            case ACTIVATION, INITIALIZER -> List.of("model:", "  " + line);
            case OPTIMIZER, SCHEDULER -> List.of("training:", "  " + line);
        };
    }

    /** A parameter's value, as {@link Parameter} describes it, in YAML's flow style. */
    static String value(Object value) {
        if (value instanceof List<?> elements) {
            return elements.stream().map(ManifestExample::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return Numbers.setting(number);
        }
        if (value instanceof String text) {
            return PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text) ? text : quoted(text);
        }
        return value.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (Character.isISOControl(point) || point == '\u2028' || point == '\u2029') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
