package dev.parabola.core.results;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.results.RunFolder.State;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at what is there before anything is written. */
final class FolderContent {
    private static final int LONGEST_LINE = 120;

    private final Path folder;

    FolderContent(Path folder) {
        this.folder = folder;
    }

    State stateFor(Study study, boolean fresh) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            requireFolderAbove();
            return State.NEW;
        }
        if (!Files.exists(folder)) {
            throw refusal("is a symbolic link to what does not exist; give another folder with -o");
        }
        if (!Files.isDirectory(folder)) {
            throw refusal("is a file, not a folder; give another folder with -o");
        }
        if (!Files.exists(RunFile.LOCK.in(folder))) {
            requireNothingButOwnBeginnings();
            return State.NEW;
        }
        requireOrdinaryFiles();
        if (fresh) {
            return State.STARTED_OVER;
        }
        boolean finished = Files.exists(RunFile.SUMMARY.in(folder));
        byte[] there = lock();
        if (Arrays.equals(there, study.lock().getBytes(StandardCharsets.UTF_8))) {
            return finished ? State.FINISHED : State.STARTED_OVER;
        }
        LockText before = LockText.of(new String(there, StandardCharsets.UTF_8));
        LockText now = LockText.of(study.lock());
        if (now.hasOnlyMoreReplicasThan(before)) {
            return finished ? State.GROWN : State.STARTED_OVER;
        }
        throw refusal("holds the run of another study: " + firstDifference(before.lines(), now.lines())
                + "; give another folder with -o, or --fresh to delete that run and start over");
    }

    private void requireFolderAbove() {
        Path above = folder.toAbsolutePath().normalize().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            throw refusal("cannot be made, because " + OneLine.of(above.toString())
                    + " is a file, not a folder; give another folder with -o");
        }
    }

    /** What a process leaves that is killed between making the folder and writing the lock. */
    private void requireNothingButOwnBeginnings() {
        for (Path entry : entries()) {
            boolean beginning = entry.equals(RunFile.LOCK.unpublishedIn(folder))
                    || (entry.equals(RunFile.LOG.in(folder)) && isEmptyFile(entry));
            if (!beginning) {
                throw refusal("is not empty and holds no run (there is "
                        + OneLine.of(entry.getFileName().toString())
                        + ", but no " + RunFile.LOCK.fileName() + "); give a new or empty folder with -o");
            }
        }
    }

    private List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw StorageException.unreadable(folder, e);
        }
        entries.sort(null);
        return entries;
    }

    private static boolean isEmptyFile(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }

    /** A link in place of a run's file leads to a file that is not the run's own, and must not be overwritten. */
    private void requireOrdinaryFiles() {
        for (RunFile file : RunFile.values()) {
            Path path = file.in(folder);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw refusal(file.fileName() + " in it is no ordinary file; give another folder with -o");
            }
        }
    }

    private byte[] lock() {
        Path lock = RunFile.LOCK.in(folder);
        try {
            return Files.readAllBytes(lock);
        } catch (IOException e) {
            throw StorageException.unreadable(lock, e);
        }
    }

    private static String firstDifference(List<String> old, List<String> now) {
        int line = 0;
        while (line < old.size() && line < now.size() && old.get(line).equals(now.get(line))) {
            line++;
        }
        return RunFile.LOCK.fileName() + ":" + (line + 1) + " has " + shown(old, line) + ", this study has "
                + shown(now, line);
    }

    private static String shown(List<String> lines, int index) {
        if (index >= lines.size()) {
            return "no such line";
        }
        String line = OneLine.of(lines.get(index).strip());
        return "'" + (line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line) + "'";
    }

    private InvalidInputException refusal(String message) {
        return new InvalidInputException(Position.of(OneLine.of(folder.toString())), message);
    }
}
