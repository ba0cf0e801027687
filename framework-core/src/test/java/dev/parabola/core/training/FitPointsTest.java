package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.training.TrainingStudy.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitPointsTest {
    private static final Position NOWHERE = Position.of("test.yaml");

    @Test
    void goFromTheLeastToTheGreatestEndOfAllRegions() {
        double[] points = FitPoints.of(new Settings()
                .regions(box("far", 2, 6), box("inside", 1, 2), box("left", 0.5, 1))
                .cell(0));

        assertThat(points).hasSize(201).isSorted();
        assertThat(points[0]).isEqualTo(0.5);
        assertThat(points[200]).isEqualTo(6);
    }

    @Test
    void coverTheDataWhereThereIsOnePointAlone() {
        double[] points = FitPoints.of(new Settings()
                .regions(new RegionSettings(
                        "inside",
                        List.of(new Interval(0.5, 0.5)),
                        List.of(),
                        new RegionSettings.Listed(List.of(List.of(0.5))),
                        true,
                        NOWHERE))
                .cell(0));

        assertThat(points[0]).isEqualTo(-1);
        assertThat(points[200]).isEqualTo(1);
    }

    private static RegionSettings box(String name, double low, double high) {
        return new RegionSettings(name, List.of(new Interval(low, high)), List.of(), true, NOWHERE);
    }
}
