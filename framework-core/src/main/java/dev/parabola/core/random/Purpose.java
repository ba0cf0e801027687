package dev.parabola.core.random;

/**
 * What random numbers are for. Together with seed, replica and an index this names a {@link RandomStream}; the codes are part of
 * every study's figures and never change.
 */
public enum Purpose {
    /** {@code data}: the places of the training points. */
    DATA(1),
    /** {@code arrangement}: the order in which a grid's points are numbered. */
    ARRANGEMENT(2),
    /** {@code noise}: the noise on the training outputs. */
    NOISE(3),
    /** {@code init/layer-0}, {@code init/layer-1}, …: the parameters of a layer. */
    INIT(4),
    /** {@code shuffle/epoch-0}, {@code shuffle/epoch-1}, …: the order of the training points in an epoch. */
    SHUFFLE(5);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
