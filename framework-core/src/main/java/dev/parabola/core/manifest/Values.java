package dev.parabola.core.manifest;

import dev.parabola.core.problem.ForeignChoices;
import dev.parabola.core.problem.ForeignKeys;
import dev.parabola.core.problem.Problems;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * Strict readers: each turns a node into a value of one type, or adds a mistake at the node's place and gives nothing. Nothing is
 * converted: text is never a number, 0 is never false. The {@code subject} of each reader is what the message calls the value, for
 * example {@code training.batch}.
 */
public final class Values {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    /** From here on doubles have no fractions. */
    private static final double ALL_WHOLE = 0x1p53;

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Map<String, String> OTHER_TRUTHS = Map.of(
            "yes", "true", "y", "true", "on", "true", "true", "true", "no", "false", "n", "false", "off", "false",
            "false", "false");

    private final Problems problems;

    /**
     * Reads for one input.
     *
     * @param problems where mistakes go
     */
    public Values(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a finite double: a number, or an expression of numbers, pi and e.
     *
     * @param node the node
     * @param subject what the message calls it
     * @return the number, if it is one
     */
    public OptionalDouble number(Node node, String subject) {
        return real(node, subject)
                .map(numeral -> OptionalDouble.of(numeral.value()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Reads a finite double within limits: a number, or an expression of numbers, pi and e.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param limit which numbers are accepted
     * @param demand the limit in words that follow "must be", for example {@code greater than 0}
     * @return the number, if it is one and accepted
     */
    public OptionalDouble number(Node node, String subject, DoublePredicate limit, String demand) {
        Optional<Numeral.Finite> numeral = real(node, subject);
        if (numeral.isPresent() && !limit.test(numeral.orElseThrow().value())) {
            problems.add(
                    node.position(),
                    subject + " must be " + demand + ", got "
                            + numeral.orElseThrow().shortest());
            return OptionalDouble.empty();
        }
        return numeral.map(number -> OptionalDouble.of(number.value())).orElse(OptionalDouble.empty());
    }

    /**
     * Reads a whole number. It may be written {@code 5000}, {@code 5e3} or {@code 5000.0}: what counts is its value.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param min the smallest accepted
     * @param max the largest accepted
     * @return the number, if it is whole and accepted
     */
    public OptionalLong count(Node node, String subject, long min, long max) {
        Optional<Numeral.Finite> numeral = numeral(node, subject, "a whole number");
        if (numeral.isEmpty()) {
            return OptionalLong.empty();
        }
        Numeral.Finite number = numeral.orElseThrow();
        Optional<BigInteger> whole = number.whole();
        if (whole.isEmpty() && Math.abs(number.value()) < ALL_WHOLE) {
            problems.add(node.position(), subject + " must be a whole number, got " + number.shortest());
            return OptionalLong.empty();
        }
        BigInteger value = whole.orElse(number.value() < 0 ? LEAST.subtract(BigInteger.ONE) : MOST.add(BigInteger.ONE));
        boolean low = value.compareTo(BigInteger.valueOf(min)) < 0;
        if (low || value.compareTo(BigInteger.valueOf(max)) > 0) {
            problems.add(
                    node.position(),
                    subject + " must be " + (low ? "at least " + min : "at most " + max) + ", got "
                            + number.shortest());
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValueExact());
    }

    /**
     * Reads a 64-bit integer.
     *
     * @param node the node
     * @param subject what the message calls it
     * @return the integer, if it is one
     */
    public OptionalLong integer(Node node, String subject) {
        Optional<Numeral.Finite> numeral = numeral(node, subject, "a 64-bit integer");
        Optional<BigInteger> whole = numeral.flatMap(Numeral.Finite::whole)
                .filter(value -> value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0);
        if (numeral.isPresent() && whole.isEmpty()) {
            problems.add(
                    node.position(),
                    subject + " must be a 64-bit integer (" + LEAST + " to " + MOST + "), got "
                            + numeral.orElseThrow().shortest());
        }
        return whole.map(value -> OptionalLong.of(value.longValueExact())).orElse(OptionalLong.empty());
    }

    /**
     * Reads a text: whatever stands there, quoted or not, as long as it is not nothing.
     *
     * @param node the node
     * @param subject what the message calls it
     * @return the text, if there is one
     */
    public Optional<String> text(Node node, String subject) {
        if (node instanceof Node.Scalar scalar && !isNothing(node)) {
            return Optional.of(scalar.text());
        }
        return refuse(node, subject, "a text");
    }

    /**
     * Reads true or false.
     *
     * @param node the node
     * @param subject what the message calls it
     * @return the truth, if it is one
     */
    public Optional<Boolean> truth(Node node, String subject) {
        if (node instanceof Node.Scalar scalar) {
            if (!scalar.quoted()
                    && (scalar.text().equals("true") || scalar.text().equals("false"))) {
                return Optional.of(scalar.text().equals("true"));
            }
            String meant = OTHER_TRUTHS.get(scalar.text().toLowerCase(Locale.ROOT));
            if (meant != null) {
                problems.add(
                        node.position(),
                        subject + " must be true or false, got " + found(node) + "; write " + meant
                                + (scalar.quoted() ? " without quotes" : ""));
                return Optional.empty();
            }
        }
        return refuse(node, subject, "true or false");
    }

    /**
     * Reads one of several words.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param choices the words and what they stand for
     * @return what the word stands for, if it is one of them
     */
    public <T> Optional<T> choice(Node node, String subject, Choices<T> choices) {
        if (node instanceof Node.Scalar scalar && !isNothing(node)) {
            Optional<T> chosen = choices.find(scalar.text());
            if (chosen.isEmpty()) {
                problems.add(
                        node.position(),
                        subject + " cannot be " + Excerpt.quoted(scalar.text()) + "; "
                                + ForeignChoices.forUnknown(subject, scalar.text(), choices.words()));
            }
            return chosen;
        }
        return refuse(node, subject, "one of " + String.join(", ", choices.words()));
    }

    /**
     * Reads a list.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param demand what the list holds, in words that follow "must be", for example {@code a list of targets}
     * @return its items, if it is a list
     */
    public Optional<List<Node>> list(Node node, String subject, String demand) {
        return node instanceof Node.Sequence sequence ? Optional.of(sequence.items()) : refuse(node, subject, demand);
    }

    /**
     * Reads a map.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param demand what the map holds, in words that follow "must be"
     * @return the map, if it is one
     */
    public Optional<Node.Mapping> map(Node node, String subject, String demand) {
        return node instanceof Node.Mapping mapping ? Optional.of(mapping) : refuse(node, subject, demand);
    }

    /**
     * Refuses a map's keys that mean nothing.
     *
     * @param mapping the map
     * @param section what the map is called, for example {@code training}; empty for the manifest itself
     * @param known the keys that mean something
     */
    public void refuseUnknownKeys(Node.Mapping mapping, String section, Collection<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.keyPosition(),
                        "unknown key " + Excerpt.quoted(entry.key()) + (section.isEmpty() ? "" : " in " + section)
                                + "; " + ForeignKeys.forUnknown(section, entry.key(), known));
            }
        }
    }

    /**
     * Refuses a node for its type.
     *
     * @param node the node
     * @param subject what the message calls it
     * @param demand what would be right, in words that follow "must be"
     * @return nothing
     */
    public <T> Optional<T> refuse(Node node, String subject, String demand) {
        problems.add(node.position(), subject + " must be " + demand + ", got " + found(node));
        return Optional.empty();
    }

    /**
     * Whether a node is YAML's null: an empty place, {@code null} or {@code ~}.
     *
     * @param node the node
     * @return true if it is
     */
    public static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.quoted() && NULLS.contains(scalar.text());
    }

    private Optional<Numeral.Finite> real(Node node, String subject) {
        if (node instanceof Node.Scalar scalar
                && !isNothing(node)
                && Numeral.of(scalar.text()) instanceof Numeral.Other) {
            Numeral constant = ConstantExpression.read(scalar.text());
            if (constant instanceof Numeral.Finite number) {
                return Optional.of(number);
            }
            if (constant instanceof Numeral.Refused refused) {
                problems.add(node.position(), subject + ": " + refused.reason());
                return Optional.empty();
            }
        }
        return numeral(node, subject, "a number");
    }

    private Optional<Numeral.Finite> numeral(Node node, String subject, String demand) {
        if (!(node instanceof Node.Scalar scalar) || isNothing(node)) {
            return refuse(node, subject, demand);
        }
        Numeral numeral = Numeral.of(scalar.text());
        if (scalar.quoted()) {
            problems.add(
                    node.position(),
                    subject + " must be " + demand + ", got the text " + Excerpt.quoted(scalar.text())
                            + (numeral instanceof Numeral.Finite ? "; remove the quotes" : ""));
            return Optional.empty();
        }
        if (numeral instanceof Numeral.Finite number) {
            return Optional.of(number);
        }
        if (numeral instanceof Numeral.Refused refused) {
            problems.add(node.position(), subject + ": " + refused.reason());
            return Optional.empty();
        }
        return refuse(node, subject, demand);
    }

    private static String found(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return isNothing(node) ? "nothing" : Excerpt.quoted(scalar.text());
        }
        return node instanceof Node.Sequence ? "a list" : "a map";
    }
}
