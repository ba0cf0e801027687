package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;

/** What is said of a region: learned, not learned or open, never without the count. */
public final class Standing {
    private Standing() {}

    /**
     * The standing of a region.
     *
     * @param region what a cell's trials came to there
     * @return for example {@code learned 17/20 [64, 95] %}, with the exact 95 % interval
     */
    public static String text(RegionSummary region) {
        return word(Majority.of(region.successes(), region.trials())) + " " + region.successes() + "/" + region.trials()
                + " [" + percent(region.successLow()) + ", " + percent(region.successHigh()) + "] %";
    }

    private static String word(Majority learned) {
        return switch (learned) {
            case MOST -> "learned";
            case FEW -> "not learned";
            case OPEN -> "open";
        };
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }
}
