package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;

/**
 * What a plugin sees besides its own jar: the JDK's platform classes and framework-api. It is asked before the jar, so a jar that
 * carries its own copy of framework-api still gets ours; no resource of ours is visible.
 */
final class ApiClassLoader extends ClassLoader {
    ApiClassLoader() {
        super("framework-api", getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.parabola.api.") || name.startsWith("org.jspecify.annotations.")) {
            return Class.forName(name, false, Plugin.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
