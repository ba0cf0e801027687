package dev.parabola.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions and constants of other languages, written with those that expressions have. */
final class ForeignFunctions {
    private static final Pattern WORD_OR_NUMBER = Pattern.compile("[a-z0-9.]+");
    private static final String FIRST = "#1";
    private static final String SECOND = "#2";
    private static final String THIRD = "#3";

    /** The functions that expressions have; min and max take two arguments or more, if takes three. */
    private static final Set<String> OWN = Set.of(
            "abs",
            "sqrt",
            "exp",
            "ln",
            "log",
            "sin",
            "cos",
            "tan",
            "tanh",
            "atan",
            "erf",
            "sigmoid",
            "softplus",
            "min",
            "max",
            "floor",
            "sign",
            "if");

    /** By name and number of arguments, in small letters, the formula; an argument's place is {@code #1}, {@code #2} or {@code #3}. */
    private static final Map<String, String> FORMULAS = formulas();

    private static final Map<String, String> CONSTANTS = constants();

    /** What comes before a function's name in code: {@code np.sin}. */
    private static final Set<String> PACKAGES = Set.of(
            "math",
            "cmath",
            "np",
            "numpy",
            "jnp",
            "jax",
            "torch",
            "tf",
            "keras",
            "scipy",
            "special",
            "sp",
            "sympy",
            "nn",
            "f",
            "functional");

    private ForeignFunctions() {}

    /**
     * A call in the expressions' own functions.
     *
     * @param name the function's name, packages before it included
     * @param arguments its arguments, already translated
     * @return the formula, in parentheses unless it is a call itself; empty if the function is not known
     */
    static Optional<String> call(String name, List<String> arguments) {
        Optional<String> plain = plain(name);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String word = plain.orElseThrow();
        if (isOwn(word) && !(word.equals("log") && arguments.size() == 2)) {
            return Optional.of(word + "(" + String.join(", ", arguments) + ")");
        }
        String formula = FORMULAS.get(word + "/" + arguments.size());
        if (formula == null) {
            return Optional.empty();
        }
        String text = formula;
        for (int i = arguments.size() - 1; i >= 0; i--) {
            text = substitute(text, "#" + (i + 1), arguments.get(i));
        }
        return Optional.of(text);
    }

    /** Puts an argument in its place, without the parentheses around it where it is a word or a number. */
    private static String substitute(String formula, String place, String argument) {
        String bare = WORD_OR_NUMBER.matcher(argument).matches()
                ? formula.replaceAll("(?<![a-z])\\(" + place + "\\)", argument)
                : formula;
        return bare.replace(place, argument);
    }

    /** The name of one of the expressions' own functions of one argument, whatever its capitals and packages. */
    static Optional<String> ownOfOne(String name) {
        return plain(name)
                .filter(word -> isOwn(word) && !Set.of("min", "max", "if").contains(word));
    }

    /** The text of a constant; empty if the word is none. */
    static Optional<String> constant(String name) {
        return plain(name).map(word -> CONSTANTS.get(word));
    }

    private static boolean isOwn(String word) {
        return OWN.contains(word);
    }

    private static Optional<String> plain(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (!PACKAGES.contains(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts[parts.length - 1]);
    }

    private static Map<String, String> constants() {
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("pi", "pi");
        constants.put("π", "pi");
        constants.put("e", "e");
        constants.put("tau", "(2*pi)");
        return constants;
    }

    private static Map<String, String> formulas() {
        Map<String, String> formulas = new LinkedHashMap<>();
        one(formulas, "ln(#1)/ln(10)", "log10", "lg");
        one(formulas, "ln(#1)/ln(2)", "log2", "lb", "ld");
        one(formulas, "ln(1 + #1)", "log1p");
        one(formulas, "exp(#1) - 1", "expm1");
        one(formulas, "2^(#1)", "exp2");
        one(formulas, "abs(#1)", "fabs", "absolute");
        one(formulas, "sign(#1)", "sgn", "signum");
        one(formulas, "atan(#1)", "arctan", "arctg");
        one(formulas, "tan(#1)", "tg");
        one(formulas, "atan((#1)/sqrt(1 - (#1)^2))", "asin", "arcsin");
        one(formulas, "pi/2 - atan((#1)/sqrt(1 - (#1)^2))", "acos", "arccos");
        one(formulas, "(exp(#1) - exp(-(#1)))/2", "sinh", "sh");
        one(formulas, "(exp(#1) + exp(-(#1)))/2", "cosh", "ch");
        one(formulas, "tanh(#1)", "th");
        one(formulas, "1/cos(#1)", "sec");
        one(formulas, "1/sin(#1)", "csc", "cosec");
        one(formulas, "1/tan(#1)", "cot", "cotan", "ctg");
        one(formulas, "max(#1, 0)", "relu", "ramp");
        one(formulas, "min(max(#1, 0), 6)", "relu6");
        one(formulas, "(#1)*sigmoid(#1)", "silu", "swish");
        one(formulas, "sigmoid(#1)", "logistic", "expit");
        one(formulas, "if(#1 > 0, 1, 0)", "heaviside", "step", "theta");
        one(formulas, "(#1)^2", "square", "sqr", "sq");
        one(formulas, "(#1)^3", "cube");
        one(formulas, "sign(#1)*abs(#1)^(1/3)", "cbrt");
        one(formulas, "-floor(-(#1))", "ceil", "ceiling");
        one(formulas, "floor(#1 + 0.5)", "round", "rint", "nint");
        one(formulas, "sign(#1)*floor(abs(#1))", "trunc", "fix", "int");
        one(formulas, "1 - erf(#1)", "erfc");
        one(formulas, "1/sqrt(#1)", "rsqrt");
        one(formulas, "1/(#1)", "reciprocal", "inv");
        two(formulas, "ln(" + FIRST + ")/ln(" + SECOND + ")", "log");
        two(formulas, "(#1)^(#2)", "pow", "power");
        two(formulas, "#1 - (#2)*floor((#1)/(#2))", "mod", "remainder");
        two(formulas, "max(#1, #2)", "maximum", "fmax");
        two(formulas, "min(#1, #2)", "minimum", "fmin");
        two(formulas, "sqrt((#1)^2 + (#2)^2)", "hypot");
        for (String name : List.of("clip", "clamp")) {
            formulas.put(name + "/3", "min(max(" + FIRST + ", " + SECOND + "), " + THIRD + ")");
        }
        formulas.put("where/3", "if(#1, #2, #3)");
        return formulas;
    }

    private static void one(Map<String, String> formulas, String formula, String... names) {
        for (String name : names) {
            formulas.put(name + "/1", formula);
        }
    }

    private static void two(Map<String, String> formulas, String formula, String... names) {
        for (String name : names) {
            formulas.put(name + "/2", formula);
        }
    }
}
