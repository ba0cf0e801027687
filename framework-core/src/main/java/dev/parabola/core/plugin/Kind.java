package dev.parabola.core.plugin;

import dev.parabola.api.Activation;
import dev.parabola.api.Initializer;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Plugin;
import dev.parabola.api.Scheduler;
import dev.parabola.api.TargetFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a plugin is for. A name is unique among the plugins of a kind. */
public enum Kind {
    /** A function that networks are to learn. */
    TARGET("target"),
    /** The nonlinearity of hidden units. */
    ACTIVATION("activation"),
    /** How parameters move in a step. */
    OPTIMIZER("optimizer"),
    /** The learning rate of each step. */
    SCHEDULER("scheduler"),
    /** How parameters are drawn. */
    INITIALIZER("initializer");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /**
     * The kind's word in a manifest, a command and a message.
     *
     * @return for example {@code target}
     */
    public String label() {
        return label;
    }

    /**
     * The interfaces that a plugin of this kind may implement; it implements one of them.
     *
     * @return at least one
     */
    public List<Class<? extends Plugin>> services() {
        return switch (this) {
            case TARGET -> List.of(TargetFunction.class, NumericTargetFunction.class);
            case ACTIVATION -> List.of(Activation.class, NumericActivation.class);
            case OPTIMIZER -> List.of(Optimizer.class);
            case SCHEDULER -> List.of(Scheduler.class);
            case INITIALIZER -> List.of(Initializer.class);
        };
    }

    /**
     * The kind of a word.
     *
     * @param label the word
     * @return the kind, if the word is one's label
     */
    public static Optional<Kind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** The label. */
    @Override
    public String toString() {
        return label;
    }
}
