package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;
import dev.parabola.core.problem.Problem;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * A section of the manifest as it is in each cell. It depends on few of the factors, so the same few values serve many cells: they
 * are kept as far as they are few. Safe for use by several threads.
 *
 * @param <T> what the section becomes
 */
final class Part<T> {
    private static final int MOST_KEPT = 4_096;

    private final Node.Mapping base;
    private final List<Variation> factors;
    private final int[] places;
    private final BiFunction<Node.Mapping, Problems, Optional<T>> reader;
    private final Map<Long, Outcome<T>> kept = new ConcurrentHashMap<>();

    /**
     * What became of a section.
     *
     * @param value its value; empty if there was a mistake
     * @param problems the mistakes
     */
    record Outcome<T>(Optional<T> value, List<Problem> problems) {}

    /**
     * Prepares a section.
     *
     * @param section its key
     * @param root the manifest
     * @param factors all factors
     * @param reader reads the section from a manifest that may have no other
     */
    Part(
            String section,
            Node.Mapping root,
            List<Variation> factors,
            BiFunction<Node.Mapping, Problems, Optional<T>> reader) {
        this.base = new Node.Mapping(root.entry(section).stream().toList(), root.position());
        List<Variation> own = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i).touches(section)) {
                own.add(factors.get(i).only(section));
                indices.add(i);
            }
        }
        this.factors = List.copyOf(own);
        this.places = indices.stream().mapToInt(Integer::intValue).toArray();
        this.reader = reader;
    }

    /** The section as the manifest writes it, before any factor. */
    Outcome<T> base() {
        Problems problems = new Problems();
        Optional<T> value = reader.apply(base, problems);
        return new Outcome<>(value, problems.inOrder());
    }

    /** Whether the manifest itself has the section. */
    boolean isWritten() {
        return !base.entries().isEmpty();
    }

    /**
     * The section in a cell.
     *
     * @param levels the index of each factor's level
     */
    Outcome<T> at(int[] levels) {
        long key = 0;
        for (int i = 0; i < places.length; i++) {
            key = key * factors.get(i).levels().size() + levels[places[i]];
        }
        Outcome<T> known = kept.get(key);
        if (known != null) {
            return known;
        }
        Outcome<T> read = read(levels);
        if (kept.size() < MOST_KEPT) {
            kept.put(key, read);
        }
        return read;
    }

    private Outcome<T> read(int[] levels) {
        Problems problems = new Problems();
        Node.Mapping root = base;
        for (int i = 0; i < places.length; i++) {
            for (Level.Assignment assignment :
                    factors.get(i).levels().get(levels[places[i]]).assignments()) {
                root = assignment.path().put(root, assignment.value(), assignment.pathPosition(), problems);
            }
        }
        Optional<T> value = reader.apply(root, problems);
        return new Outcome<>(problems.count() == 0 ? value : Optional.empty(), problems.inOrder());
    }
}
