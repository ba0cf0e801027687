package dev.parabola.core.kernel;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The binary format of a lane's numbers, and what bytecode calls it. */
public enum Format {
    /** IEEE 754 binary64, Java's {@code double}. */
    FLOAT64(Double.SIZE, "64"),
    /** IEEE 754 binary32, Java's {@code float}. */
    FLOAT32(Float.SIZE, "32");

    private final int bits;
    private final String suffix;

    Format(int bits, String suffix) {
        this.bits = bits;
        this.suffix = suffix;
    }

    /**
     * The Java type of a number.
     *
     * @return double or float
     */
    public Type type() {
        return switch (this) {
            case FLOAT64 -> Type.DOUBLE_TYPE;
            case FLOAT32 -> Type.FLOAT_TYPE;
        };
    }

    /**
     * The size of a number.
     *
     * @return in bits
     */
    public int bits() {
        return bits;
    }

    /**
     * The Java type of an array of numbers.
     *
     * @return the descriptor
     */
    public String array() {
        return "[" + type().getDescriptor();
    }

    /**
     * The name of this format's twin of a class.
     *
     * @param stem the name without the number of bits
     * @return the stem followed by 64 or 32
     */
    public String twin(String stem) {
        return stem + suffix;
    }

    /**
     * The instruction for this type.
     *
     * @param integerOpcode the instruction for {@code int}, for example {@link Opcodes#IADD}
     * @return the same for this format
     */
    public int opcode(int integerOpcode) {
        return type().getOpcode(integerOpcode);
    }

    /**
     * How many local variables a number takes.
     *
     * @return 2 for a double, else 1
     */
    public int slots() {
        return type().getSize();
    }
}
