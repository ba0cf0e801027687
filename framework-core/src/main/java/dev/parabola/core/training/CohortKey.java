package dev.parabola.core.training;

import dev.parabola.api.Activation;
import dev.parabola.api.Plugin;
import dev.parabola.core.kernel.SplitProgram;
import dev.parabola.core.network.ActivationFormula;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.TrainingSettings;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.List;

/**
 * What trials must have in common to be trained side by side: everything but numbers of the activation and the training, the
 * initializer and the schedule.
 *
 * @param target the target function
 * @param data how data is made
 * @param regions where networks are examined
 * @param hidden the sizes of the hidden layers
 * @param precision the numbers of the arithmetic
 * @param batch the number of points of a step
 * @param steps the number of steps
 * @param activation the shape of the activation's formula, or the class of an activation that is none
 * @param optimizer the shape of the optimizer's rule
 */
public record CohortKey(
        Plugin target,
        DataSettings data,
        List<RegionSettings> regions,
        List<Integer> hidden,
        Precision precision,
        int batch,
        long steps,
        Object activation,
        SplitProgram optimizer) {
    /**
     * The key of a cell's trials.
     *
     * @param cell the cell
     * @return equal to that of every cell of the same study whose trials can be lanes of the same cohort
     * @throws dev.parabola.core.plugin.PluginFault if a plugin threw or gave nonsense
     */
    public static CohortKey of(Cell cell) {
        TrainingSettings training = cell.training();
        int samples = cell.data().samples();
        Plugin activation = cell.model().activation();
        OptimizerRule rule = OptimizerRule.of(training.optimizer());
        return new CohortKey(
                cell.target().function(),
                cell.data(),
                cell.regions(),
                cell.model().hidden(),
                training.precision(),
                Math.min(training.batch(), samples),
                training.totalSteps(samples),
                activation instanceof Activation formula
                        ? ActivationFormula.of(formula).shape()
                        : activation.getClass(),
                SplitProgram.of(rule.program(), rule.rowInputs()));
    }
}
