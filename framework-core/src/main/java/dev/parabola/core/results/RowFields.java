package dev.parabola.core.results;

import java.util.OptionalDouble;

/** The fields of a row, taken from left to right; an illegal argument is a damaged row. */
abstract class RowFields {
    private final CsvRecords record;
    private int column;

    RowFields(CsvRecords record, int columns) {
        if (record.size() != columns) {
            throw new IllegalArgumentException(record.size() + " fields instead of " + columns);
        }
        this.record = record;
    }

    final double number() {
        try {
            return record.number(column++);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + record.latin(column - 1) + "' is no number", e);
        }
    }

    final OptionalDouble numberIfAny() {
        return isEmpty() ? skip(OptionalDouble.empty(), 1) : OptionalDouble.of(number());
    }

    final long count() {
        int count = record.count(column);
        if (count >= 0) {
            column++;
            return count;
        }
        String text = next();
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(noCount(text), e);
        }
        throw new IllegalArgumentException(noCount(text));
    }

    private static String noCount(String text) {
        return "'" + text + "' is no whole number from 0 on";
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
        return record.isEmpty(column);
    }

    final String next() {
        return record.text(column++);
    }
}
