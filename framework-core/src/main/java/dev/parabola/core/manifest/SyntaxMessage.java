package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.text.OneLine;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Syntax errors in plain words. */
final class SyntaxMessage {
    private SyntaxMessage() {}

    static String of(MarkedYamlEngineException e, Position position, Function<Mark, Position> place) {
        String problem = Optional.ofNullable(e.getProblem()).orElse("");
        String context = Optional.ofNullable(e.getContext()).orElse("");
        String begun = e.getContextMark()
                .map(place)
                .filter(start -> start.line() > 0 && start.line() != position.line())
                .map(start -> " that begins in line " + start.line())
                .orElse("");
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "a tab cannot indent YAML; use spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a ':' does not fit here; put text that contains ': ' in quotes, or check the indentation";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this is no 'key: value'; a ':' is missing, or the indentation is wrong";
        }
        if (context.contains("flow sequence")) {
            return "the list" + begun + " is not closed here; a ',' or ']' should follow";
        }
        if (context.contains("flow mapping")) {
            return "the map" + begun + " is not closed here; a ',' or '}' should follow";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "this does not belong to the "
                    + (context.contains("mapping") ? "map" : "list")
                    + begun + "; check the indentation and the quotes";
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("end of stream")
                    ? "the quoted text" + begun + " is never closed"
                    : "the quoted text" + begun + " is wrong here: " + problem;
        }
        return "this is not YAML: " + OneLine.of(context.isEmpty() ? problem : context + ", " + problem);
    }
}
