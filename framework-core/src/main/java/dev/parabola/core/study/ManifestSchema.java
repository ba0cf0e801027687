package dev.parabola.core.study;

import dev.parabola.core.manifest.ConstantExpression;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginRegistry;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest's JSON Schema (draft 2020-12), for editors: it completes, explains and underlines. The planner knows more than a
 * schema can say, such as whether two keys fit together.
 */
public final class ManifestSchema {
    private final PluginSchema plugins;

    private ManifestSchema(PluginRegistry registry) {
        this.plugins = new PluginSchema(registry);
    }

    /**
     * Writes the schema.
     *
     * @param registry the plugins there are, whose names and parameters it completes
     * @return JSON, lines ending in LF, one at the end
     */
    public static String json(PluginRegistry registry) {
        return JsonMapper.builder()
                        .build()
                        .writer()
                        .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(new ManifestSchema(registry).schema())
                + "\n";
    }

    private ObjectNode schema() {
        ObjectNode schema = SchemaParts.object()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Parabola manifest")
                .put("description", "One study: what is learned, by which network, how it is trained, what is varied.");
        schema.setAll(SchemaParts.closed(sections()));
        schema.putArray("required").add("study");
        ArrayNode all = schema.putArray("allOf");
        all.add(SchemaParts.anyOf(List.of(required("target"), required("vary"))));
        all.add(SchemaParts.anyOf(List.of(required("model"), required("vary"))));
        ObjectNode definitions = schema.putObject("$defs");
        for (Kind kind : VariablePaths.PLUGINS.values()) {
            definitions.set(kind.label(), plugins.of(kind));
        }
        definitions.set("box", box());
        definitions.set(
                "constant",
                SchemaParts.described(
                        "an expression of numbers, pi and e", SchemaParts.pattern(ConstantExpression.PATTERN)));
        definitions.set("scaling", SchemaParts.words(DataReader.SCALINGS.words()));
        return schema;
    }

    private static ObjectNode required(String key) {
        ObjectNode schema = SchemaParts.object();
        schema.putArray("required").add(key);
        return schema;
    }

    private static ObjectNode sections() {
        ObjectNode sections = SchemaParts.object();
        sections.set(
                "study",
                SchemaParts.described("name of the study", SchemaParts.pattern("^" + GeneralReader.NAME + "$")));
        sections.set("question", SchemaParts.described("what the study shall answer", SchemaParts.type("string")));
        SectionSchema.put(
                sections,
                "",
                "seed",
                "64-bit integer from which every random number follows",
                SchemaParts.whole(Long.MIN_VALUE, Long.MAX_VALUE));
        SectionSchema.put(sections, "", "replicas", "seeds per cell", SchemaParts.whole(1, GeneralReader.MAX_REPLICAS));
        SectionSchema.put(
                sections,
                "",
                "plugins",
                "jars or folders of jars, relative to this file",
                SchemaParts.list(SchemaParts.type("string")));
        sections.set("target", SchemaParts.described("the function to learn", SchemaParts.reference("target")));
        SectionSchema.put(
                sections,
                "",
                "alternatives",
                "other targets that might have made the data",
                SchemaParts.list(SchemaParts.reference("target")));
        sections.set(
                "data", SchemaParts.described("how training data is made", SchemaParts.closed(SectionSchema.data())));
        sections.set("regions", regions());
        sections.set("model", SchemaParts.described("the network", SchemaParts.closed(SectionSchema.model())));
        sections.set("training", SectionSchema.training());
        sections.set("vary", VarySchema.vary());
        SectionSchema.put(
                sections,
                "",
                "tune",
                "factors that are searched, not compared",
                SchemaParts.list(SchemaParts.type("string")).put("uniqueItems", true));
        SectionSchema.put(
                sections,
                "",
                "success",
                "a trial has learned a region when none of these is exceeded there",
                SectionSchema.success());
        sections.set("record", SchemaParts.described("what is written", SchemaParts.closed(SectionSchema.record())));
        return sections;
    }

    private static ObjectNode regions() {
        ObjectNode parts = SchemaParts.object();
        parts.set("range", SchemaParts.reference("box"));
        parts.set("except", SchemaParts.reference("box"));
        ObjectNode without = SchemaParts.closed(parts);
        without.putArray("required").add("range");
        ObjectNode onPoints = SchemaParts.object();
        onPoints.set("points", points());
        ObjectNode points = SchemaParts.closed(onPoints);
        points.putArray("required").add("points");
        ObjectNode schema = SchemaParts.described(
                "where trained networks are examined; by default 1, 2 and 4 times data.range about its centre",
                SchemaParts.type("object"));
        schema.putArray("required").add(Study.INSIDE);
        schema.putObject("patternProperties")
                .set(
                        "^(?!train$)" + RegionReader.NAME + "$",
                        SchemaParts.anyOf(List.of(SchemaParts.reference("box"), without, points)));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode points() {
        return SchemaParts.anyOf(List.of(
                SchemaParts.described(
                        "each replica's own training points", SchemaParts.constant(RegionReader.TRAINING)),
                SchemaParts.list(real()).put("minItems", 1).put("maxItems", PointReader.MOST_POINTS),
                SchemaParts.list(SchemaParts.list(real()).put("minItems", 1))
                        .put("minItems", 1)
                        .put("maxItems", PointReader.MOST_POINTS)));
    }

    private static ObjectNode real() {
        return SchemaParts.real(SchemaParts.type("number"));
    }

    private static ObjectNode box() {
        ObjectNode interval = SchemaParts.list(real()).put("minItems", 2).put("maxItems", 2);
        return SchemaParts.anyOf(List.of(interval, SchemaParts.list(interval).put("minItems", 1)));
    }
}
