package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.CellCheck;
import dev.parabola.core.study.StudyPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedArtifactTest {
    @TempDir
    private Path folder;

    @Test
    void theLockNamesTheJarsThatTheStudyUsesAndNoOthers() throws IOException {
        String target = "() implements TargetFunction { public Expression of(Expression... x) { return x[0]; } }";
        Path jar = folder.resolve("used.jar");
        new TestJar()
                .source("research.Same", "@Name(\"same\") public record Same" + target)
                .service("TargetFunction", "research.Same")
                .source(
                        "research.Bent",
                        "@Name(\"bent\") public record Bent() implements Activation {"
                                + " public Expression of(Expression x) { return x.abs(); } }")
                .service("Activation", "research.Bent")
                .source(
                        "research.Drawn",
                        "@Name(\"torch-linear\") public record Drawn() implements Initializer {"
                                + " public Distribution weights(Layer layer) { return Distribution.zero(); }"
                                + " public Distribution biases(Layer layer) { return Distribution.zero(); } }")
                .service("Initializer", "research.Drawn")
                .source(
                        "research.Still",
                        "@Name(\"adam\") public record Still() implements Optimizer {"
                                + " public Update update(Quantities q) { return Update.along(q.gradient()); } }")
                .service("Optimizer", "research.Still")
                .source(
                        "research.Flat",
                        "@Name(\"constant\") public record Flat() implements Scheduler {"
                                + " public double rate(double base, Progress progress) { return base; } }")
                .service("Scheduler", "research.Flat")
                .writeTo(jar);
        Path idle = folder.resolve("idle.jar");
        TestJar.activation("Idle", "idle", 2).writeTo(idle);
        PluginRegistry registry = PluginRegistry.discover(List.of(
                new PluginSource.Named(jar, "used.jar", Position.of("--plugins")),
                new PluginSource.Named(idle, "idle.jar", Position.of("--plugins"))));
        Path manifest = folder.resolve("m.yaml");
        Files.writeString(manifest, "study: s\ntarget: same\nmodel: {activation: bent}\n");

        String lock = new StudyPlanner()
                .plan(Manifest.read(manifest, List.of()), registry, "1", CellCheck.none())
                .lock();

        String digest = registry.artifacts().stream()
                .filter(artifact -> artifact.path().equals("used.jar"))
                .findFirst()
                .orElseThrow()
                .sha256();
        // A digest that begins with a digit is quoted, one that begins with a letter need not be.
        assertThat(lock.replace("\"", ""))
                .endsWith("plugins:\n  - {name: used.jar, version: , sha256: " + digest + "}\n");
        assertThat(lock).doesNotContain(folder.toString());
    }
}
