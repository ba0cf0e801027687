package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.data.AffineMap;
import dev.parabola.core.data.Samples;
import org.junit.jupiter.api.Test;

class LossCourseTest {
    private static final AffineMap AS_IS = new AffineMap(0, 1);

    /** The outputs' standard deviation is 1. */
    private final LossCourse course = new LossCourse(new Samples(new double[] {0, 1}, new double[] {4, 6}), AS_IS);

    @Test
    void callsAnswersConstantThatSpreadLessThanAMillionthOfTheTargets() {
        assertThat(course.isConstant(new double[] {2, 7, 2.0000009, 8}, 0, 2)).isTrue();
        assertThat(course.isConstant(new double[] {2, 7, 2.0000011, 8}, 0, 2)).isFalse();
        assertThat(course.isConstant(new double[] {2, 7, 2.0000009, 8}, 1, 2)).isFalse();
    }

    @Test
    void callsNoAnswersConstantWhereTheTargetsAre() {
        LossCourse constant = new LossCourse(new Samples(new double[] {0, 1}, new double[] {3, 3}), AS_IS);
        LossCourse rounded =
                new LossCourse(new Samples(new double[] {0, 1}, new double[] {3, Math.nextUp(3.0)}), AS_IS);

        assertThat(constant.isConstant(new double[] {3, 3}, 0, 1)).isFalse();
        assertThat(rounded.isConstant(new double[] {3, 3}, 0, 1)).isFalse();
    }

    /** What a network of usual size answers is not the same everywhere because the outputs are huge. */
    @Test
    void measuresAnswersByTheirOwnUsualSizeWhereTheTargetsAreHuge() {
        LossCourse huge = new LossCourse(new Samples(new double[] {0, 1}, new double[] {0, 1e12}), AS_IS);
        huge.add(1e24);
        huge.add(1e24);

        assertThat(huge.isConstant(new double[] {0.1, 0.4}, 0, 1)).isFalse();
        assertThat(huge.untouched()).isFalse();
    }

    @Test
    void callsATrainingUntouchedWhoseLossChangedByLessThanAMillionth() {
        course.add(2);
        course.add(2.000001);
        course.add(1.999999);
        assertThat(course.untouched()).isTrue();

        course.add(2.000003);
        course.add(2);
        assertThat(course.untouched()).isFalse();
    }

    @Test
    void callsNoTrainingUntouchedThatHadNothingToLearn() {
        course.add(0);
        course.add(0);

        assertThat(course.untouched()).isFalse();
    }

    @Test
    void callsATrainingExplodedThatEndedAboveItsStartAndAboveTenStandardDeviations() {
        course.add(50);
        course.add(99);
        assertThat(course.exploded()).isFalse();
        course.add(101);
        assertThat(course.exploded()).isTrue();
        course.add(40);
        assertThat(course.exploded()).isFalse();

        LossCourse farOff = new LossCourse(new Samples(new double[] {0, 1}, new double[] {4, 6}), AS_IS);
        farOff.add(1000);
        farOff.add(900);
        assertThat(farOff.exploded()).isFalse();
    }

    @Test
    void doesNotDependOnHowOutputsAreScaled() {
        LossCourse scaled =
                new LossCourse(new Samples(new double[] {0, 1}, new double[] {4e6, 6e6}), new AffineMap(5e6, 1e6));
        scaled.add(1);
        scaled.add(101);

        assertThat(scaled.exploded()).isTrue();
        assertThat(scaled.isConstant(new double[] {0.3, 0.3000009}, 0, 1)).isTrue();
    }

    @Test
    void takesALossThatIsNoNumberForAChange() {
        course.add(1);
        course.add(Double.NaN);

        assertThat(course.untouched()).isFalse();
        assertThat(course.exploded()).isFalse();
    }
}
