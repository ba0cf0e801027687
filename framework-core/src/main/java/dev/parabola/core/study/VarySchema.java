package dev.parabola.core.study;

import dev.parabola.core.manifest.KeyPath;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest may say under {@code vary}. */
final class VarySchema {
    private VarySchema() {}

    static ObjectNode vary() {
        ObjectNode paths = SchemaParts.object();
        VariablePaths.FIXED.forEach(path -> paths.set(path, levels(schemaAt(path))));
        ObjectNode schema = SchemaParts.described(
                "factors: paths with a list or a labelled map of levels, or named groups of paths; cells are their product",
                SchemaParts.type("object"));
        schema.set("properties", paths);
        ObjectNode patterns = schema.putObject("patternProperties");
        patterns.set(
                "^(" + String.join("|", VariablePaths.PLUGINS.keySet()).replace(".", "\\.") + ")\\.[a-z][a-z0-9-]*$",
                levels(SchemaParts.object()));
        ObjectNode assignments = SchemaParts.type("object");
        assignments.set(
                "propertyNames",
                SchemaParts.pattern("^(target|data\\.[a-z.]+|(target|model|training)\\.[a-z][a-z0-9.-]*)$"));
        patterns.set("^(?!(target|data|model|training)$)[A-Za-z][A-Za-z0-9_-]*$", levels(assignments));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode schemaAt(String path) {
        List<String> keys = KeyPath.of(path).keys();
        return switch (keys.get(0)) {
            case "target" -> SchemaParts.reference("target");
            case "data" ->
                keys.size() == 3 ? SchemaParts.reference("scaling") : withoutDefault(SectionSchema.data(), keys.get(1));
            case "model" ->
                keys.size() == 3
                        ? SchemaParts.type("integer").put("minimum", 0)
                        : withoutDefault(SectionSchema.model(), keys.get(1));
            default -> withoutDefault((ObjectNode) SectionSchema.training().required("properties"), keys.get(1));
        };
    }

    private static ObjectNode withoutDefault(ObjectNode properties, String key) {
        ObjectNode schema = (ObjectNode) properties.required(key);
        schema.remove("default");
        return schema;
    }

    private static ObjectNode levels(ObjectNode level) {
        ObjectNode labelled = SchemaParts.type("object").put("minProperties", 1);
        labelled.set("additionalProperties", level);
        return SchemaParts.anyOf(
                List.of(SchemaParts.list(level).put("minItems", 1).put("uniqueItems", true), labelled));
    }
}
