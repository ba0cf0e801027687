package dev.parabola.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Goes once through what commands do, so that whoever watches learns which classes they load. Nobody sees its output. */
final class Rehearsal {
    private static final String MANIFEST = """
            study: rehearsal
            question: Which classes does a study load?
            replicas: 8
            target: "x^2 + sin(3*x)"
            data: {samples: 32, range: [-1, 1], noise: 0.1}
            model: {hidden: [4], activation: relu}
            training: {epochs: 2, batch: 16, learning-rate: 0.01}
            vary:
              target: [square, "x^2 + sin(3*x)"]
              training.optimizer: [adam, fastai-adam]
              training.scheduler: [constant, one-cycle]
            """;

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments a folder that may be written
     * @throws IOException if it cannot be
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path manifest = folder.resolve("rehearsal.yaml");
        Files.writeString(manifest, MANIFEST);
        String run = folder.resolve("run").toString();
        Main.messages();
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("plugins"),
                List.of("check", manifest.toString()),
                List.of("run", manifest.toString(), "-o", run, "--set", "seed=1"),
                List.of("run", manifest.toString(), "-o", run, "--fresh"),
                List.of("show", run),
                List.of("report", run))) {
            if (run(command) != ExitCode.DONE) {
                throw new IllegalStateException("the rehearsal failed: " + command);
            }
        }
    }

    private static int run(List<String> command) {
        StandardOutput output = new StandardOutput(OutputStream.nullOutputStream());
        PrintStream nowhere = new PrintStream(output, false, StandardCharsets.UTF_8);
        return new Main(new Environment(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Screen.NONE,
                        OptionalInt.of(Screen.USUAL),
                        Optional.empty()))
                .run(command.toArray(String[]::new));
    }
}
