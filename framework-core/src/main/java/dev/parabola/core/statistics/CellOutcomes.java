package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a study's cells, taken from its summary cell by cell: what the sentences of its answer are made of, wherever they are
 * shown. Cells with levels of tuned factors that were not chosen give their levels' texts and nothing else.
 */
public final class CellOutcomes {
    private static final long MOST_KEPT = 100_000;

    private final RunDescription description;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<List<String>> levels = new ArrayList<>();
    private final List<CellOutcome> outcomes = new ArrayList<>();

    /**
     * Before the first cell.
     *
     * @param description what the run was made from
     */
    public CellOutcomes(RunDescription description) {
        this.description = description;
        description.factors().forEach(factor -> levels.add(new ArrayList<>()));
    }

    /**
     * Takes a cell.
     *
     * @param cell the next cell, in plan order
     */
    public void add(CellSummary cell) {
        List<Integer> numbers = description.levels(cell.cell());
        for (int i = 0; i < levels.size(); i++) {
            if (numbers.get(i) == levels.get(i).size()) {
                levels.get(i).add(cell.levels().get(i));
            }
        }
        if (cell.chosen().orElse(true)) {
            verdicts.merge(cell.verdict(), 1, Integer::sum);
            if (description.cells() <= MOST_KEPT) {
                outcomes.add(CellOutcome.of(cell));
            }
        }
    }

    /**
     * The verdicts of the cells that are compared.
     *
     * @return one for each, equal ones beside each other
     */
    public Collection<Verdict> verdicts() {
        List<Verdict> each = new ArrayList<>();
        verdicts.forEach((verdict, count) -> each.addAll(Collections.nCopies(count, verdict)));
        return each;
    }

    /**
     * How many cells are compared.
     *
     * @return all, or those with the best levels of what is tuned
     */
    public long compared() {
        return verdicts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /**
     * The factors with the text of each level.
     *
     * @return all factors, tuned ones too, in the study's order
     */
    public List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            FactorDescription factor = description.factors().get(i);
            factors.add(new Factor(factor.name(), levels.get(i), factor.tuned()));
        }
        return factors;
    }

    /**
     * What the answer begins with.
     *
     * @param effects what {@code effects.csv} holds
     * @return what the error depends on most; empty where no two levels are compared
     */
    public Optional<String> effectSentence(List<EffectRow> effects) {
        return EffectSentence.of(effects, factors(), outcomes);
    }

    /**
     * Why the ratio of an effect is 0 or Infinity.
     *
     * @param effect an effect inside, with such a ratio
     * @return for example {@code 0.9 diverges too often with sgd}
     */
    public String beyondRatio(EffectRow effect) {
        return new BeyondRatio(factors(), outcomes).inShort(effect);
    }

    /**
     * What the cells came to.
     *
     * @param regions how many regions were examined
     * @return a sentence
     */
    public String answer(int regions) {
        return Answer.sentence(verdicts(), regions);
    }
}
