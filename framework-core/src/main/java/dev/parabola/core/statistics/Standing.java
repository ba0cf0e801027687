package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import java.util.Optional;

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
        return word(region) + " " + count(region);
    }

    /**
     * The standing alone, for where the count stands beside it.
     *
     * @param region what a cell's trials came to there
     * @return {@code learned}, {@code not learned} or {@code open}
     */
    public static String word(RegionSummary region) {
        return word(Majority.of(region.successes(), region.trials()));
    }

    /**
     * The count that a standing rests on.
     *
     * @param region what a cell's trials came to there
     * @return for example {@code 17/20 [64, 95] %}, with the exact 95 % interval
     */
    public static String count(RegionSummary region) {
        return region.successes() + "/" + region.trials() + " [" + percent(region.successLow()) + ", "
                + percent(region.successHigh()) + "] %";
    }

    /**
     * Whether a region is learned more often than not.
     *
     * @param region what a cell's trials came to there
     * @return true for learned, false for not learned; empty where the trials leave it open
     */
    public static Optional<Boolean> isLearned(RegionSummary region) {
        return switch (Majority.of(region.successes(), region.trials())) {
            case MOST -> Optional.of(true);
            case FEW -> Optional.of(false);
            case OPEN -> Optional.empty();
        };
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
