package dev.parabola.report;

import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was run, and how to run it again, as the template takes it. */
final class Provenance {
    /** Those that say whether another run is the same one; the tables of curves are as long as they are dull to check. */
    private static final List<RunFile> FILES = List.of(
            RunFile.MANIFEST, RunFile.LOCK, RunFile.TRIALS, RunFile.EFFECTS, RunFile.COMPARISONS, RunFile.SUMMARY);

    private static final int BUFFER = 1 << 16;

    private final ReportedRun run;

    Provenance(ReportedRun run) {
        this.run = run;
    }

    Map<String, Object> model() {
        RunDescription description = run.description();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("program", description.program());
        model.put("seed", description.seed());
        model.put("cells", description.cells());
        model.put("replicas", description.replicas());
        model.put("command", command(description));
        model.put("manifest", description.manifestText());
        model.put("lock", description.lockText());
        model.put(
                "differences",
                description.differences().stream()
                        .map(difference -> Map.of(
                                "path", difference.path(), "value", difference.value(), "usual", difference.usual()))
                        .toList());
        model.put(
                "plugins",
                description.plugins().stream()
                        .map(plugin ->
                                Map.of("name", plugin.name(), "version", plugin.version(), "sha256", plugin.sha256()))
                        .toList());
        model.put("files", digests());
        return model;
    }

    private static String command(RunDescription description) {
        StringBuilder command = new StringBuilder("./parabola run manifest.yaml");
        for (String override : description.overrides()) {
            command.append(" --set '").append(override.replace("'", "'\\''")).append('\'');
        }
        return command.toString();
    }

    private List<Map<String, String>> digests() {
        List<Map<String, String>> digests = new ArrayList<>();
        for (RunFile listed : FILES) {
            Path file = listed.in(run.folder());
            if (Files.exists(file)) {
                digests.add(Map.of("name", listed.fileName(), "sha256", sha256(file)));
            }
        }
        return digests;
    }

    private static String sha256(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
