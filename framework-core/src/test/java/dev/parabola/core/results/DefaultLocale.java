package dev.parabola.core.results;

import java.util.Locale;

/** Another default locale for as long as something runs. */
public final class DefaultLocale {
    private DefaultLocale() {}

    public static void during(String tag, Runnable action) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            action.run();
        } finally {
            Locale.setDefault(before);
        }
    }
}
