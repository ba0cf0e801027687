package dev.parabola.report;

import java.util.Arrays;

/**
 * Takes points of a curve away without taking its extremes: both ends stay as they are, and of each stretch between them the least and
 * the greatest value, in the order in which they come, at the stretch's first and last point. A wave that is too fast for the points
 * that are left becomes a band, and no slower wave.
 */
final class Thinning {
    private final int stride;

    /** Leaves about every so manyth point; 1 leaves all. */
    Thinning(int stride) {
        this.stride = stride;
    }

    /** The values of a curve of which points are taken away; of ascending inputs those of the points that are left. */
    double[] values(double[] all) {
        if (stride == 1 || all.length < 3) {
            return all;
        }
        int end = all.length - 1;
        int stretches = (end - 1 + 2 * stride - 1) / (2 * stride);
        double[] left = new double[2 + 2 * stretches];
        int count = 0;
        left[count++] = all[0];
        for (int start = 1; start < end; start += 2 * stride) {
            int next = Math.min(start + 2 * stride, end);
            int least = extreme(all, start, next, -1);
            int greatest = extreme(all, start, next, 1);
            left[count++] = all[Math.min(least, greatest)];
            if (next - start > 1) {
                left[count++] = all[Math.max(least, greatest)];
            }
        }
        left[count++] = all[end];
        return count == left.length ? left : Arrays.copyOf(left, count);
    }

    /** Where the least or greatest of some values is, the first of several; of those that are not finite none is, unless all are. */
    private static int extreme(double[] all, int start, int end, int sign) {
        int found = start;
        for (int i = start + 1; i < end; i++) {
            if (Double.isFinite(all[i]) && !(sign * all[i] <= sign * all[found])) {
                found = i;
            }
        }
        return found;
    }
}
