package dev.parabola.core.execution;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.api.math.KnownAnswers;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.LaneConstants32;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.random.Purpose;
import dev.parabola.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes a few known answers, so that a machine or virtual machine that calculates otherwise is found out before it makes
 * figures.
 */
public final class SelfCheck {
    private static final int ROWS = 16;
    private static final int FIRST_DRAW = 0x2DCE73E5;

    private SelfCheck() {}

    /**
     * Compares known answers.
     *
     * @param kernel the arithmetic that shall train
     * @return a line for each answer that is wrong; none if the machine can be trusted
     */
    public static List<String> failures(Kernel kernel) {
        List<String> failures = new ArrayList<>(KnownAnswers.mismatches());
        expect(failures, "half of the smallest normal number is not zero", Double.MIN_NORMAL / 2 != 0);
        expect(failures, "the smallest number times one is itself", Double.MIN_VALUE * 1.0 == Double.MIN_VALUE);
        double aboveOne = 1 + 0x1p-30;
        expect(failures, "a fused multiply-add rounds once", Math.fma(aboveOne, aboveOne, -(1 + 0x1p-29)) == 0x1p-60);
        expect(
                failures,
                "the random stream (seed 0, replica 0, data) begins as it always did",
                new RandomStream(0, 0, Purpose.DATA, 0).nextInt() == FIRST_DRAW);
        expect(failures, "compiled formulas equal interpreted ones", compiledEqualsInterpreted(kernel.float64()));
        expect(
                failures,
                "compiled formulas equal interpreted ones in float32",
                compiledEqualsInterpreted(kernel.float32()));
        return failures;
    }

    private static void expect(List<String> failures, String what, boolean holds) {
        if (!holds) {
            failures.add("this machine's Java denies that " + what);
        }
    }

    private static double argument(int place) {
        return (place % ROWS - 7.5) / 2;
    }

    private static Program formula() {
        Expression x = Expression.variable("x");
        Expression formula = x.times(x.tanh()).plus(x.squared().negate().exp()).dividedBy(3);
        return Program.of(List.of("x"), List.of(formula, formula.derivative("x")));
    }

    private static boolean compiledEqualsInterpreted(Kernel64 kernel) {
        Program program = formula();
        Lanes lanes = new Lanes(kernel.width(1));
        LaneConstants64 loop = LaneConstants64.of(List.of(kernel.compile(program, 1)), lanes);
        double[] hoisted = new double[loop.code().hoisted() * lanes.count()];
        loop.code().hoist(lanes, loop.constants(), hoisted);
        double[][] arrays = new double[3][ROWS * lanes.count()];
        Arrays.setAll(arrays[0], SelfCheck::argument);
        loop.code().apply(lanes, arrays, 0, ROWS, hoisted);
        boolean equal = true;
        for (int i = 0; i < arrays[0].length; i++) {
            double[] expected = program.evaluate(arrays[0][i]);
            equal &= arrays[1][i] == expected[0] && arrays[2][i] == expected[1];
        }
        return equal;
    }

    private static boolean compiledEqualsInterpreted(Kernel32 kernel) {
        Program program = formula();
        Lanes lanes = new Lanes(kernel.width(1));
        LaneConstants32 loop = LaneConstants32.of(List.of(kernel.compile(program, 1)), lanes);
        float[] hoisted = new float[loop.code().hoisted() * lanes.count()];
        loop.code().hoist(lanes, loop.constants(), hoisted);
        float[][] arrays = new float[3][ROWS * lanes.count()];
        for (int i = 0; i < arrays[0].length; i++) {
            arrays[0][i] = (float) argument(i);
        }
        loop.code().apply(lanes, arrays, 0, ROWS, hoisted);
        boolean equal = true;
        for (int i = 0; i < arrays[0].length; i++) {
            float[] expected = program.evaluate32(arrays[0][i]);
            equal &= arrays[1][i] == expected[0] && arrays[2][i] == expected[1];
        }
        return equal;
    }
}
