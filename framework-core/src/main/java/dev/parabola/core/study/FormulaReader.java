package dev.parabola.core.study;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.ExpressionSyntaxException;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads formulas of a manifest and shows where in the manifest they go wrong. */
final class FormulaReader {
    private static final int MAX_INPUTS = 100;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*");
    /** {@code nn.ReLU()}: a name with its package, as code writes it. */
    private static final Pattern CODE = Pattern.compile(
            "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)+(?:\\(\\))?|[A-Za-z][A-Za-z0-9_]*\\(\\)");

    private static final Pattern INPUT = Pattern.compile("x(?:[1-9][0-9]{0,8})?");
    private static final Pattern ATOMS = Pattern.compile("(?:x[0-9]*|pi|e|[0-9]+)(?:-(?:x[0-9]*|pi|e|[0-9]+))*");

    private final Manifest manifest;

    FormulaReader(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Whether a text that is no plugin's name is meant as one: {@code sqare} is, {@code x} and {@code x-1} are not. */
    static boolean isName(String text) {
        return (WORD.matcher(text).matches() && !ATOMS.matcher(text).matches())
                || CODE.matcher(text).matches();
    }

    Optional<ExpressionTarget> target(Node.Scalar scalar, Problems problems) {
        Optional<Expression> parsed =
                parse(scalar, "target", word -> INPUT.matcher(word).matches(), problems);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        Expression formula = parsed.orElseThrow();
        SortedSet<String> variables = formula.variables();
        if (variables.size() > 1 && variables.contains("x")) {
            problems.add(
                    scalar.position(),
                    "target: the expression has both x and " + variables.last()
                            + "; write x for a single input, x1, x2, … for several");
            return Optional.empty();
        }
        int inputs = variables.stream()
                .mapToInt(name -> name.equals("x") ? 1 : Integer.parseInt(name.substring(1)))
                .max()
                .orElse(1);
        if (inputs > MAX_INPUTS) {
            problems.add(
                    scalar.position(),
                    "target: x" + inputs + " would be the last of " + inputs + " inputs; there may be " + MAX_INPUTS);
            return Optional.empty();
        }
        return Optional.of(new ExpressionTarget(scalar.text(), formula, inputs));
    }

    Optional<ExpressionActivation> activation(Node.Scalar scalar, Problems problems) {
        return parse(scalar, "activation", "x"::equals, problems)
                .map(formula -> new ExpressionActivation(scalar.text(), formula));
    }

    private Optional<Expression> parse(
            Node.Scalar scalar, String subject, Predicate<String> isVariable, Problems problems) {
        try {
            return Optional.of(Expression.parse(scalar.text(), isVariable));
        } catch (ExpressionSyntaxException e) {
            Optional<Position> exact = manifest.inside(scalar, e.position());
            int character = scalar.text().codePointCount(0, e.position()) + 1;
            problems.add(
                    exact.orElse(scalar.position()),
                    subject + ": "
                            + ForeignNotation.translate(scalar.text(), isVariable)
                                    .map(formula -> e.reason() + "; write " + formula)
                                    .orElse(e.getMessage())
                            + (exact.isPresent() ? "" : " (character " + character + " of the expression)"));
            return Optional.empty();
        }
    }
}
