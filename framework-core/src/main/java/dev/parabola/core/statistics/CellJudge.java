package dev.parabola.core.statistics;

import dev.parabola.core.execution.StudyRunner;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.PredictionReader;
import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Judges a study's cells one after the other. */
final class CellJudge implements AutoCloseable {
    private final Study study;
    private final Tuning tuning;
    private final int inside;
    private final Alternatives alternatives;
    private final AskedFunctions functions;
    private final Floor floor = new Floor();
    private final LearningCurves curves;
    private final Optional<PredictionReader> predictions;

    /** Takes the tables of a run, all of them written and closed. */
    CellJudge(Path folder, Study study, Tuning tuning) {
        this.study = study;
        this.tuning = tuning;
        inside = study.regionNames().indexOf(Study.INSIDE);
        alternatives = new Alternatives(study.seed(), study.replicas(), study.alternatives());
        functions = new AskedFunctions(study);
        curves = new LearningCurves(folder, study);
        predictions = study.maxInputs() == 1 ? Optional.of(new PredictionReader(folder, study)) : Optional.empty();
    }

    /** Judges a cell; asked for in ascending order. */
    CellSummary judge(CellTrials trials) {
        Optional<Cell> cell = cell(trials.cell());
        boolean detailed = isLookedAt(trials.cell());
        List<PredictionRow> predicted =
                detailed ? predictions.map(table -> table.cell(trials.cell())).orElse(List.of()) : List.of();
        Evidence evidence = new Evidence(
                trials,
                study.regionNames(),
                inside,
                study.success(),
                cell.map(there -> Circumstances.of(there, functions.sizes(there))),
                cell.map(there -> alternatives.of(there, replicas(trials))).orElse(List.of()),
                cell.map(floor::of).orElse(OptionalDouble.empty()),
                cell.flatMap(Floor::unitsWithKinks),
                detailed ? curves.of(trials.all()) : Map.of(),
                cell.flatMap(there -> functions.place(there, predicted)),
                OuterSlopes.of(predicted),
                tuning.isChosen(trials.cell()) ? tuning.edges(trials.cell()) : List.of());
        Verdict verdict = Verdicts.of(evidence);
        return new CellSummary(
                trials.cell(),
                trials.levels(),
                trials.all().size(),
                trials.count(Status.COMPLETED),
                trials.count(Status.DIVERGED),
                trials.count(Status.FAILED),
                trials.parameters(),
                trials.trainMseMedian(),
                trials.regions(),
                evidence.floor(),
                tuning.isTuned() ? Optional.of(tuning.isChosen(trials.cell())) : Optional.empty(),
                verdict,
                Cause.of(evidence, verdict).stream().map(Fact::text).collect(Collectors.joining("; ")));
    }

    /** Learning curves and predictions of many cells would take longer to read than the rest. */
    private static boolean isLookedAt(long cell) {
        return cell < StudyRunner.CELLS_WITH_PREDICTIONS;
    }

    /** The cell; none where its levels do not fit together, and all its trials failed. */
    private Optional<Cell> cell(long number) {
        try {
            return Optional.of(study.cell(number));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static List<Integer> replicas(CellTrials trials) {
        return trials.judged().stream().map(TrialRow::replica).toList();
    }

    @Override
    public void close() {
        try (curves) {
            predictions.ifPresent(PredictionReader::close);
        }
    }
}
