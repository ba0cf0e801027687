package dev.parabola.core.plugin;

import dev.parabola.core.problem.ForeignKeys;
import dev.parabola.core.problem.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that other libraries give to parameters of plugins. */
final class ForeignParameters {
    /** The parameter, by the name in small letters without separators. */
    private static final Map<String, String> TABLE = table();

    private ForeignParameters() {}

    /** The end of a message about a parameter that a plugin does not have. */
    static String forUnknown(String name, List<String> known) {
        String word = ForeignKeys.plain(name);
        Optional<String> called = known.stream()
                .filter(one -> ForeignKeys.plain(one).equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(TABLE.get(word)).filter(known::contains));
        return called.map(one -> "it is called '" + one + "' here")
                .or(() -> ForeignKeys.path(name).map(path -> "it is '" + path + "' here"))
                .orElseGet(() -> Suggestion.forUnknown(name, known));
    }

    private static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("eps", "epsilon");
        table.put("negativeslope", "slope");
        table.put("wd", "weight-decay");
        table.put("l2", "weight-decay");
        table.put("momentum", "beta1");
        table.put("w0", "omega");
        table.put("omega0", "omega");
        table.put("frequency", "omega");
        return table;
    }
}
