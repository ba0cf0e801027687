package dev.parabola.core.plugin;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Plugin;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.core.text.OneLine;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a plugin's class says about itself, and everything that is wrong with it. */
final class PluginClass {
    private static final int LONGEST_NAME = 64;

    private final Class<? extends Plugin> type;
    private final Kind kind;
    private final List<String> problems = new ArrayList<>();

    PluginClass(Class<? extends Plugin> type, Kind kind) {
        this.type = type;
        this.kind = kind;
    }

    /** What is wrong with the class, found by {@link #read}; a line each, without the class's name. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The plugin, unless there are problems. */
    Optional<PluginType> read(Optional<Artifact> artifact) {
        try {
            return readOrThrow(artifact);
        } catch (LinkageError | RuntimeException e) {
            // Whatever reflection meets in a stranger's class: missing types, malformed signatures, bad annotations.
            problems.add("cannot be read: " + Thrown.describe(e));
            return Optional.empty();
        }
    }

    private Optional<PluginType> readOrThrow(Optional<Artifact> artifact) {
        checkServices();
        if (!Modifier.isPublic(type.getModifiers())) {
            problems.add("is not public; a plugin is a public record");
        }
        String name = name();
        if (!type.isRecord()) {
            problems.add("is no record; a plugin is a public record");
            return Optional.empty();
        }
        Optional<Plugin> defaults = defaults();
        if (defaults.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        List<Component> components = components(defaults.get());
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Summary summary = type.getAnnotation(Summary.class);
        String line = summary == null ? "" : OneLine.of(summary.value().strip());
        return Optional.of(new PluginType(kind, name, line, artifact, components, canonicalConstructor()));
    }

    private void checkServices() {
        List<String> implemented = kind.services().stream()
                .filter(service -> service.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .toList();
        if (implemented.size() > 1) {
            problems.add("implements " + String.join(" and ", implemented) + "; it must implement one of them");
        }
    }

    private String name() {
        Name annotation = type.getAnnotation(Name.class);
        if (annotation == null) {
            problems.add("has no @Name");
            return "";
        }
        String name = annotation.value();
        if (!KebabCase.isName(name) || name.length() > LONGEST_NAME) {
            problems.add("@Name(\"" + OneLine.of(name) + "\") must be lower-case words joined by hyphens, at most "
                    + LONGEST_NAME + " characters");
        }
        return name;
    }

    private Optional<Plugin> defaults() {
        try {
            return Optional.of(type.getConstructor().newInstance());
        } catch (NoSuchMethodException e) {
            problems.add("has no public constructor without parameters, which says the defaults");
        } catch (InvocationTargetException e) {
            problems.add("cannot be made with its defaults: " + Thrown.describe(e.getTargetException()));
        } catch (ReflectiveOperationException | LinkageError e) {
            problems.add("cannot be made with its defaults: " + Thrown.describe(rootOf(e)));
        }
        return Optional.empty();
    }

    private static Throwable rootOf(Throwable e) {
        return e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
    }

    private List<Component> components(Plugin defaults) {
        List<Component> components = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = KebabCase.of(component.getName());
            if (!KebabCase.isName(name)) {
                problem(component, "a manifest cannot write this name; use letters and digits");
            } else if (name.equals("name")) {
                problem(component, "a parameter cannot be called 'name', which is the plugin's own");
            } else if (!names.add(name)) {
                problem(component, "another parameter is called '" + name + "' too");
            } else {
                component(component, name, defaults).ifPresent(components::add);
            }
        }
        return components;
    }

    private Optional<Component> component(RecordComponent component, String name, Plugin defaults) {
        boolean isList = component.getType() == List.class;
        Class<?> valueType = isList ? elementOf(component) : component.getType();
        Parameter.Type valueKind = valueType == null ? null : typeOf(valueType, isList);
        if (valueType == null || valueKind == null) {
            problem(
                    component,
                    "the type " + component.getGenericType().getTypeName()
                            + " is not supported; use double, int, boolean, String, an enum, or a List of these");
            return Optional.empty();
        }
        List<String> choices = valueType.isEnum()
                ? Arrays.stream(valueType.getEnumConstants())
                        .map(constant -> Component.labelOf((Enum<?>) constant))
                        .toList()
                : List.of();
        if (Set.copyOf(choices).size() < choices.size()) {
            problem(component, "two constants of " + valueType.getSimpleName() + " are the same word: " + choices);
            return Optional.empty();
        }
        Range range = component.getAnnotation(Range.class);
        if (range != null && valueKind != Parameter.Type.NUMBER && valueKind != Parameter.Type.COUNT) {
            problem(component, "@Range is for numbers");
            return Optional.empty();
        }
        Object value = defaultOf(component, defaults);
        if (value == null) {
            return Optional.empty();
        }
        Doc doc = component.getAnnotation(Doc.class);
        Parameter parameter = new Parameter(
                name,
                isList ? Parameter.Type.LIST : valueKind,
                isList ? Optional.of(valueKind) : Optional.empty(),
                value,
                doc == null ? "" : OneLine.of(doc.value().strip()),
                range == null ? Double.NEGATIVE_INFINITY : range.min(),
                range == null ? Double.POSITIVE_INFINITY : range.max(),
                range != null && range.exclusiveMin(),
                range != null && range.exclusiveMax(),
                choices);
        parameter.refusal(value).ifPresent(reason -> problem(component, "its own default is refused: " + reason));
        return Optional.of(new Component(parameter, valueType));
    }

    private static @Nullable Class<?> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static Parameter.@Nullable Type typeOf(Class<?> type, boolean boxed) {
        if (type == (boxed ? Double.class : double.class)) {
            return Parameter.Type.NUMBER;
        }
        if (type == (boxed ? Integer.class : int.class)) {
            return Parameter.Type.COUNT;
        }
        if (type == (boxed ? Boolean.class : boolean.class)) {
            return Parameter.Type.BOOLEAN;
        }
        return type == String.class ? Parameter.Type.TEXT : type.isEnum() ? Parameter.Type.CHOICE : null;
    }

    /** The default in the form that {@link Parameter} describes; null, with a problem, if there is none. */
    private @Nullable Object defaultOf(RecordComponent component, Plugin defaults) {
        Object value;
        try {
            value = component.getAccessor().invoke(defaults);
        } catch (InvocationTargetException e) {
            problem(component, "its default cannot be read: " + Thrown.describe(e.getTargetException()));
            return null;
        } catch (ReflectiveOperationException e) {
            problem(component, "its default cannot be read: " + Thrown.describe(e));
            return null;
        }
        if (value == null || (value instanceof List<?> list && list.stream().anyMatch(element -> element == null))) {
            problem(component, "its default must not be null");
            return null;
        }
        return value instanceof List<?> list
                ? list.stream().map(PluginClass::outside).toList()
                : outside(value);
    }

    private static Object outside(Object value) {
        return value instanceof Enum<?> constant ? Component.labelOf(constant) : value;
    }

    private Constructor<? extends Plugin> canonicalConstructor() {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the canonical constructor of a public record is public", e);
        }
    }

    private void problem(RecordComponent component, String message) {
        problems.add("parameter " + component.getName() + ": " + message);
    }
}
