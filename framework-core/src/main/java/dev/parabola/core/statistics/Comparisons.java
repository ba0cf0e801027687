package dev.parabola.core.statistics;

import dev.parabola.core.results.ComparisonsWriter;
import dev.parabola.core.results.EffectsWriter;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Compares cells that differ in exactly one factor, and sums up what each factor does, from the run's files alone. */
public final class Comparisons {
    /** The most errors that are compared, one a trial and region, at nine bytes each. */
    public static final long MOST_ERRORS = 10_000_000;

    private final RunFolder folder;
    private final Study study;

    private Comparisons(RunFolder folder) {
        this.folder = folder;
        study = folder.study();
    }

    /**
     * Reads {@code trials.csv} and writes {@code comparisons.csv} and {@code effects.csv}: for each region and compared factor the pairs
     * of cells that differ in that factor and in no other compared one, and the pairs of its levels. A study of more than {@link
     * Study#CELLS_IN_DETAIL} cells gets no comparisons but the header, and one of more than {@link #MOST_ERRORS} errors in the cells to
     * be compared, or as many pairs of cells of one factor, neither comparisons nor effects; a line in {@code run.log} says so.
     *
     * <p>A region counts as one of a cell whose trials all failed; nothing can be paired there, and the row says so.
     *
     * @param folder the run folder, not finished, every trial of the study written to it and its writer closed
     * @param compared whether a cell, by its number, is compared: all are, or those that tuning chose
     * @throws dev.parabola.core.results.StorageException if a table cannot be read or written, or does not have every trial
     */
    public static void write(RunFolder folder, LongPredicate compared) {
        try (ComparisonsWriter comparisons = new ComparisonsWriter(folder);
                EffectsWriter effects = new EffectsWriter(folder)) {
            new Comparisons(folder).write(compared, comparisons, effects);
        }
    }

    private void write(LongPredicate compared, ComparisonsWriter comparisons, EffectsWriter effects) {
        boolean detailed = study.cells() <= Study.CELLS_IN_DETAIL;
        if (!detailed) {
            leaveOut(RunFile.COMPARISONS, study.cells() + " cells, and " + Study.CELLS_IN_DETAIL + " are the most");
        }
        if (!isSmallEnough(detailed)) {
            return;
        }
        List<Integer> factors = factors();
        if (factors.isEmpty()) {
            return;
        }
        ComparedCells cells = ComparedCells.read(folder, compared);
        for (int region = 0; region < study.regionNames().size(); region++) {
            for (int number : factors) {
                FactorContexts factor = new FactorContexts(cells, region, number);
                Family family = detailed ? Family.inDetail(factor) : Family.inBrief(factor);
                family.rows().forEach(comparisons::add);
                Effects.of(factor, family).forEach(effects::add);
            }
        }
    }

    private boolean isSmallEnough(boolean detailed) {
        int regions = study.regionNames().size();
        long cells = TestCount.of(study).verdicts();
        if (cells <= MOST_ERRORS / regions / study.replicas()) {
            return true;
        }
        String why = cells + " cells of " + study.replicas() + " replicas in " + regions + " regions, and "
                + MOST_ERRORS + " errors are the most";
        if (detailed) {
            leaveOut(RunFile.COMPARISONS, why);
        }
        leaveOut(RunFile.EFFECTS, why);
        return false;
    }

    /** The numbers of those that are compared and do not have too many pairs of cells. */
    private List<Integer> factors() {
        List<Integer> factors = new ArrayList<>();
        for (int number = 0; number < study.factors().size(); number++) {
            Factor factor = study.factors().get(number);
            if (TestCount.isCompared(factor)) {
                long pairs = TestCount.comparisons(factor, TestCount.of(study).verdicts());
                if (pairs <= MOST_ERRORS) {
                    factors.add(number);
                } else {
                    folder.log(RunFile.EFFECTS.fileName() + " has no rows of " + factor.name() + ": there are " + pairs
                            + " pairs of cells that differ in it, and " + MOST_ERRORS + " are the most");
                }
            }
        }
        return factors;
    }

    private void leaveOut(RunFile table, String why) {
        folder.log(table.fileName() + " has no rows: there are " + why);
    }
}
