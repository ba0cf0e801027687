package dev.parabola.cli;

import java.io.FileDescriptor;
import java.lang.reflect.Constructor;
import java.util.Optional;

/**
 * A file descriptor that the launcher left open. The JDK names the first three alone, and opening {@code /dev/fd/3} anew would begin a
 * file at its start and fail for a socket; the launcher opens {@code java.io} for what is done here.
 */
final class InheritedDescriptor {
    private InheritedDescriptor() {}

    /** The descriptor of a number; none where this Java does not let us have it. */
    static Optional<FileDescriptor> of(int number) {
        if (number == 2) {
            return Optional.of(FileDescriptor.err);
        }
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(number));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
