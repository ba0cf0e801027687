package dev.parabola.core.plugin;

/** A plugin's code threw what it must not throw. */
public final class PluginFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Blames a plugin.
     *
     * @param message which plugin failed at what
     * @param cause what it threw
     */
    public PluginFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
