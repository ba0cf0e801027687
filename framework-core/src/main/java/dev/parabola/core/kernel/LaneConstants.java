package dev.parabola.core.kernel;

import java.util.List;

/**
 * One loop for lanes whose programs differ only in their constants.
 *
 * @param code the loop
 * @param constants the constants, ordered [constant][lane]
 */
public record LaneConstants(Elementwise code, double[] constants) {
    /**
     * Joins the programs of lanes.
     *
     * @param lanes a compiled program per lane
     * @return their common loop
     * @throws IllegalArgumentException if the programs differ in more than constants
     */
    public static LaneConstants of(List<Compiled> lanes) {
        Elementwise code = lanes.get(0).code();
        int count = lanes.get(0).constants().length;
        double[] constants = new double[count * lanes.size()];
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane).code() != code) {
                throw new IllegalArgumentException("lanes of one cohort have programs of one shape");
            }
            for (int i = 0; i < count; i++) {
                constants[i * lanes.size() + lane] = lanes.get(lane).constants()[i];
            }
        }
        return new LaneConstants(code, constants);
    }
}
