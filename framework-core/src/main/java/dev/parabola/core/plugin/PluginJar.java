package dev.parabola.core.plugin;

import dev.parabola.core.problem.Suggestion;
import dev.parabola.core.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * A jar with plugins.
 *
 * @param file where it is
 * @param artifact what it calls itself, and its digest
 */
record PluginJar(Path file, Artifact artifact) {
    private static final String SERVICES = "META-INF/services/";
    private static final String API = "dev.parabola.api.";

    /** Opens a jar. Everything that is wrong with it is complained of; what is no jar at all is not returned. */
    static Optional<PluginJar> open(Path file, String text, Consumer<String> complaints) {
        if (Files.isDirectory(file)) {
            complaints.accept("is a folder, not a jar");
            return Optional.empty();
        }
        String digest;
        try {
            digest = sha256(file);
        } catch (IOException e) {
            complaints.accept("cannot be read: " + Thrown.describe(e));
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest != null && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null) {
                complaints.accept(
                        "has a Class-Path in its manifest, which no digest would cover; pack what it needs into it");
                return Optional.empty();
            }
            misspeltServices(jar, complaints);
            return Optional.of(new PluginJar(file, artifact(file, text, digest, manifest)));
        } catch (IOException | RuntimeException e) {
            // Which runtime exceptions a damaged zip causes (IllegalArgumentException, SecurityException, …) differs by
            // JDK.
            complaints.accept("is no readable jar: " + Thrown.reason(e));
            return Optional.empty();
        }
    }

    /** The plugins that the jar's service files name, each class loaded by a loader of this jar alone. */
    List<PluginType> plugins(Consumer<String> complaints) {
        List<PluginType> plugins = new ArrayList<>();
        List<String> found = new ArrayList<>();
        PluginLoader loader = loader();
        Providers.find(loader, found::add, (kind, type) -> {
            PluginClass plugin = new PluginClass(type, kind);
            plugin.read(Optional.of(artifact)).ifPresent(plugins::add);
            plugin.problems().forEach(problem -> found.add(type.getName() + " " + problem));
        });
        if (plugins.isEmpty()) {
            if (found.isEmpty()) {
                found.add("has no plugin; it needs a file such as " + SERVICES + API
                        + "Activation that names a class a line");
            }
            close(loader);
        }
        found.forEach(complaints);
        return plugins;
    }

    private PluginLoader loader() {
        try {
            return new PluginLoader(artifact, file.toUri().toURL());
        } catch (IOException e) {
            throw new IllegalStateException("a path is always a URL", e);
        }
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new IllegalStateException("a jar that was only read is always closed", e);
        }
    }

    private static void misspeltServices(JarFile jar, Consumer<String> complaints) {
        List<String> known = Arrays.stream(Kind.values())
                .flatMap(kind -> kind.services().stream())
                .map(Class::getName)
                .toList();
        jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(SERVICES + API))
                .map(name -> name.substring(SERVICES.length()))
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> complaints.accept(SERVICES + OneLine.of(name) + " names no kind of plugin; "
                        + Suggestion.forUnknown(name, known)));
    }

    private static Artifact artifact(Path file, String text, String digest, @Nullable Manifest manifest) {
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String title = attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE);
        String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        return new Artifact(
                text,
                title == null ? String.valueOf(file.getFileName()) : OneLine.of(title),
                version == null ? "" : OneLine.of(version),
                digest);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
