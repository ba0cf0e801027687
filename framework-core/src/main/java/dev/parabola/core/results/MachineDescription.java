package dev.parabola.core.results;

import java.util.List;

/** What the results were made on; they do not depend on it, their times do. */
final class MachineDescription {
    private static final long MEBIBYTE = 1 << 20;

    private MachineDescription() {}

    static List<String> lines() {
        return List.of(
                "host: " + properties("os.name", "os.version", "os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                "JVM: " + properties("java.vm.name", "java.vm.version", "java.vendor") + ", heap up to "
                        + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB");
    }

    private static String properties(String first, String second, String third) {
        return System.getProperty(first) + " " + System.getProperty(second) + " " + System.getProperty(third);
    }
}
