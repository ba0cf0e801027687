package dev.parabola.core.kernel;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program.Instruction;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
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
    private static final String RUN = Type.getMethodDescriptor(
            Type.VOID_TYPE,
            Type.getType(double[][].class),
            Type.INT_TYPE,
            Type.INT_TYPE,
            Type.INT_TYPE,
            Type.getType(double[].class),
            Type.INT_TYPE);

    private static final int ARRAYS = 1;
    private static final int AT = 2;
    private static final int ROWS_LEFT = 3;
    private static final int STRIDE = 4;
    private static final int UNIFORMS = 5;
    private static final int LANE = 6;
    private static final int FIRST_FREE = 7;

    private final ProgramShape shape;
    private final MethodVisitor code;
    private final boolean[] uniform;

    private RowLoopCompiler(ProgramShape shape, MethodVisitor code) {
        this.shape = shape;
        this.code = code;
        this.uniform = uniform(shape);
    }

    static RowLoop compile(ProgramShape shape) {
        if (shape.instructions().stream().mapToInt(RowLoopCompiler::bytes).sum() > MAX_BYTES) {
            return new InterpretedRowLoop(shape);
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
        writer.visit(
                V17,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                Type.getInternalName(RowLoop.class) + "Compiled",
                null,
                OBJECT,
                new String[] {Type.getInternalName(RowLoop.class)});
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", RUN, null, null);
        run.visitCode();
        new RowLoopCompiler(shape, run).emit();
        run.visitMaxs(0, 0);
        run.visitEnd();
        writer.visitEnd();
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
            return (RowLoop) lookup.lookupClass().getDeclaredConstructor().newInstance();
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
            case CONSTANT, VARIABLE -> 16;
            case NEGATE, ABS, SQRT, EXP, LOG, SIN, COS, TAN, TANH, ATAN, ERF, SIGMOID, SOFTPLUS, FLOOR, SIGN -> 11;
            case PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER -> 15;
        };
    }

    /** Which instructions have the same result for all rows. */
    private static boolean[] uniform(ProgramShape shape) {
        List<Instruction> instructions = shape.instructions();
        boolean[] uniform = new boolean[instructions.size()];
        for (int i = 0; i < uniform.length; i++) {
            Instruction instruction = instructions.get(i);
            uniform[i] = instruction.operation() == Operation.VARIABLE
                    ? instruction.a() >= shape.rowInputs()
                    : Arrays.stream(arguments(instruction)).allMatch(argument -> uniform[argument]);
        }
        return uniform;
    }

    private static int[] arguments(Instruction instruction) {
        int[] all = {instruction.a(), instruction.b(), instruction.c(), instruction.d()};
        return Arrays.copyOf(all, instruction.operation().arity());
    }

    private void emit() {
        for (int array = 0; array < shape.rowInputs() + shape.outputs(); array++) {
            code.visitVarInsn(ALOAD, ARRAYS);
            push(array);
            code.visitInsn(AALOAD);
            code.visitVarInsn(ASTORE, FIRST_FREE + array);
        }
        emitInstructions(true);
        Label test = new Label();
        Label end = new Label();
        code.visitLabel(test);
        code.visitVarInsn(ILOAD, ROWS_LEFT);
        code.visitJumpInsn(IFLE, end);
        emitInstructions(false);
        for (int output = 0; output < shape.outputs(); output++) {
            code.visitVarInsn(ALOAD, FIRST_FREE + shape.rowInputs() + output);
            code.visitVarInsn(ILOAD, AT);
            code.visitVarInsn(DLOAD, local(shape.program().output(output)));
            code.visitInsn(DASTORE);
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

    private void emitInstructions(boolean whichAreUniform) {
        int constant = shape.uniformInputs();
        for (int i = 0; i < uniform.length; i++) {
            Instruction instruction = shape.instructions().get(i);
            if (uniform[i] == whichAreUniform) {
                emit(instruction, constant);
                code.visitVarInsn(DSTORE, local(i));
            }
            if (instruction.operation() == Operation.CONSTANT) {
                constant++;
            }
        }
    }

    private void emit(Instruction instruction, int constant) {
        switch (instruction.operation()) {
            case CONSTANT -> loadUniform(constant);
            case VARIABLE -> {
                if (instruction.a() >= shape.rowInputs()) {
                    loadUniform(instruction.a() - shape.rowInputs());
                } else {
                    code.visitVarInsn(ALOAD, FIRST_FREE + instruction.a());
                    code.visitVarInsn(ILOAD, AT);
                    code.visitInsn(DALOAD);
                }
            }
            case NEGATE -> unary(instruction, DNEG);
            case PLUS -> binary(instruction, DADD);
            case MINUS -> binary(instruction, DSUB);
            case TIMES -> binary(instruction, DMUL);
            case DIVIDE -> binary(instruction, DDIV);
            case ABS -> call(MATH, "abs", instruction);
            case SQRT -> call(MATH, "sqrt", instruction);
            case FLOOR -> call(MATH, "floor", instruction);
            case SIGN -> call(MATH, "signum", instruction);
            case MIN -> call(MATH, "min", instruction);
            case MAX -> call(MATH, "max", instruction);
            case EXP -> call(ELEMENTARY, "exp", instruction);
            case LOG -> call(ELEMENTARY, "log", instruction);
            case SIN -> call(ELEMENTARY, "sin", instruction);
            case COS -> call(ELEMENTARY, "cos", instruction);
            case TAN -> call(ELEMENTARY, "tan", instruction);
            case TANH -> call(ELEMENTARY, "tanh", instruction);
            case ATAN -> call(ELEMENTARY, "atan", instruction);
            case ERF -> call(ELEMENTARY, "erf", instruction);
            case SIGMOID -> call(ELEMENTARY, "sigmoid", instruction);
            case SOFTPLUS -> call(ELEMENTARY, "softplus", instruction);
            case POWER -> call(ELEMENTARY, "pow", instruction);
            case INTEGER_POWER -> integerPower(instruction);
            case WHERE -> where(instruction);
        }
    }

    private void loadUniform(int index) {
        code.visitVarInsn(ALOAD, UNIFORMS);
        push(index);
        code.visitVarInsn(ILOAD, STRIDE);
        code.visitInsn(IMUL);
        code.visitVarInsn(ILOAD, LANE);
        code.visitInsn(IADD);
        code.visitInsn(DALOAD);
    }

    private void unary(Instruction instruction, int opcode) {
        load(instruction.a());
        code.visitInsn(opcode);
    }

    private void binary(Instruction instruction, int opcode) {
        load(instruction.a());
        load(instruction.b());
        code.visitInsn(opcode);
    }

    private void call(String owner, String method, Instruction instruction) {
        int[] arguments = arguments(instruction);
        for (int argument : arguments) {
            load(argument);
        }
        code.visitMethodInsn(INVOKESTATIC, owner, method, arguments.length == 1 ? "(D)D" : "(DD)D", false);
    }

    /** By squaring, as {@link Operation#INTEGER_POWER} says. */
    private void integerPower(Instruction instruction) {
        int exponent = instruction.exponent();
        int n = Math.abs(exponent);
        if (exponent < 0) {
            code.visitInsn(DCONST_1);
        }
        load(instruction.a());
        for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
            code.visitInsn(DUP2);
            code.visitInsn(DMUL);
            if ((n & bit) != 0) {
                load(instruction.a());
                code.visitInsn(DMUL);
            }
        }
        if (exponent < 0) {
            code.visitInsn(DDIV);
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
        // DCMPL gives -1 and DCMPG gives 1 where either side is NaN: whichever makes the comparison fail.
        switch (comparison) {
            case LESS -> jump(DCMPG, IFGE, otherwise);
            case AT_MOST -> jump(DCMPG, IFGT, otherwise);
            case GREATER -> jump(DCMPL, IFLE, otherwise);
            case AT_LEAST -> jump(DCMPL, IFLT, otherwise);
            case EQUAL -> jump(DCMPL, IFNE, otherwise);
            case NOT_EQUAL -> jump(DCMPL, IFEQ, otherwise);
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
        code.visitVarInsn(DLOAD, local(instruction));
    }

    /** The local variable that holds an instruction's result. */
    private int local(int instruction) {
        return FIRST_FREE + shape.rowInputs() + shape.outputs() + 2 * instruction;
    }

    private void push(int value) {
        if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(BIPUSH, value);
        } else {
            code.visitIntInsn(SIPUSH, value);
        }
    }
}
