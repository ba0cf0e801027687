package dev.parabola.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The package that written loops live in. In that of the vectors themselves a loop can say of which class its variables are, and the
 * compiler then needs no guess to keep them in registers; from ours it sees abstract classes only, and now and then guesses wrong: then all vectors of a loop
 * become objects.
 */
final class VectorHome implements Opcodes {
    private static final String API = "jdk.incubator.vector";

    private static final String DOOR = API + ".WrittenDoor";

    /** This package. */
    static final VectorHome OURS = new VectorHome(MethodHandles.lookup(), false);

    private static final Optional<VectorHome> VECTORS = open();

    private final Lookup lookup;
    private final boolean seesClasses;

    private VectorHome(Lookup lookup, boolean seesClasses) {
        this.lookup = lookup;
        this.seesClasses = seesClasses;
    }

    /**
     * The vectors' own package where the virtual machine was started with {@code
     * --add-opens jdk.incubator.vector/jdk.incubator.vector=ALL-UNNAMED}, else this one.
     */
    static VectorHome find() {
        return ofVectors().orElse(OURS);
    }

    /** The vectors' own package, if it is open. */
    static Optional<VectorHome> ofVectors() {
        return VECTORS;
    }

    private static Optional<VectorHome> open() {
        try {
            Lookup outside = MethodHandles.privateLookupIn(Class.forName(API + ".Vector"), MethodHandles.lookup());
            return Optional.of(new VectorHome(inside(outside), true));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Hidden classes can only be defined from within a module, so a class is put there that hands its own lookup out. */
    private static Lookup inside(Lookup outside) throws ReflectiveOperationException {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String object = "java/lang/Object";
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, DOOR.replace('.', '/'), null, object, null);
        String descriptor = "()Ljava/lang/invoke/MethodHandles$Lookup;";
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "lookup", descriptor, null, null);
        code.visitCode();
        code.visitMethodInsn(INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", descriptor, false);
        code.visitInsn(ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        Class<?> door;
        try {
            door = outside.defineClass(writer.toByteArray());
        } catch (LinkageError e) {
            // Another copy of this program in the same virtual machine has put it there.
            door = Class.forName(DOOR);
        }
        return (Lookup) door.getMethod("lookup").invoke(null);
    }

    /** Whether the classes of vectors of one size can be named here. */
    boolean seesClasses() {
        return seesClasses;
    }

    /** The internal name of a class of this package. */
    String name(String simpleName) {
        return lookup.lookupClass().getPackageName().replace('.', '/') + "/" + simpleName;
    }

    /** Defines a class whose constants are some objects. */
    Lookup define(byte[] code, List<?> constants) {
        try {
            return constants.isEmpty()
                    ? lookup.defineHiddenClass(code, true)
                    : lookup.defineHiddenClassWithClassData(code, List.copyOf(constants), true);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a package can always be given a hidden class", e);
        }
    }
}
