package dev.parabola.core.execution;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.CacheLines;
import dev.parabola.core.kernel.vector.VectorKernel;
import dev.parabola.core.kernel.vector.VectorSupport;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.Locale;
import java.util.Map;

/**
 * Which kernel trains a study. The figures are the same bits in any case. The vector kernel needs half a second before its loops are compiled, in
 * which the scalar one has trained small studies to the end.
 */
public final class KernelChoice {
    /** The property of the virtual machine by which a kernel is asked for. */
    public static final String PROPERTY = "parabola.kernel";

    /** About how long the vector kernel's loops take to be compiled. */
    private static final double WARM_UP_SECONDS = 0.5;

    private static final double USABLE_SHARE_OF_HEAP = 0.9;

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
     * @param coreSeconds the time that the trials to be trained take one core, about
     * @param memoryBytes the memory that a run of all trials needs, about
     * @param diskBytes the size of its folder, from above
     */
    public record Chosen(Kernel kernel, String reason, double coreSeconds, double memoryBytes, double diskBytes) {}

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
                    Position.of(PROPERTY),
                    "there is no kernel '" + wish
                            + "'; there is auto, scalar, vector, vector-128, vector-256, vector-512");
        }
        VectorSupport support =
                wish.equals(SCALAR) ? new VectorSupport.Refused("it was not asked for", "") : VectorSupport.find();
        if (wish.startsWith(VECTOR)) {
            if (support instanceof VectorSupport.Refused refused) {
                throw new InvalidInputException(
                        Position.of(PROPERTY),
                        wish + " is not to be had: " + refused.reason() + "; " + refused.remedy());
            }
            if (support instanceof VectorSupport.Available available && bits > available.bits()) {
                throw new InvalidInputException(
                        Position.of(PROPERTY),
                        wish + " is not to be had: this processor's vectors have " + available.bits()
                                + " bits; write vector");
            }
        }
        return new KernelChoice(wish, bits == 0 ? support : new VectorSupport.Available(bits));
    }

    /** How many trials are trained side by side, if they are. */
    private int lanes(Precision precision) {
        int size = precision == Precision.FLOAT64 ? Double.SIZE : Float.SIZE;
        return support instanceof VectorSupport.Available available ? available.bits() / size : 1;
    }

    /**
     * Chooses.
     *
     * @param study the study
     * @param trials how many of its trials will be trained
     * @param threads the number of threads
     * @param heapBytes the memory that the program may use
     * @return the kernel
     */
    public Chosen choose(Study study, long trials, int threads, long heapBytes) {
        WorkEstimate work = WorkEstimate.of(study, threads, trials, this::lanes);
        double share = (double) trials / study.trials();
        if (wish.equals(SCALAR)) {
            return scalar("asked for", work, share);
        }
        if (support instanceof VectorSupport.Refused refused) {
            return scalar(
                    "the vector kernel is not to be had, for " + refused.reason() + "; " + refused.remedy(),
                    work,
                    share);
        }
        int bits = ((VectorSupport.Available) support).bits();
        // Trials that share a cohort do not share threads.
        long cohorts = Math.max(1, trials * Float.SIZE / bits);
        double gained = work.scalarSeconds() * share / Math.min(threads, trials)
                - work.vectorSeconds() * share / Math.min(threads, cohorts);
        if (wish.equals(AUTO) && gained < WARM_UP_SECONDS) {
            return scalar(
                    String.format(
                            Locale.ROOT,
                            "vectors would save about %.1f s of each thread, less than their loops take to be compiled",
                            Math.max(0, gained)),
                    work,
                    share);
        }
        if (work.vectorBytes() > USABLE_SHARE_OF_HEAP * (double) heapBytes
                || work.mostNumbers() * bits / Float.SIZE > Integer.MAX_VALUE) {
            return scalar("the networks are too large to be trained side by side in this memory", work, share);
        }
        return new Chosen(
                new VectorKernel(bits, CacheLines.find()),
                "kernel vector-" + bits + (wish.equals(AUTO) ? ": the study is large enough" : ": asked for"),
                WARM_UP_SECONDS * Math.min(threads, trials) + work.vectorSeconds() * share,
                work.vectorBytes(),
                work.diskBytes());
    }

    private static Chosen scalar(String reason, WorkEstimate work, double share) {
        return new Chosen(
                new ScalarKernel(),
                "kernel scalar: " + reason,
                work.scalarSeconds() * share,
                work.scalarBytes(),
                work.diskBytes());
    }
}
