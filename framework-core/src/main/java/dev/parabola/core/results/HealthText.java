package dev.parabola.core.results;

import dev.parabola.core.training.Health;
import dev.parabola.core.training.Health.LayerHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The findings of a trial's health as {@code trials.csv} tells them: one after the other, worst first; nothing where all is well. */
public final class HealthText {
    /** Divides the findings. */
    public static final String DIVIDER = "; ";

    /** The training ended far above where it began, or with errors that are not finite. */
    public static final String EXPLODED = "exploded";

    /** The trained network answers every training point alike. */
    public static final String CONSTANT_OUTPUT = "constant output";

    /** No parameter has left its first value. */
    public static final String NEVER_UPDATED = "never updated";

    /** Units that are linear over the data. */
    public static final String KINKS_OUTSIDE = "kinks outside the data";

    private static final Pattern UNITS = Pattern.compile("layer ([0-9]{1,9}): ([0-9]{1,9})/([0-9]{1,9}) ([a-z ]+)");
    private static final Set<String> KILLING = Set.of(CONSTANT_OUTPUT, NEVER_UPDATED);

    private HealthText() {}

    static String of(Health health) {
        List<String> findings = new ArrayList<>();
        if (health.constantOutput()) {
            findings.add(CONSTANT_OUTPUT);
        }
        if (health.neverUpdated()) {
            findings.add(NEVER_UPDATED);
        }
        if (health.bornDead()) {
            findings.add("born dead");
        }
        for (int layer = 0; layer < health.layers().size(); layer++) {
            if (health.layers().get(layer).exploding()) {
                findings.add("exploding layer " + layer);
            }
        }
        for (int layer = 0; layer < health.layers().size(); layer++) {
            LayerHealth found = health.layers().get(layer);
            add(findings, layer, found.dead(), found.units(), "dead");
            add(findings, layer, found.saturated(), found.units(), "saturated");
            add(findings, layer, found.denormal(), found.units(), "denormal");
            add(findings, layer, found.neverUpdated(), found.units(), "never updated");
            add(findings, layer, found.kinksOutside().orElse(0), found.units(), KINKS_OUTSIDE);
        }
        return String.join(DIVIDER, findings);
    }

    private static void add(List<String> findings, int layer, int count, int units, String what) {
        if (count > 0) {
            findings.add("layer " + layer + ": " + count + "/" + units + " " + what);
        }
    }

    /**
     * What was found of a layer's units.
     *
     * @param layer the layer, from 0
     * @param count how many units
     * @param units of how many
     * @param what what they are: {@code dead}, {@code saturated}, {@code denormal}, {@code never updated}, or {@link #KINKS_OUTSIDE}
     */
    public record UnitFinding(int layer, int count, int units, String what) {}

    /**
     * The findings about units.
     *
     * @param health all findings
     * @return those that count units of a layer, in order
     */
    public static List<UnitFinding> units(String health) {
        return UNITS.matcher(health)
                .results()
                .map(found -> new UnitFinding(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        found.group(4)))
                .toList();
    }

    /**
     * Whether the findings tell of a network that does not work at all.
     *
     * @param health the findings
     * @return true if the network gives a constant or was never changed
     */
    public static boolean isKilling(String health) {
        for (String finding : health.split(DIVIDER, -1)) {
            if (KILLING.contains(finding)) {
                return true;
            }
        }
        return false;
    }
}
