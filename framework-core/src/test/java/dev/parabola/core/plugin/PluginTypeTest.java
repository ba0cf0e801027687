package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Plugin;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PluginTypeTest {
    /** How the rate goes down. */
    public enum DecayShape {
        /** In steps. */
        IN_STEPS,
        /** Smoothly. */
        SMOOTH
    }

    @Name("every-type")
    @Summary("takes a parameter\n of every type")
    public record EveryType(
            @Doc("share of the rate") @Range(min = 0, exclusiveMin = true, max = 1)
            double finalShare,

            @Range(min = 1) int warmupSteps,
            boolean restart,
            String label,
            DecayShape shape,
            @Range(min = 0) List<Double> rates,
            List<Integer> milestones,
            List<String> labels,
            List<DecayShape> shapes,
            List<Boolean> switches)
            implements Scheduler {
        public EveryType() {
            this(
                    0.5,
                    10,
                    true,
                    "cool down",
                    DecayShape.IN_STEPS,
                    List.of(0.1, 0.2),
                    List.of(30),
                    List.of(),
                    List.of(DecayShape.SMOOTH),
                    List.of(false));
        }

        public EveryType {
            if (warmupSteps > 1000) {
                throw new IllegalArgumentException("warm-up takes too long\nfor any study");
            }
            if (label.equals("boom")) {
                throw new UnsupportedOperationException("no such label");
            }
        }

        @Override
        public double rate(double baseRate, Progress progress) {
            return baseRate;
        }
    }

    @Name("plain")
    public record Plain() implements Activation {
        @Override
        public Expression of(Expression x) {
            return x;
        }
    }

    private final PluginType everyType = PluginRegistry.of(EveryType.class)
            .find(Kind.SCHEDULER, "every-type")
            .orElseThrow();

    @Test
    void knowsItselfByTheAnnotationsOfItsRecord() {
        assertThat(everyType.kind()).isEqualTo(Kind.SCHEDULER);
        assertThat(everyType.name()).isEqualTo("every-type");
        assertThat(everyType.summary()).isEqualTo("takes a parameter\\n of every type");
        assertThat(everyType.origin()).isEqualTo("built in");
        assertThat(everyType.artifact()).isEmpty();
        assertThat(everyType.type()).isEqualTo(EveryType.class);
    }

    @Test
    void hasNoSummaryWhereTheAuthorGivesNone() {
        PluginType plain =
                PluginRegistry.of(Plain.class).find(Kind.ACTIVATION, "plain").orElseThrow();

        assertThat(plain.summary()).isEmpty();
        assertThat(plain.parameters()).isEmpty();
        assertThat(plain.create(Map.of())).isEqualTo(new Plain());
    }

    @Test
    void readsItsParametersFromTheComponentsInOrder() {
        assertThat(everyType.parameters())
                .extracting(Parameter::name, Parameter::type, Parameter::element, Parameter::defaultValue)
                .containsExactly(
                        row("final-share", Parameter.Type.NUMBER, null, 0.5),
                        row("warmup-steps", Parameter.Type.COUNT, null, 10),
                        row("restart", Parameter.Type.BOOLEAN, null, true),
                        row("label", Parameter.Type.TEXT, null, "cool down"),
                        row("shape", Parameter.Type.CHOICE, null, "in-steps"),
                        row("rates", Parameter.Type.LIST, Parameter.Type.NUMBER, List.of(0.1, 0.2)),
                        row("milestones", Parameter.Type.LIST, Parameter.Type.COUNT, List.of(30)),
                        row("labels", Parameter.Type.LIST, Parameter.Type.TEXT, List.of()),
                        row("shapes", Parameter.Type.LIST, Parameter.Type.CHOICE, List.of("smooth")),
                        row("switches", Parameter.Type.LIST, Parameter.Type.BOOLEAN, List.of(false)));
        assertThat(everyType.parameters().get(0).doc()).isEqualTo("share of the rate");
        assertThat(everyType.parameters().get(0).limits()).isEqualTo("greater than 0 and at most 1");
        assertThat(everyType.parameters().get(1).limits()).isEqualTo("at least 1");
        assertThat(everyType.parameters().get(4).choices()).containsExactly("in-steps", "smooth");
        assertThat(everyType.parameters().get(5).limits()).isEqualTo("at least 0");
        assertThat(everyType.parameters().get(8).choices()).containsExactly("in-steps", "smooth");
    }

    private static Tuple row(String name, Parameter.Type type, Parameter.Type element, Object value) {
        return tuple(name, type, Optional.ofNullable(element), value);
    }

    @Test
    void takesDefaultsForWhatIsNotMentioned() {
        assertThat(everyType.create(Map.of())).isEqualTo(new EveryType());
    }

    @Test
    void makesThePluginFromValuesByName() {
        Plugin made = everyType.create(Map.of(
                "final-share",
                0.25,
                "warmup-steps",
                3,
                "restart",
                false,
                "label",
                "x",
                "shape",
                "smooth",
                "rates",
                List.of(1.0),
                "milestones",
                List.of(1, 2),
                "labels",
                List.of("a"),
                "shapes",
                List.of("in-steps", "smooth"),
                "switches",
                List.of()));

        assertThat(made)
                .isEqualTo(new EveryType(
                        0.25,
                        3,
                        false,
                        "x",
                        DecayShape.SMOOTH,
                        List.of(1.0),
                        List.of(1, 2),
                        List.of("a"),
                        List.of(DecayShape.IN_STEPS, DecayShape.SMOOTH),
                        List.of()));
    }

    @Test
    void refusesAnUnknownParameter() {
        assertThatThrownBy(() -> everyType.create(Map.of("finalShare", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no parameter 'finalShare'");
    }

    @Test
    void refusesAValueOutsideTheLimits() {
        assertThatThrownBy(() -> everyType.create(Map.of("final-share", 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("final-share must be greater than 0 and at most 1, got 0");
    }

    @Test
    void passesOnWhatTheRecordItselfRefusesAsOneLine() {
        assertThatThrownBy(() -> everyType.create(Map.of("warmup-steps", 1001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("warm-up takes too long\\nfor any study");
    }

    @Test
    void blamesThePluginForAnythingElseThatItThrows() {
        assertThatThrownBy(() -> everyType.create(Map.of("label", "boom")))
                .isInstanceOf(PluginFault.class)
                .hasMessage(
                        "scheduler every-type cannot be made: java.lang.UnsupportedOperationException: no such label")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }
}
