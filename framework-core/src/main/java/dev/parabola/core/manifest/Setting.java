package dev.parabola.core.manifest;

import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.List;
import java.util.Optional;

/** An option {@code --set PATH=VALUE}: the value is YAML and replaces what the manifest says at the path. */
record Setting(String path, Node value, Position position) {
    static Optional<Setting> parse(String option, Problems problems) {
        Position position = Position.of("--set " + Excerpt.shortened(option));
        int equals = option.indexOf('=');
        String path = equals < 0 ? option.strip() : option.substring(0, equals).strip();
        if (equals < 0) {
            problems.add(position, "no '=' in it; write PATH=VALUE, for example training.batch=32");
            return Optional.empty();
        }
        if (KeyPath.of(path).keys().stream().anyMatch(String::isBlank)) {
            problems.add(position, "no path before '='; write PATH=VALUE, for example training.batch=32");
            return Optional.empty();
        }
        String text = option.substring(equals + 1);
        if (text.isBlank()) {
            problems.add(position, "no value after '='; write PATH=VALUE, for example training.batch=32");
            return Optional.empty();
        }
        return YamlReader.read(position, text, problems).map(value -> new Setting(path, value, position));
    }

    Node.Mapping applyTo(Node.Mapping root, Problems problems) {
        return keyPath(root).put(root, value, position, problems);
    }

    /** The names of factors are paths themselves, so their dots do not part keys. */
    private KeyPath keyPath(Node.Mapping root) {
        String prefix = "vary.";
        if (!path.startsWith(prefix)) {
            return KeyPath.of(path);
        }
        String rest = path.substring(prefix.length());
        return root.entry("vary")
                .filter(vary -> vary.value() instanceof Node.Mapping)
                .flatMap(vary -> ((Node.Mapping) vary.value())
                        .entries().stream()
                                .map(Node.Entry::key)
                                .filter(factor -> rest.startsWith(factor + "."))
                                .findFirst())
                .map(factor -> new KeyPath(List.of("vary", factor, rest.substring(factor.length() + 1))))
                .orElseGet(() -> new KeyPath(List.of("vary", rest)));
    }
}
