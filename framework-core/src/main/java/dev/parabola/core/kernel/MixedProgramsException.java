package dev.parabola.core.kernel;

/** Lanes of one cohort have programs that differ in more than constants. */
public final class MixedProgramsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MixedProgramsException() {
        super("lanes of one cohort have programs of one shape");
    }
}
