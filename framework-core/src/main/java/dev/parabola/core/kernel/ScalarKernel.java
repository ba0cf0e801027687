package dev.parabola.core.kernel;

/**
 * One lane after the other, one number at a time: the specification of every {@link Kernel}, and the choice where vectors are not
 * to be had or not worth their warm-up.
 */
public final class ScalarKernel implements Kernel {
    private final Kernel64 float64 = new ScalarKernel64();
    private final Kernel32 float32 = new ScalarKernel32();
    private final Errors errors = new ScalarErrors();

    /** Creates the kernel. */
    public ScalarKernel() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public RowStart rowStart() {
        return RowStart.AT_ONCE;
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
