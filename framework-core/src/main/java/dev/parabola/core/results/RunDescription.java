package dev.parabola.core.results;

import dev.parabola.core.manifest.Defaults;
import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Numeral;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.Interval;
import dev.parabola.core.text.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run was made from, read from its manifest and lock alone: the study is not planned again, so its plugins need not
 * be there any more.
 */
public final class RunDescription {
    /** Sections whose entries have defaults of their own. */
    private static final List<String> SECTIONS = List.of("data", "model", "training", "success", "record");

    private final Path lock;
    private final Node.Mapping root;
    private final Node.Mapping written;
    private final String manifestText;
    private final String lockText;
    private final List<Variation> variations;

    private RunDescription(Path folder) {
        lock = RunFile.LOCK.in(folder);
        lockText = text(lock);
        root = structure(lock, List.of());
        manifestText = text(RunFile.MANIFEST.in(folder));
        written = structure(RunFile.MANIFEST.in(folder), overrides());
        variations = section("vary")
                .map(vary -> vary.entries().stream().map(this::variation).toList())
                .orElse(List.of());
    }

    /**
     * Reads what the folder of a finished run says of its study.
     *
     * @param folder the run folder
     * @return the description
     * @throws InvalidInputException if the folder holds no run, or one that is not finished
     * @throws StorageException if manifest or lock cannot be read or are damaged
     */
    public static RunDescription read(Path folder) {
        requireRun(folder);
        if (!isFinished(folder)) {
            throw refusal(folder, "the run in it is not finished; finish it with 'parabola run'");
        }
        return new RunDescription(folder);
    }

    /**
     * Reads what the folder of a run says of its study, whether the run is finished or not.
     *
     * @param folder the run folder
     * @return the description
     * @throws InvalidInputException if the folder holds no run
     * @throws StorageException if manifest or lock cannot be read or are damaged
     */
    public static RunDescription readBegun(Path folder) {
        requireRun(folder);
        return new RunDescription(folder);
    }

    /**
     * Whether the run in a folder is finished.
     *
     * @param folder the run folder
     * @return whether it has its summary
     */
    public static boolean isFinished(Path folder) {
        return Files.exists(RunFile.SUMMARY.in(folder));
    }

    private static void requireRun(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refusal(folder, Files.exists(folder) ? "is a file, not a run folder" : "there is no such folder");
        }
        if (!Files.exists(RunFile.LOCK.in(folder))) {
            throw refusal(folder, "holds no run: there is no " + RunFile.LOCK.fileName() + " in it");
        }
    }

    /**
     * The study's name.
     *
     * @return its text in the manifest
     */
    public String study() {
        return required(section(), "study");
    }

    /**
     * What the study asks.
     *
     * @return its question, if it has one
     */
    public Optional<String> question() {
        return section().entry("question").flatMap(entry -> scalar(entry.value()));
    }

    /**
     * The study's seed.
     *
     * @return the 64-bit integer as text
     */
    public String seed() {
        return required(section(), "seed");
    }

    /**
     * The program that trained.
     *
     * @return its version
     */
    public String program() {
        return required(root, "program");
    }

    /**
     * Seeds per cell.
     *
     * @return at least 1
     */
    public int replicas() {
        String text = required(section(), "replicas");
        if (Numeral.of(text) instanceof Numeral.Finite number && number.value() >= 1) {
            return (int) number.value();
        }
        throw damaged("replicas is '" + text + "'");
    }

    /**
     * The factors, in order.
     *
     * @return each with its name, how many levels it has and whether it is searched rather than compared
     */
    public List<FactorDescription> factors() {
        List<String> tuned = section()
                .entry("tune")
                .map(entry -> items(entry.value()).stream()
                        .flatMap(item -> scalar(item).stream())
                        .toList())
                .orElse(List.of());
        return variations.stream()
                .map(variation -> new FactorDescription(
                        variation.factor(), variation.levels().size(), tuned.contains(variation.factor())))
                .toList();
    }

    /**
     * A factor.
     *
     * @param name the path that is varied, or the name of a group of paths
     * @param levels how many levels it has
     * @param tuned whether it is searched rather than compared
     */
    public record FactorDescription(String name, int levels, boolean tuned) {}

    /**
     * When a trial has learned a region.
     *
     * @return the limits by metric ({@code nrmse}, {@code rmse}, {@code max_error}), all of which must hold
     */
    public Map<String, Double> success() {
        Map<String, Double> limits = new LinkedHashMap<>();
        section("success")
                .ifPresent(success ->
                        success.entries().forEach(entry -> limits.put(entry.key(), number(entry.value()))));
        return limits;
    }

    /**
     * The size of the study.
     *
     * @return the product of the factors' numbers of levels
     */
    public long cells() {
        long cells = 1;
        for (Variation variation : variations) {
            cells *= variation.levels().size();
        }
        return cells;
    }

    /**
     * The level of each factor in a cell.
     *
     * @param cell the cell's number
     * @return the levels' numbers, in the order of the factors
     */
    public List<Integer> levels(long cell) {
        List<Integer> levels = new ArrayList<>();
        long rest = cell;
        for (int i = variations.size() - 1; i >= 0; i--) {
            int size = variations.get(i).levels().size();
            levels.add(0, (int) (rest % size));
            rest /= size;
        }
        return levels;
    }

    /**
     * The settings of a cell.
     *
     * @param cell the cell's number
     * @return what the manifest means there, every default and every level's values included
     */
    public CellDescription cell(long cell) {
        Node.Mapping settings = section();
        Problems problems = new Problems();
        List<Integer> levels = levels(cell);
        for (int i = 0; i < levels.size(); i++) {
            for (Node.Entry assignment : variations.get(i).levels().get(levels.get(i))) {
                settings = KeyPath.of(assignment.key())
                        .put(settings, assignment.value(), assignment.keyPosition(), problems);
            }
        }
        if (problems.count() > 0) {
            throw damaged(problems.inOrder().get(0).toString());
        }
        Node data = at(settings, KeyPath.of("data.range"));
        Node target = at(settings, KeyPath.of("target"));
        return new CellDescription(
                target instanceof Node.Mapping plugin && plugin.entries().size() == 1
                        ? required(plugin, "name")
                        : flow(target),
                box(data));
    }

    /**
     * What the report needs of a cell's settings.
     *
     * @param target the target's name or formula
     * @param range the interval of the training data: one for every input, or one per input
     */
    public record CellDescription(String target, List<Interval> range) {}

    /**
     * The values given with {@code --set}.
     *
     * @return each as {@code PATH=VALUE}
     */
    public List<String> overrides() {
        return root.entry("set")
                .map(entry -> items(entry.value()).stream()
                        .flatMap(item -> scalar(item).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The plugins that did not come with the program.
     *
     * @return each with name, version and digest
     */
    public List<PluginDescription> plugins() {
        return root.entry("plugins")
                .map(entry -> items(entry.value()).stream()
                        .map(Node.Mapping.class::cast)
                        .map(plugin -> new PluginDescription(
                                required(plugin, "name"), required(plugin, "version"), required(plugin, "sha256")))
                        .toList())
                .orElse(List.of());
    }

    /**
     * A jar or source file of plugins.
     *
     * @param name its name
     * @param version its version
     * @param sha256 the digest of its bytes
     */
    public record PluginDescription(String name, String version, String sha256) {}

    /**
     * What the manifest or {@code --set} say otherwise than the defaults.
     *
     * @return each setting with its value and the default; the default is empty where there is none
     */
    public List<Difference> differences() {
        Node.Mapping defaults = Defaults.at(Position.of(""));
        List<Difference> differences = new ArrayList<>();
        for (Node.Entry entry : written.entries()) {
            Optional<Node> usual = defaults.entry(entry.key()).map(Node.Entry::value);
            if (SECTIONS.contains(entry.key())
                    && entry.value() instanceof Node.Mapping mapping
                    && usual.orElse(null) instanceof Node.Mapping usualMapping) {
                mapping.entries()
                        .forEach(inner -> add(
                                differences,
                                entry.key() + "." + inner.key(),
                                inner.value(),
                                usualMapping.entry(inner.key()).map(Node.Entry::value)));
            } else if (!List.of("study", "question", "vary").contains(entry.key())) {
                add(differences, entry.key(), entry.value(), usual);
            }
        }
        return differences;
    }

    /**
     * A setting that is not the default.
     *
     * @param path the setting
     * @param value its value
     * @param usual the default; empty if there is none
     */
    public record Difference(String path, String value, String usual) {}

    /**
     * The manifest.
     *
     * @return its text
     */
    public String manifestText() {
        return manifestText;
    }

    /**
     * The lock.
     *
     * @return its text
     */
    public String lockText() {
        return lockText;
    }

    private static void add(List<Difference> differences, String path, Node value, Optional<Node> usual) {
        String text = flow(value);
        String usualText = usual.map(RunDescription::flow).orElse("");
        if (!text.equals(usualText)) {
            differences.add(new Difference(path, text, usualText));
        }
    }

    /**
     * A factor with what each of its levels sets.
     *
     * @param factor its name
     * @param levels for each level the paths it sets with their values
     */
    private record Variation(String factor, List<List<Node.Entry>> levels) {}

    private Variation variation(Node.Entry factor) {
        // Groups of paths have names without dots, and all paths that can be varied but this one have some.
        boolean isPath = factor.key().contains(".") || factor.key().equals("target");
        List<Node> levels = factor.value() instanceof Node.Mapping labelled
                ? labelled.entries().stream().map(Node.Entry::value).toList()
                : items(factor.value());
        if (levels.isEmpty()) {
            throw damaged("the factor " + factor.key() + " has no levels");
        }
        List<List<Node.Entry>> assignments = new ArrayList<>();
        for (Node level : levels) {
            if (isPath) {
                assignments.add(List.of(new Node.Entry(factor.key(), factor.keyPosition(), level)));
            } else if (level instanceof Node.Mapping group) {
                assignments.add(group.entries());
            } else {
                throw damaged("a level of the factor " + factor.key() + " sets nothing");
            }
        }
        return new Variation(factor.key(), assignments);
    }

    private Node.Mapping section() {
        if (root.entry("manifest").map(Node.Entry::value).orElse(null) instanceof Node.Mapping manifest) {
            return manifest;
        }
        throw damaged("there is no manifest in it");
    }

    private Optional<Node.Mapping> section(String key) {
        return section()
                .entry(key)
                .map(Node.Entry::value)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    private Node at(Node.Mapping settings, KeyPath path) {
        Node node = settings;
        for (String key : path.keys()) {
            Optional<Node> inner =
                    node instanceof Node.Mapping mapping ? mapping.entry(key).map(Node.Entry::value) : Optional.empty();
            node = inner.orElseThrow(() -> damaged("there is no " + path + " in it"));
        }
        return node;
    }

    private List<Interval> box(Node node) {
        List<Node> items = items(node);
        return !items.isEmpty() && items.get(0) instanceof Node.Sequence
                ? items.stream().map(this::interval).toList()
                : List.of(interval(node));
    }

    private Interval interval(Node node) {
        List<Node> ends = items(node);
        if (ends.size() != 2) {
            throw damaged("'" + flow(node) + "' is no interval");
        }
        return new Interval(number(ends.get(0)), number(ends.get(1)));
    }

    private double number(Node node) {
        if (node instanceof Node.Scalar scalar && Numeral.of(scalar.text()) instanceof Numeral.Finite number) {
            return number.value();
        }
        throw damaged("'" + flow(node) + "' is no number");
    }

    private String required(Node.Mapping mapping, String key) {
        return mapping.entry(key)
                .flatMap(entry -> scalar(entry.value()))
                .orElseThrow(() -> damaged("there is no " + key + " in it"));
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    /** YAML's flow style, for people: numbers in their shortest form, nothing quoted. */
    private static String flow(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return !scalar.quoted() && Numeral.of(scalar.text()) instanceof Numeral.Finite number
                    ? number.shortest()
                    : scalar.text();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(RunDescription::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Node.Mapping) node)
                .entries().stream()
                        .map(entry -> entry.key() + ": " + flow(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Node.Mapping structure(Path file, List<String> overrides) {
        try {
            Manifest manifest = Manifest.read(file, overrides);
            if (manifest.mistakes().isEmpty()) {
                return manifest.root();
            }
            throw StorageException.damaged(file, manifest.mistakes().get(0).toString());
        } catch (InvalidInputException e) {
            throw StorageException.damaged(file, e.problems().get(0).toString());
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }

    private StorageException damaged(String what) {
        return StorageException.damaged(lock, what);
    }

    private static InvalidInputException refusal(Path folder, String message) {
        return new InvalidInputException(Position.of(OneLine.of(folder.toString())), message);
    }
}
