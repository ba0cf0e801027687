package dev.parabola.plugins.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Activation;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values and derivatives against PyTorch's, from −30 to 30 and at the kinks. */
class PyTorchReferenceTest {
    private static final JsonNode REFERENCE = read("/reference/activations.json");

    /**
     * PyTorch's softplus is exactly x where x > 20. That is off by e^−x, up to 2e-9 just above 20; but the reference's only point
     * above 20 is 30, where it is 9.4e-14, so the common tolerance is honest there too.
     */
    private static final double TOLERANCE = 1e-12;

    private static final Map<String, Activation> OURS = Map.ofEntries(
            Map.entry("identity", new Identity()),
            Map.entry("relu", new Relu()),
            Map.entry("leaky_relu", new LeakyRelu()),
            Map.entry("elu", new Elu()),
            Map.entry("gelu", new Gelu()),
            Map.entry("silu", new Silu()),
            Map.entry("tanh", new Tanh()),
            Map.entry("sigmoid", new Sigmoid()),
            Map.entry("softplus", new Softplus()),
            Map.entry("sin", new Sine()));

    static Stream<Arguments> cases() {
        return REFERENCE
                .get("cases")
                .valueStream()
                .map(node -> Arguments.of(node.get("name").stringValue(), node));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hasTheValuesAndDerivativesOfPyTorch(String name, JsonNode expected) {
        Expression value = OURS.get(name).of(Expression.variable("x"));
        Program program = Program.of(List.of("x"), List.of(value, value.derivative("x")));
        JsonNode points = REFERENCE.get("x");
        assertThat(points.size()).isEqualTo(47);
        for (int i = 0; i < points.size(); i++) {
            double x = points.get(i).doubleValue();
            double[] actual = program.evaluate(x);
            assertThat(actual[0])
                    .as("value at point %d", i)
                    .isCloseTo(expected.get("value").get(i).doubleValue(), within(TOLERANCE));
            assertThat(actual[1])
                    .as("derivative at point %d", i)
                    .isCloseTo(expected.get("derivative").get(i).doubleValue(), within(TOLERANCE));
        }
    }

    @Test
    void everyReferenceHasItsCounterpart() {
        assertThat(cases().map(arguments -> (String) arguments.get()[0]))
                .containsExactlyInAnyOrderElementsOf(OURS.keySet());
    }

    private static JsonNode read(String resource) {
        try (InputStream in = PyTorchReferenceTest.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
