package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import dev.parabola.core.manifest.Choices;
import dev.parabola.core.manifest.Excerpt;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.ForeignKeys;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Makes the plugin that a manifest asks for, by name or as a map of a name and parameters. */
public final class PluginBinder {
    private static final String NAME = "name";

    private final PluginRegistry registry;

    /**
     * Binds to the plugins of a registry.
     *
     * @param registry the plugins there are
     */
    public PluginBinder(PluginRegistry registry) {
        this.registry = registry;
    }

    /**
     * Makes a plugin.
     *
     * @param kind its kind
     * @param node its name, or a map with the key {@code name} and a key for each parameter that shall not have its default
     * @param problems where mistakes go, each at its own place
     * @return the plugin; empty if there was a mistake
     */
    public Optional<Plugin> bind(Kind kind, Node node, Problems problems) {
        return type(kind, node, problems).flatMap(type -> make(type, node, problems));
    }

    private Optional<PluginType> type(Kind kind, Node node, Problems problems) {
        Values values = new Values(problems);
        if (node instanceof Node.Scalar scalar && !Values.isNothing(node)) {
            return find(kind, scalar, problems);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            return values.refuse(node, kind.label(), "a name or a map {name: …}");
        }
        Optional<Node> name = mapping.entry(NAME).map(Node.Entry::value);
        if (name.isEmpty()) {
            problems.add(
                    node.position(),
                    kind.label() + " needs the key 'name', for example {name: "
                            + registry.all(kind).stream()
                                    .map(PluginType::name)
                                    .findFirst()
                                    .orElse("…") + "}");
            return Optional.empty();
        }
        return name.orElseThrow() instanceof Node.Scalar scalar && !Values.isNothing(scalar)
                ? find(kind, scalar, problems)
                : values.refuse(name.orElseThrow(), "the name of " + kind.label(), "a word");
    }

    private Optional<PluginType> find(Kind kind, Node.Scalar name, Problems problems) {
        Optional<PluginType> found = registry.find(kind, name.text());
        if (found.isEmpty()) {
            List<String> known =
                    registry.all(kind).stream().map(PluginType::name).toList();
            problems.add(
                    name.position(),
                    registry.conflict(kind, name.text())
                            .orElseGet(() -> "unknown " + kind.label() + " " + Excerpt.quoted(name.text()) + "; "
                                    + ForeignNames.forUnknown(kind, name.text(), known)));
        }
        return found;
    }

    private static Optional<Plugin> make(PluginType type, Node node, Problems problems) {
        int before = problems.count();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Position> places = new LinkedHashMap<>();
        List<Node.Entry> entries = node instanceof Node.Mapping mapping ? mapping.entries() : List.of();
        for (Node.Entry entry : entries) {
            if (!entry.key().equals(NAME)) {
                parameter(type, entry, problems)
                        .flatMap(parameter -> value(type, parameter, entry.value(), problems))
                        .ifPresent(value -> values.put(entry.key(), value));
                places.put(entry.key(), entry.value().position());
            }
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.create(values));
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            problems.add(blamed(reason, places).orElse(node.position()), subject(type) + ": " + reason);
        } catch (PluginFault e) {
            problems.add(node.position(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<Parameter> parameter(PluginType type, Node.Entry entry, Problems problems) {
        List<Parameter> parameters = type.parameters();
        Optional<Parameter> found = parameters.stream()
                .filter(parameter -> parameter.name().equals(entry.key()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    entry.keyPosition(),
                    parameters.isEmpty()
                            ? subject(type) + " has no parameters, so no " + Excerpt.quoted(entry.key())
                                    + ForeignKeys.path(entry.key())
                                            .map(path -> "; it is '" + path + "' here")
                                            .orElse("")
                            : subject(type) + " has no parameter " + Excerpt.quoted(entry.key()) + "; "
                                    + ForeignParameters.forUnknown(
                                            entry.key(),
                                            parameters.stream()
                                                    .map(Parameter::name)
                                                    .toList()));
        }
        return found;
    }

    private static Optional<?> value(PluginType type, Parameter parameter, Node node, Problems problems) {
        String subject = subject(type) + ": " + parameter.name();
        if (parameter.type() != Parameter.Type.LIST) {
            return accepted(
                    type, parameter, node, single(parameter, parameter.type(), node, subject, problems), problems);
        }
        Parameter.Type each = parameter.element().orElseThrow();
        Optional<List<Node>> items = new Values(problems).list(node, subject, "a list");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Object> elements = new ArrayList<>();
        for (Node item : items.orElseThrow()) {
            Optional<?> element =
                    single(parameter, each, item, subject(type) + ": each element of " + parameter.name(), problems);
            accepted(type, parameter, item, element.map(List::of), problems)
                    .ifPresent(accepted -> elements.add(element.orElseThrow()));
        }
        return elements.size() == items.orElseThrow().size() ? Optional.of(List.copyOf(elements)) : Optional.empty();
    }

    private static Optional<?> single(
            Parameter parameter, Parameter.Type wanted, Node node, String subject, Problems problems) {
        Values values = new Values(problems);
        return switch (wanted) {
            case NUMBER -> {
                OptionalDouble number = values.number(node, subject);
                yield number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
            }
            case COUNT -> {
                OptionalLong count = values.count(node, subject, Integer.MIN_VALUE, Integer.MAX_VALUE);
                yield count.isPresent() ? Optional.of((int) count.getAsLong()) : Optional.empty();
            }
            case BOOLEAN -> values.truth(node, subject);
            case TEXT -> values.text(node, subject);
            case CHOICE -> values.choice(node, subject, Choices.of(parameter.choices()));
            case LIST -> throw new IllegalStateException("a list of lists is no parameter");
        };
    }

    private static Optional<?> accepted(
            PluginType type, Parameter parameter, Node node, Optional<?> value, Problems problems) {
        Optional<String> refusal = value.flatMap(parameter::refusal);
        refusal.ifPresent(reason -> problems.add(node.position(), subject(type) + ": " + reason));
        return refusal.isPresent() ? Optional.empty() : value;
    }

    /** The place of the one parameter that a constructor's message speaks of, or of the only one that was given. */
    private static Optional<Position> blamed(String reason, Map<String, Position> places) {
        if (places.size() == 1) {
            return places.values().stream().findFirst();
        }
        List<Position> named = places.entrySet().stream()
                .filter(place -> mentions(reason, place.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean mentions(String reason, String parameter) {
        String javaName = Pattern.compile("-([a-z0-9])")
                .matcher(parameter)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return Pattern.compile(
                        "(?<![\\w-])(?:" + Pattern.quote(parameter) + "|" + Pattern.quote(javaName) + ")(?![\\w-])")
                .matcher(reason)
                .find();
    }

    private static String subject(PluginType type) {
        return type.kind().label() + " " + type.name();
    }
}
