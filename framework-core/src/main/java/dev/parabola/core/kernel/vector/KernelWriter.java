package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.Format;
import dev.parabola.core.kernel.SplitProgram;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the loops of the vector kernel for numbers of one format and vectors of one size. The order of every lane's operations is
 * that of {@link dev.parabola.core.kernel.ScalarKernel64}.
 */
final class KernelWriter {
    /** How many samples' outputs the fused passes compute side by side, so that none waits for another. */
    static final int SAMPLES_AT_ONCE = 8;

    /** How many units' derivatives they sum side by side. */
    static final int UNITS_AT_ONCE = 2;

    private static final int COLUMNS_AT_ONCE = 4;
    private static final int MOST_FUSED_BYTES = 7_000;

    /** The most that an operation on vectors takes in the written method, but for a few with many arguments. */
    private static final int BYTES_PER_OPERATION = 18;

    private static final int FEWEST_BYTES_PER_OPERATION = 5;

    private final Format format;
    private final int vectorBits;
    private final int lanes;
    private final VectorHome home;

    KernelWriter(Format format, int vectorBits, VectorHome home) {
        this.home = home;
        this.format = format;
        this.vectorBits = vectorBits;
        this.lanes = vectorBits / format.bits();
    }

    private Class<?> type(String stem) {
        try {
            return Class.forName(getClass().getPackageName() + "." + format.twin(stem));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the program is incomplete", e);
        }
    }

    /** A method's body and where its parameters are. */
    private final class Body {
        private final LaneCode code;
        private final int[] parameters;

        private Body(VectorClass.Body body) {
            parameters = body.parameters();
            code = new LaneCode(format, vectorBits, home.seesClasses(), body);
        }
    }

    private VectorClass written(String stem) {
        return new VectorClass(home, type(stem));
    }

    private void method(VectorClass written, String name, Consumer<Body> writer) {
        written.method(name, body -> writer.accept(new Body(body)));
    }

    // ---- programs

    private static int operations(SplitProgram program) {
        return program.program().instructions().stream()
                .mapToInt(LaneFunctions::operations)
                .sum();
    }

    /** The most that a program takes in a written method, about. */
    private static int bytes(SplitProgram program) {
        return BYTES_PER_OPERATION * operations(program);
    }

    /** A program as {@code RowCode}; nothing where it would be a method that the virtual machine leaves to its interpreter. */
    Optional<Object> rows(SplitProgram program) {
        if (FEWEST_BYTES_PER_OPERATION * operations(program) > VectorClass.MAX_BYTES) {
            return Optional.empty();
        }
        VectorClass written = written("RowCode");
        method(written, "hoist", body -> {
            int[] in = body.parameters;
            new FormulaWriter(program, body.code, LaneFunctions.of(body.code, in[3])).writeUniform(in[0], in[1], in[2]);
        });
        method(written, "rows", body -> {
            LaneCode code = body.code;
            int at = body.parameters[1];
            int inputs = program.rowInputs();
            int outputs = program.program().outputCount();
            int[] arrays = new int[inputs + outputs];
            for (int i = 0; i < arrays.length; i++) {
                arrays[i] = code.element(body.parameters[0], i);
            }
            FormulaWriter formula = new FormulaWriter(program, code, LaneFunctions.of(code, body.parameters[5]));
            formula.readHoisted(body.parameters[3], body.parameters[4]);
            code.loop(at, body.parameters[2], lanes, () -> {
                int[] results = formula.writeRow(input -> code.load(arrays[input], at, 0));
                for (int output = 0; output < outputs; output++) {
                    code.store(results[output], arrays[inputs + output], at, 0);
                }
            });
        });
        return written.isTooLong() ? Optional.empty() : Optional.of(written.instance());
    }

    // ---- one hidden layer

    /**
     * Whether the passes of a network with one hidden layer are faster in one. With a large formula in them, several times over, they
     * run out of registers.
     */
    boolean canFuse(SplitProgram activation, int inputs) {
        int ofOutput = bytes(activation) + BYTES_PER_OPERATION * (4 + 2 * inputs);
        int ofUnit = bytes(activation) + BYTES_PER_OPERATION * (12 + 4 * inputs);
        return SAMPLES_AT_ONCE * ofOutput + UNITS_AT_ONCE * ofUnit <= MOST_FUSED_BYTES;
    }

    /** Those passes, for samples and units at least as many as are computed side by side. */
    Object fused(SplitProgram activation, int inputs, int samplesAtOnce, int unitsAtOnce) {
        VectorClass written = written("FusedCode");
        method(
                written,
                "backward",
                body -> new FusedPassWriter(body.code, body.parameters, activation, inputs)
                        .write(samplesAtOnce, unitsAtOnce));
        return written.instance();
    }

    // ---- dense layers

    /** The three passes of a dense layer, as products of matrices whose elements are rows of lanes. */
    enum Pass {
        /** [sample][output] = bias + Σ input · weight, over inputs. */
        FORWARD,
        /** [output][input] = Σ delta · input, over samples. */
        PARAMETERS,
        /** [sample][input] = (Σ delta · weight) · slope, over outputs. */
        INPUTS
    }

    /**
     * How many terms sums have. Each has code of its own: what the compiler learns from layers of one input would spoil its code for
     * wide layers.
     */
    enum Terms {
        /** One; there is no loop. */
        ONE,
        /** Up to {@link #MOST_FEW}. */
        FEW,
        /** More. */
        MANY;

        static final int MOST_FEW = 8;

        static Terms of(int terms) {
            return terms == 1 ? ONE : terms <= MOST_FEW ? FEW : MANY;
        }
    }

    /** A pass's loop for tiles of some rows and columns. */
    Object tile(Pass pass, Terms terms, int rows, int columns) {
        VectorClass written = written("TileCode");
        method(written, "run", body -> writeTile(body, pass, terms, rows, columns));
        return written.instance();
    }

    private void writeTile(Body body, Pass pass, Terms howMany, int rows, int columns) {
        LaneCode code = body.code;
        int[] in = body.parameters;
        int a = in[0];
        int aRow = in[2];
        int aStep = in[3];
        int b = in[4];
        int bAt = in[5];
        int bColumn = in[6];
        int bStep = in[7];
        int terms = in[8];
        int start = in[9];
        int startAt = in[10];
        int result = in[11];
        int resultAt = in[12];
        int resultRow = in[13];
        int tiles = in[14];
        int tile = code.integer(0);
        code.loop(tile, tiles, 1, () -> {
            int[][] sums = new int[rows][columns];
            for (int c = 0; c < columns; c++) {
                int first = pass == Pass.FORWARD ? code.load(start, startAt, c * lanes) : code.constant(0);
                for (int r = 0; r < rows; r++) {
                    sums[r][c] = code.copy(first);
                }
            }
            Matrix left = new Matrix(code, a, in[1], aRow, aStep, rows, pass == Pass.PARAMETERS);
            Matrix right = new Matrix(code, b, bAt, bColumn, bStep, columns, pass != Pass.FORWARD);
            Runnable addTerm = () -> {
                int[] right1 = new int[columns];
                for (int c = 0; c < columns; c++) {
                    right1[c] = right.load(c);
                }
                for (int r = 0; r < rows; r++) {
                    int left1 = left.load(r);
                    for (int c = 0; c < columns; c++) {
                        code.accumulate(sums[r][c], left1, right1[c]);
                    }
                }
            };
            if (howMany == Terms.ONE) {
                addTerm.run();
            } else {
                int term = code.integer(0);
                code.loop(term, terms, 1, () -> {
                    addTerm.run();
                    left.advance();
                    right.advance();
                });
            }
            int place = code.copyOfInteger(resultAt);
            int slope = code.copyOfInteger(startAt);
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    int value = pass == Pass.INPUTS
                            ? code.times(sums[r][c], code.load(start, slope, c * lanes))
                            : sums[r][c];
                    code.store(value, result, place, c * lanes);
                }
                code.advanceBy(place, 1, resultRow);
                code.advanceBy(slope, 1, resultRow);
            }
            code.advanceBy(bAt, columns, bColumn);
            code.advance(startAt, columns * lanes);
            code.advance(resultAt, columns * lanes);
        });
    }

    /** A matrix's rows (or columns) as a loop over terms reads them: side by side in memory, or each from a place of its own. */
    private final class Matrix {
        private final LaneCode code;
        private final int array;
        private final int step;
        private final boolean sideBySide;
        private final int[] places;

        Matrix(LaneCode code, int array, int at, int distance, int step, int count, boolean sideBySide) {
            this.code = code;
            this.array = array;
            this.step = step;
            this.sideBySide = sideBySide;
            places = new int[sideBySide ? 1 : count];
            for (int i = 0; i < places.length; i++) {
                places[i] = code.sum(at, i, distance);
            }
        }

        int load(int index) {
            return sideBySide ? code.load(array, places[0], index * lanes) : code.load(array, places[index], 0);
        }

        void advance() {
            for (int place : places) {
                if (sideBySide) {
                    code.advanceBy(place, 1, step);
                } else {
                    code.advance(place, lanes);
                }
            }
        }
    }

    // ---- batches

    Object batch() {
        VectorClass written = written("BatchCode");
        method(written, "gather", body -> {
            LaneCode code = body.code;
            int[] in = body.parameters;
            int to = code.copyOfInteger(in[6]);
            int index = code.integer(0);
            code.loop(index, in[3], 1, () -> {
                int place = code.intElement(in[1], in[2], index);
                int from = code.sum(in[6], 1, code.product(place, in[4]));
                int column = code.integer(0);
                code.loop(column, in[4], lanes, () -> {
                    code.store(code.loadAtSum(in[0], from, column), in[5], to, 0);
                    code.advance(to, lanes);
                });
            });
        });
        method(written, "sumColumns", body -> writeSums(body.code, body.parameters));
        method(written, "meanSquaredError", body -> {
            LaneCode code = body.code;
            int[] in = body.parameters;
            int twoOverSamples = code.dividedBy(code.constant(2), code.ofInteger(in[0]));
            int sum = code.copy(code.constant(0));
            int sample = code.integer(0);
            int at = code.copyOfInteger(in[5]);
            code.loop(sample, in[0], 1, () -> {
                int error = code.minus(code.load(in[1], at, 0), code.load(in[2], at, 0));
                code.accumulate(sum, error, error);
                code.store(code.times(error, twoOverSamples), in[3], at, 0);
                code.advance(at, lanes);
            });
            code.store(code.dividedBy(sum, code.ofInteger(in[0])), in[4], in[5], 0);
        });
        method(written, "testFinite", body -> {
            LaneCode code = body.code;
            int[] in = body.parameters;
            int sum = code.copy(code.constant(0));
            int at = code.copyOfInteger(in[1]);
            code.loop(at, in[2], lanes, () -> code.accumulate(sum, code.load(in[0], at, 0), code.constant(0)));
            code.store(sum, in[3], 0);
        });
        return written.instance();
    }

    private void writeSums(LaneCode code, int[] in) {
        int column = code.integer(0);
        for (int columns : new int[] {COLUMNS_AT_ONCE, 1}) {
            code.loop(column, in[2], columns * lanes, () -> {
                int[] sums = new int[columns];
                for (int c = 0; c < columns; c++) {
                    sums[c] = code.copy(code.constant(0));
                }
                int row = code.integer(0);
                int at = code.sum(in[1], 1, column);
                code.loop(row, in[4], 1, () -> {
                    for (int c = 0; c < columns; c++) {
                        code.copy(code.plus(sums[c], code.load(in[0], at, c * lanes)), sums[c]);
                    }
                    code.advanceBy(at, 1, in[3]);
                });
                int to = code.sum(in[6], 1, column);
                for (int c = 0; c < columns; c++) {
                    code.store(sums[c], in[5], to, c * lanes);
                }
            });
        }
    }

    // ---- examinations

    Object errors() {
        VectorClass written = written("ErrorCode");
        method(written, "squares", body -> {
            LaneCode code = body.code;
            int[] in = body.parameters;
            int sum = code.copy(code.constant(0));
            int at = code.copyOfInteger(in[2]);
            code.loopBy(at, in[3], in[4], () -> {
                int error = code.minus(code.load(in[0], at, 0), code.load(in[1], at, 0));
                code.accumulate(sum, error, error);
            });
            code.store(sum, in[5], in[2], 0);
        });
        method(written, "examine", body -> {
            LaneCode code = body.code;
            int[] in = body.parameters;
            int scale = code.load(in[4], in[1], 0);
            int shift = code.load(in[5], in[1], 0);
            int sum = code.copy(code.constant(0));
            int largest = code.copy(sum);
            int at = code.copyOfInteger(in[1]);
            int point = code.integer(0);
            code.loop(point, in[3], 1, () -> {
                int prediction = code.plus(code.times(code.load(in[0], at, 0), scale), shift);
                int error = code.minus(prediction, code.ofElement(in[6], point));
                code.accumulate(sum, error, error);
                code.copy(code.max(largest, code.abs(error)), largest);
                code.advanceBy(at, 1, in[2]);
            });
            code.store(sum, in[7], in[1], 0);
            code.store(largest, in[8], in[1], 0);
        });
        return written.instance();
    }
}
