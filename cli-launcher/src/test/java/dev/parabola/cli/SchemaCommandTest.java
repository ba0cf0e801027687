package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    @TempDir
    private Path home;

    @Test
    void printsASchemaThatAcceptsManifestsAndRefusesMisspeltOnes() {
        Invocation printed = Invocation.of(home, "schema");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(printed.out(), InputFormat.JSON);

        assertThat(printed.exitCode()).isZero();
        assertThat(printed.err()).isEmpty();
        assertThat(schema.validate("{study: small, target: square, model: {activation: relu}}", InputFormat.YAML))
                .isEmpty();
        assertThat(schema.validate("{study: small, target: square, modell: {activation: relu}}", InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void namesThePluginsThereAre() {
        assertThat(Invocation.of(home, "schema").out()).contains("\"leaky-relu\"", "\"one-cycle\"");
    }
}
