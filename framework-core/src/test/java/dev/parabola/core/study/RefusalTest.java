package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of these manifests follows the three of {@link Planning#LEAST}, so the first is line 4. */
class RefusalTest {
    private static final String FUNCTIONS =
            "abs, sqrt, exp, ln, sin, cos, tan, tanh, atan, erf, sigmoid, softplus, min, max, floor, sign, if";

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void eachMistakeIsNamedAtItsPlaceWithWhatWouldBeRight(String lines, String message) {
        assertThat(Planning.mistakes(Planning.LEAST + lines)).containsExactly(message);
    }

    static Stream<Arguments> eachMistakeIsNamedAtItsPlaceWithWhatWouldBeRight() {
        return Stream.of(
                arguments("trianing: {steps: 1}", "4:1: unknown key 'trianing'; did you mean 'training'?"),
                arguments("training: {bacth: 3}", "4:12: unknown key 'bacth' in training; did you mean 'batch'?"),
                arguments(
                        "training: [1]",
                        "4:11: training must be a map with any of loss, optimizer, scheduler, learning-rate, steps, batch, precision, epochs, got a list"),
                arguments(
                        "training:",
                        "4:10: training must be a map with any of loss, optimizer, scheduler, learning-rate, steps, batch, precision, epochs, got nothing"),
                arguments(
                        "data: {noise: '0.1'}",
                        "4:15: data.noise must be a number, got the text '0.1'; remove the quotes"),
                arguments("data: {noise: high}", "4:15: data.noise must be a number, got 'high'"),
                arguments("data: {noise: -1}", "4:15: data.noise must be at least 0, got -1"),
                arguments("data: {noise: NaN}", "4:15: data.noise: NaN is not finite; write a finite number"),
                arguments("data: {noise: .inf}", "4:15: data.noise: .inf is not finite; write a finite number"),
                arguments(
                        "data: {noise: 1e999}", "4:15: data.noise: 1e999 is not finite: it is too large for a double"),
                arguments("data: {noise: 1/0}", "4:15: data.noise: 1/0 is not finite; write a finite number"),
                arguments("data: {noise: -pi}", "4:15: data.noise must be at least 0, got -3.141592653589793"),
                arguments("data: {noise: x + 1}", "4:15: data.noise must be a number, got 'x + 1'"),
                arguments(
                        "data: {noise: 010*pi}",
                        "4:15: data.noise: 010*pi is ambiguous (a leading zero means octal to some readers); write its numbers without"),
                arguments("training: {steps: 2*50}", "4:19: training.steps must be a whole number, got '2*50'"),
                arguments("data: {samples: 2.5}", "4:17: data.samples must be a whole number, got 2.5"),
                arguments(
                        "data: {samples: 010}",
                        "4:17: data.samples: 010 is ambiguous (a leading zero means octal to some readers); write 10"),
                arguments("data: {samples: 0}", "4:17: data.samples must be at least 1, got 0"),
                arguments("data: {samples: 1e10}", "4:17: data.samples must be at most 1000000000, got 10000000000"),
                arguments("data: {samples: 1e300}", "4:17: data.samples must be at most 1000000000, got 1e300"),
                arguments("data: {samples: {a: 1}}", "4:17: data.samples must be a whole number, got a map"),
                arguments(
                        "data: {sampling: unifrom}",
                        "4:18: data.sampling cannot be 'unifrom'; did you mean 'uniform'?"),
                arguments(
                        "data: {scaling: {inputs: std}}",
                        "4:26: data.scaling.inputs cannot be 'std'; it is called 'standard' here"),
                arguments(
                        "data: {scaling: {input: none}}",
                        "4:18: unknown key 'input' in data.scaling; did you mean 'inputs'?"),
                arguments(
                        "data: {range: [1, -1]}",
                        "4:15: data.range: the first end of an interval must be less than the second, got [1, -1]"),
                arguments(
                        "data: {range: [1, 2, 3]}",
                        "4:15: data.range: an interval is a list of two numbers [low, high], got 3 items"),
                arguments(
                        "data: {range: []}",
                        "4:15: data.range must be an interval [low, high] or a list of one interval per input, got an empty list"),
                arguments(
                        "data: {range: [[0, 1], 2]}",
                        "4:24: each interval of data.range must be a list [low, high], got '2'"),
                arguments(
                        "data: {range: [-1e308, 1e308]}",
                        "4:15: data.range: the ends of an interval may be up to 1e300 from 0"),
                arguments(
                        "data: {range: [[0, 1], [0, 1]]}",
                        "4:15: data.range has 2 intervals, but target square has 1 input; give one interval for all inputs"),
                arguments(
                        "seed: 1.5",
                        "4:7: seed must be a 64-bit integer (-9223372036854775808 to 9223372036854775807), got 1.5"),
                arguments(
                        "seed: 9223372036854775808",
                        "4:7: seed must be a 64-bit integer (-9223372036854775808 to 9223372036854775807), got 9223372036854775808"),
                arguments("replicas: 2000000000", "4:11: replicas must be at most 1000000000, got 2000000000"),
                arguments("question:", "4:10: question must be a text, got nothing"),
                arguments("plugins: {a: b}", "4:10: plugins must be a list of paths, got a map"),
                arguments("plugins: [~]", "4:11: each item of plugins must be a text, got nothing"),
                arguments("alternatives: [sqare]", "4:16: unknown target 'sqare'; did you mean 'square'?"),
                arguments(
                        "training: {steps: 5, epochs: 3}",
                        "4:22: training has both steps and epochs; give one of them"),
                arguments("training: {epochs: 0}", "4:20: training.epochs must be at least 1, got 0"),
                arguments("training: {batch: ful}", "4:19: training.batch must be a whole number or full, got 'ful'"),
                arguments("training: {learning-rate: 0}", "4:27: training.learning-rate must be greater than 0, got 0"),
                arguments(
                        "training: {precision: float16}",
                        "4:23: training.precision cannot be 'float16'; did you mean 'float32' or 'float64'?"),
                arguments(
                        "training: {loss: mae}",
                        "4:18: training.loss cannot be 'mae'; networks are trained on mse, the mean squared error; success may limit nrmse, rmse and max_error"),
                arguments("training: {optimizer: adm}", "4:23: unknown optimizer 'adm'; did you mean 'adam'?"),
                arguments("success: {}", "4:10: success needs at least one of nrmse, rmse, max_error"),
                arguments(
                        "success: {r2: 0.9}",
                        "4:11: unknown key 'r2' in success; an r2 of 0.99 is an nrmse of 0.1: nrmse = √(1 − r2)"),
                arguments("success: {rmse: -0.5}", "4:17: success.rmse must be at least 0, got -0.5"),
                arguments("record: {checkpoints: 1}", "4:23: record.checkpoints must be at least 2, got 1"),
                arguments("record: {checkpoints: 10001}", "4:23: record.checkpoints must be at most 10000, got 10001"),
                arguments(
                        "regions: {near: [-2, 2]}",
                        "4:1: regions has no 'inside'; it replaces the default regions, so write inside as well"),
                arguments(
                        "regions: {inside: [0, 1], train: [0, 1]}",
                        "4:27: no region may be called 'train', as the training data is; choose another name"),
                arguments(
                        "regions: {inside: [0, 1], Far: [0, 1]}",
                        "4:27: a region's name is a small letter, then small letters, digits and '-'; got 'Far'"),
                arguments(
                        "regions: {inside: {except: [0, 1]}}",
                        "4:19: regions.inside needs the key 'range' or 'points'"),
                arguments(
                        "regions: {inside: {points: [0, 1], range: [0, 1]}}",
                        "4:36: regions.inside has both points and range; points are a whole region"),
                arguments(
                        "regions: {inside: {points: trainig}}",
                        "4:28: regions.inside.points must be training, a list of numbers, or a list of points such as [[0, 0], [0, 1]], got 'trainig'"),
                arguments(
                        "regions: {inside: {points: []}}",
                        "4:28: regions.inside.points must be 1 to 1024 points, got none"),
                arguments(
                        "regions: {inside: {points: [0, [1, 2]]}}",
                        "4:32: regions.inside.points: this point has 2 coordinates, the first has 1"),
                arguments(
                        "regions: {inside: {points: [0, []]}}",
                        "4:32: regions.inside.points: a point has a coordinate for each input, got an empty list"),
                arguments(
                        "regions: {inside: {points: [0, a]}}",
                        "4:32: each coordinate of regions.inside.points must be a number, got 'a'"),
                arguments(
                        "regions: {inside: {points: [[0, 0], [0, 1]]}}",
                        "4:28: regions.inside.points: each point has 2 coordinates, but target square has 1 input"),
                arguments(
                        "regions: {inside: {range: [-1, 1], except: [-2, 2]}}",
                        "4:27: regions.inside is empty: all of its range lies inside except"),
                arguments(
                        "regions: {inside: [[0, 1], [0, 1]]}",
                        "4:19: regions.inside has 2 intervals, but target square has 1 input; give one interval for all inputs"),
                arguments("study: t", "4:1: the key 'study' was already given in line 1; give it once"),
                arguments("---\nstudy: t", "4:1: a second document begins here; there may be only one"));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void aTargetOrActivationThatIsNoneIsNamedAtItsPlace(String target, String activation, String message) {
        assertThat(Planning.mistakes("study: s\ntarget: " + target + "\nmodel:\n  activation: " + activation + "\n"))
                .containsExactly(message);
    }

    static Stream<Arguments> aTargetOrActivationThatIsNoneIsNamedAtItsPlace() {
        return Stream.of(
                arguments("sqare", "relu", "2:9: unknown target 'sqare'; did you mean 'square'?"),
                arguments(
                        "[square]", "relu", "2:9: target must be a name, a map {name: …} or an expression, got a list"),
                arguments("{nam: square}", "relu", "2:9: target needs the key 'name', for example {name: broken}"),
                arguments(
                        "{name: broken, inputs: 0}",
                        "relu",
                        "2:9: target broken says that it has 0 inputs; its plugin is broken"),
                arguments(
                        "2x + 1",
                        "relu",
                        "2:10: target: found 'x' where an operator or the end should follow; write 2*x + 1"),
                arguments("3*log10(x)", "relu", "2:11: target: unknown function 'log10'; write 3*(ln(x)/ln(10))"),
                arguments("x*y", "relu", "2:11: target: unknown word 'y'; write x1*x2"),
                arguments("square", "relu(x)^2", "4:15: activation: unknown function 'relu'; write max(x, 0)^2"),
                arguments("square", "x**2", "4:16: activation: '**' is no operator; write x^2"),
                arguments(
                        "x^2 + sine(x)",
                        "relu",
                        "2:15: target: unknown function 'sine'; the functions are " + FUNCTIONS),
                arguments(
                        "\"x^2 + sine(x)\"",
                        "relu",
                        "2:16: target: unknown function 'sine'; the functions are " + FUNCTIONS),
                arguments(
                        "'x^2 + sine(x)'",
                        "relu",
                        "2:16: target: unknown function 'sine'; the functions are " + FUNCTIONS),
                arguments(
                        "\"\\x78^2 + sine(x)\"",
                        "relu",
                        "2:19: target: unknown function 'sine'; the functions are " + FUNCTIONS),
                arguments(
                        "|\n  x^2\n  + sine(x)",
                        "relu",
                        "4:5: target: unknown function 'sine'; the functions are " + FUNCTIONS),
                arguments(
                        "x^2 +\n  sine(x)",
                        "relu",
                        "2:9: target: unknown function 'sine'; the functions are " + FUNCTIONS
                                + " (character 7 of the expression)"),
                arguments("(x + 1", "relu", "2:9: target: this '(' is never closed"),
                arguments(
                        "x + x1",
                        "relu",
                        "2:9: target: the expression has both x and x1; write x for a single input, x1, x2, … for several"),
                arguments("x101", "relu", "2:9: target: x101 would be the last of 101 inputs; there may be 100"),
                arguments("square", "lekay-relu", "4:15: unknown activation 'lekay-relu'; did you mean 'leaky-relu'?"),
                arguments(
                        "square",
                        "x * x1",
                        "4:19: activation: unknown word 'x1'; an expression may contain its inputs, pi, e and the functions "
                                + FUNCTIONS),
                arguments(
                        "square",
                        "{name: leaky-relu, slope: 2}",
                        "4:41: activation leaky-relu: slope must be between 0 and 1, got 2"));
    }

    @Test
    void aHundredThousandParenthesesAreRefusedLikeAnyOtherFormula() {
        String deep = "(".repeat(50_000) + "x" + ")".repeat(50_000);

        assertThat(Planning.mistakes("study: s\ntarget: " + deep + "\nmodel: {}\n"))
                .containsExactly("2:10009: target: an expression has at most 10000 characters, this one has 100001");
    }

    @Test
    void whatMustBeThereIsMissedInTheFileAsAWhole() {
        assertThat(Planning.mistakes("seed: 1\n"))
                .extracting(mistake -> mistake.replaceFirst("^\\S* ", ""))
                .containsExactly(
                        "target is missing; write for example target: x^2",
                        "model is missing; write for example model: {hidden: [10], activation: relu}",
                        "study is missing; give the study a name, for example study: square");
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheirLines() {
        assertThat(Planning.mistakes("""
                        study: Square One
                        sede: 1
                        target: x^2 + sine(x)
                        target: cube
                        data: {samples: 2.5, noise: 010}
                        model: {hidden: [0], activation: {name: sine, omega: 0, phase: 1}, hiden: 1}
                        training: {optimizer: !adam adam, batch: "64"}
                        vary: {training.learning-rates: [1], training.steps: [0, 10]}
                        tune: [training.step]
                        """))
                .containsExactly(
                        "1:8: study must be 1 to 64 small letters, digits and '-', not beginning with '-', got 'Square One'",
                        "2:1: unknown key 'sede'; did you mean 'seed'?",
                        "3:15: target: unknown function 'sine'; the functions are " + FUNCTIONS,
                        "4:1: the key 'target' was already given in line 3; give it once",
                        "5:17: data.samples must be a whole number, got 2.5",
                        "5:29: data.noise: 010 is ambiguous (a leading zero means octal to some readers); write 10",
                        "6:18: each width of model.hidden must be at least 1, got 0",
                        "6:54: activation sine: omega must be greater than 0, got 0",
                        "6:57: activation sine has no parameter 'phase'; there is omega",
                        "6:68: unknown key 'hiden' in model; did you mean 'hidden'?",
                        "7:23: the tag '!adam' is not allowed; write the plain value",
                        "7:42: training.batch must be a whole number, got the text '64'; remove the quotes",
                        "8:8: vary: there is no path 'training.learning-rates'; did you mean 'training.learning-rate'?",
                        "8:55: training.steps must be at least 1, got 0",
                        "9:8: tune: 'training.step' is no factor of vary; did you mean 'training.steps'?");
    }

    @Test
    void aColumnCountsCharactersAsPeopleDo() {
        assertThat(Planning.mistakes("study: s\ntarget: square\nmodel: {}\nquestion: '𝄞²'\ndata: {'𝄞': 1}\n"))
                .containsExactly("5:8: unknown key '𝄞' in data; there is noise, range, samples, sampling, scaling");
        assertThat(Planning.mistakes("{study: s, target: square, model: {}, question: '𝄞²', record: 1}"))
                .containsExactly("1:63: record must be a map with any of checkpoints, got '1'");
    }

    @Test
    void oneNodeUsedForTwoPurposesIsReadForEach() {
        assertThat(Planning.mistakes("study: &a square\ntarget: *a\nmodel: {}\n"))
                .isEqualTo(List.of());
        assertThat(Planning.mistakes("study: s\ntarget: &a relu\nmodel: {activation: *a}\n"))
                .containsExactly("2:9: unknown target 'relu'; it is written as an expression: \"max(x, 0)\"");
    }
}
