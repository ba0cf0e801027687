package dev.parabola.core.plugin;

import java.util.Locale;
import java.util.regex.Pattern;

/** Java's names as manifests write them. */
final class KebabCase {
    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private KebabCase() {}

    /** {@code weightDecay} and {@code WEIGHT_DECAY} become {@code weight-decay}. */
    static String of(String identifier) {
        return WORD_END.matcher(identifier).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
