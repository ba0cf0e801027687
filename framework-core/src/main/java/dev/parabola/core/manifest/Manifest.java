package dev.parabola.core.manifest;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problem;
import dev.parabola.core.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A manifest as it was read: values with their places, not yet understood. */
public final class Manifest {
    private static final int MAX_BYTES = 1_000_000;

    private final byte[] bytes;
    private final SourceText source;
    private final Position whole;
    private final Node.Mapping root;
    private final List<String> overrides;
    private final List<Problem> mistakes;

    private Manifest(
            byte[] bytes,
            SourceText source,
            Position whole,
            Node.Mapping root,
            List<String> overrides,
            List<Problem> mistakes) {
        this.bytes = bytes;
        this.source = source;
        this.whole = whole;
        this.root = root;
        this.overrides = List.copyOf(overrides);
        this.mistakes = mistakes;
    }

    /**
     * Reads a manifest.
     *
     * @param file the file, named in messages as it is given here
     * @param overrides changes in the form {@code PATH=VALUE}, the value in YAML's flow style; later ones win
     * @return the manifest
     * @throws InvalidInputException if the file cannot be read or has no structure; mistakes that leave a structure are {@link
     *     #mistakes}, so that whoever reads on can tell them together with all others
     */
    public static Manifest read(Path file, List<String> overrides) {
        Position whole = Position.of(file.toString());
        return of(whole, bytes(file, whole), overrides);
    }

    /**
     * Reads a manifest that is in no file, to the stream's end.
     *
     * @param name what messages call it
     * @param stream gives its bytes; left open
     * @param overrides as for a file
     * @return the manifest
     * @throws InvalidInputException as for a file
     */
    public static Manifest read(String name, InputStream stream, List<String> overrides) {
        Position whole = Position.of(name);
        try {
            return of(whole, bytes(stream, whole), overrides);
        } catch (IOException e) {
            throw unreadable(whole, e);
        }
    }

    private static Manifest of(Position whole, byte[] bytes, List<String> overrides) {
        SourceText source = SourceText.decode(whole.source(), bytes);
        Problems problems = new Problems();
        Optional<Node> document = YamlReader.read(whole.source(), source.text(), problems);
        List<Setting> settings = overrides.stream()
                .flatMap(option -> Setting.parse(option, problems).stream())
                .toList();
        if (document.isPresent() && !(document.orElseThrow() instanceof Node.Mapping)) {
            boolean nothing = Values.isNothing(document.orElseThrow());
            problems.add(
                    nothing ? beginning(whole) : document.orElseThrow().position(),
                    nothing
                            ? YamlReader.NOTHING
                            : "a manifest is a map of keys such as 'study: NAME', not a "
                                    + (document.orElseThrow() instanceof Node.Sequence ? "list" : "text"));
        }
        if (!(document.orElse(null) instanceof Node.Mapping mapping)) {
            problems.throwIfAny();
            throw new IllegalStateException("a document without structure was not refused");
        }
        Node.Mapping root = mapping;
        for (Setting setting : settings) {
            root = setting.applyTo(root, problems);
        }
        return new Manifest(bytes, source, beginning(whole), root, overrides, problems.inOrder());
    }

    /** Where what is missing is missed. */
    private static Position beginning(Position file) {
        return new Position(file.source(), 1, 1);
    }

    private static byte[] bytes(Path file, Position whole) {
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidInputException(whole, "this is a folder; name a manifest, a YAML file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return bytes(in, whole);
            }
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(whole, "there is no such file");
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(whole, "may not be read; check the file's permissions");
        } catch (IOException e) {
            throw unreadable(whole, e);
        }
    }

    private static byte[] bytes(InputStream stream, Position whole) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidInputException(whole, "larger than 1 MB; a manifest is a short text");
        }
        return bytes;
    }

    private static InvalidInputException unreadable(Position whole, IOException e) {
        return new InvalidInputException(whole, "cannot be read: " + Excerpt.shortened(String.valueOf(e.getMessage())));
    }

    /**
     * The file as it was read.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The manifest as a whole, as a place.
     *
     * @return its first character
     */
    public Position position() {
        return whole;
    }

    /**
     * What the manifest says, changes included.
     *
     * @return its sections
     */
    public Node.Mapping root() {
        return root;
    }

    /**
     * The changes as they were given.
     *
     * @return each in the form {@code PATH=VALUE}
     */
    public List<String> overrides() {
        return overrides;
    }

    /**
     * What is wrong with the file whatever it means: duplicate keys, tags, a second document, changes that cannot be read.
     *
     * @return the mistakes in order
     */
    public List<Problem> mistakes() {
        return mistakes;
    }

    /**
     * The plugins that the manifest asks for. Entries that are no texts are left out here and refused when the study is planned.
     *
     * @return each path with its place
     */
    public List<Node.Scalar> plugins() {
        return root.entry("plugins")
                .map(Node.Entry::value)
                .filter(Node.Sequence.class::isInstance)
                .map(list -> ((Node.Sequence) list)
                        .items().stream()
                                .filter(item -> item instanceof Node.Scalar && !Values.isNothing(item))
                                .map(Node.Scalar.class::cast)
                                .toList())
                .orElse(List.of());
    }

    /**
     * The place of a character of a scalar's text.
     *
     * @param scalar a scalar of this manifest
     * @param index the character's index in the scalar's text
     * @return the place; empty where the scalar has no columns of its own: in a change, or folded from several lines
     */
    public Optional<Position> inside(Node.Scalar scalar, int index) {
        return source.inside(scalar, index);
    }
}
