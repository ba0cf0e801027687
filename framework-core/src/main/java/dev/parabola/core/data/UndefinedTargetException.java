package dev.parabola.core.data;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A target is undefined at a point where it is needed. */
public final class UndefinedTargetException extends UnfitCellException {
    private static final long serialVersionUID = 1;

    private static final MathContext PLACE = new MathContext(4);

    /** A pole of a target of one input. */
    UndefinedTargetException(double pole) {
        super("the target has a pole near x = "
                + Numbers.setting(new BigDecimal(pole).round(PLACE).doubleValue()));
    }

    UndefinedTargetException(double[] point) {
        super("the target is undefined at ("
                + Arrays.stream(point).mapToObj(Numbers::text).collect(Collectors.joining(", ")) + ")");
    }
}
