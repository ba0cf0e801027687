package dev.parabola.report;

import dev.parabola.core.results.RunDescription.FactorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a cell is called where there is no room for its factors' paths: {@code width 10 · relu}. */
final class CellLabel {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|true|false|\\[.*");

    private CellLabel() {}

    static String of(List<FactorDescription> factors, List<String> levels) {
        if (factors.isEmpty()) {
            return "all replicas";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            String level = plain(levels.get(i));
            parts.add(NUMBER.matcher(level).matches() ? shortName(factors.get(i).name()) + " " + level : level);
        }
        return String.join(" · ", parts);
    }

    /** The last key of a path: {@code width} of {@code model.hidden.width}. */
    static String shortName(String factor) {
        return factor.substring(factor.lastIndexOf('.') + 1);
    }

    /** Plugins with parameters are named in JSON: {@code leaky-relu, slope 0.1} reads better. */
    static String plain(String level) {
        return level.startsWith("{\"name\":")
                ? level.substring("{\"name\":".length(), level.length() - 1)
                        .replace("\"", "")
                        .replace(",", ", ")
                        .replace(":", " ")
                : level;
    }
}
