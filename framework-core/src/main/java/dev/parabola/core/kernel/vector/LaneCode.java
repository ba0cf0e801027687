package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Comparison;
import dev.parabola.core.kernel.Format;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the body of a method that computes on whole vectors of lanes. Each method here writes one operation, which is one vector
 * instruction or a few, and returns the local variable that holds its result; the arguments are such variables. In what is written
 * all vectors are named local variables of one method without calls that the compiler might leave out of line, so that it keeps
 * them in registers.
 *
 * <p>Whatever is written in one straight line shares its constants; {@link #label} ends the line.
 */
final class LaneCode implements Opcodes {
    private static final String API = "jdk/incubator/vector/";
    private static final String VECTOR = "L" + API + "Vector;";
    private static final String SPECIES = "L" + API + "VectorSpecies;";
    private static final String MASK = API + "VectorMask";
    private static final String OPERATORS = API + "VectorOperators";

    private final Format format;
    private final int vectorBits;
    private final MethodVisitor code;
    private final String vector;
    private final String integers;
    private final String integer;
    /** The class of all vectors of numbers here, as far as it can be named. */
    private final String exactVector;

    private final String exactIntegers;
    private final VectorClass.Calls calls;
    private final Map<Long, Integer> constants = new HashMap<>();
    private int free;

    /**
     * The body of a method.
     *
     * @param format the numbers in the lanes
     * @param vectorBits the size of a vector
     * @param seesClasses whether the classes of vectors of one size can be named
     * @param body where to write
     */
    LaneCode(Format format, int vectorBits, boolean seesClasses, VectorClass.Body body) {
        this.format = format;
        this.vectorBits = vectorBits;
        this.code = body.visitor();
        this.free = body.free();
        this.calls = body.calls();
        boolean wide = format == Format.FLOAT64;
        vector = API + (wide ? "DoubleVector" : "FloatVector");
        integers = API + (wide ? "LongVector" : "IntVector");
        integer = wide ? "J" : "I";
        exactVector = seesClasses ? API + (wide ? "Double" : "Float") + vectorBits + "Vector" : vector;
        exactIntegers = seesClasses ? API + (wide ? "Long" : "Int") + vectorBits + "Vector" : integers;
    }

    Format format() {
        return format;
    }

    /** The number of lanes of a vector. */
    int lanes() {
        return vectorBits / format.bits();
    }

    // ---- integers, arrays and control flow

    /** A new int variable with a constant. */
    int integer(int value) {
        push(value);
        return storeInteger();
    }

    /** A new int variable: a + factor · b. */
    int sum(int a, int factor, int b) {
        code.visitVarInsn(ILOAD, a);
        code.visitVarInsn(ILOAD, b);
        if (factor != 1) {
            push(factor);
            code.visitInsn(IMUL);
        }
        code.visitInsn(IADD);
        return storeInteger();
    }

    private int storeInteger() {
        code.visitVarInsn(ISTORE, free);
        return free++;
    }

    /** Adds to an int variable. */
    void advance(int variable, int amount) {
        if (amount == (short) amount) {
            code.visitIincInsn(variable, amount);
            return;
        }
        code.visitVarInsn(ILOAD, variable);
        push(amount);
        code.visitInsn(IADD);
        code.visitVarInsn(ISTORE, variable);
    }

    /** Adds factor · amount to an int variable. */
    void advanceBy(int variable, int factor, int amount) {
        code.visitVarInsn(ILOAD, variable);
        code.visitVarInsn(ILOAD, amount);
        if (factor != 1) {
            push(factor);
            code.visitInsn(IMUL);
        }
        code.visitInsn(IADD);
        code.visitVarInsn(ISTORE, variable);
    }

    /** A new int variable with another's value. */
    int copyOfInteger(int variable) {
        code.visitVarInsn(ILOAD, variable);
        return storeInteger();
    }

    /** A new int variable: a · b. */
    int product(int a, int b) {
        code.visitVarInsn(ILOAD, a);
        code.visitVarInsn(ILOAD, b);
        code.visitInsn(IMUL);
        return storeInteger();
    }

    /** A new int variable: the element of an int array at the sum of two indices. */
    int intElement(int array, int index, int other) {
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
        code.visitVarInsn(ILOAD, other);
        code.visitInsn(IADD);
        code.visitInsn(IALOAD);
        return storeInteger();
    }

    /** A new variable for an element of an array of arrays. */
    int element(int arrays, int index) {
        code.visitVarInsn(ALOAD, arrays);
        push(index);
        code.visitInsn(AALOAD);
        code.visitVarInsn(ASTORE, free);
        return free++;
    }

    Label label() {
        constants.clear();
        Label label = new Label();
        code.visitLabel(label);
        return label;
    }

    /** Repeats what the body writes while {@code counter ≤ limit − step}; the counter grows by the step each time. */
    void loop(int counter, int limit, int step, Runnable body) {
        Label end = new Label();
        Label start = label();
        code.visitVarInsn(ILOAD, counter);
        push(step);
        code.visitInsn(IADD);
        code.visitVarInsn(ILOAD, limit);
        code.visitJumpInsn(IF_ICMPGT, end);
        body.run();
        advance(counter, step);
        code.visitJumpInsn(GOTO, start);
        code.visitLabel(end);
        constants.clear();
    }

    /**
     * Repeats what the body writes for 0, step, 2 step, … below an end that is at least one step; where less than a step is left, for
     * end − step.
     *
     * @param end the variable of the end
     * @param step the step
     * @param body takes the variable of the number at hand
     */
    void overlappingLoop(int end, int step, IntConsumer body) {
        int counter = integer(0);
        Label after = new Label();
        Label before = label();
        code.visitVarInsn(ILOAD, counter);
        code.visitVarInsn(ILOAD, end);
        code.visitJumpInsn(IF_ICMPGE, after);
        code.visitVarInsn(ILOAD, counter);
        code.visitVarInsn(ILOAD, end);
        push(step);
        code.visitInsn(ISUB);
        code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "min", "(II)I", false);
        body.accept(storeInteger());
        advance(counter, step);
        code.visitJumpInsn(GOTO, before);
        code.visitLabel(after);
        constants.clear();
    }

    /** Repeats what the body writes while {@code counter < limit}; the counter grows by a variable each time. */
    void loopBy(int counter, int limit, int step, Runnable body) {
        Label end = new Label();
        Label start = label();
        code.visitVarInsn(ILOAD, counter);
        code.visitVarInsn(ILOAD, limit);
        code.visitJumpInsn(IF_ICMPGE, end);
        body.run();
        advanceBy(counter, 1, step);
        code.visitJumpInsn(GOTO, start);
        code.visitLabel(end);
        constants.clear();
    }

    private void push(int value) {
        if (value >= -1 && value <= 5) {
            code.visitInsn(ICONST_0 + value);
        } else if (value == (byte) value) {
            code.visitIntInsn(BIPUSH, value);
        } else if (value == (short) value) {
            code.visitIntInsn(SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    // ---- memory

    /** The vector at array[index + offset]; both index and offset count numbers. */
    int load(int array, int index, int offset) {
        loadOnto(array, index, offset);
        return store();
    }

    /** The vector at array[index + other]. */
    int loadAtSum(int array, int index, int other) {
        species();
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
        code.visitVarInsn(ILOAD, other);
        code.visitInsn(IADD);
        fromArray();
        return store();
    }

    private void loadOnto(int array, int index, int offset) {
        species();
        at(array, index, offset);
        fromArray();
    }

    private void fromArray() {
        code.visitMethodInsn(
                INVOKESTATIC, vector, "fromArray", "(" + SPECIES + format.array() + "I)L" + vector + ";", false);
    }

    /** The vector at the beginning of an array, offset by a constant. */
    int load(int array, int offset) {
        species();
        code.visitVarInsn(ALOAD, array);
        push(offset);
        fromArray();
        return store();
    }

    void store(int value, int array, int index, int offset) {
        code.visitVarInsn(ALOAD, value);
        at(array, index, offset);
        intoArray();
    }

    void store(int value, int array, int offset) {
        code.visitVarInsn(ALOAD, value);
        code.visitVarInsn(ALOAD, array);
        push(offset);
        intoArray();
    }

    /** Stores a vector at array[index + other]. */
    void storeAtSum(int value, int array, int index, int other) {
        code.visitVarInsn(ALOAD, value);
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
        code.visitVarInsn(ILOAD, other);
        code.visitInsn(IADD);
        intoArray();
    }

    private void intoArray() {
        code.visitMethodInsn(INVOKEVIRTUAL, vector, "intoArray", "(" + format.array() + "I)V", false);
    }

    private void at(int array, int index, int offset) {
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
        if (offset != 0) {
            push(offset);
            code.visitInsn(IADD);
        }
    }

    private void species() {
        code.visitFieldInsn(GETSTATIC, vector, "SPECIES_" + vectorBits, SPECIES);
    }

    /** A new variable with the vector of numbers on the stack. */
    private int store() {
        return store(vector, exactVector);
    }

    private int store(String type, String exact) {
        if (!type.equals(exact)) {
            code.visitTypeInsn(CHECKCAST, exact);
        }
        return storeReference();
    }

    private int storeReference() {
        code.visitVarInsn(ASTORE, free);
        return free++;
    }

    private Bits storeBits() {
        return new Bits(store(integers, exactIntegers));
    }

    // ---- numbers

    /** The same number in every lane. */
    int constant(double value) {
        return constants.computeIfAbsent(Double.doubleToRawLongBits(value), bits -> {
            species();
            if (format == Format.FLOAT64) {
                code.visitLdcInsn(value);
            } else {
                code.visitLdcInsn((float) value);
            }
            return broadcast();
        });
    }

    /** An int variable's value in every lane, which must be exact. */
    int ofInteger(int variable) {
        species();
        code.visitVarInsn(ILOAD, variable);
        code.visitInsn(format == Format.FLOAT64 ? I2D : I2F);
        return broadcast();
    }

    /** An element of an array in every lane. */
    int ofElement(int array, int index) {
        species();
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
        code.visitInsn(format.opcode(IALOAD));
        return broadcast();
    }

    private int broadcast() {
        code.visitMethodInsn(
                INVOKESTATIC,
                vector,
                "broadcast",
                "(" + SPECIES + format.type().getDescriptor() + ")L" + vector + ";",
                false);
        return store();
    }

    int plus(int a, int b) {
        return binary("add", a, b);
    }

    int minus(int a, int b) {
        return binary("sub", a, b);
    }

    int times(int a, int b) {
        return binary("mul", a, b);
    }

    int dividedBy(int a, int b) {
        return binary("div", a, b);
    }

    int min(int a, int b) {
        return binary("min", a, b);
    }

    int max(int a, int b) {
        return binary("max", a, b);
    }

    private int binary(String method, int a, int b) {
        code.visitVarInsn(ALOAD, a);
        code.visitVarInsn(ALOAD, b);
        code.visitMethodInsn(INVOKEVIRTUAL, vector, method, "(" + VECTOR + ")L" + vector + ";", false);
        return store();
    }

    int negate(int a) {
        return unary("neg", a);
    }

    int abs(int a) {
        return unary("abs", a);
    }

    int sqrt(int a) {
        return unary("sqrt", a);
    }

    private int unary(String method, int a) {
        code.visitVarInsn(ALOAD, a);
        code.visitMethodInsn(INVOKEVIRTUAL, vector, method, "()L" + vector + ";", false);
        return store();
    }

    /** a · b + c, rounded once. */
    int fma(int a, int b, int c) {
        code.visitVarInsn(ALOAD, a);
        code.visitVarInsn(ALOAD, b);
        code.visitVarInsn(ALOAD, c);
        code.visitMethodInsn(INVOKEVIRTUAL, vector, "fma", "(" + VECTOR + VECTOR + ")L" + vector + ";", false);
        return store();
    }

    /** Adds a · b to a variable, rounding once. */
    void accumulate(int sum, int a, int b) {
        copy(fma(a, b, sum), sum);
    }

    /** Sets a variable to another's value. */
    void copy(int from, int to) {
        code.visitVarInsn(ALOAD, from);
        code.visitVarInsn(ASTORE, to);
    }

    /** A new variable with another's value, to be changed on its own. */
    int copy(int from) {
        code.visitVarInsn(ALOAD, from);
        return store();
    }

    // ---- choices

    /** Where a comparison of two numbers holds, lane by lane. */
    record Mask(int local) {}

    Mask compare(int a, Comparison comparison, int b) {
        code.visitVarInsn(ALOAD, a);
        operator(
                switch (comparison) {
                    case LESS -> "LT";
                    case AT_MOST -> "LE";
                    case GREATER -> "GT";
                    case AT_LEAST -> "GE";
                    case EQUAL -> "EQ";
                    case NOT_EQUAL -> "NE";
                },
                "Comparison");
        code.visitVarInsn(ALOAD, b);
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                vector,
                "compare",
                "(L" + OPERATORS + "$Comparison;" + VECTOR + ")L" + MASK + ";",
                false);
        return new Mask(storeReference());
    }

    private void operator(String name, String kind) {
        code.visitFieldInsn(GETSTATIC, OPERATORS, name, "L" + OPERATORS + "$" + kind + ";");
    }

    /** a in the lanes of the mask, b elsewhere. */
    int where(Mask mask, int a, int b) {
        code.visitVarInsn(ALOAD, b);
        code.visitVarInsn(ALOAD, a);
        code.visitVarInsn(ALOAD, mask.local());
        code.visitMethodInsn(INVOKEVIRTUAL, vector, "blend", "(" + VECTOR + "L" + MASK + ";)L" + vector + ";", false);
        return store();
    }

    // ---- bits

    /** The bits of numbers, as integers of the same size. */
    record Bits(int local) {}

    Bits bits(int a) {
        code.visitVarInsn(ALOAD, a);
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                vector,
                format == Format.FLOAT64 ? "reinterpretAsLongs" : "reinterpretAsInts",
                "()L" + integers + ";",
                false);
        return storeBits();
    }

    int number(Bits bits) {
        code.visitVarInsn(ALOAD, bits.local());
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                integers,
                format == Format.FLOAT64 ? "reinterpretAsDoubles" : "reinterpretAsFloats",
                "()L" + vector + ";",
                false);
        return store();
    }

    Bits add(Bits a, long constant) {
        return withConstant("add", a, constant);
    }

    Bits and(Bits a, long constant) {
        return withConstant("and", a, constant);
    }

    Bits and(Bits a, Bits b) {
        return binary("and", a, b);
    }

    Bits or(Bits a, Bits b) {
        return binary("or", a, b);
    }

    Bits or(Bits a, long constant) {
        return withConstant("or", a, constant);
    }

    Bits add(Bits a, Bits b) {
        return binary("add", a, b);
    }

    Bits subtract(Bits a, Bits b) {
        return binary("sub", a, b);
    }

    private Bits binary(String method, Bits a, Bits b) {
        code.visitVarInsn(ALOAD, a.local());
        code.visitVarInsn(ALOAD, b.local());
        code.visitMethodInsn(INVOKEVIRTUAL, integers, method, "(" + VECTOR + ")L" + integers + ";", false);
        return storeBits();
    }

    Bits negate(Bits a) {
        code.visitVarInsn(ALOAD, a.local());
        code.visitMethodInsn(INVOKEVIRTUAL, integers, "neg", "()L" + integers + ";", false);
        return storeBits();
    }

    Bits xor(Bits a, Bits b) {
        code.visitVarInsn(ALOAD, a.local());
        operator("XOR", "Associative");
        code.visitVarInsn(ALOAD, b.local());
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                integers,
                "lanewise",
                "(L" + OPERATORS + "$Binary;" + VECTOR + ")L" + integers + ";",
                false);
        return storeBits();
    }

    /** The first where the mask's bits are ones, the second where they are zeros. */
    Bits select(Bits mask, Bits ifOnes, Bits ifZero) {
        return xor(ifZero, and(xor(ifOnes, ifZero), mask));
    }

    Bits shiftLeft(Bits a, int places) {
        return shift("LSHL", a, places);
    }

    /** The highest places become zero. */
    Bits shiftRight(Bits a, int places) {
        return shift("LSHR", a, places);
    }

    /** The highest places become copies of the sign. */
    Bits shiftRightSigned(Bits a, int places) {
        return shift("ASHR", a, places);
    }

    private Bits shift(String operator, Bits a, int places) {
        code.visitVarInsn(ALOAD, a.local());
        operator(operator, "Binary");
        pushInteger(places);
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                integers,
                "lanewise",
                "(L" + OPERATORS + "$Binary;" + integer + ")L" + integers + ";",
                false);
        return storeBits();
    }

    private Bits withConstant(String method, Bits a, long constant) {
        code.visitFieldInsn(GETSTATIC, integers, "SPECIES_" + vectorBits, SPECIES);
        pushInteger(constant);
        code.visitMethodInsn(
                INVOKESTATIC, integers, "broadcast", "(" + SPECIES + integer + ")L" + integers + ";", false);
        return binary(method, a, storeBits());
    }

    private void pushInteger(long value) {
        if (format == Format.FLOAT64) {
            code.visitLdcInsn(value);
        } else {
            code.visitLdcInsn((int) value);
        }
    }

    // ---- what vectors cannot do

    /**
     * A function of the numbers of each lane, one lane after the other.
     *
     * @param function takes an array whose beginning holds the arguments, one row after the other, and the number of lanes, and
     *     replaces the first row by the results
     * @param scratch the variable of such an array
     * @param arguments the arguments
     * @return the results
     */
    int call(ObjIntConsumer<?> function, int scratch, int... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            store(arguments[i], scratch, i * lanes());
        }
        callWith(function, scratch);
        return load(scratch, 0);
    }

    private void callWith(ObjIntConsumer<?> function, int scratch) {
        calls.push(code, function);
        code.visitVarInsn(ALOAD, scratch);
        push(lanes());
        code.visitMethodInsn(
                INVOKEINTERFACE, "java/util/function/ObjIntConsumer", "accept", "(Ljava/lang/Object;I)V", true);
    }

    /**
     * Corrects results where a mask does not hold, which is rare.
     *
     * @param mask where the results are right
     * @param function takes an array of two rows, arguments and results, and the number of lanes, and corrects the results
     * @param scratch the variable of such an array
     * @param argument the arguments
     * @param result the results
     * @return the correct results
     */
    int correctUnless(Mask mask, ObjIntConsumer<?> function, int scratch, int argument, int result) {
        // through memory in any case: a result that comes from a call on one path could not stay in a register on the
        // other
        store(argument, scratch, 0);
        store(result, scratch, lanes());
        Label right = new Label();
        code.visitVarInsn(ALOAD, mask.local());
        code.visitMethodInsn(INVOKEVIRTUAL, MASK, "allTrue", "()Z", false);
        code.visitJumpInsn(IFNE, right);
        callWith(function, scratch);
        code.visitLabel(right);
        return load(scratch, lanes());
    }
}
