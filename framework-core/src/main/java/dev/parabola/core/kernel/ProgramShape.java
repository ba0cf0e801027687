package dev.parabola.core.kernel;

import dev.parabola.api.expression.Program;
import dev.parabola.api.expression.Program.Instruction;
import java.util.List;

/**
 * What programs that differ only in their constants have in common.
 *
 * @param program the program, every constant replaced by 0
 * @param rowInputs how many of its inputs, from the first, vary by row
 */
record ProgramShape(Program program, int rowInputs) {
    static ProgramShape of(Program program, int rowInputs) {
        return new ProgramShape(program.withConstants(new double[program.constants().length]), rowInputs);
    }

    List<Instruction> instructions() {
        return program.instructions();
    }

    int uniformInputs() {
        return program.inputs().size() - rowInputs;
    }

    int outputs() {
        return program.outputCount();
    }
}
