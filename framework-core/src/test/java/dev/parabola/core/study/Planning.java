package dev.parabola.core.study;

import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Plans studies from the text of a manifest. */
final class Planning {
    /** The least that a manifest must say. */
    static final String LEAST = """
            study: s
            target: square
            model: {hidden: [4]}
            """;

    private Planning() {}

    static Manifest read(String text, String... overrides) {
        try {
            Path file = Files.createTempFile("planning", ".yaml");
            try {
                Files.writeString(file, text);
                return Manifest.read(file, List.of(overrides));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Study plan(String text, String... overrides) {
        return new StudyPlanner().plan(read(text, overrides), ExamplePlugins.registry(), "1.2.3", CellCheck.none());
    }

    /** What is wrong with a manifest, a line each; the file's name is left out of the places. */
    static List<String> mistakes(String text, String... overrides) {
        try {
            plan(text, overrides);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replaceFirst("^[^ :]*planning[^:]*\\.yaml:", ""))
                    .toList();
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Planning.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
