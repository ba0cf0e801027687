package dev.parabola.core.plugin;

import dev.parabola.core.problem.ForeignKeys;
import dev.parabola.core.problem.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that other libraries give to what plugins, or expressions, do here. */
final class ForeignNames {
    /** {@code torch.nn.ReLU()} is {@code ReLU} of a package. */
    private static final Pattern PACKAGE = Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]*\\.)+(?=[A-Za-z_])|\\(\\)$");

    private static final List<String> FUNCTIONS = List.of(
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
            "floor",
            "sign");

    /** By kind and name, in small letters without separators, what to say. */
    private static final Map<Kind, Map<String, Meaning>> TABLE = table();

    private ForeignNames() {}

    /** What a foreign name means here. */
    private sealed interface Meaning {}

    /** Any of these plugins. */
    private record Called(List<String> names) implements Meaning {}

    /** An expression. */
    private record Formula(String text) implements Meaning {}

    /** A plugin with settings: what it is in words, and how it is written. */
    private record Settings(String what, String plugin, String text) implements Meaning {}

    /** Something that is not here, which is no misspelt name of what is. */
    private record Absent() implements Meaning {}

    /** The end of a message about a name that no plugin of a kind has. */
    static String forUnknown(Kind kind, String name, List<String> known) {
        String word = ForeignKeys.plain(PACKAGE.matcher(name).replaceAll(""));
        Optional<String> same = known.stream()
                .filter(one -> ForeignKeys.plain(one).equals(word))
                .findFirst();
        if (same.isPresent()) {
            return called(List.of(same.get()));
        }
        Meaning meaning = TABLE.getOrDefault(kind, Map.of()).get(word);
        boolean formulas = kind == Kind.TARGET || kind == Kind.ACTIVATION;
        if (meaning == null) {
            return formulas && FUNCTIONS.contains(word) ? written(word + "(x)") : Suggestion.forUnknown(name, known);
        }
        if (meaning instanceof Called called && known.containsAll(called.names())) {
            return called(called.names());
        }
        if (meaning instanceof Formula formula) {
            return written(formula.text());
        }
        if (meaning instanceof Settings settings && known.contains(settings.plugin())) {
            return settings.what() + " is written " + settings.text() + " here";
        }
        return known.isEmpty() ? Suggestion.forUnknown(name, known) : "there is " + String.join(", ", known);
    }

    private static String called(List<String> names) {
        return "it is called " + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                + " here";
    }

    private static String written(String formula) {
        return "it is written as an expression: \"" + formula + "\"";
    }

    private static void put(Map<String, Meaning> table, Meaning meaning, String... names) {
        Arrays.stream(names).forEach(name -> table.put(name, meaning));
    }

    private static Map<Kind, Map<String, Meaning>> table() {
        Map<Kind, Map<String, Meaning>> table = new LinkedHashMap<>();
        activations(table.computeIfAbsent(Kind.ACTIVATION, kind -> new LinkedHashMap<>()));
        targets(table.computeIfAbsent(Kind.TARGET, kind -> new LinkedHashMap<>()));
        optimizers(table.computeIfAbsent(Kind.OPTIMIZER, kind -> new LinkedHashMap<>()));
        schedulers(table.computeIfAbsent(Kind.SCHEDULER, kind -> new LinkedHashMap<>()));
        initializers(table.computeIfAbsent(Kind.INITIALIZER, kind -> new LinkedHashMap<>()));
        return table;
    }

    private static void activations(Map<String, Meaning> table) {
        put(table, new Called(List.of("silu")), "swish", "swish1");
        put(table, new Called(List.of("identity")), "linear", "none", "id", "purelin");
        put(table, new Called(List.of("sigmoid")), "logistic", "logsig", "expit", "sigm");
        put(table, new Called(List.of("tanh")), "tansig", "hyperbolictangent");
        put(table, new Called(List.of("relu")), "rectifier", "rectified", "rectifiedlinear", "poslin");
        put(table, new Called(List.of("leaky-relu")), "lrelu", "leakyrectify");
        put(table, new Formula("x * tanh(softplus(x))"), "mish");
        put(table, new Formula("min(max(x, 0), 6)"), "relu6");
        put(table, new Formula("max(x, 0)^2"), "relu2", "squaredrelu", "relusquared");
        put(table, new Formula("min(max(x, -1), 1)"), "hardtanh");
        put(table, new Formula("min(max(x / 6 + 0.5, 0), 1)"), "hardsigmoid");
        put(table, new Formula("x * min(max(x / 6 + 0.5, 0), 1)"), "hardswish", "hardsilu");
        put(table, new Formula("1.0507009873554805 * if(x > 0, x, 1.6732632423543772 * (exp(x) - 1))"), "selu");
        put(table, new Formula("x / (1 + abs(x))"), "softsign");
        put(table, new Formula("x - tanh(x)"), "tanhshrink");
        put(table, new Formula("-softplus(-x)"), "logsigmoid");
        put(table, new Formula("exp(-x^2)"), "gaussian", "rbf");
        put(table, new Formula("if(x > 0, 1, 0)"), "step", "heaviside", "binary", "threshold", "hardlim");
        put(table, new Formula("x^2"), "square", "quadratic");
        put(table, new Absent(), "softmax", "maxout", "glu", "geglu", "swiglu", "rrelu");
        put(table, new Settings("a ReLU with a fixed slope", "leaky-relu", "{name: leaky-relu, slope: 0.25}"), "prelu");
    }

    private static void targets(Map<String, Meaning> table) {
        put(table, new Called(List.of("square")), "quadratic", "parabola", "sqr", "squared");
        put(table, new Called(List.of("cube")), "cubic", "cubed");
        put(table, new Called(List.of("identity")), "linear", "id");
        put(table, new Called(List.of("multiply")), "product", "mul", "mult", "times");
        put(table, new Called(List.of("plus")), "add", "addition", "sum");
        put(table, new Called(List.of("sine")), "sin", "sinus");
        put(table, new Called(List.of("ln")), "log", "logarithm");
        put(table, new Called(List.of("exp")), "exponential");
        put(table, new Called(List.of("step")), "heaviside");
        put(table, new Formula("max(x, 0)"), "relu");
        put(table, new Formula("cos(x)"), "cosine");
        put(table, new Formula("abs(x1 - x2)"), "xor");
        put(table, new Formula("1 / x"), "inverse", "reciprocal");
    }

    private static void optimizers(Map<String, Meaning> table) {
        put(table, new Called(List.of("sgd")), "stochasticgradientdescent");
        put(table, new Called(List.of("rmsprop")), "rms");
        put(
                table,
                new Settings("gradient descent with momentum", "sgd", "{name: sgd, momentum: 0.9}"),
                "momentum",
                "sgdmomentum",
                "sgdm",
                "heavyball");
        put(
                table,
                new Settings("Nesterov's momentum", "sgd", "{name: sgd, momentum: 0.9, nesterov: true}"),
                "nesterov",
                "nag");
        put(
                table,
                new Settings("gradient descent on all points", "sgd", "sgd with batch: full"),
                "gd",
                "gradientdescent",
                "batchgradientdescent");
        put(
                table,
                new Absent(),
                "adagrad",
                "adadelta",
                "adamax",
                "nadam",
                "radam",
                "lion",
                "lamb",
                "adafactor",
                "shampoo",
                "muon",
                "rprop",
                "lbfgs",
                "bfgs");
    }

    private static void schedulers(Map<String, Meaning> table) {
        put(
                table,
                new Called(List.of("cosine")),
                "cosineannealing",
                "cosineannealinglr",
                "cosinedecay",
                "cosinelr",
                "cosineschedule");
        put(table, new Called(List.of("one-cycle")), "onecyclelr", "1cycle", "fitonecycle");
        put(table, new Called(List.of("exponential")), "exponentiallr", "exponentialdecay", "expdecay");
        put(table, new Called(List.of("step")), "steplr", "stepdecay");
        put(table, new Called(List.of("constant")), "none", "fixed", "const");
        put(
                table,
                new Absent(),
                "reducelronplateau",
                "plateau",
                "warmup",
                "linear",
                "linearlr",
                "polynomial",
                "polynomiallr",
                "cyclic",
                "cycliclr",
                "multistep",
                "multisteplr",
                "cosineannealingwarmrestarts",
                "sgdr",
                "inversetimedecay");
    }

    private static void initializers(Map<String, Meaning> table) {
        put(table, new Called(List.of("xavier-uniform", "xavier-normal")), "xavier", "glorot");
        put(table, new Called(List.of("kaiming-normal", "kaiming-uniform")), "kaiming", "he");
        put(table, new Called(List.of("xavier-uniform")), "glorotuniform");
        put(table, new Called(List.of("xavier-normal")), "glorotnormal");
        put(table, new Called(List.of("kaiming-normal")), "henormal");
        put(table, new Called(List.of("kaiming-uniform")), "heuniform");
        put(table, new Called(List.of("lecun-normal")), "lecun");
        put(table, new Called(List.of("torch-linear")), "torch", "pytorch", "default", "linear", "torchdefault");
        put(
                table,
                new Absent(),
                "zeros",
                "ones",
                "normal",
                "uniform",
                "random",
                "orthogonal",
                "lecununiform",
                "truncatednormal");
    }
}
