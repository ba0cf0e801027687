package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.results.ComparisonsWriter;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Compares the cells that differ in exactly one factor, from the run's files alone: errors by the signed-rank test and the
 * Hodges–Lehmann estimate on the logarithms of their ratios, successes by McNemar's test.
 */
public final class Comparisons {
    /** The most errors that are compared, one a trial and region, at nine bytes each. */
    public static final long MOST_ERRORS = 10_000_000;

    private final Study study;
    private final CellPositions positions;
    private final long[] cells;
    private final List<List<Optional<RegionErrors>>> errors;

    private Comparisons(Study study, long[] cells, List<List<Optional<RegionErrors>>> errors) {
        this.study = study;
        this.cells = cells;
        this.errors = errors;
        positions = new CellPositions(study.factors());
    }

    /**
     * Reads {@code trials.csv} and writes {@code comparisons.csv}: for each region and compared factor the pairs of cells that differ
     * in that factor and in no other compared one. A study of more than {@link Study#CELLS_IN_DETAIL} cells, or of more than {@link
     * #MOST_ERRORS} errors in the cells to be compared, gets the header only, and a line in {@code run.log} says so.
     *
     * <p>A region counts as one of a cell whose trials all failed; nothing can be paired there, and the row says so.
     *
     * @param folder the run folder, not finished, every trial of the study written to it and its writer closed
     * @param compared whether a cell, by its number, is compared: all are, or those that tuning chose
     * @throws dev.parabola.core.results.StorageException if a table cannot be read or written, or does not have every trial
     */
    public static void write(RunFolder folder, LongPredicate compared) {
        Study study = folder.study();
        try (ComparisonsWriter writer = new ComparisonsWriter(folder)) {
            if (study.cells() > Study.CELLS_IN_DETAIL) {
                leaveOut(folder, study.cells() + " cells, and " + Study.CELLS_IN_DETAIL + " are the most");
                return;
            }
            long[] cells = LongStream.range(0, study.cells()).filter(compared).toArray();
            long trials = (long) cells.length * study.replicas();
            if (trials * study.regionNames().size() > MOST_ERRORS) {
                leaveOut(
                        folder,
                        trials + " trials in " + study.regionNames().size() + " regions, and " + MOST_ERRORS
                                + " errors are the most");
                return;
            }
            new Comparisons(study, cells, errors(folder, compared)).write(writer);
        }
    }

    private static void leaveOut(RunFolder folder, String why) {
        folder.log(RunFile.COMPARISONS.fileName() + " has no rows: there are " + why);
    }

    /** Of each compared cell, for each region. */
    private static List<List<Optional<RegionErrors>>> errors(RunFolder folder, LongPredicate compared) {
        Study study = folder.study();
        List<List<Optional<RegionErrors>>> errors = new ArrayList<>();
        try (CellRows rows = new CellRows(folder)) {
            for (long cell = 0; cell < study.cells(); cell++) {
                List<TrialRow> trials = rows.next();
                if (compared.test(cell)) {
                    List<Optional<RegionErrors>> regions = new ArrayList<>();
                    for (int region = 0; region < study.regionNames().size(); region++) {
                        regions.add(RegionErrors.of(trials, region));
                    }
                    errors.add(regions);
                }
            }
            rows.requireEnd();
        }
        return errors;
    }

    private void write(ComparisonsWriter writer) {
        for (int region = 0; region < study.regionNames().size(); region++) {
            for (int factor = 0; factor < study.factors().size(); factor++) {
                if (!study.factors().get(factor).tuned()) {
                    family(region, factor).forEach(writer::add);
                }
            }
        }
    }

    /** All comparisons of a region and factor, their p-values adjusted to each other. */
    private List<ComparisonRow> family(int region, int factor) {
        List<ComparisonRow> rows = new ArrayList<>();
        for (int a = 0; a < cells.length; a++) {
            for (int b = a + 1; b < cells.length; b++) {
                Optional<RegionErrors> ofA = errors.get(a).get(region);
                Optional<RegionErrors> ofB = errors.get(b).get(region);
                if (ofA.isPresent() && ofB.isPresent() && positions.differOnlyIn(factor, cells[a], cells[b])) {
                    PairedErrors paired = PairedErrors.of(ofA.get(), ofB.get());
                    rows.add(new ComparisonRow(
                            study.regionNames().get(region),
                            study.factors().get(factor).name(),
                            cells[a],
                            cells[b],
                            paired.pairs(),
                            paired.winsA(),
                            paired.winsB(),
                            paired.successOnlyA(),
                            paired.successOnlyB(),
                            paired.pairs() == 0 ? Optional.empty() : Optional.of(tests(paired))));
                }
            }
        }
        return adjusted(rows);
    }

    /** Not adjusted yet. */
    private static Tests tests(PairedErrors paired) {
        HodgesLehmann centre = HodgesLehmann.of(paired.differences());
        double p = SignedRank.test(paired.differences()).p();
        return new Tests(
                Elementary.exp(centre.estimate()),
                Elementary.exp(centre.low()),
                Elementary.exp(centre.high()),
                p,
                p,
                McNemar.p(paired.successOnlyA(), paired.successOnlyB()));
    }

    private static List<ComparisonRow> adjusted(List<ComparisonRow> rows) {
        double[] adjusted = Holm.adjust(rows.stream()
                .flatMap(row -> row.tests().stream())
                .mapToDouble(Tests::p)
                .toArray());
        List<ComparisonRow> adjustedRows = new ArrayList<>(rows.size());
        int tested = 0;
        for (ComparisonRow row : rows) {
            adjustedRows.add(row.tests().isEmpty() ? row : row.withPAdjusted(adjusted[tested++]));
        }
        return adjustedRows;
    }
}
