package dev.parabola.core.kernel.vector;

/** Products of matrices whose elements are rows of lanes: some rows of the result, in tiles that stay in registers. */
interface TileCode64 {
    /**
     * Computes result[r][c] = start + Σₖ a[r][k] · b[c][k] for the rows of one tile and the columns of several. All offsets count
     * numbers, not rows of lanes.
     *
     * @param a the left matrix
     * @param aAt where the tile's first row begins
     * @param aRow the distance between its rows
     * @param aStep the distance between terms
     * @param b the right matrix
     * @param bAt where the first column begins
     * @param bColumn the distance between its columns
     * @param bStep the distance between terms
     * @param terms the number of terms
     * @param start what sums start from (forward pass: the biases), or what they are multiplied by in the end (slopes); else unused
     * @param startAt the place that belongs to the first column
     * @param result the result
     * @param resultAt the first row's place for the first column
     * @param resultRow the distance between its rows
     * @param tiles the number of tiles of columns
     */
    void run(
            double[] a,
            int aAt,
            int aRow,
            int aStep,
            double[] b,
            int bAt,
            int bColumn,
            int bStep,
            int terms,
            double[] start,
            int startAt,
            double[] result,
            int resultAt,
            int resultRow,
            int tiles);
}
