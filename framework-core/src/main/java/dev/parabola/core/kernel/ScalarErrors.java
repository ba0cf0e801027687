package dev.parabola.core.kernel;

/** The specification of {@link Errors}: one lane after the other. */
final class ScalarErrors implements Errors {
    @Override
    public void squares(Lanes lanes, int points, double[] predictions, double[] targets, double[] sums) {
        int stride = lanes.count();
        for (int lane : lanes.active()) {
            double sum = 0;
            for (int i = 0, at = lane; i < points; i++, at += stride) {
                double error = predictions[at] - targets[at];
                sum = Math.fma(error, error, sum);
            }
            sums[lane] = sum;
        }
    }

    @Override
    public void examine(
            Lanes lanes,
            double[] predictions,
            double[] scales,
            double[] shifts,
            double[] targets,
            double[] sums,
            double[] largest) {
        int stride = lanes.count();
        for (int lane : lanes.active()) {
            double scale = scales[lane];
            double shift = shifts[lane];
            double sum = 0;
            double most = 0;
            for (int i = 0, at = lane; i < targets.length; i++, at += stride) {
                double error = predictions[at] * scale + shift - targets[i];
                sum = Math.fma(error, error, sum);
                most = Math.max(most, Math.abs(error));
            }
            sums[lane] = sum;
            largest[lane] = most;
        }
    }
}
