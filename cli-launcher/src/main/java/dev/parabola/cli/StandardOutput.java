package dev.parabola.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the first failure instead of throwing it: a reader that went away is no error, a full disk is. */
final class StandardOutput extends OutputStream {
    private final OutputStream stream;
    private @Nullable IOException failure;

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Why not everything could be written; empty also where the reader had enough, as in {@code | head}. */
    Optional<IOException> failure() {
        return failure == null || isReaderGone(failure) ? Optional.empty() : Optional.of(failure);
    }

    /** Java has no type for it; Linux and macOS say "Broken pipe", Windows "The pipe is being closed" or "has been ended". */
    private static boolean isReaderGone(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
