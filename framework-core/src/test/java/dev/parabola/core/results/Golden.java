package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files of the golden run whose bytes are known. With {@code -Dparabola.golden.renew=true} they are written anew instead, to be looked at as a diff. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/parabola/core/results/golden");

    private Golden() {}

    public static void compare(Path folder, RunFile file) {
        try {
            if (Boolean.getBoolean("parabola.golden.renew")) {
                Files.copy(file.in(folder), RESOURCES.resolve(file.fileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            try (InputStream golden = Golden.class.getResourceAsStream("golden/" + file.fileName())) {
                assertThat(file.in(folder))
                        .hasBinaryContent(Objects.requireNonNull(golden).readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
