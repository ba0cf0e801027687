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
