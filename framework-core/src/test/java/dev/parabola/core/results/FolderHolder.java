package dev.parabola.core.results;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that writes a run until it is killed. */
final class FolderHolder {
    static final String HELD = "held";

    private FolderHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (RunFolder run = RunFolder.open(Path.of(arguments[0]), StudyForTests.plain(2, 1), false);
                RunWriter writer = run.write()) {
            Trials.write(writer, Trials.completed(0, 2, 0.1, true));
            System.out.println(HELD);
            System.in.read();
        }
    }
}
