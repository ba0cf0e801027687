package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import dev.parabola.core.text.OneLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence calls factors and levels: {@code tanh}, but {@code width 64}. */
final class LevelNames {
    private static final Pattern WORD = Pattern.compile("(?!true$|false$)\\p{L}.*", Pattern.DOTALL);
    private static final Pattern PLUGIN = Pattern.compile("\\{\"name\":\"([^\"]+)\",(.*)}", Pattern.DOTALL);

    private final List<Factor> factors;

    LevelNames(List<Factor> factors) {
        this.factors = List.copyOf(factors);
    }

    /** The last key of a path, where no other factor ends in it. */
    String factor(Factor factor) {
        String last = last(factor);
        boolean unique =
                factors.stream().filter(other -> last(other).equals(last)).count() == 1;
        return OneLine.of(unique ? last : factor.name());
    }

    /** A level; with its factor's name where it does not speak for itself: a number, or what is a level of another factor too. */
    String full(Factor factor, String level) {
        boolean unique =
                factors.stream().filter(other -> other.levels().contains(level)).count() == 1;
        String text = level(level);
        return unique && WORD.matcher(text).matches() ? text : factor(factor) + " " + text;
    }

    /** A level alone. Plugins with parameters are levels in JSON: {@code leaky-relu (slope 0.1)} reads better. */
    String level(String level) {
        Matcher plugin = PLUGIN.matcher(level);
        return OneLine.of(
                plugin.matches()
                        ? plugin.group(1) + " ("
                                + plugin.group(2)
                                        .replace("\"", "")
                                        .replace(",", ", ")
                                        .replace(":", " ") + ")"
                        : level);
    }

    private static String last(Factor factor) {
        return factor.name().substring(factor.name().lastIndexOf('.') + 1);
    }
}
