package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run, held against other processes until it is closed. Opening it writes nothing but the folder itself and an
 * empty {@code run.log}; {@link #write} begins the run.
 */
public final class RunFolder implements AutoCloseable {
    private static final String LOOKED_AGAIN =
            "the study was finished before with fewer replicas: its verdicts are looked at once more";

    private final Path path;
    private final Study study;
    private final State state;
    private final int looksBefore;
    private final @Nullable RunLog log;

    private RunFolder(Path path, Study study, State state, int looksBefore, @Nullable RunLog log) {
        this.path = path;
        this.study = study;
        this.state = state;
        this.looksBefore = looksBefore;
        this.log = log;
    }

    /** What opening a run folder found. */
    public enum State {
        /** Nothing was there. */
        NEW,
        /** A run was there that is not finished, or is not wanted any more; its files go when the run begins. */
        STARTED_OVER,
        /**
         * The same study was there with all its results, but fewer replicas. All are trained again, the old ones with the same figures,
         * because what they predict is not kept; the log says that the study is looked at once more.
         */
        GROWN,
        /** The same study was there, with all its results. There is nothing to do, and nothing can be written. */
        FINISHED
    }

    /**
     * Decides whether a study may be written to a folder, and takes hold of the folder unless the study is finished there.
     *
     * @param path the folder; made if it is not there
     * @param study the study
     * @param fresh whether a run that is there is to be started over, also a finished one, also another study's
     * @return the folder
     * @throws dev.parabola.core.problem.InvalidInputException if the folder holds another study, or anything that is no run, or is no
     *     folder; nothing was written
     * @throws RunFolderBusyException if another process is writing it
     * @throws StorageException if it cannot be made or read
     */
    public static RunFolder open(Path path, Study study, boolean fresh) {
        FolderContent content = new FolderContent(path);
        State found = content.stateFor(study, fresh);
        if (found == State.FINISHED) {
            return new RunFolder(path, study, State.FINISHED, 0, null);
        }
        // Before the log is locked: reading it later would let other processes in.
        int looksBefore = found == State.GROWN ? looksAt(path) : 0;
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
        RunLog log = RunLog.lock(path);
        try {
            // Until now another process may have been at work there.
            State state = content.stateFor(study, fresh);
            if (state == State.FINISHED) {
                log.close();
                return new RunFolder(path, study, state, 0, null);
            }
            return new RunFolder(path, study, state, looksBefore, log);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /**
     * What was found.
     *
     * @return the state when the folder was opened
     */
    public State state() {
        return state;
    }

    /**
     * Where the folder is.
     *
     * @return the path as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * The study of the run.
     *
     * @return the study with which the folder was opened
     */
    public Study study() {
        return study;
    }

    /**
     * Begins the run: removes the files of the run that was there, if any, and no others; writes manifest and lock.
     *
     * @return the writer of the results; to be closed before this folder is
     * @throws StorageException if a file cannot be removed or written
     */
    public RunWriter write() {
        RunLog held = held();
        for (RunFile file : RunFile.values()) {
            delete(file.unpublishedIn(path));
            if (file != RunFile.LOG && file != RunFile.LOCK) {
                delete(file.in(path));
            }
        }
        if (state == State.GROWN) {
            held.add(LOOKED_AGAIN);
        } else {
            held.clear();
        }
        PublishedFile.write(path, RunFile.LOCK, study.lock().getBytes(StandardCharsets.UTF_8));
        PublishedFile.write(path, RunFile.MANIFEST, study.manifestBytes());
        MachineDescription.lines().forEach(held::add);
        return new RunWriter(this);
    }

    /**
     * How often the study's verdicts are looked at, this time included: once more each time replicas are added to a finished run.
     *
     * @return 1 for a run that was not there before
     */
    public int looks() {
        return switch (state) {
            case NEW, STARTED_OVER -> 1;
            case GROWN -> looksBefore + 1;
            case FINISHED -> looksAt(path);
        };
    }

    /**
     * How often the verdicts of a run were looked at, with more replicas each time. Not for a folder that this process writes.
     *
     * @param folder the run folder, finished
     * @return at least 1
     * @throws StorageException if its log cannot be read
     */
    public static int looksAt(Path folder) {
        Path file = RunFile.LOG.in(folder);
        if (!Files.exists(file)) {
            return 1;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return 1
                    + (int) text.lines()
                            .filter(line -> line.endsWith(LOOKED_AGAIN))
                            .count();
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }

    /**
     * Adds a line with a time stamp to {@code run.log}. Safe to call from several threads.
     *
     * @param line what happened; line breaks are written as {@code \n}
     * @throws StorageException if it cannot be written
     */
    public void log(String line) {
        held().add(line);
    }

    /** Lets other processes in. */
    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }

    private RunLog held() {
        if (log == null) {
            throw new IllegalStateException("a finished run is not written again");
        }
        return log;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageException.unwritable(file, e);
        }
    }
}
