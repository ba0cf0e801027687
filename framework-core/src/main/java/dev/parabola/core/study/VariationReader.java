package dev.parabola.core.study;

import dev.parabola.core.manifest.Excerpt;
import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the section {@code vary}. */
final class VariationReader {
    private static final int MAX_FACTORS = 100;
    private static final Pattern GROUP = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> SECTIONS = Set.of("data", "model", "training");
    /** Columns that some file of the results has beside the factors. */
    private static final Set<String> COLUMNS = Set.of(
            "trial",
            "cell",
            "replica",
            "replicas",
            "status",
            "steps",
            "epochs",
            "parameters",
            "health",
            "error",
            "completed",
            "diverged",
            "failed",
            "floor",
            "chosen",
            "verdict",
            "cause");

    private final Problems problems;
    private final Values values;

    VariationReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** The factors that are in order; the others are refused and left out. */
    List<Variation> read(Node.Mapping root) {
        Optional<Node.Mapping> vary = root.entry("vary")
                .flatMap(entry -> values.map(entry.value(), "vary", "a map of paths and their levels"));
        List<Node.Entry> entries = vary.map(Node.Mapping::entries).orElse(List.of());
        if (entries.size() > MAX_FACTORS) {
            problems.add(
                    entries.get(MAX_FACTORS).keyPosition(),
                    "there are " + entries.size() + " factors; there may be " + MAX_FACTORS);
            return List.of();
        }
        List<Variation> factors = new ArrayList<>();
        for (Node.Entry entry : entries) {
            factor(entry).ifPresent(factor -> {
                if (!overlaps(factor, factors)) {
                    factors.add(factor);
                }
            });
        }
        return List.copyOf(factors);
    }

    private boolean overlaps(Variation factor, List<Variation> others) {
        for (Variation other : others) {
            for (KeyPath path : factor.paths()) {
                Optional<KeyPath> clash = other.paths().stream()
                        .filter(taken -> taken.contains(path) || path.contains(taken))
                        .findFirst();
                if (clash.isPresent()) {
                    problems.add(
                            factor.position(),
                            "the factor " + Excerpt.quoted(factor.name()) + " sets " + path + ", but "
                                    + Excerpt.quoted(other.name()) + " sets "
                                    + (clash.orElseThrow().equals(path)
                                            ? "it as well"
                                            : clash.orElseThrow().toString())
                                    + "; let one factor set both");
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Variation> factor(Node.Entry entry) {
        int before = problems.count();
        String name = entry.key();
        boolean isPath = VariablePaths.exists(name);
        Optional<List<Labelled>> values = levels(entry);
        if (!isPath && !isGroup(entry, values)) {
            return Optional.empty();
        }
        List<Level> levels = new ArrayList<>();
        for (Labelled labelled : values.orElse(List.of())) {
            levels.add(new Level(
                    labelled.text(),
                    isPath
                            ? List.of(new Level.Assignment(KeyPath.of(name), labelled.value(), entry.keyPosition()))
                            : group(name, labelled)));
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Set<KeyPath> paths = new LinkedHashSet<>();
        levels.forEach(level -> level.assignments().forEach(assignment -> paths.add(assignment.path())));
        return Optional.of(new Variation(name, entry.keyPosition(), List.copyOf(levels), paths));
    }

    /** A level as the manifest gives it. */
    private record Labelled(String text, Node value) {}

    private Optional<List<Labelled>> levels(Node.Entry entry) {
        String subject = "vary." + entry.key();
        List<Labelled> levels = new ArrayList<>();
        if (entry.value() instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> levels.add(new Labelled(NodeText.level(item), item)));
        } else if (entry.value() instanceof Node.Mapping mapping) {
            mapping.entries().forEach(label -> levels.add(new Labelled(label.key(), label.value())));
        } else {
            return values.refuse(entry.value(), subject, "a list of levels, or a map of labels and levels");
        }
        if (levels.isEmpty()) {
            problems.add(entry.value().position(), subject + " has no levels; list at least one");
        }
        Map<String, String> seen = new HashMap<>();
        Set<String> texts = new LinkedHashSet<>();
        for (Labelled level : levels) {
            String earlier = seen.putIfAbsent(NodeText.json(level.value()), level.text());
            if (earlier != null || !texts.add(level.text())) {
                problems.add(
                        level.value().position(),
                        subject + " has the level " + Excerpt.shortened(level.text()) + " twice"
                                + (earlier == null || earlier.equals(level.text())
                                        ? ""
                                        : ", first as " + Excerpt.shortened(earlier)));
            }
        }
        return Optional.of(levels);
    }

    private boolean isGroup(Node.Entry entry, Optional<List<Labelled>> levels) {
        String name = entry.key();
        boolean maps = levels.stream().flatMap(List::stream).allMatch(level -> level.value() instanceof Node.Mapping);
        if (SECTIONS.contains(name)) {
            problems.add(
                    entry.keyPosition(),
                    "vary: " + Excerpt.quoted(name) + " is a whole section; vary a path in it, such as "
                            + VariablePaths.candidates(name).get(0));
            return false;
        }
        if (name.contains(".") || !maps) {
            problems.add(
                    entry.keyPosition(),
                    "vary: there is no path " + Excerpt.quoted(name) + "; " + VariablePaths.suggestion(name)
                            + (name.contains(".")
                                    ? ""
                                    : " (a factor with a name of its own has maps of paths as levels)"));
            return false;
        }
        if (!GROUP.matcher(name).matches()) {
            problems.add(
                    entry.keyPosition(),
                    "a factor's name is a letter, then letters, digits, '_' and '-'; got " + Excerpt.quoted(name));
            return false;
        }
        if (COLUMNS.contains(name)) {
            problems.add(
                    entry.keyPosition(),
                    "the results already have a column " + Excerpt.quoted(name) + "; give the factor another name");
            return false;
        }
        return true;
    }

    private List<Level.Assignment> group(String factor, Labelled level) {
        List<Level.Assignment> assignments = new ArrayList<>();
        for (Node.Entry entry : ((Node.Mapping) level.value()).entries()) {
            KeyPath path = KeyPath.of(entry.key());
            if (!VariablePaths.exists(entry.key())) {
                problems.add(
                        entry.keyPosition(),
                        "vary." + factor + ": there is no path " + Excerpt.quoted(entry.key()) + "; "
                                + VariablePaths.suggestion(entry.key()));
                continue;
            }
            refuseOverlap(path, assignments, entry.keyPosition());
            assignments.add(new Level.Assignment(path, entry.value(), entry.keyPosition()));
        }
        return assignments;
    }

    private void refuseOverlap(KeyPath path, List<Level.Assignment> assignments, Position where) {
        for (Level.Assignment other : assignments) {
            if (other.path().contains(path) || path.contains(other.path())) {
                problems.add(
                        where, "this level sets " + path + " and also " + other.path() + "; one lies in the other");
            }
        }
    }
}
