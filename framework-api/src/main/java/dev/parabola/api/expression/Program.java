package dev.parabola.api.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formulas of common variables as a list of instructions in which equal subexpressions are computed once: what an engine
 * compiles. Interpreting it is the specification of an {@link Expression}'s value.
 *
 * <p>{@link #evaluate} is that in binary64. {@link #evaluate32} is its counterpart in binary32: every node is one IEEE 754 operation on
 * floats or one function of {@link dev.parabola.api.math.Elementary32}, and constants are the nearest floats.
 */
public final class Program {
    private final List<String> inputs;
    private final List<Instruction> instructions;
    private final int[] outputs;

    private Program(List<String> inputs, List<Instruction> instructions, int[] outputs) {
        this.inputs = List.copyOf(inputs);
        this.instructions = List.copyOf(instructions);
        this.outputs = outputs;
    }

    /**
     * One step of a program. Its result is known by its place in the list.
     *
     * @param operation what is computed
     * @param a the place of the first argument's value, −1 if there is none; for a variable, its place among the inputs
     * @param b the place of the second argument's value, −1 if there is none
     * @param c the place of the third argument's value, −1 if there is none
     * @param d the place of the fourth argument's value, −1 if there is none
     * @param number the value of a constant, else 0
     * @param exponent the exponent of an integer power, else 0
     * @param comparison the comparison of a choice, else null
     */
    public record Instruction(
            Operation operation,
            int a,
            int b,
            int c,
            int d,
            double number,
            int exponent,
            @Nullable Comparison comparison) {}

    /**
     * Lists the instructions of formulas.
     *
     * @param inputs the names of the variables, in the order in which their values will be given
     * @param formulas the formulas, in the order of the outputs
     * @return the program
     * @throws IllegalArgumentException if a formula contains another variable
     */
    public static Program of(List<String> inputs, List<Expression> formulas) {
        IdentityHashMap<Expression, Integer> places = new IdentityHashMap<>();
        Map<Instruction, Integer> known = new HashMap<>();
        List<Instruction> instructions = new ArrayList<>();
        for (Expression node : Nodes.inOrder(formulas)) {
            Instruction instruction = instruction(node, places, inputs);
            Integer place = known.putIfAbsent(instruction, instructions.size());
            if (place == null) {
                place = instructions.size();
                instructions.add(instruction);
            }
            places.put(node, place);
        }
        int[] outputs =
                formulas.stream().mapToInt(formula -> place(places, formula)).toArray();
        return new Program(inputs, instructions, outputs);
    }

    private static Instruction instruction(
            Expression node, IdentityHashMap<Expression, Integer> places, List<String> inputs) {
        Operation operation = node.operation();
        int[] arguments = {-1, -1, -1, -1};
        for (int i = 0; i < operation.arity(); i++) {
            arguments[i] = place(places, node.argument(i));
        }
        double number = operation == Operation.CONSTANT ? node.number() : 0;
        if (operation == Operation.VARIABLE) {
            arguments[0] = inputs.indexOf(node.name());
            if (arguments[0] < 0) {
                throw new IllegalArgumentException("'" + node.name() + "' is none of the variables "
                        + (inputs.isEmpty() ? "(there are none)" : String.join(", ", inputs)));
            }
        }
        return new Instruction(
                operation,
                arguments[0],
                arguments[1],
                arguments[2],
                arguments[3],
                number,
                operation == Operation.INTEGER_POWER ? node.exponent() : 0,
                operation == Operation.WHERE ? node.comparison() : null);
    }

    private static int place(IdentityHashMap<Expression, Integer> places, Expression node) {
        Integer place = places.get(node);
        if (place == null) {
            throw new IllegalStateException("arguments come before those that use them");
        }
        return place;
    }

    /**
     * The names of the variables, in the order in which {@link #evaluate} and {@link #evaluate32} take their values.
     *
     * @return the names
     */
    public List<String> inputs() {
        return inputs;
    }

    /**
     * The instructions; each uses only results of earlier ones.
     *
     * @return the instructions, without duplicates
     */
    public List<Instruction> instructions() {
        return instructions;
    }

    /**
     * The values of the constants.
     *
     * @return a value for each instruction that is a constant, in order
     */
    public double[] constants() {
        return instructions.stream()
                .filter(instruction -> instruction.operation() == Operation.CONSTANT)
                .mapToDouble(Instruction::number)
                .toArray();
    }

    /**
     * The same instructions with other constants.
     *
     * @param values a value for each instruction that is a constant, in order
     * @return the program
     */
    public Program withConstants(double... values) {
        List<Instruction> replaced = new ArrayList<>(instructions);
        int constant = 0;
        for (int i = 0; i < replaced.size(); i++) {
            if (replaced.get(i).operation() == Operation.CONSTANT) {
                replaced.set(i, new Instruction(Operation.CONSTANT, -1, -1, -1, -1, values[constant++], 0, null));
            }
        }
        return new Program(inputs, replaced, outputs);
    }

    /**
     * The number of outputs.
     *
     * @return as many as formulas were given
     */
    public int outputCount() {
        return outputs.length;
    }

    /**
     * The instruction whose result is an output.
     *
     * @param index the output's place among the formulas, from 0
     * @return the instruction's place
     */
    public int output(int index) {
        return outputs[index];
    }

    /**
     * Computes the outputs by interpretation.
     *
     * @param values a value for each input
     * @return a value for each output
     */
    public double[] evaluate(double... values) {
        double[] results = new double[instructions.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = compute(instructions.get(i), results, values);
        }
        double[] out = new double[outputs.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = results[outputs[i]];
        }
        return out;
    }

    private static double compute(Instruction instruction, double[] results, double[] values) {
        Operation operation = instruction.operation();
        return switch (operation) {
            case CONSTANT -> instruction.number();
            case VARIABLE -> values[instruction.a()];
            case INTEGER_POWER -> Operation.integerPower(results[instruction.a()], instruction.exponent());
            case WHERE ->
                comparison(instruction).test(results[instruction.a()], results[instruction.b()])
                        ? results[instruction.c()]
                        : results[instruction.d()];
            case PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER ->
                operation.apply(results[instruction.a()], results[instruction.b()]);
            case NEGATE, ABS, SQRT, EXP, LOG, SIN, COS, TAN, TANH, ATAN, ERF, SIGMOID, SOFTPLUS, FLOOR, SIGN ->
                operation.apply(results[instruction.a()]);
        };
    }

    /**
     * Computes the outputs by interpretation in binary32.
     *
     * @param values a value for each input
     * @return a value for each output
     */
    public float[] evaluate32(float... values) {
        float[] results = new float[instructions.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = compute32(instructions.get(i), results, values);
        }
        float[] out = new float[outputs.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = results[outputs[i]];
        }
        return out;
    }

    private static float compute32(Instruction instruction, float[] results, float[] values) {
        Operation operation = instruction.operation();
        return switch (operation) {
            case CONSTANT -> (float) instruction.number();
            case VARIABLE -> values[instruction.a()];
            case INTEGER_POWER -> Operation.integerPower32(results[instruction.a()], instruction.exponent());
            case WHERE ->
                comparison(instruction).test(results[instruction.a()], results[instruction.b()])
                        ? results[instruction.c()]
                        : results[instruction.d()];
            case PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER ->
                operation.apply32(results[instruction.a()], results[instruction.b()]);
            case NEGATE, ABS, SQRT, EXP, LOG, SIN, COS, TAN, TANH, ATAN, ERF, SIGMOID, SOFTPLUS, FLOOR, SIGN ->
                operation.apply32(results[instruction.a()]);
        };
    }

    private static Comparison comparison(Instruction instruction) {
        Comparison comparison = instruction.comparison();
        if (comparison == null) {
            throw new IllegalStateException("a choice has a comparison");
        }
        return comparison;
    }

    /** Programs are equal when they list the same instructions for the same inputs and outputs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Program that
                && inputs.equals(that.inputs)
                && instructions.equals(that.instructions)
                && Arrays.equals(outputs, that.outputs);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * inputs.hashCode() + instructions.hashCode()) + Arrays.hashCode(outputs);
    }
}
