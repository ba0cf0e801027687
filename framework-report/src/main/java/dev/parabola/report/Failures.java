package dev.parabola.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why trials failed: each reason once, with how many trials it ended. */
final class Failures {
    private static final int MOST_KEPT = 1000;
    private static final int MOST_SHOWN = 20;

    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private int trials;
    private int notKept;

    void add(String reason) {
        trials++;
        if (reasons.containsKey(reason) || reasons.size() < MOST_KEPT) {
            reasons.merge(reason, 1, Integer::sum);
        } else {
            notKept++;
        }
    }

    /** As the template takes it; the most frequent reasons first, of equally frequent ones the earlier. */
    Map<String, Object> model() {
        List<Map<String, Object>> rows = new ArrayList<>();
        int shown = 0;
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(reasons.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<String, Integer> reason : sorted.subList(0, Math.min(sorted.size(), MOST_SHOWN))) {
            rows.add(Map.of(
                    "reason",
                    reason.getKey().isEmpty() ? "no reason was written" : reason.getKey(),
                    "count",
                    reason.getValue()));
            shown += reason.getValue();
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("trials", trials);
        model.put("rows", rows);
        model.put("others", trials - shown);
        model.put("complete", notKept == 0 && sorted.size() <= MOST_SHOWN);
        return model;
    }
}
