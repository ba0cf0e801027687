package dev.parabola.core.kernel.vector;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a class that implements an interface of this package, and makes its only instance. Each method's body is a class of its own
 * in the vectors' home, from where only the classes of the JDK can be seen: the method hands its arguments over in two arrays.
 */
final class VectorClass implements Opcodes {
    /** The virtual machine leaves longer methods to its interpreter. */
    static final int MAX_BYTES = 8_000;

    /** What the launcher has the compiler do for written loops, it does for classes whose names begin so. */
    private static final String PREFIX = "Written";

    private static final String HANDLES = "java/lang/invoke/MethodHandles";
    private static final String OBJECT = Type.getInternalName(Object.class);
    private static final String BODY = Type.getInternalName(BiConsumer.class);
    private static final String BODY_TYPE = Type.getDescriptor(BiConsumer.class);
    private static final int ARRAYS = 1;
    private static final int INTEGERS = 2;

    private final VectorHome home;
    private final Class<?> type;
    private final ClassWriter writer;
    private final List<BiConsumer<?, ?>> bodies = new ArrayList<>();
    private int longest;

    /**
     * A class without methods.
     *
     * @param home where the bodies live
     * @param type the interface
     */
    VectorClass(VectorHome home, Class<?> type) {
        this.home = home;
        this.type = type;
        writer = classWriter(VectorHome.OURS.name(PREFIX + type.getSimpleName()), type);
    }

    private static ClassWriter classWriter(String name, Class<?> type) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return OBJECT;
            }
        };
        writer.visit(
                V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT, new String[] {Type.getInternalName(type)
                });
        return writer;
    }

    /** What is written of a method: where to write, the variables of its parameters, and the first that is free. */
    record Body(MethodVisitor visitor, int[] parameters, int free, Calls calls) {}

    /**
     * What a body calls outside of its home, in static fields. The compiler gives a method up that has a constant which is computed when it
     * is first used, and has not been used yet.
     */
    static final class Calls {
        private static final String TYPE = Type.getDescriptor(ObjIntConsumer.class);

        private final String owner;
        private final List<ObjIntConsumer<?>> called = new ArrayList<>();

        private Calls(String owner) {
            this.owner = owner;
        }

        /** Writes an instruction that has such a function, which takes an array and the number of lanes, on the stack. */
        void push(MethodVisitor visitor, ObjIntConsumer<?> function) {
            visitor.visitFieldInsn(GETSTATIC, owner, "call" + called.size(), TYPE);
            called.add(function);
        }

        private void writeFields(ClassWriter writer) {
            MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
            code.visitCode();
            for (int i = 0; i < called.size(); i++) {
                writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "call" + i, TYPE, null, null);
                code.visitMethodInsn(
                        INVOKESTATIC, HANDLES, "lookup", "()Ljava/lang/invoke/MethodHandles$Lookup;", false);
                code.visitLdcInsn("_");
                code.visitLdcInsn(Type.getType(ObjIntConsumer.class));
                code.visitIntInsn(SIPUSH, i);
                code.visitMethodInsn(
                        INVOKESTATIC,
                        HANDLES,
                        "classDataAt",
                        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
                        false);
                code.visitTypeInsn(CHECKCAST, Type.getInternalName(ObjIntConsumer.class));
                code.visitFieldInsn(PUTSTATIC, owner, "call" + i, TYPE);
            }
            code.visitInsn(RETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }

    /** Writes the interface's method of a name; the parameters are ints and arrays, and nothing is returned. */
    void method(String name, Consumer<Body> writeBody) {
        Type[] parameters = Type.getArgumentTypes(method(name));
        String field = "body" + bodies.size();
        writer.visitField(ACC_PRIVATE | ACC_FINAL, field, BODY_TYPE, null, null);
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, name, Type.getMethodDescriptor(method(name)), null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, ownName(), field, BODY_TYPE);
        pack(code, parameters, false);
        pack(code, parameters, true);
        code.visitMethodInsn(INVOKEINTERFACE, BODY, "accept", "(Ljava/lang/Object;Ljava/lang/Object;)V", true);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        bodies.add(body(parameters, writeBody));
    }

    private Method method(String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String ownName() {
        return VectorHome.OURS.name(PREFIX + type.getSimpleName());
    }

    /** An array of the arguments that are ints, or of those that are arrays. */
    private static void pack(MethodVisitor code, Type[] parameters, boolean integers) {
        code.visitIntInsn(SIPUSH, (int) Arrays.stream(parameters)
                .filter(parameter -> isInteger(parameter) == integers)
                .count());
        if (integers) {
            code.visitIntInsn(NEWARRAY, T_INT);
        } else {
            code.visitTypeInsn(ANEWARRAY, OBJECT);
        }
        int place = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (isInteger(parameters[i]) == integers) {
                code.visitInsn(DUP);
                code.visitIntInsn(SIPUSH, place++);
                code.visitVarInsn(parameters[i].getOpcode(ILOAD), i + 1);
                code.visitInsn(integers ? IASTORE : AASTORE);
            }
        }
    }

    private static boolean isInteger(Type parameter) {
        return parameter.equals(Type.INT_TYPE);
    }

    private BiConsumer<?, ?> body(Type[] parameters, Consumer<Body> writeBody) {
        String name = home.name(PREFIX + type.getSimpleName());
        ClassWriter inner = classWriter(name, BiConsumer.class);
        MethodVisitor constructor = inner.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        MethodVisitor code =
                inner.visitMethod(ACC_PUBLIC, "accept", "(Ljava/lang/Object;Ljava/lang/Object;)V", null, null);
        code.visitCode();
        Calls calls = new Calls(name);
        writeBody.accept(unpack(code, parameters, calls));
        Label end = new Label();
        code.visitLabel(end);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        if (!calls.called.isEmpty()) {
            calls.writeFields(inner);
        }
        inner.visitEnd();
        byte[] written = inner.toByteArray();
        longest = Math.max(longest, end.getOffset() + 1);
        return (BiConsumer<?, ?>) instance(home.define(written, calls.called));
    }

    private static Body unpack(MethodVisitor code, Type[] parameters, Calls calls) {
        int[] variables = new int[parameters.length];
        int variable = INTEGERS + 1;
        int arrays = 0;
        int integers = 0;
        for (int i = 0; i < parameters.length; i++) {
            boolean integer = isInteger(parameters[i]);
            code.visitVarInsn(ALOAD, integer ? INTEGERS : ARRAYS);
            code.visitTypeInsn(CHECKCAST, integer ? "[I" : "[Ljava/lang/Object;");
            code.visitIntInsn(SIPUSH, integer ? integers++ : arrays++);
            if (integer) {
                code.visitInsn(IALOAD);
            } else {
                code.visitInsn(AALOAD);
                code.visitTypeInsn(CHECKCAST, parameters[i].getInternalName());
            }
            code.visitVarInsn(parameters[i].getOpcode(ISTORE), variable);
            variables[i] = variable++;
        }
        return new Body(code, variables, variable, calls);
    }

    /** Whether a method is longer than the virtual machine compiles. */
    boolean isTooLong() {
        return longest > MAX_BYTES;
    }

    /** The instance. */
    Object instance() {
        String[] bodyTypes = new String[bodies.size()];
        Arrays.fill(bodyTypes, BODY_TYPE);
        MethodVisitor constructor =
                writer.visitMethod(ACC_PUBLIC, "<init>", "(" + String.join("", bodyTypes) + ")V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        for (int i = 0; i < bodies.size(); i++) {
            constructor.visitVarInsn(ALOAD, 0);
            constructor.visitVarInsn(ALOAD, i + 1);
            constructor.visitFieldInsn(PUTFIELD, ownName(), "body" + i, BODY_TYPE);
        }
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        writer.visitEnd();
        return instance(VectorHome.OURS.define(writer.toByteArray(), List.of()), bodies.toArray());
    }

    private static Object instance(Lookup defined, Object... arguments) {
        try {
            Constructor<?> constructor = defined.lookupClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a written class can always be instantiated", e);
        }
    }
}
