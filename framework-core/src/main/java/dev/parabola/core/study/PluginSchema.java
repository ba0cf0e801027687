package dev.parabola.core.study;

import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.Parameter;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest may say where a plugin is wanted. */
final class PluginSchema {
    /** A text with a character that no name has, or nothing but inputs, constants and numbers. */
    private static final String FORMULA = "[^a-z0-9-]|^(x[0-9]*|pi|e|[0-9]+)(-(x[0-9]*|pi|e|[0-9]+))*$";

    private final PluginRegistry registry;

    PluginSchema(PluginRegistry registry) {
        this.registry = registry;
    }

    ObjectNode of(Kind kind) {
        List<PluginType> types = registry.all(kind);
        List<ObjectNode> choices = new ArrayList<>();
        choices.add(SchemaParts.described(
                "the name of a plugin",
                SchemaParts.words(types.stream().map(PluginType::name).toList())));
        types.forEach(type -> choices.add(withParameters(type)));
        if (kind == Kind.TARGET) {
            choices.add(SchemaParts.described("an expression in x, or in x1, x2, …", SchemaParts.pattern(FORMULA)));
        }
        if (kind == Kind.ACTIVATION) {
            choices.add(SchemaParts.described("an expression in x", SchemaParts.pattern(FORMULA)));
        }
        return SchemaParts.anyOf(choices);
    }

    private static ObjectNode withParameters(PluginType type) {
        ObjectNode properties = SchemaParts.object();
        properties.set("name", SchemaParts.constant(type.name()));
        for (Parameter parameter : type.parameters()) {
            ObjectNode schema = parameter.type() == Parameter.Type.LIST
                    ? SchemaParts.list(single(parameter, parameter.element().orElseThrow()))
                    : single(parameter, parameter.type());
            properties.set(
                    parameter.name(),
                    SchemaParts.described(parameter.doc(), SchemaParts.withDefault(parameter.defaultValue(), schema)));
        }
        ObjectNode schema = SchemaParts.described(type.summary(), SchemaParts.closed(properties));
        schema.putArray("required").add("name");
        return schema;
    }

    private static ObjectNode single(Parameter parameter, Parameter.Type type) {
        return switch (type) {
            case NUMBER -> SchemaParts.real(limited(SchemaParts.type("number"), parameter));
            case COUNT -> limited(SchemaParts.whole(Integer.MIN_VALUE, Integer.MAX_VALUE), parameter);
            case BOOLEAN -> SchemaParts.type("boolean");
            // Numbers and truths are texts as well where a text is wanted.
            case TEXT ->
                SchemaParts.anyOf(
                        List.of(SchemaParts.type("string"), SchemaParts.type("number"), SchemaParts.type("boolean")));
            case CHOICE -> SchemaParts.words(parameter.choices());
            case LIST -> throw new IllegalStateException("a list of lists is no parameter");
        };
    }

    private static ObjectNode limited(ObjectNode schema, Parameter parameter) {
        if (parameter.min() != Double.NEGATIVE_INFINITY) {
            schema.set(parameter.exclusiveMin() ? "exclusiveMinimum" : "minimum", SchemaParts.number(parameter.min()));
        }
        if (parameter.max() != Double.POSITIVE_INFINITY) {
            schema.set(parameter.exclusiveMax() ? "exclusiveMaximum" : "maximum", SchemaParts.number(parameter.max()));
        }
        return schema;
    }
}
