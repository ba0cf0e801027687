package dev.parabola.cli;

import dev.parabola.core.execution.TrialRange;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --only}: {@code 7} or {@code 100-199}, from 0, both ends included. */
final class TrialSelection {
    private static final Pattern FORM = Pattern.compile("([0-9]+)(?:-([0-9]+))?");

    private TrialSelection() {}

    static TrialRange of(String text, long trials) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw refusal("must be a trial's number such as 7, or a range such as 100-199, got '" + text + "'");
        }
        BigInteger first = new BigInteger(matcher.group(1));
        BigInteger last = matcher.group(2) == null ? first : new BigInteger(matcher.group(2));
        if (last.compareTo(first) < 0) {
            throw refusal("a range goes from the smaller number to the larger, got '" + text + "'");
        }
        if (last.compareTo(BigInteger.valueOf(trials)) >= 0) {
            throw refusal("the study's trials are 0 to " + (trials - 1) + ", got '" + text + "'");
        }
        return new TrialRange(first.longValueExact(), last.longValueExact());
    }

    private static InvalidInputException refusal(String message) {
        return new InvalidInputException(Position.of("--only"), message);
    }
}
