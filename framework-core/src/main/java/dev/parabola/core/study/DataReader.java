package dev.parabola.core.study;

import dev.parabola.core.manifest.Choices;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the section {@code data}. */
final class DataReader {
    static final long MAX_SAMPLES = 1_000_000_000;
    static final Choices<Sampling> SAMPLINGS = Choices.of("uniform", Sampling.UNIFORM)
            .or("normal", Sampling.NORMAL)
            .or("grid", Sampling.GRID);
    static final Choices<Scaling> SCALINGS =
            Choices.of("none", Scaling.NONE).or("standard", Scaling.STANDARD).or("min-max", Scaling.MIN_MAX);

    private final SectionReader section;

    DataReader(Position whole) {
        this.section = new SectionReader("data", List.of(), whole);
    }

    /** Settings whose range is still as the manifest writes it, one interval or one per input. */
    Optional<DataSettings> read(Node.Mapping root, Problems problems) {
        Values values = new Values(problems);
        Optional<Section> found = section.read(root, values);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section data = found.orElseThrow();
        OptionalLong samples = values.count(data.value("samples"), data.subject("samples"), 1, MAX_SAMPLES);
        Optional<List<Interval>> range = new IntervalReader(problems).read(data.value("range"), data.subject("range"));
        Optional<Sampling> sampling = values.choice(data.value("sampling"), data.subject("sampling"), SAMPLINGS);
        OptionalDouble noise =
                values.number(data.value("noise"), data.subject("noise"), value -> value >= 0, "at least 0");
        Optional<List<Scaling>> scaling = scaling(data.value("scaling"), data.subject("scaling"), values);
        if (samples.isEmpty() || range.isEmpty() || sampling.isEmpty() || noise.isEmpty() || scaling.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DataSettings(
                (int) samples.getAsLong(),
                range.orElseThrow(),
                sampling.orElseThrow(),
                noise.getAsDouble(),
                scaling.orElseThrow().get(0),
                scaling.orElseThrow().get(1),
                data.value("range").position()));
    }

    private static Optional<List<Scaling>> scaling(Node node, String subject, Values values) {
        if (!(node instanceof Node.Mapping mapping)) {
            return values.choice(node, subject, SCALINGS).map(both -> List.of(both, both));
        }
        values.refuseUnknownKeys(mapping, subject, List.of("inputs", "outputs"));
        Optional<Scaling> inputs = scaling(mapping, "inputs", subject, values);
        Optional<Scaling> outputs = scaling(mapping, "outputs", subject, values);
        return inputs.isPresent() && outputs.isPresent()
                ? Optional.of(List.of(inputs.orElseThrow(), outputs.orElseThrow()))
                : Optional.empty();
    }

    private static Optional<Scaling> scaling(Node.Mapping mapping, String key, String subject, Values values) {
        return mapping.entry(key)
                .map(entry -> values.choice(entry.value(), subject + "." + key, SCALINGS))
                .orElse(Optional.of(Scaling.NONE));
    }
}
