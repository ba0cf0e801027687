package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import dev.parabola.core.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A jar that a test writes, its classes compiled from sources against framework-api alone. */
final class TestJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, List<String>> services = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    TestJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A jar with one activation {@code x·factor} in a class {@code research.CLASS}. */
    static TestJar activation(String className, String name, double factor) {
        return new TestJar()
                .source(
                        "research." + className,
                        "@Name(\"" + name + "\") public record " + className
                                + "() implements Activation { public Expression of(Expression x) { return x.times("
                                + factor + "); } }")
                .service("Activation", "research." + className);
    }

    /** A source whose package and imports are supplied. */
    TestJar source(String className, String declaration) {
        int dot = className.lastIndexOf('.');
        sources.put(
                className,
                "package " + className.substring(0, dot)
                        + "; import dev.parabola.api.*; import dev.parabola.api.expression.*; import java.util.*; "
                        + declaration);
        return this;
    }

    /** A line in the service file of an interface of framework-api. */
    TestJar service(String api, String line) {
        services.computeIfAbsent("META-INF/services/dev.parabola.api." + api, any -> new ArrayList<>())
                .add(line);
        return this;
    }

    TestJar entry(String name, byte[] bytes) {
        entries.put(name, bytes.clone());
        return this;
    }

    /** Compiles the class, which others may need for compiling, but leaves it out of the jar. */
    TestJar leaveOut(String className) {
        left.add(className.replace('.', '/') + ".class");
        return this;
    }

    TestJar calledItself(String title, String version) {
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, title);
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        return this;
    }

    Path writeTo(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path classes = Files.createTempDirectory(jar.getParent(), "classes");
            compile(classes);
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Path each : filesIn(classes)) {
                    String name = classes.relativize(each).toString().replace('\\', '/');
                    if (!left.contains(name)) {
                        write(out, name, Files.readAllBytes(each));
                    }
                }
                for (Map.Entry<String, List<String>> service : services.entrySet()) {
                    write(
                            out,
                            service.getKey(),
                            String.join("\n", service.getValue()).getBytes(StandardCharsets.UTF_8));
                }
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    write(out, entry.getKey(), entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path root = Files.createTempDirectory(classes.getParent(), "sources");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("--release", "17", "-proc:none", "-d", classes.toString(), "-cp", api().toString());
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    static Path api() {
        try {
            return Path.of(Plugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines(PluginUnavailableException refused) {
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
