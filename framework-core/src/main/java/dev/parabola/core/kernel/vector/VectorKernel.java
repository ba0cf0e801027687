package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.Errors;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;

/**
 * Training in vector registers: as many trials side by side as a vector has lanes. Its loops are written as bytecode for the module
 * {@code jdk.incubator.vector}; {@link VectorSupport} says whether that is to be had.
 */
public final class VectorKernel implements Kernel {
    private final int vectorBits;
    private final Kernel64 float64;
    private final Kernel32 float32;
    private final Errors errors;

    /**
     * A kernel for vectors of a size.
     *
     * @param vectorBits 128, 256 or 512; the processor need not have vectors of this size, but else all is very slow
     */
    public VectorKernel(int vectorBits) {
        this.vectorBits = vectorBits;
        float64 = new VectorKernel64(vectorBits);
        float32 = new VectorKernel32(vectorBits);
        errors = new VectorErrors(vectorBits);
    }

    @Override
    public String name() {
        return "vector-" + vectorBits;
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
