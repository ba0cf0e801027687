package dev.parabola.core.training;

import dev.parabola.core.network.Breakpoints.Breakpoint;
import java.util.List;

/**
 * What is kept of a trial's network so that it can be drawn; all lists are empty unless the trial completed and a portrait was asked
 * for.
 *
 * @param predictions for each region of the study the network's output at the region's points, in the target's units
 * @param fits for each checkpoint the network's output at the {@link FitPoints}; of a target of one input
 * @param breakpoints where the trained network's slope changes, of a piecewise linear network of one input
 */
public record Portrait(List<double[]> predictions, List<double[]> fits, List<Breakpoint> breakpoints) {
    /** Nothing was kept. */
    public static final Portrait NONE = new Portrait(List.of(), List.of(), List.of());

    /** Copies the lists, not the arrays. */
    public Portrait {
        predictions = List.copyOf(predictions);
        fits = List.copyOf(fits);
        breakpoints = List.copyOf(breakpoints);
    }
}
