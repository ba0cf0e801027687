package dev.parabola.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Rows of text in aligned columns. */
final class Table {
    private static final String GAP = "  ";

    /** Columns that hold more than this are wrapped where the table does not fit, though not to less. */
    private static final int LEAST = 12;

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; all have the same number of cells. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** How wide the table is by itself. */
    int width() {
        return total(natural());
    }

    /** How wide the table is when all that can be wrapped is. */
    int leastWidth() {
        return total(
                Arrays.stream(natural()).map(width -> Math.min(width, LEAST)).toArray());
    }

    /**
     * The rows, each indented and without spaces at its end. Where they do not fit, the widest columns are wrapped; and where that is not
     * enough, each row is a paragraph.
     */
    List<String> lines(OptionalInt columns) {
        int[] widths = natural();
        int most = columns.orElse(Integer.MAX_VALUE);
        while (total(widths) > most) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                widest = widths[column] > widths[widest] ? column : widest;
            }
            if (widths[widest] <= LEAST) {
                return paragraphs(columns);
            }
            widths[widest]--;
        }
        return rows.stream().flatMap(row -> lines(row, widths).stream()).toList();
    }

    private List<String> paragraphs(OptionalInt columns) {
        return rows.stream()
                .flatMap(row -> Wrapped.text(String.join(GAP, row), GAP.length(), 2 * GAP.length(), columns).stream())
                .toList();
    }

    private static List<String> lines(List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 0;
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = Wrapped.text(row.get(column), 0, 0, OptionalInt.of(widths[column]));
            cells.add(cell);
            height = Math.max(height, cell.size());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String text = i < cells.get(column).size() ? cells.get(column).get(i) : "";
                line.append(GAP).append(text).append(" ".repeat(Math.max(0, widths[column] - TextWidth.of(text))));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int[] natural() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
            }
        }
        return widths;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).map(width -> GAP.length() + width).sum();
    }
}
