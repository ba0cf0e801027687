package dev.parabola.core.kernel;

import java.util.List;

/**
 * One loop for lanes whose programs differ only in their constants.
 *
 * @param code the loop
 * @param constants the constants, in rows; idle lanes have those of the first
 */
public record LaneConstants64(Elementwise64 code, double[] constants) {
    /**
     * Joins the programs of lanes.
     *
     * @param programs a compiled program for each lane, from the first, that is not idle
     * @param lanes the lanes
     * @return their common loop
     * @throws MixedProgramsException if the programs differ in more than constants
     */
    public static LaneConstants64 of(List<Compiled64> programs, Lanes lanes) {
        Elementwise64 code = programs.get(0).code();
        int count = programs.get(0).program().constants().length;
        double[] constants = lanes.rows64(count);
        for (int lane = 0; lane < lanes.count(); lane++) {
            Compiled64 compiled = programs.get(lane < programs.size() ? lane : 0);
            if (compiled.code() != code) {
                throw new MixedProgramsException();
            }
            for (int i = 0; i < count; i++) {
                constants[lanes.first64() + i * lanes.count() + lane] =
                        (double) compiled.program().constants()[i];
            }
        }
        return new LaneConstants64(code, constants);
    }
}
