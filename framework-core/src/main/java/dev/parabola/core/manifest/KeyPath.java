package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path of keys into a manifest, for example {@code training.learning-rate}.
 *
 * @param keys the keys, outermost first, at least one
 */
public record KeyPath(List<String> keys) {
    /** Copies the keys. */
    public KeyPath {
        keys = List.copyOf(keys);
    }

    /**
     * Splits a path at its dots.
     *
     * @param text the path
     * @return the path; a key may be empty
     */
    public static KeyPath of(String text) {
        return new KeyPath(List.of(text.split("\\.", -1)));
    }

    /**
     * Whether the other path leads to the same place or into it.
     *
     * @param other the other path
     * @return true if this path's keys begin the other's
     */
    public boolean contains(KeyPath other) {
        return keys.size() <= other.keys.size()
                && other.keys.subList(0, keys.size()).equals(keys);
    }

    /**
     * Puts a value at this path's place. A map that is missing on the way is made; a short form on the way becomes the map that it
     * stands for.
     *
     * @param root the manifest
     * @param value the value
     * @param where the place of the path, which becomes that of the keys
     * @param problems where the mistake goes if the path leads into what has no parts
     * @return the changed manifest; the same one if the path is wrong
     */
    public Node.Mapping put(Node.Mapping root, Node value, Position where, Problems problems) {
        return put(root, 0, value, where, problems);
    }

    private Node.Mapping put(Node.Mapping mapping, int depth, Node value, Position where, Problems problems) {
        String key = keys.get(depth);
        Optional<Node> present = mapping.entry(key).map(Node.Entry::value);
        Node next = depth == keys.size() - 1 ? value : inside(present, depth, value, where, problems);
        List<Node.Entry> entries = new ArrayList<>(mapping.entries().size() + 1);
        for (Node.Entry entry : mapping.entries()) {
            entries.add(entry.key().equals(key) ? new Node.Entry(key, where, next) : entry);
        }
        if (present.isEmpty()) {
            entries.add(new Node.Entry(key, where, next));
        }
        return new Node.Mapping(entries, mapping.position());
    }

    private Node inside(Optional<Node> present, int depth, Node value, Position where, Problems problems) {
        KeyPath here = new KeyPath(keys.subList(0, depth + 1));
        Node outer = present.or(() -> Defaults.of(here, where)).orElseGet(() -> new Node.Mapping(List.of(), where));
        Optional<Node.Mapping> mapping =
                outer instanceof Node.Mapping map ? Optional.of(map) : Shorthand.expand(here.toString(), outer);
        if (mapping.isEmpty()) {
            problems.add(
                    where,
                    outer instanceof Node.Sequence
                            ? here + " is a list, so " + Excerpt.quoted(toString()) + " leads nowhere; set " + here
                                    + " as a whole"
                            : here + " is no map, so " + Excerpt.quoted(toString()) + " leads nowhere");
            return outer;
        }
        return put(mapping.orElseThrow(), depth + 1, value, where, problems);
    }

    /** The keys with dots between them. */
    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
