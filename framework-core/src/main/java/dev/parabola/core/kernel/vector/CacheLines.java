package dev.parabola.core.kernel.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.parabola.core.kernel.RowStart;
import java.lang.management.ManagementFactory;

/** Where rows must begin in their arrays to begin at cache lines, as far as this virtual machine can place them there. */
public final class CacheLines {
    /** The length of a line, in bytes, of almost all processors, and of the longest vectors. */
    private static final int LINE = 64;

    /** From this version on, numbers of four bytes may begin at any multiple of four. */
    private static final int FEATURE_WITH_PACKED_HEADERS = 23;

    private CacheLines() {}

    /**
     * Asks the virtual machine how it places arrays. By itself HotSpot does so at multiples of 8 bytes; {@code
     * -XX:ObjectAlignmentInBytes=64} is what the launcher says.
     *
     * @return where rows begin; with their arrays where nothing is known or gained
     */
    public static RowStart find() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            int alignment = Integer.parseInt(
                    machine.getVMOption("ObjectAlignmentInBytes").getValue());
            return rowStart(
                    Math.min(alignment, LINE),
                    isOn(machine, "UseCompressedClassPointers"),
                    isOn(machine, "UseCompactObjectHeaders"));
        } catch (RuntimeException | LinkageError e) {
            return RowStart.AT_ONCE;
        }
    }

    private static boolean isOn(HotSpotDiagnosticMXBean machine, String option) {
        try {
            return Boolean.parseBoolean(machine.getVMOption(option).getValue());
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** An array's header is the object's: a word, and the class unless it is within the word; and then the length. */
    private static RowStart rowStart(int alignment, boolean compressedClass, boolean compact) {
        int object = compact ? Long.BYTES : Long.BYTES + (compressedClass ? Integer.BYTES : Long.BYTES);
        int end = object + Integer.BYTES;
        int wide = roundUp(end);
        int narrow = Runtime.version().feature() < FEATURE_WITH_PACKED_HEADERS ? wide : end;
        return RowStart.atLine(wide, narrow, alignment);
    }

    private static int roundUp(int bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }
}
