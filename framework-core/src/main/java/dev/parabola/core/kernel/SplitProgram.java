package dev.parabola.core.kernel;

import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program;
import dev.parabola.api.expression.Program.Instruction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What programs that differ only in their constants have in common, cut in two: the instructions whose results are the same for all
 * rows, which are computed once, and those that differ by row. A result of the first kind that the second kind or an output uses is
 * hoisted: it is kept, numbered in the order of the instructions.
 */
public final class SplitProgram {
    private static final int NOT_HOISTED = -1;

    private final Program program;
    private final int rowInputs;
    private final boolean[] uniform;
    private final int[] hoistedPlaces;
    private final int hoisted;

    private SplitProgram(Program program, int rowInputs) {
        this.program = program;
        this.rowInputs = rowInputs;
        List<Instruction> instructions = program.instructions();
        uniform = new boolean[instructions.size()];
        for (int i = 0; i < uniform.length; i++) {
            Instruction instruction = instructions.get(i);
            uniform[i] = instruction.operation() == Operation.VARIABLE
                    ? instruction.a() >= rowInputs
                    : Arrays.stream(arguments(instruction)).allMatch(argument -> uniform[argument]);
        }
        boolean[] wanted = new boolean[uniform.length];
        for (int i = 0; i < uniform.length; i++) {
            if (!uniform[i] && instructions.get(i).operation() != Operation.VARIABLE) {
                for (int argument : arguments(instructions.get(i))) {
                    wanted[argument] = true;
                }
            }
        }
        for (int output = 0; output < program.outputCount(); output++) {
            wanted[program.output(output)] = true;
        }
        hoistedPlaces = new int[uniform.length];
        int count = 0;
        for (int i = 0; i < uniform.length; i++) {
            hoistedPlaces[i] = uniform[i] && wanted[i] ? count++ : NOT_HOISTED;
        }
        hoisted = count;
    }

    /**
     * Cuts a program.
     *
     * @param program the program; the values of its constants are forgotten
     * @param rowInputs how many of its inputs, from the first, vary by row
     * @return the program in two parts
     */
    public static SplitProgram of(Program program, int rowInputs) {
        return new SplitProgram(program.withConstants(new double[program.constants().length]), rowInputs);
    }

    /**
     * The program, every constant replaced by 0.
     *
     * @return the program
     */
    public Program program() {
        return program;
    }

    /**
     * How many inputs vary by row.
     *
     * @return a number; these inputs come first
     */
    public int rowInputs() {
        return rowInputs;
    }

    /**
     * How many inputs are the same for all rows.
     *
     * @return a number; these inputs come last
     */
    public int uniformInputs() {
        return program.inputs().size() - rowInputs;
    }

    /**
     * How many results are kept for all rows.
     *
     * @return a number
     */
    public int hoisted() {
        return hoisted;
    }

    /**
     * Whether an instruction's result is the same for all rows.
     *
     * @param instruction its place
     * @return true if it depends on no input that varies by row
     */
    public boolean isUniform(int instruction) {
        return uniform[instruction];
    }

    /**
     * Whether an instruction's result is kept for all rows.
     *
     * @param instruction its place
     * @return true if it is uniform and used by row or as an output
     */
    public boolean isHoisted(int instruction) {
        return hoistedPlaces[instruction] != NOT_HOISTED;
    }

    /**
     * Where an instruction's result is kept.
     *
     * @param instruction its place
     * @return its number among the hoisted results
     */
    public int hoistedPlace(int instruction) {
        return hoistedPlaces[instruction];
    }

    /**
     * The instructions whose results an instruction uses.
     *
     * @param instruction the instruction
     * @return their places, in order
     */
    public static int[] arguments(Instruction instruction) {
        int[] all = {instruction.a(), instruction.b(), instruction.c(), instruction.d()};
        return Arrays.copyOf(
                all,
                instruction.operation() == Operation.VARIABLE
                        ? 0
                        : instruction.operation().arity());
    }

    /** Programs are of one shape when they differ at most in their constants. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SplitProgram that && rowInputs == that.rowInputs && program.equals(that.program);
    }

    @Override
    public int hashCode() {
        return 31 * program.hashCode() + rowInputs;
    }
}
