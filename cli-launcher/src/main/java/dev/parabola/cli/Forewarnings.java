package dev.parabola.cli;

import dev.parabola.core.execution.StudyWarnings;
import dev.parabola.core.statistics.Resolution;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;

/** What a study cannot find out, known before anything is trained. */
final class Forewarnings {
    private Forewarnings() {}

    /** The warnings, a sentence each. */
    static List<String> of(Study study) {
        List<String> warnings = new ArrayList<>(StudyWarnings.of(study));
        warnings.addAll(Resolution.of(study).warnings());
        return warnings;
    }
}
