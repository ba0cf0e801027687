package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.Errors;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.RowStart;

/**
 * Training in vector registers: as many trials side by side as a vector has lanes. Its loops are written as bytecode for the module
 * {@code jdk.incubator.vector}; {@link VectorSupport} says whether that is to be had.
 */
public final class VectorKernel implements Kernel {
    private final int vectorBits;
    private final RowStart rowStart;
    private final Kernel64 float64;
    private final Kernel32 float32;
    private final Errors errors;

    /**
     * A kernel for vectors of a size.
     *
     * @param vectorBits 128, 256 or 512; the processor need not have vectors of this size, but else all is very slow
     * @param rowStart where rows begin in their arrays
     */
    public VectorKernel(int vectorBits, RowStart rowStart) {
        this(vectorBits, rowStart, VectorHome.find());
    }

    /** A kernel whose loops live in a given place. */
    VectorKernel(int vectorBits, RowStart rowStart, VectorHome home) {
        this.vectorBits = vectorBits;
        this.rowStart = rowStart;
        float64 = new VectorKernel64(vectorBits, home);
        float32 = new VectorKernel32(vectorBits, home);
        errors = new VectorErrors(vectorBits, home);
    }

    @Override
    public String name() {
        return "vector-" + vectorBits;
    }

    @Override
    public RowStart rowStart() {
        return rowStart;
    }

    @Override
    public Kernel64 float64() {
        return float64;
    }

    @Override
    public Kernel32 float32() {
        return float32;
    }

    @Override
    public Errors errors() {
        return errors;
    }
}
