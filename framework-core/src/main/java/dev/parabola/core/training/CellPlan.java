package dev.parabola.core.training;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.data.UnfitCellException;
import dev.parabola.core.network.Breakpoints;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.study.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What all trials of a cell have in common, computed once. Safe to use from several threads. */
public final class CellPlan {
    private final long seed;
    private final Cell cell;
    private final Success success;
    private final NetworkShape shape;
    private final TargetValues target;
    private final double steepestSlope;
    private final Optional<Breakpoints> breakpoints;
    private final List<Optional<Region>> regions;
    private final OptimizerRule rule;
    private final LearningSchedule schedule;
    private final EpochOrders orders;
    private final long[] checkpoints;

    /**
     * Plans a cell.
     *
     * @param study the study
     * @param cell one of its cells
     * @param shared what the study's cells have in common
     * @throws dev.parabola.core.plugin.PluginFault if one of the cell's plugins threw or gave nonsense
     * @throws UnfitCellException if the cell's settings do not fit together
     */
    public CellPlan(Study study, Cell cell, SharedPlans shared) {
        this.seed = study.seed();
        this.cell = cell;
        this.success = study.success();
        this.shape = shape(cell);
        this.breakpoints = shape.inputs() == 1 && !cell.model().hidden().isEmpty()
                ? shared.pieces(cell.model().activation())
                        .filter(pieces -> pieces.breakCount() > 0)
                        .map(pieces -> new Breakpoints(shape, pieces))
                : Optional.empty();
        SharedPlans.ExaminedTarget examined = shared.target(cell);
        this.target = examined.values();
        this.steepestSlope = cell.model().hidden().isEmpty()
                ? 0
                : shared.steepestSlope(cell.model().activation());
        this.regions = examined.regions();
        TrainingSettings training = cell.training();
        this.rule = OptimizerRule.of(training.optimizer());
        this.schedule = new LearningSchedule(
                training.scheduler(), training.optimizer(), training.learningRate(), totalSteps(), stepsPerEpoch());
        this.orders = shared.orders(seed, samples(), batch(), (totalSteps() + stepsPerEpoch() - 1) / stepsPerEpoch());
        this.checkpoints = Checkpoints.of(totalSteps(), study.checkpoints());
    }

    private static NetworkShape shape(Cell cell) {
        try {
            return new NetworkShape(cell.target().inputs(), cell.model().hidden());
        } catch (ArithmeticException e) {
            throw new UnfitCellException("the network has more parameters than an array can hold");
        }
    }

    /**
     * The number of trained numbers.
     *
     * @return weights and biases
     */
    public int parameters() {
        return shape.parameters();
    }

    /**
     * The cell.
     *
     * @return the cell
     */
    public Cell cell() {
        return cell;
    }

    /**
     * The regions with their points, in the order of the study's regions.
     *
     * @return a region; empty where it does not exist in this cell, and where its points are each replica's own
     */
    public List<Optional<Region>> regions() {
        return regions;
    }

    /** The place of the region inside among the regions. */
    int inside() {
        return cell.regions().stream().map(RegionSettings::name).toList().indexOf(Study.INSIDE);
    }

    /** Whether trials of this cell and another's can be trained side by side, as far as data, regions, network and steps go. */
    boolean fitsBeside(CellPlan other) {
        return this == other
                || (seed == other.seed
                        && cell.target().function().equals(other.cell.target().function())
                        && cell.data().equals(other.cell.data())
                        && cell.regions().equals(other.cell.regions())
                        && cell.model().hidden().equals(other.cell.model().hidden())
                        && cell.training().precision() == other.cell.training().precision()
                        && batch() == other.batch()
                        && Arrays.equals(checkpoints, other.checkpoints));
    }

    long seed() {
        return seed;
    }

    Success success() {
        return success;
    }

    NetworkShape shape() {
        return shape;
    }

    TargetValues target() {
        return target;
    }

    /** The activation's, where units usually work. */
    double steepestSlope() {
        return steepestSlope;
    }

    /** What finds where its networks change their slope, if they are piecewise linear functions of one input. */
    Optional<Breakpoints> breakpoints() {
        return breakpoints;
    }

    OptimizerRule rule() {
        return rule;
    }

    LearningSchedule schedule() {
        return schedule;
    }

    EpochOrders orders() {
        return orders;
    }

    long[] checkpoints() {
        return checkpoints;
    }

    int samples() {
        return cell.data().samples();
    }

    int batch() {
        return Math.min(cell.training().batch(), samples());
    }

    int stepsPerEpoch() {
        return cell.training().stepsPerEpoch(samples());
    }

    long totalSteps() {
        return cell.training().totalSteps(samples());
    }
}
