package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSchemaTest {
    private static final String TEXT = ManifestSchema.json(ExamplePlugins.registry());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"contract.yaml", "factors.yaml", "inputs.yaml"})
    void whatIsPlannedIsValid(String resource) {
        String manifest = Planning.resource(resource);

        assertThat(Planning.mistakes(manifest)).isEmpty();
        assertThat(errors(manifest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {range: [-pi, 2*pi], noise: 1/100}",
                "training: {learning-rate: 10^-3, optimizer: {name: adam, beta1: 1 - 1/10}}",
                "success: {rmse: sqrt(2)/10}",
                "regions: {inside: [-e, e], far: {range: ['max(1, 2)', 3*e], except: [-pi/2, 1]}}",
                "vary: {data.range: [[-pi, pi], [0, pi]], training.learning-rate: [1/100, 1/1000]}",
                "regions: {inside: {points: training}}",
                "regions: {far: {points: [0, 0.5, 1]}, inside: {points: [[0], [1]]}}"
            })
    void whatALineMayAddIsValid(String line) {
        String manifest = Planning.LEAST + line + "\n";

        assertThat(Planning.mistakes(manifest)).isEmpty();
        assertThat(errors(manifest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trianing: {}",
                "training: {bacth: 3}",
                "training: [1]",
                "training: {steps: 5, epochs: 3}",
                "training: {batch: ful}",
                "training: {batch: 0}",
                "training: {learning-rate: 0}",
                "training: {precision: float16}",
                "training: {optimizer: adm}",
                "training: {optimizer: {name: adam, beta1: 1}}",
                "training: {optimizer: {name: adam, beta3: 0.5}}",
                "training: {optimizer: {beta1: 0.5}}",
                "training: {optimizer: {name: sgd, nesterov: 1}}",
                "training: {scheduler: {name: step, shape: stares}}",
                "training: {scheduler: {name: step, every: 1.5}}",
                "alternatives: [{name: polynomial, coefficients: [1000]}]",
                "alternatives: [sqare]",
                "data: {samples: 2.5}",
                "data: {noise: '0.1'}",
                "data: {noise: -1}",
                "data: {range: [1, 2, 3]}",
                "data: {range: [a, b]}",
                "data: {noise: x}",
                "training: {steps: 2*50}",
                "seed: pi",
                "data: {scaling: {input: none}}",
                "data: {scaling: std}",
                "seed: 1.5",
                "replicas: 0",
                "plugins: jar",
                "regions: {near: [-2, 2]}",
                "regions: {inside: [0, 1], train: [0, 1]}",
                "regions: {inside: [0, 1], Far: [0, 1]}",
                "regions: {inside: {except: [0, 1]}}",
                "regions: {inside: {points: all}}",
                "regions: {inside: {points: []}}",
                "regions: {inside: {points: [0], range: [0, 1]}}",
                "success: {}",
                "success: {r2: 0.9}",
                "record: {checkpoints: 1}",
                "vary: {modle.activation: [relu]}",
                "vary: {training.batch: []}",
                "vary: {training.batch: 5}",
                "vary: {training.batch: [0]}",
                "vary: {data: [1]}",
                "vary: {g: {a: {batch: 1}}}",
                "tune: training.batch"
            })
    void whatThePlannerRefusesIsInvalid(String line) {
        String manifest = Planning.LEAST + line + "\n";

        assertThat(Planning.mistakes(manifest)).isNotEmpty();
        assertThat(errors(manifest)).isNotEmpty();
    }

    @Test
    void whatMustBeThereIsRequired() {
        assertThat(errors("target: square\nmodel: {}\n")).contains("study");
        assertThat(errors("study: s\nmodel: {}\n")).contains("target");
        assertThat(errors("study: s\ntarget: square\n")).contains("model");
    }

    @Test
    void parametersAreDescribedWithDefaultAndLimits() {
        assertThat(TEXT.replaceAll("\\s+", " "))
                .contains(
                        "\"slope\" : { \"description\" : \"slope left of zero\", \"anyOf\" : [ { \"type\" : \"number\","
                                + " \"minimum\" : 0, \"maximum\" : 1 }, { \"$ref\" : \"#/$defs/constant\" } ], \"default\" : 0.01 }")
                .contains("\"description\" : \"x²\"")
                .contains("\"enum\" : [ \"stairs\", \"smooth-line\" ]");
    }

    @Test
    void theSchemaItselfFollowsItsDialect() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(TEXT, InputFormat.JSON))
                .isEmpty();
    }

    private static String errors(String manifest) {
        String json = NodeText.json(Planning.read(manifest).root());
        StringBuilder errors = new StringBuilder();
        SCHEMA.validate(json, InputFormat.JSON)
                .forEach(error -> errors.append(error).append('\n'));
        return errors.toString();
    }
}
