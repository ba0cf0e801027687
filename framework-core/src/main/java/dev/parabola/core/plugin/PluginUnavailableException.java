package dev.parabola.core.plugin;

import dev.parabola.core.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Plugins that the user named cannot be loaded. */
public final class PluginUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * Refuses plugins.
     *
     * @param problems everything that is wrong with them, at least one
     */
    public PluginUnavailableException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Everything that is wrong.
     *
     * @return at least one
     */
    public List<Problem> problems() {
        return problems;
    }
}
