package dev.parabola.core.execution;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.VectorKernel;
import dev.parabola.core.kernel.vector.VectorSupport;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.Locale;
import java.util.Map;

/**
 * Which kernel trains a study. The figures are the same bits in any case. The vector kernel needs a compiled second before it is fast, in
 * which the scalar one has trained small studies to the end.
 */
public final class KernelChoice {
    /** The property of the virtual machine by which a kernel is asked for. */
    public static final String PROPERTY = "parabola.kernel";

    /** About how long the vector kernel's loops take to be compiled. */
    private static final double WARM_UP_SECONDS = 1.5;

    private static final String AUTO = "auto";
    private static final String SCALAR = "scalar";
    private static final String VECTOR = "vector";
    /** What can be asked for, and the size of vectors that it means; 0 where the processor decides. */
    private static final Map<String, Integer> WISHES =
            Map.of(AUTO, 0, SCALAR, 0, VECTOR, 0, "vector-128", 128, "vector-256", 256, "vector-512", 512);

    private final String wish;
    private final VectorSupport support;

    private KernelChoice(String wish, VectorSupport support) {
        this.wish = wish;
        this.support = support;
    }

    /**
     * A kernel, and why it was chosen.
     *
     * @param kernel the kernel
     * @param reason in a line for the log
     */
    public record Chosen(Kernel kernel, String reason) {}

    /**
     * The choice that this machine and the user leave.
     *
     * @param wish {@code auto}, {@code scalar}, {@code vector}, {@code vector-128}, {@code vector-256} or {@code vector-512}
     * @return the choice
     * @throws InvalidInputException if the wish is none of these, or cannot be granted
     */
    public static KernelChoice of(String wish) {
        Integer bits = WISHES.get(wish);
        if (bits == null) {
            throw new InvalidInputException(
                    Position.of(PROPERTY), "there is no kernel '" + wish
                    + "'; there is auto, scalar, vector, vector-128, vector-256, vector-512");
        }
        VectorSupport support = VectorSupport.find();
        if (wish.startsWith(VECTOR)) {
            if (support instanceof VectorSupport.Refused refused) {
                throw new InvalidInputException(
                        Position.of(PROPERTY), wish + " is not to be had: " + refused.reason() + "; " + refused.remedy());
            }
            if (support instanceof VectorSupport.Available available && bits > available.bits()) {
                throw new InvalidInputException(
                        Position.of(PROPERTY), wish + " is not to be had: this processor's vectors have "
                        + available.bits() + " bits; write vector");
            }
        }
        return new KernelChoice(wish, bits == 0 ? support : new VectorSupport.Available(bits));
    }

    /**
     * The most trials that are trained side by side.
     *
     * @param precision the numbers they compute with
     * @return at least 1
     */
    public int mostLanes(Precision precision) {
        if (wish.equals(SCALAR)) {
            return 1;
        }
        int size = precision == Precision.FLOAT64 ? Double.SIZE : Float.SIZE;
        return support instanceof VectorSupport.Available available ? available.bits() / size : 1;
    }

    /**
     * Chooses.
     *
     * @param scalarSeconds how long each thread would take with the scalar kernel, about
     * @return the kernel
     */
    public Chosen choose(double scalarSeconds) {
        if (wish.equals(SCALAR)) {
            return new Chosen(new ScalarKernel(), "kernel scalar: asked for");
        }
        if (support instanceof VectorSupport.Available available) {
            if (wish.equals(AUTO) && scalarSeconds < WARM_UP_SECONDS) {
                return new Chosen(
                        new ScalarKernel(),
                        String.format(
                                Locale.ROOT,
                                "kernel scalar: about %.1f s of training for each thread are less than the vector kernel's warm-up",
                                scalarSeconds));
            }
            return new Chosen(
                    new VectorKernel(available.bits()),
                    "kernel vector-" + available.bits() + (wish.equals(AUTO) ? "" : ": asked for"));
        }
        VectorSupport.Refused refused = (VectorSupport.Refused) support;
        return new Chosen(
                new ScalarKernel(),
                "kernel scalar, for the vector kernel is not to be had: " + refused.reason() + "; " + refused.remedy());
    }
}
