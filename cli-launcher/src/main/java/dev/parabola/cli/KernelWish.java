package dev.parabola.cli;

import dev.parabola.core.execution.KernelChoice;

/** The kernel that the user asked for, if any. Only what trains needs to know. */
final class KernelWish {
    private KernelWish() {}

    /** The choice that is left; refuses a wish that cannot be granted. */
    static KernelChoice asked() {
        return KernelChoice.of(System.getProperty(KernelChoice.PROPERTY, "auto"));
    }
}
