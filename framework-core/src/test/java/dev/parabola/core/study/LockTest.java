package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.manifest.Node;
import org.junit.jupiter.api.Test;

class LockTest {
    @Test
    void theLockSaysEverythingThatDecidesAboutTheResults() {
        String lock = Planning.plan(Planning.resource("factors.yaml"), "seed=18446744073709551", "question='2 or 3?'")
                .lock();

        assertThat(lock).isEqualTo(Planning.resource("factors.lock.yaml"));
    }

    @Test
    void theManifestInTheLockPlansTheSameStudyAgain() {
        for (String resource : new String[] {"contract.yaml", "factors.yaml", "inputs.yaml"}) {
            String lock = Planning.plan(Planning.resource(resource)).lock();
            Node.Mapping read = Planning.read(lock).root();
            String again = NodeText.json(read.entry("manifest").orElseThrow().value());

            Study study = Planning.plan(again);

            assertThat(withoutComment(study.lock())).isEqualTo(withoutComment(lock));
        }
    }

    @Test
    void howANumberIsWrittenDoesNotMatter() {
        assertThat(Planning.plan(Planning.LEAST + "data: {noise: 0.10, samples: 1e3}\n")
                        .lock())
                .isEqualTo(Planning.plan(Planning.LEAST + "data: {samples: 1000, noise: .1}\n")
                        .lock());
    }

    @Test
    void expressionsAreTheNumbersTheyMean() {
        String expressions = Planning.plan(Planning.LEAST + """
                        data: {range: [-pi, "2*pi"], noise: 1/8}
                        regions: {inside: [-pi, pi], far: {points: [1/4, e]}}
                        training: {learning-rate: 2^-4, optimizer: {name: adam, beta1: 1/2}}
                        alternatives: [{name: polynomial, coefficients: [1/2, 1/4]}]
                        success: {rmse: 1/16}
                        vary: {training.optimizer.beta2: [1/2, 3/4]}
                        """).lock();
        String numbers = Planning.plan(Planning.LEAST + """
                        data: {range: [-3.141592653589793, 6.283185307179586], noise: 0.125}
                        regions: {inside: [-3.141592653589793, 3.141592653589793], far: {points: [0.25, 2.718281828459045]}}
                        training: {learning-rate: 0.0625, optimizer: {name: adam, beta1: 0.5}}
                        alternatives: [{name: polynomial, coefficients: [0.5, 0.25]}]
                        success: {rmse: 0.0625}
                        vary: {training.optimizer.beta2: [0.5, 0.75]}
                        """).lock();

        assertThat(expressions).isEqualTo(numbers);
    }

    @Test
    void aLevelIsWrittenAsTheManifestWritesIt() {
        Study study = Planning.plan(Planning.LEAST + "vary: {data.range: [[-pi, pi]], data.noise: [1/8, 0.50]}\n");

        assertThat(study.levels(0)).containsExactly("[\"-pi\",\"pi\"]", "1/8");
        assertThat(study.levels(1).get(1)).isEqualTo("0.5");
        assertThat(study.cell(0).data().noise()).isEqualTo(0.125);
        assertThat(study.cell(0).data().range()).containsExactly(new Interval(-Math.PI, Math.PI));
    }

    @Test
    void textsThatLookLikeSomethingElseStayTexts() {
        String lock = Planning.plan("""
                        study: 1e3
                        question: "true: \\"yes\\"\\n\\u2028"
                        target: square
                        model: {}
                        training: {optimizer: {name: sgd, label: 1.50}}
                        """).lock();

        assertThat(lock)
                .contains("  study: \"1e3\"\n")
                .contains("  question: \"true: \\\"yes\\\"\\n\\u2028\"\n")
                .contains("      label: \"1.50\"\n");
    }

    @Test
    void regionsThatFollowAVariedRangeAreNotPinned() {
        assertThat(Planning.plan(Planning.LEAST + "vary: {data.range: [[0, 1], [0, 2]]}\n")
                        .lock())
                .contains("  # regions, by default: 1, 2 and 4 times data.range about its centre\n  model:\n");
    }

    private static String withoutComment(String lock) {
        return lock.replaceAll("(?m)^ *#.*\n", "");
    }
}
