package dev.parabola.report;

import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Answer;
import java.util.ArrayList;
import java.util.List;

/** The answer in one sentence; of a single cell with the counts that it rests on. */
final class Headline {
    private Headline() {}

    static String of(ReportedRun run) {
        List<ReportedCell> cells =
                run.cells().stream().filter(ReportedCell::isHeadlined).toList();
        List<Verdict> verdicts = cells.stream()
                .flatMap(cell -> Verdict.of(cell.verdict()).stream())
                .toList();
        if (verdicts.isEmpty()) {
            return "This run has no verdicts.";
        }
        String answer = Answer.sentence(verdicts, run.regions().size());
        return cells.size() == 1 ? answer + " " + regions(run, cells.get(0)) + "." : answer;
    }

    private static String regions(ReportedRun run, ReportedCell cell) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < run.regions().size(); i++) {
            String name = run.regions().get(i);
            cell.regions().get(i).ifPresent(result -> parts.add(name + ": " + result.state() + " " + result.rate()));
        }
        return String.join(", ", parts);
    }
}
