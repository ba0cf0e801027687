package dev.parabola.core.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps what was asked for last. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    private Latest(int most) {
        super(most, 0.75f, true);
        this.most = most;
    }

    static <K, V> Map<K, V> of(int most) {
        return new Latest<>(most);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
