package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import java.util.List;
import java.util.Optional;

/** A piece of YAML and its place: the part of a document that no key or type has interpreted yet. */
public sealed interface Node {
    /**
     * Where the piece begins.
     *
     * @return the place of its first character
     */
    Position position();

    /**
     * A number, a word, a text.
     *
     * @param text the content, unquoted
     * @param quoted whether it stood in quotes or in a block, and so is text whatever it looks like
     * @param position its place
     */
    record Scalar(String text, boolean quoted, Position position) implements Node {}

    /**
     * A list.
     *
     * @param items its items
     * @param position its place
     */
    record Sequence(List<Node> items, Position position) implements Node {}

    /**
     * A map, its keys in the order of the document, each once.
     *
     * @param entries its entries
     * @param position its place
     */
    record Mapping(List<Entry> entries, Position position) implements Node {
        /**
         * The entry of a key.
         *
         * @param key the key
         * @return the entry, if there is one
         */
        public Optional<Entry> entry(String key) {
            // A loop: sections are read anew for every cell of a study.
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param keyPosition the key's place
     * @param value the value
     */
    record Entry(String key, Position keyPosition, Node value) {}
}
