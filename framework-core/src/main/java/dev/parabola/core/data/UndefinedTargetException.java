package dev.parabola.core.data;

import dev.parabola.core.text.Numbers;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A target is undefined at a point where it is needed. */
public final class UndefinedTargetException extends UnfitCellException {
    private static final long serialVersionUID = 1;

    UndefinedTargetException(double[] point) {
        super("the target is undefined at ("
                + Arrays.stream(point).mapToObj(Numbers::text).collect(Collectors.joining(", ")) + ")");
    }
}
