package dev.parabola.core.results;

import dev.parabola.core.text.Numbers;
import dev.parabola.core.training.Health;
import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.Health.NotFinite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The findings of a trial's health as {@code trials.csv} tells them: one after the other, worst first; nothing where all is well. */
public final class HealthText {
    /** Divides the findings. */
    public static final String DIVIDER = "; ";

    /** The training error has grown far beyond that of any constant. */
    public static final String EXPLODED = "exploded";

    /** The trained network answers every training point alike. */
    public static final String CONSTANT_OUTPUT = "constant output";

    /** The network answered every training point alike before the first step. */
    public static final String BORN_DEAD = "born dead";

    /** The training loss is what it was before the first step. */
    public static final String UNTOUCHED = "untouched";

    /** Units whose parameters have not changed. */
    public static final String NEVER_UPDATED_UNITS = "never updated";

    private static final String NOT_FINITE = "activation";

    /** Units that are linear over the data. */
    public static final String KINKS_OUTSIDE = "kinks outside the data";

    private static final Pattern UNITS = Pattern.compile("layer ([0-9]{1,9}): ([0-9]{1,9})/([0-9]{1,9}) ([a-z ]+)");
    private static final List<String> KILLING = List.of(EXPLODED, CONSTANT_OUTPUT, UNTOUCHED);

    private HealthText() {}

    static String of(Health health) {
        List<String> findings = new ArrayList<>();
        health.notFinite().ifPresent(found -> findings.add(text(found)));
        if (health.exploded()) {
            findings.add(EXPLODED);
        }
        if (health.constantOutput()) {
            findings.add(CONSTANT_OUTPUT);
        }
        if (health.untouched()) {
            findings.add(UNTOUCHED);
        }
        if (health.bornDead()) {
            findings.add(BORN_DEAD);
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
            add(findings, layer, found.neverUpdated(), found.units(), NEVER_UPDATED_UNITS);
            add(findings, layer, found.kinksOutside().orElse(0), found.units(), KINKS_OUTSIDE);
        }
        return String.join(DIVIDER, findings);
    }

    private static String text(NotFinite found) {
        return NOT_FINITE + (found.slope() ? "'s computed slope" : "'s value") + " is not finite: "
                + Numbers.text(found.answer()) + " at " + Numbers.rounded(found.input());
    }

    /**
     * What the activation answered before training began, if that was no number.
     *
     * @param health all findings
     * @return for example {@code activation's value is not finite: NaN at -0.31}
     */
    public static Optional<String> notFinite(String health) {
        return Arrays.stream(health.split(DIVIDER, -1))
                .filter(finding -> finding.startsWith(NOT_FINITE))
                .findFirst();
    }

    /**
     * Whether a finding about the whole network is among a trial's.
     *
     * @param health all findings
     * @param finding {@link #EXPLODED}, {@link #CONSTANT_OUTPUT}, {@link #BORN_DEAD} or {@link #UNTOUCHED}
     * @return whether it is
     */
    public static boolean has(String health, String finding) {
        return Arrays.asList(health.split(DIVIDER, -1)).contains(finding);
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
     * @return true if it has exploded, answers a constant or was not changed by training
     */
    public static boolean isKilling(String health) {
        return KILLING.stream().anyMatch(finding -> has(health, finding));
    }
}
