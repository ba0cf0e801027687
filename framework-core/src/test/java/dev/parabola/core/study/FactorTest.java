package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parabola.core.problem.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactorTest {
    @Test
    void cellsAreTheProductOfTheFactorsTheFirstSlowest() {
        Study study = Planning.plan(Planning.LEAST + """
                  vary:
                    training.batch: [1, 2]
                    model.hidden: [[], [3, 3], {width: 7, depth: 1}]
                  """);

        assertThat(study.cells()).isEqualTo(6);
        assertThat(LongStream.range(0, 6).mapToObj(study::cell))
                .extracting(Cell::index, Cell::levels)
                .extracting(Object::toString)
                .containsExactly(
                        "(0L, [\"1\", \"[]\"])",
                        "(1L, [\"1\", \"[3,3]\"])",
                        "(2L, [\"1\", \"{\"width\":7,\"depth\":1}\"])",
                        "(3L, [\"2\", \"[]\"])",
                        "(4L, [\"2\", \"[3,3]\"])",
                        "(5L, [\"2\", \"{\"width\":7,\"depth\":1}\"])");
        assertThat(study.cell(4).training().batch()).isEqualTo(2);
        assertThat(study.cell(4).model().hidden()).containsExactly(3, 3);
        assertThat(study.cell(5).model().hidden()).containsExactly(7);
        assertThatThrownBy(() -> study.cell(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource
    void aLevelIsNamedByItsLabelOrItsShortestForm(String path, String levels, List<String> texts) {
        assertThat(Planning.plan(Planning.LEAST + "vary: {" + path + ": " + levels + "}\n")
                        .factors())
                .containsExactly(new Factor(path, texts, false));
    }

    static Stream<Arguments> aLevelIsNamedByItsLabelOrItsShortestForm() {
        return Stream.of(
                arguments(
                        "training.learning-rate",
                        "[0.10, 1e-3, 0.00001, 1, 2.0]",
                        List.of("0.1", "0.001", "1e-5", "1", "2")),
                arguments("training.learning-rate", "{slow: 0.001, \"0.10\": 0.1}", List.of("slow", "0.10")),
                arguments("training.steps", "[5e3, 64, +7]", List.of("5000", "64", "7")),
                arguments("training.batch", "[full, 8]", List.of("full", "8")),
                arguments("data.range", "[[-1, 1.50], [0, 2]]", List.of("[-1,1.5]", "[0,2]")),
                arguments("target", "[square, \"x ^ 2\"]", List.of("square", "x ^ 2")),
                arguments(
                        "target",
                        "[{name: polynomial, coefficients: [0.50, 1]}]",
                        List.of("{\"name\":\"polynomial\",\"coefficients\":[0.5,1]}")));
    }

    @Test
    void aPathLeadsIntoAPluginThatTheManifestNamesOrNot() {
        Study study = Planning.plan("""
                study: s
                target: square
                model: {activation: leaky-relu}
                vary: {model.activation.slope: [0, 0.5], training.optimizer.beta1: [0.5]}
                """);

        assertThat(study.cell(1).model().activation()).isEqualTo(new ExamplePlugins.LeakyRelu(0.5));
        assertThat(study.cell(1).training().optimizer()).isEqualTo(new ExamplePlugins.Adam(0.5, 0.999));
    }

    @Test
    void aGroupSetsSeveralPathsAndLeavesTheOthersAsTheyAre() {
        Study study = Planning.plan(Planning.resource("factors.yaml"));

        assertThat(study.factors())
                .extracting(Factor::name)
                .containsExactly("training.learning-rate", "model.hidden", "data.samples", "method");
        assertThat(study.factors()).extracting(Factor::tuned).containsExactly(true, false, false, false);
        assertThat(study.cell(0).model().initializer()).isEqualTo(new ExamplePlugins.TorchLinear());
        assertThat(study.cell(1).model().initializer()).isEqualTo(new ExamplePlugins.Siren());
        assertThat(study.cell(1).model().activation()).isEqualTo(new ExamplePlugins.Sine(30));
        assertThat(study.cell(1).levels()).containsExactly("slow", "[10]", "100", "siren");
    }

    @Test
    void aFactorMayGiveWhatTheManifestItselfDoesNot() {
        Study study = Planning.plan("study: s\nvary: {target: [square, plus], model.hidden: [[3]]}\n");

        assertThat(study.cell(1).target().inputs()).isEqualTo(2);
        assertThat(study.cell(1).data().range()).hasSize(2);
        assertThat(study.maxInputs()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void factorsThatCannotBeAreRefusedAtTheirPlace(String vary, List<String> messages) {
        assertThat(Planning.mistakes(Planning.LEAST + "vary: " + vary + "\n")).isEqualTo(messages);
    }

    static Stream<Arguments> factorsThatCannotBeAreRefusedAtTheirPlace() {
        return Stream.of(
                arguments("[1]", List.of("4:7: vary must be a map of paths and their levels, got a list")),
                arguments(
                        "{modle.activation: [relu]}",
                        List.of("4:8: vary: there is no path 'modle.activation'; did you mean 'model.activation'?")),
                arguments(
                        "{learning-rate: [1]}",
                        List.of(
                                "4:8: vary: there is no path 'learning-rate'; there is training.learning-rate (a factor with a name of its own has maps of paths as levels)")),
                arguments(
                        "{regions.inside: [[0, 1]]}",
                        List.of(
                                "4:8: vary: there is no path 'regions.inside'; there is data.noise, data.range, data.samples, data.sampling, data.scaling, data.scaling.inputs, data.scaling.outputs, model.activation, model.hidden, model.hidden.depth, model.hidden.width, model.initializer, model.kind, target, training.batch, training.epochs, training.learning-rate, training.loss, training.optimizer, training.precision, training.scheduler, training.steps")),
                arguments(
                        "{data: [{samples: 1}]}",
                        List.of("4:8: vary: 'data' is a whole section; vary a path in it, such as data.samples")),
                arguments(
                        "{model.activation.slope: [1]}",
                        List.of("4:8: activation relu has no parameters, so no 'slope'")),
                arguments(
                        "{training.optimizer.beta3: [1]}",
                        List.of("4:8: optimizer adam has no parameter 'beta3'; did you mean 'beta1' or 'beta2'?")),
                arguments(
                        "{training.batch: 5}",
                        List.of(
                                "4:24: vary.training.batch must be a list of levels, or a map of labels and levels, got '5'")),
                arguments(
                        "{training.batch: []}", List.of("4:24: vary.training.batch has no levels; list at least one")),
                arguments(
                        "{training.learning-rate: [0.1, 0.10]}",
                        List.of("4:38: vary.training.learning-rate has the level 0.1 twice")),
                arguments(
                        "{training.learning-rate: {a: 0.1, b: 0.10}}",
                        List.of("4:44: vary.training.learning-rate has the level b twice, first as a")),
                arguments(
                        "{training.learning-rate: {a: 0.1, a: 0.2}}",
                        List.of("4:41: the key 'a' was already given in line 4; give it once")),
                arguments(
                        "{training.batch: [1, 0, [2], ~]}",
                        List.of(
                                "4:28: training.batch must be at least 1, got 0",
                                "4:31: training.batch must be a whole number or full, got a list",
                                "4:36: training.batch must be a whole number or full, got nothing")),
                arguments(
                        "{training.optimizer: [adam], training.optimizer.beta1: [0.1]}",
                        List.of(
                                "4:36: the factor 'training.optimizer.beta1' sets training.optimizer.beta1, but 'training.optimizer' sets training.optimizer; let one factor set both")),
                arguments(
                        "{g: {a: {training.batch: 1}, b: {}}, training.batch: [2]}",
                        List.of(
                                "4:44: the factor 'training.batch' sets training.batch, but 'g' sets it as well; let one factor set both")),
                arguments(
                        "{g: {a: {model.hidde: [1]}}}",
                        List.of(
                                "4:16: vary.g: there is no path 'model.hidde'; did you mean 'model.hidden' or 'model.kind'?")),
                arguments(
                        "{g: {a: {data.scaling: none, data.scaling.inputs: none}}}",
                        List.of(
                                "4:36: this level sets data.scaling.inputs and also data.scaling; one lies in the other")),
                arguments(
                        "{status: {a: {training.batch: 1}}}",
                        List.of("4:8: the results already have a column 'status'; give the factor another name")),
                arguments(
                        "{a b: {a: {training.batch: 1}}}",
                        List.of("4:8: a factor's name is a letter, then letters, digits, '_' and '-'; got 'a b'")));
    }

    @Test
    void stepsAndEpochsClashOnceHoweverManyLevelsThereAre() {
        assertThat(Planning.mistakes(Planning.LEAST + "training: {steps: 9}\nvary: {training.epochs: [1, 2, 3]}\n"))
                .containsExactly("5:8: training has both steps and epochs; give one of them");
    }

    @Test
    void whatTheManifestSaysIsCheckedAlsoWhereEveryLevelReplacesIt() {
        assertThat(Planning.mistakes(Planning.LEAST + "training: {batch: 0}\nvary: {training.batch: [1, 2]}\n"))
                .containsExactly("4:19: training.batch must be at least 1, got 0");
    }

    @Test
    void aCombinationThatDoesNotFitIsFound() {
        assertThat(
                        Planning.mistakes(
                                "study: s\nmodel: {}\nvary: {target: [square, plus], data.range: [[0, 1], [[0, 1], [0, 2]]]}\n"))
                .containsExactly(
                        "3:53: data.range has 2 intervals, but target square has 1 input; give one interval for all inputs");
    }

    @Test
    void aCombinationFarOutIsRefusedWhenItsCellIsAskedFor() {
        String batches = numbers(1, 2_001);
        Study study = Planning.plan("""
                study: s
                target: square
                model: {activation: picky}
                vary:
                  model.activation.low-end: [0, 5]
                  training.batch: [%s]
                  model.activation.high-end: [6, 3]
                """.formatted(batches));

        assertThat(study.cell(3).model().activation()).isEqualTo(new ExamplePlugins.Picky(0, 3));
        assertThatThrownBy(() -> study.cell(study.cells() - 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("activation picky: lowEnd must be less than the other end");
    }

    @Test
    void aBillionTrialsArePlannedWithoutListingThem() {
        Study study = Planning.plan(Planning.LEAST
                + "replicas: 1000\nvary: {training.batch: [" + numbers(1, 1_001) + "], training.steps: ["
                + numbers(1, 1_001) + "]}\n");

        assertThat(study.trials()).isEqualTo(1_000_000_000);
        Cell last = study.cell(study.cells() - 1);
        assertThat(last.levels()).containsExactly("1000", "1000");
        assertThat(last.training().batch()).isEqualTo(1_000);
        assertThat(study.cell(123_456).levels()).containsExactly("124", "457");
    }

    @Test
    void aGridTooLargeToCountIsRefusedWithItsSize() {
        String ten = "[" + numbers(1, 101) + "]";

        assertThat(Planning.mistakes(Planning.LEAST + """
                          replicas: 1000000000
                          vary:
                            training.batch: %1$s
                            training.steps: %1$s
                            data.samples: %1$s
                            data.noise: %1$s
                            training.learning-rate: %1$s
                          """.formatted(ten)))
                .containsExactly("5:1: vary: 100 × 100 × 100 × 100 × 100 levels × 1000000000 replicas are"
                        + " 10000000000000000000 trials; there may be 9223372036854775807");
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
