package dev.parabola.core.results;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a lock, as far as it tells whether two runs are of one study. */
record LockText(List<String> lines) {
    private static final Pattern REPLICAS = Pattern.compile("  replicas: ([0-9]{1,10})");
    private static final Pattern SET_REPLICAS = Pattern.compile("  - \"replicas=.*");
    private static final Pattern SET = Pattern.compile("set:.*");

    static LockText of(String text) {
        return new LockText(text.lines().toList());
    }

    /** Whether this is the lock of a study with more replicas than another, and otherwise the same. */
    boolean hasOnlyMoreReplicasThan(LockText other) {
        OptionalLong before = other.replicas();
        OptionalLong now = replicas();
        return before.isPresent()
                && now.isPresent()
                && now.orElseThrow() > before.orElseThrow()
                && withoutReplicas().equals(other.withoutReplicas());
    }

    OptionalLong replicas() {
        return lines.stream()
                .map(REPLICAS::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private List<String> withoutReplicas() {
        return lines.stream()
                .filter(Predicate.not(line -> REPLICAS.matcher(line).matches()
                        || SET_REPLICAS.matcher(line).matches()
                        || SET.matcher(line).matches()))
                .toList();
    }
}
