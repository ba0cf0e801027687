package dev.parabola.core.results;

import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;

/** The fields of a row, taken from left to right; an illegal argument is a damaged row. */
abstract class RowFields {
    private final CSVRecord record;
    private int column;

    RowFields(CSVRecord record, int columns) {
        if (record.size() != columns) {
            throw new IllegalArgumentException(record.size() + " fields instead of " + columns);
        }
        this.record = record;
    }

    final double number() {
        String text = next();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
    }

    final OptionalDouble numberIfAny() {
        return isEmpty() ? skip(OptionalDouble.empty(), 1) : OptionalDouble.of(number());
    }

    final long count() {
        String text = next();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
        }
    }

    final boolean flag() {
        String text = next();
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    final <T> T skip(T nothing, int fields) {
        column += fields;
        return nothing;
    }

    final boolean isEmpty() {
        return record.get(column).isEmpty();
    }

    final String next() {
        return record.get(column++);
    }
}
