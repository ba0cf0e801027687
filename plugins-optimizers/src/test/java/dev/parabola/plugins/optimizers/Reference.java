package dev.parabola.plugins.optimizers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers computed by other programs; each file names its source. */
public final class Reference {
    private Reference() {}

    public static JsonNode read(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of a name. */
    public static JsonNode named(JsonNode file, String name) {
        return file.get("cases")
                .valueStream()
                .filter(candidate -> candidate.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** All numbers of a list, or of a list of lists row by row. */
    public static double[] numbers(JsonNode node) {
        return leaves(node).mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isArray() ? node.valueStream().flatMap(Reference::leaves) : Stream.of(node);
    }
}
