package dev.parabola.core.text;

/** A number of things, in words that are right for one. */
public final class Counted {
    private Counted() {}

    /**
     * A number of things.
     *
     * @param number how many
     * @param thing what one of them is called; its plural ends in s
     * @return for example {@code 1 trial} or {@code 20 trials}
     */
    public static String of(long number, String thing) {
        return number + " " + plural(number, thing);
    }

    /**
     * The word for a number of things.
     *
     * @param number how many
     * @param thing what one of them is called; its plural ends in s
     * @return for example {@code trial} or {@code trials}
     */
    public static String plural(long number, String thing) {
        return number == 1 ? thing : thing + "s";
    }
}
