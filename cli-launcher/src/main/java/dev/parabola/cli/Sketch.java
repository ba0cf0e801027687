package dev.parabola.cli;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Target and median network from end to end of what was examined, each as a line of block characters. */
final class Sketch {
    private static final int WIDTH = 33;
    private static final String TARGET = "target  ";
    private static final String MEDIAN = "median  ";
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private final List<PredictionRow> ascending;

    private Sketch(List<PredictionRow> ascending) {
        this.ascending = ascending;
    }

    /** Of a cell's rows; empty where nothing was predicted. */
    static Optional<Sketch> of(List<PredictionRow> rows) {
        List<PredictionRow> ascending = rows.stream()
                .filter(row -> row.median().isPresent())
                .sorted(Comparator.comparingDouble(PredictionRow::x))
                .toList();
        return ascending.isEmpty() ? Optional.empty() : Optional.of(new Sketch(ascending));
    }

    List<String> lines(int indent, OptionalInt columns) {
        int room = columns.orElse(Integer.MAX_VALUE) - indent - TARGET.length();
        int width = Math.max(1, Math.min(WIDTH, room));
        String range = "x from " + place(first()) + " to " + place(last());
        String margin = " ".repeat(indent);
        List<String> lines = new ArrayList<>();
        lines.add(margin + TARGET + line(PredictionRow::target, width));
        String median = margin + MEDIAN + line(row -> row.median().orElseThrow(), width);
        if (width + 2 + range.length() <= room) {
            lines.add(median + "  " + range);
        } else {
            lines.add(median);
            lines.addAll(Wrapped.text(range, indent + MEDIAN.length(), indent, columns));
        }
        return lines;
    }

    private String place(PredictionRow row) {
        return Numbers.located(row.x(), last().x() - first().x());
    }

    private PredictionRow first() {
        return ascending.get(0);
    }

    private PredictionRow last() {
        return ascending.get(ascending.size() - 1);
    }

    private String line(ToDoubleFunction<PredictionRow> value, int width) {
        double low = ascending.stream().mapToDouble(PredictionRow::target).min().orElseThrow();
        double high =
                ascending.stream().mapToDouble(PredictionRow::target).max().orElseThrow();
        StringBuilder line = new StringBuilder();
        int place = 0;
        for (int column = 0; column < width; column++) {
            double x = first().x() + (last().x() - first().x()) * column / Math.max(1, width - 1);
            while (place < ascending.size() - 1 && ascending.get(place).x() < x) {
                place++;
            }
            line.append(level(value.applyAsDouble(ascending.get(place)), low, high));
        }
        return line.toString();
    }

    /** What lies beyond the target's own values is drawn at their limit. */
    private static char level(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        double share = high > low ? (value - low) / (high - low) : 0.5;
        int level = (int) Math.floor(share * LEVELS.length());
        return LEVELS.charAt(Math.max(0, Math.min(LEVELS.length() - 1, level)));
    }
}
