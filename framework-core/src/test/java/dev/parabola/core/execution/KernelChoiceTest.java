package dev.parabola.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.core.kernel.vector.VectorSupport;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Unit;
import dev.parabola.core.training.TrainingStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelChoiceTest {
    private static final long HEAP = 4_000_000_000L;
    private static final TrainingStudy SMALL = TrainingStudy.of(20, settings -> settings);
    private static final TrainingStudy LARGE = study(1_000_000, 10);

    private static TrainingStudy study(long steps, int units) {
        return TrainingStudy.of(1_000, settings -> {
            settings.duration = new Duration(Unit.STEPS, steps);
            settings.hidden = List.of(units, units);
            return settings;
        });
    }

    /** Otherwise all tests of the vector kernel would run on what Java puts in its place, and nobody would notice. */
    @Test
    void findsVectorsWhereTheProcessorHasThem() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        if (Files.isReadable(processors) && Files.readString(processors).contains(" avx2 ")) {
            assertThat(VectorSupport.find()).isInstanceOf(VectorSupport.Available.class);
        }
    }

    @Test
    void takesVectorsForLargeStudiesOnly() {
        KernelChoice choice = KernelChoice.of("auto");

        assertThat(choose(choice, SMALL).kernel().name()).isEqualTo("scalar");
        assertThat(choose(choice, SMALL).reason()).contains("less than their loops take to be compiled");
        if (VectorSupport.find() instanceof VectorSupport.Available available) {
            assertThat(choose(choice, LARGE).kernel().name()).isEqualTo("vector-" + available.bits());
            assertThat(choose(choice, LARGE).coreSeconds())
                    .isLessThan(choose(KernelChoice.of("scalar"), LARGE).coreSeconds() / 2);
        }
    }

    @Test
    void takesTheScalarKernelForNetworksThatFitIntoMemoryOnlyAlone() {
        assertThat(choose(KernelChoice.of("auto"), study(1_000_000, 4_000)).reason())
                .isEqualTo("kernel scalar: the networks are too large to be trained side by side in this memory");
    }

    @Test
    void countsTheTrialsThatAreAskedForOnly() {
        assertThat(KernelChoice.of("auto").choose(LARGE, 1, 2, HEAP).kernel().name())
                .as("one trial fills one lane")
                .isEqualTo("scalar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector", "vector-128"})
    void givesWhatIsAskedFor(String wish) {
        assertThat(choose(KernelChoice.of(wish), SMALL).kernel().name()).startsWith(wish);
        assertThat(choose(KernelChoice.of(wish), SMALL).reason()).endsWith("asked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vektor", "vector-64", "SCALAR"})
    void refusesWhatThereIsNot(String wish) {
        assertThatThrownBy(() -> KernelChoice.of(wish))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("parabola.kernel: there is no kernel '" + wish
                        + "'; there is auto, scalar, vector, vector-128, vector-256, vector-512");
    }

    private static KernelChoice.Chosen choose(KernelChoice choice, TrainingStudy study) {
        return choice.choose(study, study.trials(), 2, HEAP);
    }
}
