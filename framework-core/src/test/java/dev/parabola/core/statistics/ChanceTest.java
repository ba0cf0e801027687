package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.math.Elementary;
import dev.parabola.core.random.Purpose;
import dev.parabola.core.random.RandomStream;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.study.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grids of lognormal errors, in which nothing makes a difference but what was planted. */
class ChanceTest {
    private static final int REPLICAS = 12;
    private static final List<Factor> FACTORS = List.of(
            new Factor("width", List.of("4", "8", "16"), false),
            new Factor("activation", List.of("relu", "tanh"), false),
            new Factor("optimizer", List.of("adam", "sgd"), false));
    private static final int CELLS = 12;

    /**
     * 450 families of effects, of which at most 5 % tell any two levels apart that do not differ; more than 37 would come by chance in one
     * of a thousand such tests. Cells share what a replica's data do to the error, as paired trials do.
     */
    @Test
    void tellsLevelsApartThatDoNotDifferNoOftenerThanItSays() {
        int families = 0;
        int effects = 0;
        int toldApart = 0;
        int familiesToldApart = 0;
        for (int study = 0; study < 150; study++) {
            GridForTests grid = grid(study, 0);
            for (int factor = 0; factor < FACTORS.size(); factor++) {
                List<EffectRow> rows = grid.effects(factor);
                int apart = (int) rows.stream().filter(EffectRow::isToldApart).count();
                families++;
                effects += rows.size();
                toldApart += apart;
                familiesToldApart += apart > 0 ? 1 : 0;
            }
        }

        assertThat(families).isEqualTo(450);
        assertThat(familiesToldApart).isBetween(3, 37);
        assertThat((double) toldApart / effects).isLessThan(0.05);
    }

    /** tanh has half of relu's error, whatever the rest. */
    @Test
    void findsTheDifferenceThatWasPlanted() {
        int covered = 0;
        for (int study = 0; study < 40; study++) {
            EffectRow effect = grid(study, Elementary.log(2)).effects(1).get(0);
            EffectRow.Tests tests = effect.tests().orElseThrow();

            assertThat(effect.better()).contains("tanh");
            assertThat(tests.ratio()).isBetween(1.4, 2.9);
            covered += tests.low() <= 2 && 2 <= tests.high() ? 1 : 0;
        }

        assertThat(covered).isBetween(34, 40);
    }

    private static GridForTests grid(int seed, double ofRelu) {
        double[][] errors = new double[CELLS][REPLICAS];
        for (int replica = 0; replica < REPLICAS; replica++) {
            RandomStream random = new RandomStream(seed, replica, Purpose.NOISE, 0);
            double shared = random.gaussian();
            for (int cell = 0; cell < CELLS; cell++) {
                double planted = cell / 2 % 2 == 0 ? ofRelu : 0;
                errors[cell][replica] = 0.01 * Elementary.exp(shared + 0.4 * random.gaussian() + planted);
            }
        }
        return new GridForTests(FACTORS, errors);
    }
}
