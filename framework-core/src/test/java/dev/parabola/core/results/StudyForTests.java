package dev.parabola.core.results;

import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.study.Target;
import dev.parabola.core.training.TrainingStudy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A study of which only what the tables need is said; each cell is a network of ten ReLU units that learns x². */
public record StudyForTests(
        String name,
        int replicas,
        List<Factor> factors,
        long cells,
        List<String> regionNames,
        int maxInputs,
        String lock)
        implements Study {
    public static final String MANIFEST = "study: golden\r\ntarget: square # ü\n";

    public static StudyForTests plain(int replicas, long cells) {
        return new StudyForTests(
                "plain",
                replicas,
                List.of(),
                cells,
                List.of("inside", "near"),
                1,
                "study: plain\nseed: 0\n  replicas: " + replicas + "\n");
    }

    public StudyForTests withLock(String other) {
        return new StudyForTests(name, replicas, factors, cells, regionNames, maxInputs, other);
    }

    @Override
    public Optional<String> question() {
        return Optional.empty();
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public Cell cell(long index) {
        return new TrainingStudy.Settings().cell(index);
    }

    @Override
    public List<String> levels(long index) {
        throw new UnsupportedOperationException("results take the levels of each trial");
    }

    @Override
    public Success success() {
        return new Success(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Override
    public List<Target> alternatives() {
        return List.of();
    }

    @Override
    public int checkpoints() {
        return 3;
    }

    @Override
    public byte[] manifestBytes() {
        return MANIFEST.getBytes(StandardCharsets.UTF_8);
    }
}
