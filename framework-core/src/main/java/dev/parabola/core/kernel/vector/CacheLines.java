package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.RowStart;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

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
            int alignment = Integer.parseInt(option("ObjectAlignmentInBytes").orElse("1"));
            return rowStart(
                    Math.min(alignment, LINE), isOn("UseCompressedClassPointers"), isOn("UseCompactObjectHeaders"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return RowStart.AT_ONCE;
        }
    }

    private static boolean isOn(String option) throws ReflectiveOperationException {
        return Boolean.parseBoolean(option(option).orElse("false"));
    }

    /** An option of HotSpot, which other virtual machines, and older or newer ones, need not have. */
    private static Optional<String> option(String name) throws ReflectiveOperationException {
        Class<? extends PlatformManagedObject> type =
                Class.forName("com.sun.management.HotSpotDiagnosticMXBean").asSubclass(PlatformManagedObject.class);
        try {
            Object option =
                    type.getMethod("getVMOption", String.class).invoke(ManagementFactory.getPlatformMXBean(type), name);
            return Optional.of((String) option.getClass().getMethod("getValue").invoke(option));
        } catch (InvocationTargetException unknown) {
            return Optional.empty();
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
