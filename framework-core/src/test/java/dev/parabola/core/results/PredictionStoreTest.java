package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionStoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 1000})
    void givesTheSameValuesHoweverLittleFitsIntoMemory(int valuesInMemory) {
        try (PredictionStore store = new PredictionStore(folder.resolve("store"), valuesInMemory)) {
            store.add(List.of(new double[] {1, 2}, new double[0], new double[] {3}));
            store.add(List.of(new double[] {-0.0, Double.NaN}, new double[0], new double[] {Double.MIN_VALUE}));

            assertThat(store.at(0)).containsExactly(1, -0.0);
            assertThat(store.at(1)).containsExactly(2, Double.NaN);
            assertThat(store.at(2)).containsExactly(3, Double.MIN_VALUE);
            assertThat(store.at(0)).containsExactly(1, -0.0);

            store.clear();
            assertThat(store.at(0)).isEmpty();

            store.add(List.of(new double[] {7}));
            assertThat(store.at(0)).containsExactly(7);
        }
        assertThat(folder.resolve("store")).doesNotExist();
    }
}
