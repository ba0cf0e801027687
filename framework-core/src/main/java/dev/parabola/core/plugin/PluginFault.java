package dev.parabola.core.plugin;

import dev.parabola.api.Name;
import dev.parabola.api.Plugin;
import dev.parabola.core.text.OneLine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plugin threw, or returned what its kind forbids, while it was being used. The fault is the plugin's, not the program's. */
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A plugin's fault.
     *
     * @param plugin the plugin
     * @param fault what it did, for example {@code gave the rate NaN at step 3}; the message also names the jar that it came from
     * @param cause what it threw, if it did
     */
    public PluginFault(Plugin plugin, String fault, @Nullable Throwable cause) {
        super(nameOf(plugin) + " " + fault, cause);
    }

    /**
     * A fault of a plugin that could not even be made.
     *
     * @param message which plugin did what
     * @param cause what it threw
     */
    PluginFault(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Calls a plugin and turns whatever it throws into a fault, and nothing where there should be a result. Only errors of the
     * virtual machine itself pass, save exhausted stack or memory, which is the plugin's own doing.
     *
     * @param plugin the plugin that is called
     * @param call the call
     * @param <T> the type of the result
     * @return the call's result
     */
    @SuppressWarnings("IllegalCatch")
    public static <T> T guard(Plugin plugin, Supplier<T> call) {
        T result;
        try {
            result = call.get();
        } catch (PluginFault e) {
            throw e;
        } catch (Throwable e) {
            throw thrown(plugin, e);
        }
        if (result == null) {
            throw new PluginFault(plugin, "returned null", null);
        }
        return result;
    }

    /**
     * The fault of a plugin that threw.
     *
     * @param plugin the plugin
     * @param thrown what it threw
     * @return the fault, to be thrown
     */
    public static PluginFault thrown(Plugin plugin, Throwable thrown) {
        if (thrown instanceof VirtualMachineError error
                && !(thrown instanceof StackOverflowError)
                && !(thrown instanceof OutOfMemoryError)) {
            throw error;
        }
        String message = isWordedByTheVirtualMachine(thrown) ? null : thrown.getMessage();
        String what = thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message.strip());
        return new PluginFault(plugin, "threw " + OneLine.of(what), thrown);
    }

    /** Whose message depends on the virtual machine, and is even left out once the code was compiled: it would reach the results. */
    private static boolean isWordedByTheVirtualMachine(Throwable thrown) {
        return thrown instanceof NullPointerException
                || thrown instanceof ArithmeticException
                || thrown instanceof ArrayIndexOutOfBoundsException
                || thrown instanceof ArrayStoreException
                || thrown instanceof ClassCastException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof LinkageError
                || thrown instanceof VirtualMachineError;
    }

    private static String nameOf(Plugin plugin) {
        Class<?> type = plugin.getClass();
        Name annotation = type.getAnnotation(Name.class);
        String name = annotation == null ? type.getSimpleName() : annotation.value();
        return type.getClassLoader() instanceof PluginLoader loader ? name + " (" + loader.jar() + ")" : name;
    }
}
