package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One search for plugins: what was found so far, and what is wrong with it. */
final class Discovery {
    private static final Position CLASS_PATH = Position.of("class path");

    private final List<Found> found = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();
    private final Problems errors = new Problems();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<Path> paths = new HashSet<>();
    private final Set<String> digests = new HashSet<>();

    /** A plugin, whether it merely lies in the installation's folder, and who asked for it where. */
    private record Found(PluginType plugin, boolean droppedIn, Position where) {
        String place() {
            return plugin.origin() + " (" + plugin.type().getName() + ")";
        }
    }

    /** What the user named goes first, so that the same jar in the installation's folder counts as named. */
    void explore(List<PluginSource> sources) {
        if (sources.stream().anyMatch(PluginSource.ClassPath.class::isInstance)) {
            Providers.find(
                    Plugin.class.getClassLoader(),
                    complaint -> errors.add(CLASS_PATH, complaint),
                    (kind, type) -> builtIn(type, kind, CLASS_PATH));
        }
        for (PluginSource source : sources) {
            if (source instanceof PluginSource.Named named) {
                named(named);
            }
        }
        for (PluginSource source : sources) {
            if (source instanceof PluginSource.Installation installation && Files.isDirectory(installation.folder())) {
                jarsIn(installation.folder(), installation.text(), true, CLASS_PATH, this::warn);
            }
        }
    }

    void builtIn(Class<? extends Plugin> type, Position where) {
        boolean any = false;
        for (Kind kind : Kind.values()) {
            if (kind.services().stream().anyMatch(service -> service.isAssignableFrom(type))) {
                builtIn(type, kind, where);
                any = true;
            }
        }
        if (!any) {
            errors.add(where, "implements no kind of plugin");
        }
    }

    private void builtIn(Class<? extends Plugin> type, Kind kind, Position where) {
        PluginClass plugin = new PluginClass(type, kind);
        plugin.read(Optional.empty()).ifPresent(read -> found.add(new Found(read, false, where)));
        plugin.problems().forEach(problem -> errors.add(where, type.getName() + " " + problem));
    }

    private void named(PluginSource.Named source) {
        Path path = source.path();
        String text = source.text();
        Consumer<String> complaints = complaint -> errors.add(source.position(), complaint);
        if (!Files.exists(path)) {
            complaints.accept(text + ": no such file or folder");
        } else if (Files.isDirectory(path)) {
            if (!jarsIn(path, text, false, source.position(), complaints)) {
                complaints.accept(text + ": there is no jar in this folder");
            }
        } else if (text.endsWith(".java")) {
            complaints.accept(text + ": a plugin's source is not loaded as it is; compile it into a jar");
        } else {
            jar(path, text, false, source.position(), complaints);
        }
    }

    /** Whether there was any jar. */
    private boolean jarsIn(Path folder, String text, boolean droppedIn, Position where, Consumer<String> complaints) {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> nameOf(file).toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted(Comparator.comparing(Discovery::nameOf))
                    .toList();
        } catch (IOException e) {
            complaints.accept(text + ": cannot be listed: " + Thrown.describe(e));
            return true;
        }
        String prefix = text.endsWith("/") ? text : text + "/";
        for (Path jar : jars) {
            jar(jar, prefix + nameOf(jar), droppedIn, where, complaints);
        }
        return !jars.isEmpty();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void jar(Path file, String text, boolean droppedIn, Position where, Consumer<String> complaints) {
        Consumer<String> ofJar = complaint -> complaints.accept(text + ": " + complaint);
        try {
            if (!paths.add(file.toRealPath())) {
                return;
            }
        } catch (IOException e) {
            ofJar.accept("cannot be read: " + Thrown.describe(e));
            return;
        }
        PluginJar.open(file, text, ofJar)
                .filter(jar -> digests.add(jar.artifact().sha256()))
                .ifPresent(jar -> {
                    List<PluginType> plugins = jar.plugins(ofJar);
                    plugins.forEach(plugin -> found.add(new Found(plugin, droppedIn, where)));
                    if (!plugins.isEmpty()) {
                        artifacts.add(jar.artifact());
                    }
                });
    }

    private void warn(String complaint) {
        warnings.add(complaint);
    }

    PluginRegistry registry() {
        Map<Kind, Map<String, PluginType>> plugins = new EnumMap<>(Kind.class);
        Map<Kind, Map<String, String>> conflicts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<String, List<Found>> byName = found.stream()
                    .filter(one -> one.plugin().kind() == kind)
                    .collect(Collectors.groupingBy(one -> one.plugin().name(), TreeMap::new, Collectors.toList()));
            byName.forEach((name, candidates) -> {
                if (candidates.size() == 1) {
                    plugins.computeIfAbsent(kind, any -> new TreeMap<>())
                            .put(name, candidates.get(0).plugin());
                } else {
                    String message = conflict(kind, name, candidates);
                    conflicts.computeIfAbsent(kind, any -> new TreeMap<>()).put(name, message);
                    report(message, candidates);
                }
            });
        }
        if (errors.count() > 0) {
            throw new PluginUnavailableException(errors.inOrder());
        }
        return new PluginRegistry(plugins, conflicts, List.copyOf(warnings), artifacts);
    }

    private static String conflict(Kind kind, String name, List<Found> candidates) {
        String places = candidates.stream().map(Found::place).collect(Collectors.joining(" and "));
        return kind.label() + " '" + name + "' is ambiguous: there is one in " + places + "; rename or remove one";
    }

    /** An ambiguity among what was asked for is an error; one that a jar in the installation's folder causes is a warning. */
    private void report(String message, List<Found> candidates) {
        List<Found> wanted = candidates.stream().filter(one -> !one.droppedIn()).toList();
        if (wanted.size() > 1) {
            errors.add(wanted.get(wanted.size() - 1).where(), message);
        } else {
            warn(message);
        }
    }
}
