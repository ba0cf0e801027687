package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What factors and cells are called where there is no room for paths: {@code width}, and {@code width 64, relu}. */
final class CellName {
    /** What says nothing without the name of its factor. */
    private static final Pattern BARE = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|true|false|\\[.*");

    private final List<String> paths;
    private final List<String> factors;

    /** Of a study's factors: the last key of each path, and the whole path where two have the same. */
    CellName(List<String> paths) {
        this.paths = List.copyOf(paths);
        List<String> keys = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            boolean isAlone = keys.stream().filter(key::equals).count() == 1;
            names.add(OneLine.of(isAlone ? key : paths.get(i)));
        }
        factors = List.copyOf(names);
    }

    List<String> factors() {
        return factors;
    }

    /** The name of one of the study's factors. */
    String factor(String path) {
        return factors.get(paths.indexOf(path));
    }

    String of(CellSummary cell) {
        if (factors.isEmpty()) {
            return "cell " + cell.cell();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            String level = OneLine.of(cell.levels().get(i));
            parts.add(BARE.matcher(level).matches() ? factors.get(i) + " " + level : level);
        }
        return String.join(", ", parts);
    }
}
