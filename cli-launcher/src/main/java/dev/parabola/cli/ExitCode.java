package dev.parabola.cli;

/** What the program's exit code says. */
final class ExitCode {
    /** All is done. A diverged trial is a finding, not a failure. */
    static final int DONE = 0;

    /** A bug in the program. */
    static final int BUG = 1;

    /** Bad input; nothing was written. */
    static final int BAD_INPUT = 2;

    /** Some trials failed, the rest are complete. */
    static final int TRIALS_FAILED = 3;

    /** Storage is full, unwritable or damaged. */
    static final int STORAGE = 4;

    /** Another process holds the run folder. */
    static final int BUSY = 5;

    /** A plugin that the user named cannot be loaded. */
    static final int PLUGIN_UNAVAILABLE = 6;

    /** Interrupted; what was written by then is whole. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
