package dev.parabola.core.results;

import dev.parabola.core.execution.FailureListener;
import java.util.HashSet;
import java.util.Set;

/** Writes where each failure happened to {@code run.log}: once for each reason, because a broken plugin fails every trial. */
public final class FailureLog implements FailureListener {
    private static final int MOST_REASONS = 100;
    private static final int MOST_FRAMES = 40;
    private static final int MOST_CAUSES = 8;

    private final RunFolder folder;
    private final Set<String> reasons = new HashSet<>();

    /**
     * A log.
     *
     * @param folder the run folder, being written
     */
    public FailureLog(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes a failure, unless there was one for the same reason, or there were a hundred reasons.
     *
     * @param trial the number of the trial
     * @param reason what ended it
     * @throws StorageException if the log cannot be written
     */
    @Override
    public synchronized void failed(long trial, RuntimeException reason) {
        if (reasons.size() == MOST_REASONS || !reasons.add(String.valueOf(reason.getMessage()))) {
            return;
        }
        folder.log("trial " + trial + " failed: " + reason.getMessage());
        Throwable thrown = reason;
        for (int depth = 0; thrown != null && depth < MOST_CAUSES; depth++) {
            folder.log((depth == 0 ? "  " : "  caused by ") + thrown);
            StackTraceElement[] frames = thrown.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                folder.log("    at " + frames[i]);
            }
            if (frames.length > MOST_FRAMES) {
                folder.log("    … and " + (frames.length - MOST_FRAMES) + " more");
            }
            thrown = thrown.getCause();
        }
    }
}
