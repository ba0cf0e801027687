package dev.parabola.core.study;

import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Problems;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a study of a manifest and the plugins there are. */
public final class StudyPlanner {
    /** As many cells are made ahead, to find mistakes that only a combination of levels has. */
    private static final long CELLS_CHECKED = 2_000;
    /** Beyond that many mistakes, more would only be more of the same. */
    private static final int ENOUGH_PROBLEMS = 200;

    /** Makes a planner. */
    @Inject
    public StudyPlanner() {}

    /**
     * Plans a study.
     *
     * @param manifest what the user wants
     * @param registry the plugins there are
     * @param programVersion the version of this program, for the lock
     * @param cellCheck looks at the cells that are made ahead
     * @return the study; {@link Study#cell} may still throw {@link InvalidInputException} for a combination of levels beyond the
     *     first 2,000 cells that does not fit together
     * @throws InvalidInputException with every mistake of the manifest
     */
    public Study plan(Manifest manifest, PluginRegistry registry, String programVersion, CellCheck cellCheck) {
        Problems problems = new Problems();
        manifest.mistakes().forEach(mistake -> problems.add(mistake.where(), mistake.message()));
        PluginReader plugins = new PluginReader(manifest, registry);
        GeneralReader general = new GeneralReader(manifest, problems);
        general.refuseUnknownKeys();
        general.checkPlugins();
        List<Target> alternatives = general.alternatives(plugins);
        int replicas = general.replicas();
        List<Variation> variations = new VariationReader(problems).read(manifest.root());
        Regions regions = new RegionReader(problems).read(manifest.root());
        Success success = general.success();
        Grid grid = new Grid(
                manifest, plugins, regions, success, variations, cells(manifest, variations, replicas, problems));
        grid.checkBase(problems);
        int maxInputs = check(grid, variations, cellCheck, problems);
        String name = general.name();
        Optional<String> question = general.question();
        long seed = general.seed();
        int checkpoints = general.checkpoints();
        Set<String> tuned = general.tuned(names(manifest.root()));
        problems.throwIfAny();
        List<Factor> factors = variations.stream()
                .map(variation -> new Factor(
                        variation.name(),
                        variation.levels().stream().map(Level::text).toList(),
                        tuned.contains(variation.name())))
                .toList();
        return new PlannedStudy(
                name,
                question,
                seed,
                replicas,
                factors,
                grid,
                regions.names(),
                maxInputs,
                success,
                alternatives,
                checkpoints,
                manifest::bytes,
                new Lock(manifest, registry, plugins, programVersion, sameRegions(grid, variations)).text());
    }

    private static Optional<List<RegionSettings>> sameRegions(Grid grid, List<Variation> factors) {
        boolean vary = factors.stream()
                .flatMap(factor -> factor.paths().stream())
                .map(KeyPath::toString)
                .anyMatch(path -> path.equals("data.range") || path.equals("target") || path.startsWith("target."));
        return vary
                ? Optional.empty()
                : grid.cell(0, CellCheck.none(), new Problems()).map(Cell::regions);
    }

    /** The factors' names, also of those that are refused: what names them is not wrong for that. */
    private static Set<String> names(Node.Mapping root) {
        return root.entry("vary")
                .filter(vary -> vary.value() instanceof Node.Mapping)
                .map(vary -> ((Node.Mapping) vary.value())
                        .entries().stream().map(Node.Entry::key).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private static long cells(Manifest manifest, List<Variation> factors, int replicas, Problems problems) {
        BigInteger cells = BigInteger.ONE;
        for (Variation factor : factors) {
            cells = cells.multiply(BigInteger.valueOf(factor.levels().size()));
        }
        BigInteger trials = cells.multiply(BigInteger.valueOf(replicas));
        if (trials.bitLength() >= Long.SIZE) {
            String product = factors.stream()
                    .map(factor -> Integer.toString(factor.levels().size()))
                    .collect(Collectors.joining(" × "));
            problems.add(
                    manifest.root().entry("vary").map(Node.Entry::keyPosition).orElse(manifest.position()),
                    "vary: " + product + " levels × " + replicas + " replicas are " + trials + " trials; there may be "
                            + Long.MAX_VALUE);
            return 1;
        }
        return cells.longValueExact();
    }

    /** Makes the first cells, and those in which one factor alone leaves its first level; gives the most inputs of any. */
    private static int check(Grid grid, List<Variation> factors, CellCheck cellCheck, Problems problems) {
        int inputs = 1;
        for (long index = 0; index < Math.min(grid.cells(), CELLS_CHECKED); index++) {
            inputs = Math.max(inputs, inputs(grid, index, cellCheck, problems));
        }
        if (grid.cells() > CELLS_CHECKED) {
            for (int factor = 0; factor < factors.size(); factor++) {
                for (int level = 1; level < factors.get(factor).levels().size(); level++) {
                    inputs = Math.max(inputs, inputs(grid, grid.index(factor, level), cellCheck, problems));
                }
            }
        }
        return inputs;
    }

    private static int inputs(Grid grid, long index, CellCheck cellCheck, Problems problems) {
        if (problems.count() > ENOUGH_PROBLEMS) {
            return 1;
        }
        return grid.cell(index, cellCheck, problems)
                .map(sound -> sound.target().inputs())
                .orElse(1);
    }
}
