package dev.parabola.core.kernel.vector;

import java.util.Set;

/** Whether the vector kernel can be had, and if not, why, and what would help. */
public sealed interface VectorSupport {
    /** The sizes for which the kernel can be written. */
    Set<Integer> SIZES = Set.of(128, 256, 512);

    /**
     * The kernel can be had.
     *
     * @param bits the size of this processor's vectors
     */
    record Available(int bits) implements VectorSupport {}

    /**
     * The kernel cannot be had.
     *
     * @param reason why
     * @param remedy what would help
     */
    record Refused(String reason, String remedy) implements VectorSupport {}

    /**
     * Looks at the virtual machine and the processor.
     *
     * @return the first of the refusals that holds, or the size of vectors
     */
    static VectorSupport find() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new Refused(
                    "the module jdk.incubator.vector is not loaded",
                    "start Java with --add-modules jdk.incubator.vector, as bin/parabola does where Java has it");
        }
        String mode = System.getProperty("java.vm.info", "");
        if (!System.getProperty("java.vm.name", "").contains("HotSpot")
                && !System.getProperty("java.vm.name", "").contains("OpenJDK")) {
            return new Refused(
                    "only HotSpot's compiler keeps vectors in registers, and this is "
                            + System.getProperty("java.vm.name"),
                    "use a JDK with HotSpot, as those of OpenJDK and Temurin");
        }
        if (System.getProperty("java.vm.version", "").contains("jvmci")) {
            return new Refused(
                    "another compiler than C2 is in its place",
                    "use a JDK whose compiler is C2, as those of OpenJDK and Temurin");
        }
        if (mode.contains("interpreted") || mode.contains("emulated-client")) {
            return new Refused(
                    "the compiler C2 is switched off (" + mode + ")",
                    "leave out -Xint, -XX:TieredStopAtLevel and the like");
        }
        int bits = preferredBits();
        String architecture = System.getProperty("os.arch", "");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        if (bits < (intel ? 256 : 128)) {
            return new Refused(
                    "this processor has no vectors with fused multiply-add (" + architecture + ", " + bits + " bits)",
                    "use a processor with AVX2 or better, or leave out -XX:UseAVX");
        }
        return new Available(Math.min(bits, 512));
    }

    private static int preferredBits() {
        try {
            Class<?> shapes = Class.forName("jdk.incubator.vector.VectorShape");
            Object preferred = shapes.getMethod("preferredShape").invoke(null);
            return (int) shapes.getMethod("vectorBitSize").invoke(preferred);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module jdk.incubator.vector is not the one of JDK 17 to 25", e);
        }
    }
}
