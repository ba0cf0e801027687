package dev.parabola.core.study;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The vocabulary of JSON Schema that the manifest needs. */
final class SchemaParts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaParts() {}

    static ObjectNode described(String description, ObjectNode schema) {
        return object().put("description", description).setAll(schema);
    }

    static ObjectNode withDefault(Object value, ObjectNode schema) {
        schema.set("default", value(value));
        return schema;
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode reference(String definition) {
        return object().put("$ref", "#/$defs/" + definition);
    }

    static ObjectNode type(String type) {
        return object().put("type", type);
    }

    static ObjectNode pattern(String regex) {
        return type("string").put("pattern", regex);
    }

    static ObjectNode whole(long min, long max) {
        return type("integer").put("minimum", min).put("maximum", max);
    }

    /** A number, or an expression of numbers, pi and e. */
    static ObjectNode real(ObjectNode number) {
        return anyOf(List.of(number, reference("constant")));
    }

    static ObjectNode words(Collection<String> words) {
        ObjectNode schema = object();
        schema.set("enum", strings(words));
        return schema;
    }

    static ObjectNode constant(String word) {
        return object().put("const", word);
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    /** A map that has no other keys than these. */
    static ObjectNode closed(ObjectNode properties) {
        ObjectNode schema = type("object");
        schema.set("properties", properties);
        return schema.put("additionalProperties", false);
    }

    static ObjectNode anyOf(List<ObjectNode> choices) {
        ObjectNode schema = object();
        ArrayNode array = schema.putArray("anyOf");
        choices.forEach(array::add);
        return schema;
    }

    static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** A number with the same digits on every JDK. */
    static JsonNode number(double value) {
        return JSON.numberNode(new BigDecimal(Numbers.setting(value)));
    }

    static JsonNode value(Object value) {
        if (value instanceof List<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(value(item)));
            return array;
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Integer count) {
            return JSON.numberNode(count);
        }
        return value instanceof Boolean truth ? JSON.booleanNode(truth) : JSON.stringNode(value.toString());
    }
}
