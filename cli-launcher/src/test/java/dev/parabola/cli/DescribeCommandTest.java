package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.plugin.PluginType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DescribeCommandTest {
    @TempDir
    private Path home;

    static Stream<PluginType> builtIn() {
        PluginRegistry registry = PluginRegistry.discover(List.of(new PluginSource.ClassPath()));
        return Arrays.stream(Kind.values()).flatMap(kind -> registry.all(kind).stream());
    }

    @Test
    void describesAnActivation() {
        Invocation described = Invocation.of(home, "plugins", "describe", "activation", "leaky-relu");

        assertThat(described.exitCode()).isZero();
        assertThat(described.err()).isEmpty();
        assertThat(described.outLines())
                .containsExactly(
                        "activation leaky-relu (built in)",
                        "x where x > 0, else slope·x",
                        "",
                        "with the defaults",
                        "  formula     if(x > 0, x, x * 0.01)",
                        "              LaTeX: \\begin{cases}x & x > 0 \\\\ x \\cdot 0.01 & \\text{otherwise}\\end{cases}",
                        "  derivative  if(x > 0, 1, 0.01)",
                        "              LaTeX: \\begin{cases}1 & x > 0 \\\\ 0.01 & \\text{otherwise}\\end{cases}",
                        "",
                        "parameters",
                        "  slope  a number between 0 and 1  default 0.01  slope left of zero",
                        "",
                        "in a manifest",
                        "model:",
                        "  activation: {name: leaky-relu, slope: 0.01}");
    }

    @Test
    void describesATargetOfSeveralInputs() {
        Invocation described = Invocation.of(home, "plugins", "describe", "target", "multiply");

        assertThat(described.outLines())
                .contains("2 inputs", "  formula  x1 * x2", "no parameters", "in a manifest", "target: multiply");
    }

    @Test
    void describesAnOptimizerByWhatAStepDoes() {
        Invocation described = Invocation.of(home, "plugins", "describe", "optimizer", "adam");

        assertThat(described.out())
                .contains(
                        "  mean      = mean * momentum + gradient * (1 - momentum)",
                        "  variance  = ",
                        "  weight    = weight - rate * (",
                        "LaTeX: \\mathrm{mean} \\leftarrow ",
                        "momentum is 0.9 unless the scheduler says otherwise");
    }

    @Test
    void describesASchedulerByItsRates() {
        Invocation described = Invocation.of(home, "plugins", "describe", "scheduler", "one-cycle");

        assertThat(described.out())
                .contains("  0     0.04      0.95\n", "  500   0.75      0.875\n", "  999   1.439e-5  ");
    }

    @Test
    void describesAnInitializerByWhatItDraws() {
        Invocation described = Invocation.of(home, "plugins", "describe", "initializer", "torch-linear");

        assertThat(described.out())
                .contains("weights  uniform between -0.3162 and 0.3162", "biases   uniform between -0.3162 and 0.3162");
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyBuiltInPluginHasASummaryAndDocumentedParameters(PluginType type) {
        assertThat(type.summary()).isNotBlank();
        assertThat(type.parameters())
                .allSatisfy(parameter -> assertThat(parameter.doc()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyBuiltInPluginIsDescribedWithAnExampleThatMakesIt(PluginType type) {
        List<String> lines = new PluginDescription(type, OptionalInt.empty()).lines();

        List<String> example = lines.subList(lines.indexOf("in a manifest") + 1, lines.size());
        Object node = new Load(LoadSettings.builder().build()).loadFromString(String.join("\n", example));
        for (String key : keys(type.kind())) {
            node = ((Map<?, ?>) node).get(key);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        } else {
            values.put("name", node);
        }
        assertThat(values.remove("name")).isEqualTo(type.name());
        values.replaceAll((key, value) -> asDeclared(type, key, value));
        assertThat(type.create(values)).isEqualTo(type.create(Map.of()));
    }

    private static List<String> keys(Kind kind) {
        return switch (kind) {
            case TARGET -> List.of("target");
            case ACTIVATION -> List.of("model", "activation");
            case INITIALIZER -> List.of("model", "initializer");
            case OPTIMIZER -> List.of("training", "optimizer");
            case SCHEDULER -> List.of("training", "scheduler");
        };
    }

    /** YAML reads a number without a fraction as an integer. */
    private static Object asDeclared(PluginType type, String name, Object value) {
        Object declared = type.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .defaultValue();
        if (declared instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Double) {
            return ((List<?>) value)
                    .stream().map(each -> ((Number) each).doubleValue()).toList();
        }
        return declared instanceof Double ? (Object) ((Number) value).doubleValue() : value;
    }

    @Name("numeric")
    public record NumericSquare() implements NumericActivation, NumericTargetFunction {
        @Override
        public double value(double x) {
            return x * x;
        }

        @Override
        public double derivative(double x) {
            return 2 * x;
        }

        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public double value(double[] x) {
            return x[0];
        }
    }

    @Test
    void saysSoWhereThereIsNoFormula() {
        assertThat(Formulas.of(Kind.ACTIVATION, new NumericSquare()))
                .containsExactly("a function of x with its derivative, computed by Java code");
        assertThat(Formulas.of(Kind.TARGET, new NumericSquare()))
                .containsExactly("a function of 3 inputs, computed by Java code");
    }

    @Name("direct")
    public record Direct() implements Optimizer {
        @Override
        public Update update(Quantities q) {
            return Update.to(Expression.where(
                            q.isBias(), q.weight(), q.weight().minus(q.rate().times(q.baseRate()))))
                    .with(
                            "old-step",
                            q.slot("old-step").plus(q.step()).plus(q.gradient()).times(q.momentum()));
        }
    }

    @Test
    void showsAnOptimizerThatGivesTheNextWeight() {
        assertThat(Formulas.of(Kind.OPTIMIZER, new Direct()))
                .contains(
                        "  old_step  = (old_step + step + gradient) * momentum",
                        "  weight    = if(is_bias == 1, weight, weight - rate * base_rate)")
                .noneMatch(line -> line.contains("unless the scheduler"));
    }

    @Name("drawn")
    public record Drawn() implements Initializer {
        @Override
        public Distribution weights(Layer layer) {
            return Distribution.normal(0.5);
        }

        @Override
        public Distribution biases(Layer layer) {
            return Distribution.zero();
        }
    }

    @Test
    void showsNormalAndZeroInitializers() {
        assertThat(Formulas.of(Kind.INITIALIZER, new Drawn()))
                .contains("  weights  normal with mean 0 and standard deviation 0.5", "  biases   0");
    }
}
