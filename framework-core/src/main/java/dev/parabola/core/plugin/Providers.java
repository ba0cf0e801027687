package dev.parabola.core.plugin;

import dev.parabola.api.Plugin;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The classes that the files under {@code META-INF/services} name. One that cannot be loaded does not hide the others. */
final class Providers {
    private Providers() {}

    static void find(ClassLoader loader, Consumer<String> complaints, BiConsumer<Kind, Class<? extends Plugin>> found) {
        for (Kind kind : Kind.values()) {
            for (Class<? extends Plugin> service : kind.services()) {
                find(service, loader, complaints, type -> found.accept(kind, type));
            }
        }
    }

    private static <S extends Plugin> void find(
            Class<S> service,
            ClassLoader loader,
            Consumer<String> complaints,
            Consumer<Class<? extends Plugin>> found) {
        Iterator<ServiceLoader.Provider<S>> providers =
                ServiceLoader.load(service, loader).stream().iterator();
        String last = "";
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                found.accept(providers.next().type());
            } catch (ServiceConfigurationError | LinkageError | SecurityException e) {
                String complaint = complaint(service, e);
                if (complaint.equals(last)) {
                    return;
                }
                complaints.accept(complaint);
                last = complaint;
            }
        }
    }

    private static String complaint(Class<?> service, Throwable e) {
        if (e instanceof ServiceConfigurationError) {
            String reason = Thrown.reason(e).replace(service.getName() + ": ", "");
            return "META-INF/services/" + service.getName() + ": " + reason
                    + "; each line must name a class of the jar that implements " + service.getSimpleName()
                    + " and has a public constructor without parameters";
        }
        return "META-INF/services/" + service.getName() + ": a class cannot be loaded: " + Thrown.describe(e);
    }
}
