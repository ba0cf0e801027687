package dev.parabola.cli;

import dev.parabola.api.Plugin;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A jar with one plugin, as a researcher would make it. */
final class ResearchJar {
    private ResearchJar() {}

    /** Compiles {@code research.Mine}, its imports supplied, and lists it under an interface of framework-api. */
    static Path write(Path jar, String api, String declaration) throws IOException {
        Path source = Files.writeString(
                jar.resolveSibling("Mine.java"),
                "package research; import dev.parabola.api.*; import dev.parabola.api.expression.*; " + declaration);
        Path classes = Files.createDirectory(jar.resolveSibling("classes"));
        compile(source, classes);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("research/Mine.class"));
            out.write(Files.readAllBytes(classes.resolve("research/Mine.class")));
            out.putNextEntry(new JarEntry("META-INF/services/dev.parabola.api." + api));
            out.write("research.Mine\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("--release", "17", "-proc:none", "-d", classes.toString(), "-cp", api());
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static String api() {
        try {
            return Path.of(Plugin.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
