package dev.parabola.core.study;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Scheduler;
import dev.parabola.core.manifest.Choices;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Numeral;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.study.TrainingSettings.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the section {@code training}. */
final class TrainingReader {
    static final long MAX_STEPS = 1_000_000_000_000_000L;
    static final long MAX_EPOCHS = 1_000_000_000;
    static final String EPOCHS = "epochs";
    static final String FULL = "full";

    private static final String STEPS = "steps";
    static final Choices<String> LOSSES = Choices.of(List.of("mse"));
    static final Choices<Precision> PRECISIONS =
            Choices.of("float64", Precision.FLOAT64).or("float32", Precision.FLOAT32);

    private final SectionReader section;
    private final PluginReader plugins;

    TrainingReader(Position whole, PluginReader plugins) {
        this.section = new SectionReader("training", List.of(EPOCHS), whole);
        this.plugins = plugins;
    }

    /** Settings whose batch may still be larger than the data; a full batch is the largest there is. */
    Optional<TrainingSettings> read(Node.Mapping root, Problems problems) {
        Values values = new Values(problems);
        Optional<Section> found = section.read(root, values);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section training = found.orElseThrow();
        Optional<String> loss = values.choice(training.value("loss"), training.subject("loss"), LOSSES);
        Optional<Optimizer> optimizer =
                plugins.plugin(Kind.OPTIMIZER, Optimizer.class, training.value("optimizer"), problems);
        Optional<Scheduler> scheduler =
                plugins.plugin(Kind.SCHEDULER, Scheduler.class, training.value("scheduler"), problems);
        OptionalDouble rate = values.number(
                training.value("learning-rate"),
                training.subject("learning-rate"),
                value -> value > 0,
                "greater than 0");
        Optional<Duration> duration = duration(training, values, problems);
        OptionalInt batch = batch(training.value("batch"), training.subject("batch"), values);
        Optional<Precision> precision =
                values.choice(training.value("precision"), training.subject("precision"), PRECISIONS);
        if (loss.isEmpty()
                || optimizer.isEmpty()
                || scheduler.isEmpty()
                || rate.isEmpty()
                || duration.isEmpty()
                || batch.isEmpty()
                || precision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrainingSettings(
                optimizer.orElseThrow(),
                scheduler.orElseThrow(),
                rate.getAsDouble(),
                duration.orElseThrow(),
                batch.getAsInt(),
                precision.orElseThrow()));
    }

    private static Optional<Duration> duration(Section training, Values values, Problems problems) {
        Optional<Node.Entry> epochs = training.given().entry(EPOCHS);
        if (epochs.isEmpty()) {
            OptionalLong steps = values.count(training.value(STEPS), training.subject(STEPS), 1, MAX_STEPS);
            return steps.isPresent() ? Optional.of(new Duration(Unit.STEPS, steps.getAsLong())) : Optional.empty();
        }
        OptionalLong count = values.count(epochs.orElseThrow().value(), training.subject(EPOCHS), 1, MAX_EPOCHS);
        Optional<Node.Entry> steps = training.given().entry(STEPS);
        if (steps.isPresent()) {
            values.count(steps.orElseThrow().value(), training.subject(STEPS), 1, MAX_STEPS);
            problems.add(epochs.orElseThrow().keyPosition(), "training has both steps and epochs; give one of them");
            return Optional.empty();
        }
        return count.isPresent() ? Optional.of(new Duration(Unit.EPOCHS, count.getAsLong())) : Optional.empty();
    }

    private static OptionalInt batch(Node node, String subject, Values values) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals(FULL)) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
        if (!(node instanceof Node.Scalar scalar) || Numeral.of(scalar.text()) instanceof Numeral.Other) {
            values.refuse(node, subject, "a whole number or full");
            return OptionalInt.empty();
        }
        OptionalLong count = values.count(node, subject, 1, Integer.MAX_VALUE);
        return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
    }
}
