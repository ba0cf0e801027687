package dev.parabola.core.training;

import dev.parabola.core.data.AffineMap;
import dev.parabola.core.data.Region;
import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.Yardsticks;
import dev.parabola.core.network.ActivationValues;
import dev.parabola.core.network.Breakpoints.Breakpoint;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.Health.NotFinite;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One lane's data, and what is known of its trial so far. */
final class LaneRecord {
    private final Trial trial;
    private final int lane;
    private final int width;
    private final Samples samples;
    private final AffineMap[] inputMaps;
    private final AffineMap outputMap;
    private final long[] firstSuccess;
    /** The regions where this replica is examined: those of all, and its own training points. */
    private final List<Optional<Region>> regions;

    private final List<OptionalDouble> yardsticks;
    private final List<Checkpoint> history = new ArrayList<>();
    private List<Optional<Score>> scores = List.of();
    private final List<double[]> fits = new ArrayList<>();
    private Health health = Health.UNKNOWN;
    private Portrait portrait = Portrait.NONE;
    private boolean bornDead;
    private boolean constantOutput;
    private final LossCourse course;
    private double trainMse = Double.NaN;
    private Status status = Status.COMPLETED;
    private long steps;

    LaneRecord(Trial trial, int lane, int width) {
        this.trial = trial;
        this.lane = lane;
        this.width = width;
        CellPlan plan = trial.plan();
        DataSettings data = plan.cell().data();
        samples = SampleDraw.draw(plan.seed(), trial.replica(), data, plan.target());
        int dimensions = samples.dimensions();
        inputMaps = new AffineMap[dimensions];
        for (int d = 0; d < dimensions; d++) {
            inputMaps[d] = AffineMap.fit(data.inputScaling(), samples.inputs(), d, dimensions);
        }
        outputMap = AffineMap.fit(data.outputScaling(), samples.outputs(), 0, 1);
        course = new LossCourse(samples, outputMap);
        regions = regions(plan, samples);
        yardsticks = Yardsticks.of(regions, plan.inside());
        firstSuccess = new long[regions.size()];
        Arrays.fill(firstSuccess, -1);
        steps = plan.totalSteps();
    }

    private static List<Optional<Region>> regions(CellPlan plan, Samples samples) {
        List<Optional<Region>> regions = new ArrayList<>(plan.regions());
        for (int r = 0; r < regions.size(); r++) {
            RegionSettings settings = plan.cell().regions().get(r);
            if (settings.points() instanceof RegionSettings.Training) {
                regions.set(r, Optional.of(RegionPoints.training(settings.name(), samples, plan.target())));
            }
        }
        return List.copyOf(regions);
    }

    Trial trial() {
        return trial;
    }

    Samples samples() {
        return samples;
    }

    /** Writes points as the network sees them into the lane of an array ordered [point][input][lane]. */
    void scaleInputs(double[] inputs, double[] laneInputs) {
        for (int i = 0; i < inputs.length; i++) {
            laneInputs[i * width + lane] = inputMaps[i % inputMaps.length].apply(inputs[i]);
        }
    }

    /** Writes outputs as the network shall learn them into the lane of an array ordered [sample][lane]. */
    void scaleOutputs(double[] laneOutputs) {
        for (int i = 0; i < samples.count(); i++) {
            laneOutputs[i * width + lane] = outputMap.apply(samples.outputs()[i]);
        }
    }

    /** The lane of an array ordered [point][lane], in the target's own units. */
    double prediction(double[] lanePredictions, int point) {
        return outputMap.invert(lanePredictions[point * width + lane]);
    }

    /** How outputs were scaled for the network. */
    AffineMap outputMap() {
        return outputMap;
    }

    /** The regions where this replica is examined, in the order of the study's; empty where a region does not exist. */
    List<Optional<Region>> regions() {
        return regions;
    }

    /** Rates the lane in a region, given its sum of squared errors and its largest error there. */
    Score score(int index, Region region, double squares, double largest, long step) {
        double rmse = Math.sqrt(squares / region.points().count());
        OptionalDouble nrmse = relative(index, rmse);
        boolean success = trial.plan().success().holds(nrmse, rmse, largest);
        if (success && firstSuccess[index] < 0) {
            firstSuccess[index] = step;
        }
        return score(index, rmse, nrmse, largest, success);
    }

    private Score score(int index, double rmse, OptionalDouble nrmse, double largest, boolean success) {
        OptionalDouble r2 =
                nrmse.stream().map(relative -> 1 - relative * relative).findFirst();
        return new Score(rmse, nrmse, largest, r2, success, firstSuccessOf(index));
    }

    private OptionalDouble relative(int region, double rmse) {
        return yardsticks.get(region).stream().map(spread -> rmse / spread).findFirst();
    }

    private OptionalLong firstSuccessOf(int region) {
        return firstSuccess[region] < 0 ? OptionalLong.empty() : OptionalLong.of(firstSuccess[region]);
    }

    void add(Checkpoint checkpoint) {
        history.add(checkpoint);
    }

    /** Takes the figures of the last checkpoint. */
    void complete(double mse, List<Optional<Score>> finalScores, List<double[]> predictions) {
        trainMse = mse;
        scores = finalScores;
        portrait = new Portrait(predictions, fits, List.of());
    }

    /** Takes the network's output at the {@link FitPoints} at a checkpoint. */
    void addFit(double[] fit) {
        fits.add(fit);
    }

    /** Takes what the network answers the training points at a checkpoint, in all lanes, and its loss there. */
    void trained(double[] answers, double loss, long step) {
        course.add(loss);
        constantOutput = course.isConstant(answers, lane, width);
        bornDead |= constantOutput && step == 0;
    }

    /** Takes what became of the parameters of a trial that completed. */
    void examined(List<LayerHealth> layers, List<Breakpoint> breakpoints) {
        health = new Health(course.exploded(), constantOutput, course.untouched(), bornDead, Optional.empty(), layers);
        portrait = new Portrait(portrait.predictions(), portrait.fits(), breakpoints);
    }

    /** For each hidden layer, how many units of the trained network are linear over the range of the training data, where that is known. */
    Optional<int[]> kinksOutside(double[] parameters) {
        CellPlan plan = trial.plan();
        return plan.breakpoints().map(breakpoints -> {
            int[] units = breakpoints.unitsBreakingWithin(
                    parameters, inputMaps[0], plan.cell().data().range().get(0));
            for (int layer = 0; layer < units.length; layer++) {
                units[layer] = plan.shape().layers().get(layer).outputs() - units[layer];
            }
            return units;
        });
    }

    /** Where the trained network changes its slope, if that is known and shall be kept. */
    List<Breakpoint> breakpoints(double[] parameters) {
        return trial.keepsBreakpoints()
                ? trial.plan()
                        .breakpoints()
                        .map(breakpoints -> breakpoints.of(parameters, inputMaps[0], outputMap))
                        .orElse(List.of())
                : List.of();
    }

    /**
     * Ends a trial that diverged.
     *
     * @param step the step at which a loss or weight was no longer finite; 0 before the first
     * @param firstParameters with which it began
     */
    void diverge(long step, double[] firstParameters) {
        status = Status.DIVERGED;
        steps = step;
        CellPlan plan = trial.plan();
        List<LayerHealth> unknown = plan.shape().layers().stream()
                .map(layer -> LayerHealth.unknown(layer.outputs()))
                .toList();
        health = new Health(
                false, false, false, bornDead, step > 1 ? Optional.empty() : notFinite(firstParameters), unknown);
    }

    private Optional<NotFinite> notFinite(double[] firstParameters) {
        double[] inputs = samples.inputs().clone();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = inputMaps[i % inputMaps.length].apply(inputs[i]);
        }
        CellPlan plan = trial.plan();
        ActivationValues activation = ActivationValues.of(plan.cell().model().activation());
        return new FirstPass(
                        plan.shape(),
                        activation,
                        firstParameters,
                        plan.cell().training().precision())
                .notFinite(inputs);
    }

    TrialResult result() {
        CellPlan plan = trial.plan();
        return new TrialResult(
                trial.number(),
                plan.cell().index(),
                trial.replica(),
                plan.cell().levels(),
                status,
                steps,
                plan.stepsPerEpoch(),
                status == Status.COMPLETED ? trainMse : Double.NaN,
                status == Status.COMPLETED ? scores : withoutFigures(),
                plan.shape().parameters(),
                Optional.empty(),
                List.copyOf(history),
                health,
                portrait);
    }

    private List<Optional<Score>> withoutFigures() {
        List<Optional<Score>> none = new ArrayList<>();
        for (int i = 0; i < firstSuccess.length; i++) {
            Score score = score(i, Double.NaN, relative(i, Double.NaN), Double.NaN, false);
            none.add(regions.get(i).map(region -> score));
        }
        return none;
    }
}
