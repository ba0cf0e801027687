package dev.parabola.core.kernel;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program.Instruction;
import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns a program into a class of its own: one loop, every intermediate value in a register, what is the same for all rows computed
 * once before the loop. Each instruction becomes exactly its IEEE operation or elementary function, so the bits are those of {@link
 * dev.parabola.api.expression.Program#evaluate}.
 */
final class RowLoopCompiler implements Opcodes {
    /** The virtual machine leaves methods of more than 8000 bytes to its interpreter. */
    private static final int MAX_BYTES = 7_500;

    private static final String OBJECT = Type.getInternalName(Object.class);
    private static final String MATH = Type.getInternalName(Math.class);
    private static final String ELEMENTARY = "dev/parabola/api/math/Elementary";

    // the parameters of hoist, after this
    private static final int UNIFORMS = 1;
    private static final int RESULTS = 2;
    private static final int HOIST_STRIDE = 3;
    private static final int HOIST_FIRST = 4;
    private static final int HOIST_FREE = 5;

    // the parameters of run, after this
    private static final int ARRAYS = 1;
    private static final int AT = 2;
    private static final int ROWS_LEFT = 3;
    private static final int STRIDE = 4;
    private static final int HOISTED = 5;
    private static final int FIRST = 6;
    private static final int RUN_FREE = 7;

    private final SplitProgram split;
    private final Format format;
    private final MethodVisitor code;
    private final int firstLocal;

    private RowLoopCompiler(SplitProgram split, Format format, MethodVisitor code, int firstLocal) {
        this.split = split;
        this.format = format;
        this.code = code;
        this.firstLocal = firstLocal;
    }

    /** Whether a program's loop would be a method that the virtual machine leaves to its interpreter. */
    static boolean isTooLong(SplitProgram split) {
        return split.program().instructions().stream()
                        .mapToInt(RowLoopCompiler::bytes)
                        .sum()
                > MAX_BYTES;
    }

    /**
     * Compiles a program.
     *
     * @param split the program
     * @param format the numbers it computes with
     * @param type the loop's interface in that format
     * @return an instance
     */
    static Object compile(SplitProgram split, Format format, Class<?> type) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
        writer.visit(
                V17,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                Type.getInternalName(type) + "Compiled",
                null,
                OBJECT,
                new String[] {Type.getInternalName(type)});
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        String array = format.array();
        MethodVisitor hoist = writer.visitMethod(ACC_PUBLIC, "hoist", "(" + array + array + "II)V", null, null);
        hoist.visitCode();
        new RowLoopCompiler(split, format, hoist, HOIST_FREE).emitHoist();
        hoist.visitMaxs(0, 0);
        hoist.visitEnd();
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", "([" + array + "III" + array + "I)V", null, null);
        run.visitCode();
        new RowLoopCompiler(
                        split,
                        format,
                        run,
                        RUN_FREE + split.rowInputs() + split.program().outputCount())
                .emitRun();
        run.visitMaxs(0, 0);
        run.visitEnd();
        writer.visitEnd();
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
            return lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled program can always be instantiated", e);
        }
    }

    /** The most bytes that an instruction becomes: loads and stores of four each, and what lies between. */
    private static int bytes(Instruction instruction) {
        int squarings = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(instruction.exponent()));
        return switch (instruction.operation()) {
            case INTEGER_POWER -> 12 + 7 * squarings;
            case WHERE -> 28;
            case CONSTANT, VARIABLE -> 32;
            case NEGATE, ABS, SQRT, EXP, LOG, SIN, COS, TAN, TANH, ATAN, ERF, SIGMOID, SOFTPLUS, FLOOR, SIGN -> 11;
            case PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER -> 15;
        };
    }

    private void emitHoist() {
        int constant = split.uniformInputs();
        for (int i = 0; i < split.program().instructions().size(); i++) {
            Instruction instruction = split.program().instructions().get(i);
            if (split.isUniform(i)) {
                switch (instruction.operation()) {
                    case CONSTANT -> loadRow(UNIFORMS, constant, HOIST_STRIDE, HOIST_FIRST);
                    case VARIABLE -> loadRow(UNIFORMS, instruction.a() - split.rowInputs(), HOIST_STRIDE, HOIST_FIRST);
                    default -> emit(instruction);
                }
                store(i);
            }
            if (instruction.operation() == Operation.CONSTANT) {
                constant++;
            }
            if (split.isHoisted(i)) {
                placeOfRow(RESULTS, split.hoistedPlace(i), HOIST_STRIDE, HOIST_FIRST);
                load(i);
                code.visitInsn(format.opcode(IASTORE));
            }
        }
        code.visitInsn(RETURN);
    }

    private void emitRun() {
        int inputs = split.rowInputs();
        int outputs = split.program().outputCount();
        for (int array = 0; array < inputs + outputs; array++) {
            code.visitVarInsn(ALOAD, ARRAYS);
            push(array);
            code.visitInsn(AALOAD);
            code.visitVarInsn(ASTORE, RUN_FREE + array);
        }
        int count = split.program().instructions().size();
        for (int i = 0; i < count; i++) {
            if (split.isHoisted(i)) {
                loadRow(HOISTED, split.hoistedPlace(i), STRIDE, FIRST);
                store(i);
            }
        }
        Label test = new Label();
        Label end = new Label();
        code.visitLabel(test);
        code.visitVarInsn(ILOAD, ROWS_LEFT);
        code.visitJumpInsn(IFLE, end);
        for (int i = 0; i < count; i++) {
            if (!split.isUniform(i)) {
                Instruction instruction = split.program().instructions().get(i);
                if (instruction.operation() == Operation.VARIABLE) {
                    code.visitVarInsn(ALOAD, RUN_FREE + instruction.a());
                    code.visitVarInsn(ILOAD, AT);
                    code.visitInsn(format.opcode(IALOAD));
                } else {
                    emit(instruction);
                }
                store(i);
            }
        }
        for (int output = 0; output < outputs; output++) {
            code.visitVarInsn(ALOAD, RUN_FREE + inputs + output);
            code.visitVarInsn(ILOAD, AT);
            load(split.program().output(output));
            code.visitInsn(format.opcode(IASTORE));
        }
        code.visitVarInsn(ILOAD, AT);
        code.visitVarInsn(ILOAD, STRIDE);
        code.visitInsn(IADD);
        code.visitVarInsn(ISTORE, AT);
        code.visitIincInsn(ROWS_LEFT, -1);
        code.visitJumpInsn(GOTO, test);
        code.visitLabel(end);
        code.visitInsn(RETURN);
    }

    private void emit(Instruction instruction) {
        switch (instruction.operation()) {
            case CONSTANT, VARIABLE -> throw new IllegalArgumentException(instruction + " computes nothing");
            case NEGATE -> unary(instruction, INEG);
            case PLUS -> binary(instruction, IADD);
            case MINUS -> binary(instruction, ISUB);
            case TIMES -> binary(instruction, IMUL);
            case DIVIDE -> binary(instruction, IDIV);
            case ABS -> call(MATH, "abs", instruction);
            case SQRT -> exact("sqrt", instruction);
            case FLOOR -> exact("floor", instruction);
            case SIGN -> call(MATH, "signum", instruction);
            case MIN -> call(MATH, "min", instruction);
            case MAX -> call(MATH, "max", instruction);
            case EXP -> call(elementary(), "exp", instruction);
            case LOG -> call(elementary(), "log", instruction);
            case SIN -> call(elementary(), "sin", instruction);
            case COS -> call(elementary(), "cos", instruction);
            case TAN -> call(elementary(), "tan", instruction);
            case TANH -> call(elementary(), "tanh", instruction);
            case ATAN -> call(elementary(), "atan", instruction);
            case ERF -> call(elementary(), "erf", instruction);
            case SIGMOID -> call(elementary(), "sigmoid", instruction);
            case SOFTPLUS -> call(elementary(), "softplus", instruction);
            case POWER -> call(elementary(), "pow", instruction);
            case INTEGER_POWER -> integerPower(instruction);
            case WHERE -> where(instruction);
        }
    }

    private String elementary() {
        return switch (format) {
            case FLOAT64 -> ELEMENTARY;
            case FLOAT32 -> ELEMENTARY + "32";
        };
    }

    private void loadRow(int array, int row, int stride, int lane) {
        placeOfRow(array, row, stride, lane);
        code.visitInsn(format.opcode(IALOAD));
    }

    private void placeOfRow(int array, int row, int stride, int lane) {
        code.visitVarInsn(ALOAD, array);
        push(row);
        code.visitVarInsn(ILOAD, stride);
        code.visitInsn(IMUL);
        code.visitVarInsn(ILOAD, lane);
        code.visitInsn(IADD);
    }

    private void unary(Instruction instruction, int integerOpcode) {
        load(instruction.a());
        code.visitInsn(format.opcode(integerOpcode));
    }

    private void binary(Instruction instruction, int integerOpcode) {
        load(instruction.a());
        load(instruction.b());
        code.visitInsn(format.opcode(integerOpcode));
    }

    private void call(String owner, String method, Instruction instruction) {
        int[] arguments = SplitProgram.arguments(instruction);
        for (int argument : arguments) {
            load(argument);
        }
        String number = format.type().getDescriptor();
        code.visitMethodInsn(INVOKESTATIC, owner, method, "(" + number.repeat(arguments.length) + ")" + number, false);
    }

    /** A function of Math that only doubles have; rounding its result once more gives the float's, which is known to be exact. */
    private void exact(String method, Instruction instruction) {
        load(instruction.a());
        if (format == Format.FLOAT32) {
            code.visitInsn(F2D);
        }
        code.visitMethodInsn(INVOKESTATIC, MATH, method, "(D)D", false);
        if (format == Format.FLOAT32) {
            code.visitInsn(D2F);
        }
    }

    /** By squaring, as {@link Operation#INTEGER_POWER} says. */
    private void integerPower(Instruction instruction) {
        int exponent = instruction.exponent();
        int n = Math.abs(exponent);
        if (exponent < 0) {
            code.visitInsn(format == Format.FLOAT64 ? DCONST_1 : FCONST_1);
        }
        load(instruction.a());
        for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
            code.visitInsn(format == Format.FLOAT64 ? DUP2 : DUP);
            code.visitInsn(format.opcode(IMUL));
            if ((n & bit) != 0) {
                load(instruction.a());
                code.visitInsn(format.opcode(IMUL));
            }
        }
        if (exponent < 0) {
            code.visitInsn(format.opcode(IDIV));
        }
    }

    private void where(Instruction instruction) {
        Comparison comparison = instruction.comparison();
        if (comparison == null) {
            throw new IllegalArgumentException("a choice has a comparison");
        }
        Label otherwise = new Label();
        Label end = new Label();
        load(instruction.a());
        load(instruction.b());
        // DCMPL and FCMPL give -1, DCMPG and FCMPG give 1 where either side is NaN: whichever makes the comparison
        // fail.
        int less = format == Format.FLOAT64 ? DCMPL : FCMPL;
        int greater = format == Format.FLOAT64 ? DCMPG : FCMPG;
        switch (comparison) {
            case LESS -> jump(greater, IFGE, otherwise);
            case AT_MOST -> jump(greater, IFGT, otherwise);
            case GREATER -> jump(less, IFLE, otherwise);
            case AT_LEAST -> jump(less, IFLT, otherwise);
            case EQUAL -> jump(less, IFNE, otherwise);
            case NOT_EQUAL -> jump(less, IFEQ, otherwise);
        }
        load(instruction.c());
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(otherwise);
        load(instruction.d());
        code.visitLabel(end);
    }

    private void jump(int compare, int jump, Label target) {
        code.visitInsn(compare);
        code.visitJumpInsn(jump, target);
    }

    private void load(int instruction) {
        code.visitVarInsn(format.opcode(ILOAD), local(instruction));
    }

    private void store(int instruction) {
        code.visitVarInsn(format.opcode(ISTORE), local(instruction));
    }

    /** The local variable that holds an instruction's result. */
    private int local(int instruction) {
        return firstLocal + format.slots() * instruction;
    }

    private void push(int value) {
        if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(BIPUSH, value);
        } else {
            code.visitIntInsn(SIPUSH, value);
        }
    }
}
