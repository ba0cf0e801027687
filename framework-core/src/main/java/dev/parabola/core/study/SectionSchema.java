package dev.parabola.core.study;

import dev.parabola.core.manifest.Defaults;
import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Numeral;
import dev.parabola.core.problem.Position;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest may say in the sections whose keys have defaults. */
final class SectionSchema {
    private static final Node DEFAULTS = Defaults.at(Position.of("defaults"));

    private SectionSchema() {}

    static ObjectNode data() {
        ObjectNode data = SchemaParts.object();
        put(data, "data.", "samples", "training points per replica", SchemaParts.whole(1, DataReader.MAX_SAMPLES));
        put(data, "data.", "range", "interval of every input, or one per input", SchemaParts.reference("box"));
        put(data, "data.", "sampling", "how points are placed", SchemaParts.words(DataReader.SAMPLINGS.words()));
        put(
                data,
                "data.",
                "noise",
                "standard deviation of Gaussian noise on the training outputs",
                SchemaParts.real(SchemaParts.type("number").put("minimum", 0)));
        ObjectNode parts = SchemaParts.object();
        parts.set("inputs", SchemaParts.reference("scaling"));
        parts.set("outputs", SchemaParts.reference("scaling"));
        put(
                data,
                "data.",
                "scaling",
                "what is done to inputs and outputs before a network sees them",
                SchemaParts.anyOf(List.of(SchemaParts.reference("scaling"), SchemaParts.closed(parts))));
        return data;
    }

    static ObjectNode model() {
        ObjectNode model = SchemaParts.object();
        put(model, "model.", "kind", "kind of network", SchemaParts.words(ModelReader.KINDS.words()));
        ObjectNode parts = SchemaParts.object();
        parts.set("width", SchemaParts.whole(1, ModelReader.MAX_WIDTH));
        parts.set("depth", SchemaParts.whole(0, ModelReader.MAX_DEPTH));
        ObjectNode equal = SchemaParts.closed(parts);
        equal.putArray("required").add("width").add("depth");
        put(
                model,
                "model.",
                "hidden",
                "units per hidden layer; [] is a linear model",
                SchemaParts.anyOf(List.of(
                        SchemaParts.list(SchemaParts.whole(1, ModelReader.MAX_WIDTH))
                                .put("maxItems", ModelReader.MAX_DEPTH),
                        equal)));
        put(model, "model.", "activation", "nonlinearity of hidden units", SchemaParts.reference("activation"));
        put(model, "model.", "initializer", "how parameters are drawn", SchemaParts.reference("initializer"));
        return model;
    }

    static ObjectNode training() {
        ObjectNode keys = SchemaParts.object();
        put(keys, "training.", "loss", "what is minimised", SchemaParts.words(TrainingReader.LOSSES.words()));
        put(keys, "training.", "optimizer", "how parameters move in a step", SchemaParts.reference("optimizer"));
        put(keys, "training.", "scheduler", "the learning rate of each step", SchemaParts.reference("scheduler"));
        put(
                keys,
                "training.",
                "learning-rate",
                "base rate",
                SchemaParts.real(SchemaParts.type("number").put("exclusiveMinimum", 0)));
        put(
                keys,
                "training.",
                "steps",
                "updates of the weights; or epochs",
                SchemaParts.whole(1, TrainingReader.MAX_STEPS));
        keys.set(
                TrainingReader.EPOCHS,
                SchemaParts.described(
                        "passes over the training points; or steps", SchemaParts.whole(1, TrainingReader.MAX_EPOCHS)));
        put(
                keys,
                "training.",
                "batch",
                "points per step, or full",
                SchemaParts.anyOf(
                        List.of(SchemaParts.whole(1, Integer.MAX_VALUE), SchemaParts.constant(TrainingReader.FULL))));
        put(keys, "training.", "precision", "of the arithmetic", SchemaParts.words(TrainingReader.PRECISIONS.words()));
        ObjectNode schema = SchemaParts.described("how the network is trained", SchemaParts.closed(keys));
        ObjectNode both = SchemaParts.object();
        both.putArray("required").add("steps").add(TrainingReader.EPOCHS);
        schema.set("not", both);
        return schema;
    }

    static ObjectNode record() {
        ObjectNode record = SchemaParts.object();
        put(
                record,
                "record.",
                "checkpoints",
                "steps at which history is written",
                SchemaParts.whole(GeneralReader.MIN_CHECKPOINTS, GeneralReader.MAX_CHECKPOINTS));
        return record;
    }

    static ObjectNode success() {
        ObjectNode limits = SchemaParts.object();
        limits.set("nrmse", limit("root mean squared error relative to the target's standard deviation"));
        limits.set("rmse", limit("root mean squared error"));
        limits.set("max_error", limit("largest absolute error"));
        return SchemaParts.closed(limits).put("minProperties", 1);
    }

    private static ObjectNode limit(String description) {
        return SchemaParts.described(
                description, SchemaParts.real(SchemaParts.type("number").put("minimum", 0)));
    }

    /** Sets the schema of a key whose default is known. */
    static void put(ObjectNode properties, String prefix, String key, String description, ObjectNode schema) {
        Node value = DEFAULTS;
        for (String part : KeyPath.of(prefix + key).keys()) {
            value = ((Node.Mapping) value).entry(part).orElseThrow().value();
        }
        ObjectNode described = SchemaParts.described(description, schema);
        described.set("default", json(value));
        properties.set(key, described);
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (node instanceof Node.Scalar scalar) {
            return Numeral.of(scalar.text()) instanceof Numeral.Finite number
                    ? factory.numberNode(new BigDecimal(number.shortest()))
                    : factory.stringNode(scalar.text());
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = factory.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        ObjectNode object = factory.objectNode();
        ((Node.Mapping) node).entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
        return object;
    }
}
