package dev.parabola.benchmarks;

import dev.parabola.core.kernel.Format;
import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The most that a core can compute: chains of fused multiply-adds that wait for nothing but themselves, as many as there are registers
 * for. Written as bytecode, for compilers refuse or warn of the module {@code jdk.incubator.vector}, each in its own way.
 */
final class FmaPeak implements Opcodes {
    private static final int ROUNDS = 1 << 14;
    private static final String VECTOR = "Ljdk/incubator/vector/Vector;";
    private static final String SPECIES = "Ljdk/incubator/vector/VectorSpecies;";
    private static final int FIRST_VARIABLE = 4;

    private final Chains chains;
    private final double[] out64;
    private final float[] out32;
    private final long operations;

    /** What is written. */
    @FunctionalInterface
    interface Chains {
        /**
         * Computes.
         *
         * @param rounds how many fused multiply-adds every chain makes
         * @param out64 receives the chains' ends in float64
         * @param out32 receives the chains' ends in float32
         */
        void run(int rounds, double[] out64, float[] out32);
    }

    /**
     * A loop for vectors of a size.
     *
     * @param format the numbers
     * @param vectorBits 128, 256 or 512
     */
    FmaPeak(Format format, int vectorBits) {
        int lanes = vectorBits / format.bits();
        int count = vectorBits == 512 ? 24 : 12;
        chains = written(format, vectorBits, count);
        out64 = new double[count * lanes];
        out32 = new float[count * lanes];
        operations = 2L * ROUNDS * count * lanes;
    }

    /**
     * Computes for some microseconds.
     *
     * @return the number of additions and multiplications made
     */
    long run() {
        chains.run(ROUNDS, out64, out32);
        return operations;
    }

    private static Chains written(Format format, int vectorBits, int count) {
        boolean wide = format == Format.FLOAT64;
        String vector = "jdk/incubator/vector/" + (wide ? "DoubleVector" : "FloatVector");
        String number = format.type().getDescriptor();
        int lanes = vectorBits / format.bits();
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return Type.getInternalName(Object.class);
            }
        };
        writer.visit(
                V17,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                Type.getInternalName(FmaPeak.class) + "Written",
                null,
                Type.getInternalName(Object.class),
                new String[] {Type.getInternalName(Chains.class)});
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, Type.getInternalName(Object.class), "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();

        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "run", "(I[D[F)V", null, null);
        code.visitCode();
        int factor = FIRST_VARIABLE + count;
        int summand = factor + 1;
        int round = summand + 1;
        // x becomes x/2 + summand, without end and far from where numbers are slow
        for (int variable = FIRST_VARIABLE; variable <= summand; variable++) {
            double value = variable == factor ? 0.5 : variable - FIRST_VARIABLE + 1;
            code.visitFieldInsn(GETSTATIC, vector, "SPECIES_" + vectorBits, SPECIES);
            if (wide) {
                code.visitLdcInsn(value);
            } else {
                code.visitLdcInsn((float) value);
            }
            code.visitMethodInsn(
                    INVOKESTATIC, vector, "broadcast", "(" + SPECIES + number + ")L" + vector + ";", false);
            code.visitVarInsn(ASTORE, variable);
        }
        code.visitInsn(ICONST_0);
        code.visitVarInsn(ISTORE, round);
        Label start = new Label();
        Label end = new Label();
        code.visitLabel(start);
        code.visitVarInsn(ILOAD, round);
        code.visitVarInsn(ILOAD, 1);
        code.visitJumpInsn(IF_ICMPGE, end);
        for (int chain = FIRST_VARIABLE; chain < factor; chain++) {
            code.visitVarInsn(ALOAD, chain);
            code.visitVarInsn(ALOAD, factor);
            code.visitVarInsn(ALOAD, summand);
            code.visitMethodInsn(INVOKEVIRTUAL, vector, "fma", "(" + VECTOR + VECTOR + ")L" + vector + ";", false);
            code.visitVarInsn(ASTORE, chain);
        }
        code.visitIincInsn(round, 1);
        code.visitJumpInsn(GOTO, start);
        code.visitLabel(end);
        for (int chain = FIRST_VARIABLE; chain < factor; chain++) {
            code.visitVarInsn(ALOAD, chain);
            code.visitVarInsn(ALOAD, wide ? 2 : 3);
            code.visitIntInsn(SIPUSH, (chain - FIRST_VARIABLE) * lanes);
            code.visitMethodInsn(INVOKEVIRTUAL, vector, "intoArray", "(" + format.array() + "I)V", false);
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        try {
            return (Chains) MethodHandles.lookup()
                    .defineHiddenClass(writer.toByteArray(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a written class can always be instantiated", e);
        }
    }
}
