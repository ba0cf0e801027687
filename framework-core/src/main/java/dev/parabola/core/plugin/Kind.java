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
    TARGET("target", List.of(TargetFunction.class, NumericTargetFunction.class)),
    /** The nonlinearity of hidden units. */
    ACTIVATION("activation", List.of(Activation.class, NumericActivation.class)),
    /** How parameters move in a step. */
    OPTIMIZER("optimizer", List.of(Optimizer.class)),
    /** The learning rate of each step. */
    SCHEDULER("scheduler", List.of(Scheduler.class)),
    /** How parameters are drawn. */
    INITIALIZER("initializer", List.of(Initializer.class));

    private final String label;
    private final List<Class<? extends Plugin>> services;

    Kind(String label, List<Class<? extends Plugin>> services) {
        this.label = label;
        this.services = services;
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
        return services;
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
