package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from its events. Events still know which tags were written and where, and never follow an alias, so
 * that neither a deep nor an exploding document costs more than its length.
 */
final class YamlReader {
    private static final int MAX_NODES = 100_000;
    private static final int MAX_DEPTH = 100;
    private static final String CORE_TAGS = "tag:yaml.org,2002:";

    /** A document without any content. */
    static final String NOTHING = "there is nothing in it; a manifest has at least study, target and model";

    private final Iterator<Event> events;
    private final Function<Mark, Position> place;
    private final Position whole;
    private final Problems problems;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int depth;
    private long nodes;

    private YamlReader(String text, Function<Mark, Position> place, Position whole, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder().setUseMarks(true).setParseComments(false).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.place = place;
        this.whole = whole;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @return the document; empty if there is none or it has no structure (the problems say why)
     */
    static Optional<Node> read(String source, String text, Problems problems) {
        return new YamlReader(
                        text,
                        mark -> new Position(source, mark.getLine() + 1, mark.getColumn() + 1),
                        Position.of(source),
                        problems)
                .document();
    }

    /** Reads a text all of whose parts have the same place. */
    static Optional<Node> read(Position position, String text, Problems problems) {
        return new YamlReader(text, mark -> position, position, problems).document();
    }

    private Optional<Node> document() {
        try {
            events.next();
            if (!next().getEventId().equals(Event.ID.DocumentStart)) {
                problems.add(new Position(whole.source(), 1, 1), NOTHING);
                return Optional.empty();
            }
            Node root = node(next()).node();
            events.next();
            Event after = next();
            if (after.getEventId() == Event.ID.DocumentStart) {
                problems.add(at(after), "a second document begins here; there may be only one");
            }
            return Optional.of(root);
        } catch (MarkedYamlEngineException e) {
            Position position =
                    e.getProblemMark().or(e::getContextMark).map(place).orElse(whole);
            problems.add(position, SyntaxMessage.of(e, position, place));
        } catch (YamlEngineException e) {
            problems.add(whole, "this is not YAML: " + Excerpt.shortened(String.valueOf(e.getMessage())));
        } catch (Unreadable e) {
            problems.add(e.where, e.reason);
        }
        return Optional.empty();
    }

    private Event next() {
        return events.next();
    }

    private Anchored node(Event event) {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        NodeEvent start = (NodeEvent) event;
        if (++depth > MAX_DEPTH) {
            throw new Unreadable(at(event), "nested more than " + MAX_DEPTH + " deep");
        }
        count(1, event);
        Anchored unfinished = new Anchored();
        start.getAnchor().ifPresent(anchor -> anchors.put(anchor, unfinished));
        long before = nodes;
        unfinished.node =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event);
        unfinished.size = nodes - before + 1;
        depth--;
        return unfinished;
    }

    private Anchored alias(AliasEvent event) {
        String name = "*" + Excerpt.shortened(event.getAlias().getValue());
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw new Unreadable(
                    at(event),
                    "the alias " + name + " stands for nothing; no '&" + name.substring(1) + "' comes before it");
        }
        if (anchored.node == null) {
            throw new Unreadable(at(event), "the alias " + name + " stands for something that it is part of itself");
        }
        count(anchored.size, event);
        return anchored;
    }

    private void count(long more, Event event) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new Unreadable(
                    at(event),
                    "more than " + MAX_NODES + " values, aliases counted as what they stand for; write less");
        }
    }

    private Node scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        return new Node.Scalar(event.getValue(), !event.isPlain(), at(event));
    }

    private Node collection(CollectionStartEvent event) {
        refuseTag(event.getTag(), event);
        return event.getEventId() == Event.ID.MappingStart ? mapping(event) : sequence(event);
    }

    private void refuseTag(Optional<String> tag, Event event) {
        tag.ifPresent(text -> problems.add(
                at(event),
                "the tag " + Excerpt.quoted(text.replace(CORE_TAGS, "!!")) + " is not allowed; write the plain value"));
    }

    private Node sequence(CollectionStartEvent start) {
        List<Node> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event).node());
        }
        return new Node.Sequence(List.copyOf(items), at(start));
    }

    private Node mapping(CollectionStartEvent start) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Optional<String> key = key(event);
            Position position = at(event);
            node(event);
            Node value = node(next()).node();
            key.ifPresent(text -> {
                Node.Entry entry = new Node.Entry(text, position, value);
                Node.Entry first = entries.putIfAbsent(text, entry);
                if (first != null) {
                    problems.add(
                            position,
                            "the key " + Excerpt.quoted(text) + " was already given in "
                                    + (first.keyPosition().line() > 0
                                            ? "line " + first.keyPosition().line()
                                            : "this map")
                                    + "; give it once");
                }
            });
        }
        return new Node.Mapping(List.copyOf(entries.values()), at(start));
    }

    private Optional<String> key(Event event) {
        if (event instanceof ScalarEvent scalar
                && !(scalar.isPlain() && scalar.getValue().isEmpty())) {
            return Optional.of(scalar.getValue());
        }
        problems.add(
                at(event),
                event instanceof ScalarEvent
                        ? "a key is missing before ':'"
                        : "a key must be a plain word, not a list, a map or an alias");
        return Optional.empty();
    }

    private Position at(Event event) {
        return event.getStartMark().map(place).orElse(whole);
    }

    /** A node that an alias may stand for, and how many nodes it is with all its aliases. */
    private static final class Anchored {
        private @Nullable Node node;
        private long size;

        Node node() {
            if (node == null) {
                throw new IllegalStateException("a node was used before it was read");
            }
            return node;
        }
    }

    /** The document cannot be read any further. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Position where;
        private final String reason;

        Unreadable(Position where, String reason) {
            super(reason, null, false, false);
            this.where = where;
            this.reason = reason;
        }
    }
}
