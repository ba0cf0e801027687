package dev.parabola.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt name was meant to be. */
public final class Suggestion {
    private static final int MOST = 3;

    private Suggestion() {}

    /**
     * The known names nearest to one that is not known.
     *
     * @param unknown the misspelt name
     * @param known the names there are
     * @return at most three, nearest first; empty if none is near
     */
    public static List<String> nearest(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (Math.min(wanted.length(), 40) + 1) / 3);
        return known.stream()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT), limit) <= limit)
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT), limit))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /**
     * The end of a message about an unknown name.
     *
     * @param unknown the misspelt name
     * @param known the names there are
     * @return {@code did you mean 'relu'?}, or the list of all names
     */
    public static String forUnknown(String unknown, Collection<String> known) {
        List<String> near = nearest(unknown, known);
        if (!near.isEmpty()) {
            return "did you mean '" + String.join("' or '", near) + "'?";
        }
        return known.isEmpty()
                ? "there are none"
                : "there is " + String.join(", ", known.stream().sorted().toList());
    }

    /** Edits (insert, delete, replace, swap neighbours) from one word to another; anything above the limit may be told too small. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
