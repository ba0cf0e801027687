package dev.parabola.core.kernel;

/** The arithmetic of training, in both precisions. Whatever the kernel, the bits in every lane are the same. */
public interface Kernel {
    /**
     * The kernel's name, for the log.
     *
     * @return a word or two
     */
    String name();

    /**
     * Where rows of lanes begin in the arrays that suit this kernel best.
     *
     * @return the place
     */
    RowStart rowStart();

    /**
     * The arithmetic in float64.
     *
     * @return the kernel
     */
    Kernel64 float64();

    /**
     * The arithmetic in float32.
     *
     * @return the kernel
     */
    Kernel32 float32();

    /**
     * Sums of squared errors.
     *
     * @return the sums
     */
    Errors errors();
}
