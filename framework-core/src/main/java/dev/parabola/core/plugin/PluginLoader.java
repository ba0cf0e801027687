package dev.parabola.core.plugin;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads the classes of one jar, and knows which. */
final class PluginLoader extends URLClassLoader {
    private final Artifact artifact;

    PluginLoader(Artifact artifact, URL jar) {
        super(artifact.path(), new URL[] {jar}, new ApiClassLoader());
        this.artifact = artifact;
    }

    /** The jar's name and version, as the lock has them: the same wherever the jar lies. */
    String jar() {
        return artifact.version().isEmpty() ? artifact.name() : artifact.name() + " " + artifact.version();
    }
}
