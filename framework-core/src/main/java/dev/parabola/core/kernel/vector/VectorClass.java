package dev.parabola.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes a class that implements an interface of this package, and makes its only instance. */
final class VectorClass implements Opcodes {
    /** The virtual machine leaves methods of more than 8000 bytes to its interpreter. */
    static final int MAX_BYTES = 8_000;

    private final ClassWriter writer;
    private final Class<?> type;

    /**
     * A class without methods.
     *
     * @param type the interface
     */
    VectorClass(Class<?> type) {
        this.type = type;
        writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return Type.getInternalName(Object.class);
            }
        };
        writer.visit(
                V17,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                Type.getInternalName(type) + "Written",
                null,
                Type.getInternalName(Object.class),
                new String[] {Type.getInternalName(type)});
        method("<init>", "()V", code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKESPECIAL, Type.getInternalName(Object.class), "<init>", "()V", false);
            code.visitInsn(RETURN);
        });
    }

    /** Writes the interface's method of a name. */
    void method(String name, Consumer<MethodVisitor> body) {
        method(name, descriptor(type, name), body);
    }

    /** The descriptor of an interface's method of a name. */
    static String descriptor(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return Type.getMethodDescriptor(method);
    }

    private void method(String name, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** The instance. */
    Object instance() {
        writer.visitEnd();
        try {
            return MethodHandles.lookup()
                    .defineHiddenClass(writer.toByteArray(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a written class can always be instantiated", e);
        }
    }
}
