package dev.parabola.core.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The replicas of a cell that may be shown, and which of them is the middle one. */
final class MiddleReplica {
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(int replica, double error) {}

    void add(int replica, double error) {
        kept.add(new Kept(replica, error));
    }

    int size() {
        return kept.size();
    }

    /** The replica at a place, in the order in which they were added. */
    int at(int place) {
        return kept.get(place).replica();
    }

    /** The place of the lower median of the errors; of several as good the first. */
    int place() {
        return IntStream.range(0, kept.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> kept.get(place).error()))
                .skip((kept.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    void clear() {
        kept.clear();
    }
}
