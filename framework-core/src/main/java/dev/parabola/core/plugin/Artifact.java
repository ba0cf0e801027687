package dev.parabola.core.plugin;

/**
 * A jar that plugins came from.
 *
 * @param path the path as the user named it; of a jar in a folder, the folder as named, a slash and the jar's file name
 * @param name the {@code Implementation-Title} of the jar's manifest, or else the file name
 * @param version the {@code Implementation-Version} of the jar's manifest, or else empty
 * @param sha256 the SHA-256 of the jar's bytes, 64 lower-case hexadecimal digits
 */
public record Artifact(String path, String name, String version, String sha256) {}
