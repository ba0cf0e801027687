package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin before its parameters are chosen: what a name in a manifest stands for. */
public final class PluginType {
    private final Kind kind;
    private final String name;
    private final String summary;
    private final Optional<Artifact> artifact;
    private final List<Component> components;
    private final Constructor<? extends Plugin> constructor;

    PluginType(
            Kind kind,
            String name,
            String summary,
            Optional<Artifact> artifact,
            List<Component> components,
            Constructor<? extends Plugin> constructor) {
        this.kind = kind;
        this.name = name;
        this.summary = summary;
        this.artifact = artifact;
        this.components = List.copyOf(components);
        this.constructor = constructor;
    }

    /**
     * What it is for.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The name by which a manifest asks for it.
     *
     * @return words joined by hyphens
     */
    public String name() {
        return name;
    }

    /**
     * The line that tells it from its neighbours.
     *
     * @return one line; empty where the author gives none
     */
    public String summary() {
        return summary;
    }

    /**
     * Where it came from, for people.
     *
     * @return {@code built in}, or the jar as the user named it
     */
    public String origin() {
        return artifact.map(Artifact::path).orElse("built in");
    }

    /**
     * The jar it came from.
     *
     * @return the jar; empty for what is built in
     */
    public Optional<Artifact> artifact() {
        return artifact;
    }

    /**
     * Its parameters in the order of the record's components.
     *
     * @return the parameters
     */
    public List<Parameter> parameters() {
        return components.stream().map(Component::parameter).toList();
    }

    /**
     * The record that implements it.
     *
     * @return the class
     */
    public Class<? extends Plugin> type() {
        return constructor.getDeclaringClass();
    }

    /**
     * Makes the plugin. A parameter that is not mentioned has its default.
     *
     * @param values values as {@link Parameter} describes them, by the parameters' names
     * @return the plugin
     * @throws IllegalArgumentException if a name is unknown, a value breaks its parameter's type or limits, or the record's own
     *     constructor refuses the values; the message is one line
     * @throws PluginFault if the constructor throws anything else
     */
    public Plugin create(Map<String, ?> values) {
        values.keySet().stream()
                .filter(key -> components.stream()
                        .noneMatch(known -> known.parameter().name().equals(key)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("there is no parameter '" + unknown + "'");
                });
        List<Object> arguments = new ArrayList<>();
        for (Component component : components) {
            Parameter parameter = component.parameter();
            Object given = values.get(parameter.name());
            Object value = given == null ? parameter.defaultValue() : given;
            parameter.refusal(value).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
            arguments.add(component.argument(value));
        }
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getTargetException();
            if (thrown instanceof IllegalArgumentException) {
                throw new IllegalArgumentException(Thrown.reason(thrown), thrown);
            }
            throw failure(thrown);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failure(e);
        }
    }

    private PluginFault failure(Throwable thrown) {
        return new PluginFault(kind.label() + " " + name + " cannot be made: " + Thrown.describe(thrown), thrown);
    }

    /** For example {@code activation relu (built in)}. */
    @Override
    public String toString() {
        return kind.label() + " " + name + " (" + origin() + ")";
    }
}
