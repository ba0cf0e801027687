package dev.parabola.core.results;

import dev.parabola.core.text.OneLine;
import java.nio.file.Path;

/** Another process is writing the run folder. */
public final class RunFolderBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says which folder is taken.
     *
     * @param folder the run folder
     */
    public RunFolderBusyException(Path folder) {
        super(OneLine.of(folder.toString())
                + ": another process is writing this run; wait for it, or give another folder with -o");
    }
}
