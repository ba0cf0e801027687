package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import dev.parabola.core.problem.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every plugin there is, by kind and name. Immutable. */
public final class PluginRegistry {
    private final Map<Kind, Map<String, PluginType>> plugins;
    private final Map<Kind, Map<String, String>> conflicts;
    private final List<String> warnings;
    private final List<Artifact> artifacts;

    PluginRegistry(
            Map<Kind, Map<String, PluginType>> plugins,
            Map<Kind, Map<String, String>> conflicts,
            List<String> warnings,
            List<Artifact> artifacts) {
        this.plugins = plugins;
        this.conflicts = conflicts;
        this.warnings = List.copyOf(warnings);
        this.artifacts = List.copyOf(artifacts);
    }

    /**
     * Looks for plugins. Every jar is loaded apart from all others; the same jar in several places counts once, for the place
     * that the user named.
     *
     * @param sources where to look
     * @return what was found
     * @throws PluginUnavailableException if there is anything wrong with what the user named, or two plugins of a kind have the
     *     same name (unless one of them merely lies in the installation's folder)
     */
    public static PluginRegistry discover(List<PluginSource> sources) {
        Discovery discovery = new Discovery();
        discovery.explore(sources);
        return discovery.registry();
    }

    /**
     * Makes a registry of given plugins, as if they were built in.
     *
     * @param types the plugins' records
     * @return the registry
     * @throws PluginUnavailableException if one of the classes is no proper plugin, or two have the same name
     */
    @SafeVarargs
    public static PluginRegistry of(Class<? extends Plugin>... types) {
        Discovery discovery = new Discovery();
        for (Class<? extends Plugin> type : types) {
            discovery.builtIn(type, Position.of("class " + type.getName()));
        }
        return discovery.registry();
    }

    /**
     * The plugins of a kind that a manifest can name.
     *
     * @param kind the kind
     * @return the plugins, sorted by name, without those whose name is ambiguous
     */
    public List<PluginType> all(Kind kind) {
        return List.copyOf(plugins.getOrDefault(kind, new TreeMap<>()).values());
    }

    /**
     * The plugin of a name.
     *
     * @param kind its kind
     * @param name its name
     * @return the plugin; empty if there is none, or if {@link #conflict} has something to say
     */
    public Optional<PluginType> find(Kind kind, String name) {
        return Optional.ofNullable(plugins.getOrDefault(kind, new TreeMap<>()).get(name));
    }

    /**
     * Why a name is ambiguous.
     *
     * @param kind the plugins' kind
     * @param name their name
     * @return a line that names the places where plugins of this name are; empty if the name is unknown or clear
     */
    public Optional<String> conflict(Kind kind, String name) {
        return Optional.ofNullable(conflicts.getOrDefault(kind, new TreeMap<>()).get(name));
    }

    /**
     * What is wrong in the installation's folder of plugins.
     *
     * @return a line each
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The jars that plugins came from.
     *
     * @return the jars in the order in which they were found
     */
    public List<Artifact> artifacts() {
        return artifacts;
    }
}
