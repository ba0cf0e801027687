package dev.parabola.cli;

import dev.parabola.core.results.RunTable;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.text.Counted;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Why trials failed: each reason once, the most frequent first. */
final class FailureLines {
    private static final String TRIALS = "trials.csv";
    private static final int MOST_SHOWN = 5;

    /** Where each trial has a reason of its own, as one with a number in it, not all can be kept. */
    private static final int MOST_KEPT = 10_000;

    private final FinishedRun run;

    FailureLines(FinishedRun run) {
        this.run = run;
    }

    List<String> lines(OptionalInt columns) {
        if (run.failed() == 0) {
            return List.of();
        }
        Map<String, Integer> reasons = reasons();
        List<String> lines = new ArrayList<>(Wrapped.text(
                Counted.of(run.failed(), "trial") + " failed; run.log tells where in the program", 0, 2, columns));
        List<Map.Entry<String, Integer>> frequent = new ArrayList<>(reasons.entrySet());
        // Stable: of those that are as frequent, the one that came first.
        frequent.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        long told = 0;
        for (Map.Entry<String, Integer> reason : frequent.subList(0, Math.min(MOST_SHOWN, frequent.size()))) {
            told += reason.getValue();
            lines.addAll(Wrapped.text(reason.getValue() + " × " + OneLine.of(reason.getKey()), 2, 4, columns));
        }
        if (told < run.failed()) {
            lines.addAll(Wrapped.text(
                    "… and " + Counted.of(run.failed() - told, "trial") + " more, for other reasons, in " + TRIALS,
                    2,
                    4,
                    columns));
        }
        lines.add("");
        return lines;
    }

    private Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        try (RunTable trials = RunTable.open(run.folder(), TRIALS)
                .orElseThrow(() -> StorageException.damaged(run.folder().resolve(TRIALS), "it is missing"))) {
            int status = trials.required("status");
            int error = trials.required("error");
            while (trials.next()) {
                if (trials.text(status).equals("failed")) {
                    String reason = trials.text(error);
                    if (reasons.size() < MOST_KEPT || reasons.containsKey(reason)) {
                        reasons.merge(reason, 1, Integer::sum);
                    }
                }
            }
        }
        return reasons;
    }
}
