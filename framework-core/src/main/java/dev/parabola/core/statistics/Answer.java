package dev.parabola.core.statistics;

import dev.parabola.core.results.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A study's answer in one sentence: how many of its cells got which verdict. */
public final class Answer {
    private Answer() {}

    /**
     * The sentence.
     *
     * @param verdicts those of the cells that are compared, in any order
     * @param regions how many regions were examined
     * @return for one cell what its verdict means, for several how many got which; that nothing was, where there are none
     */
    public static String sentence(Collection<Verdict> verdicts, int regions) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        if (counts.isEmpty()) {
            return "No cell was judged.";
        }
        if (counts.size() == 1) {
            Verdict verdict = counts.keySet().iterator().next();
            return who(verdicts.size()) + meaning(verdict, regions) + ".";
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((verdict, count) -> parts.add(count + " " + verb(verdict, count, regions)));
        return "Of " + verdicts.size() + " cells " + joined(parts)
                + (regions == 1 ? "; nothing beyond was examined." : ".");
    }

    private static String who(int cells) {
        return switch (cells) {
            case 1 -> "The network ";
            case 2 -> "In both cells the network ";
            default -> "In all " + cells + " cells the network ";
        };
    }

    private static String meaning(Verdict verdict, int regions) {
        return switch (verdict) {
            case BROKEN ->
                "is broken: most trainings diverge, explode, change nothing, or end with the same answer everywhere";
            case UNDECIDABLE -> "is undecidable: the training data could as well come from an alternative";
            case LEARNED ->
                regions == 1
                        ? "learns the function inside; nothing beyond was examined"
                        : "learns the function in every region that was examined";
            case INTERPOLATES -> "interpolates: it learns the function inside, and not in every other region";
            case MEMORIZES -> "memorizes: it fits its training points, and not the function inside";
            case UNDERFITS -> "underfits: when training ends it does not fit the function inside";
            case OPEN -> "remains open: these replicas do not tell";
        };
    }

    private static String verb(Verdict verdict, int count, int regions) {
        String ending = count == 1 ? "s" : "";
        return switch (verdict) {
            case BROKEN -> count == 1 ? "is broken" : "are broken";
            case UNDECIDABLE -> count == 1 ? "is undecidable" : "are undecidable";
            case LEARNED -> "learn" + ending + (regions == 1 ? " the function inside" : " every region");
            case INTERPOLATES -> "interpolate" + ending;
            case MEMORIZES -> "memorize" + ending;
            case UNDERFITS -> "underfit" + ending;
            case OPEN -> count == 1 ? "is open" : "are open";
        };
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
