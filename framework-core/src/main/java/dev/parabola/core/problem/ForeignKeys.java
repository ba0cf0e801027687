package dev.parabola.core.problem;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys of other libraries, and where a manifest says the same. */
public final class ForeignKeys {
    private static final Pattern SEPARATORS = Pattern.compile("[-_ .]");

    /** The path that says the same as a key of another library, by the key in small letters without separators. */
    private static final Map<String, String> PATHS = paths();

    /** What to do about keys that no path says exactly, as a clause. */
    private static final Map<String, String> CLAUSES = clauses();

    private ForeignKeys() {}

    /**
     * A name as words compare: in small letters, without separators.
     *
     * @param name any text
     * @return {@code learningrate} for {@code learning_rate}, {@code Learning-Rate} and {@code learningRate}
     */
    public static String plain(String name) {
        return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * The end of a message about an unknown key.
     *
     * @param section the section that the key stands in; empty for the manifest itself
     * @param key the unknown key
     * @param known the section's keys
     * @return {@code it is called 'learning-rate' here}, or what {@link Suggestion#forUnknown} says
     */
    public static String forUnknown(String section, String key, Collection<String> known) {
        return same(key, known)
                .map(name -> "it is called '" + name + "' here")
                .or(() -> elsewhere(section, key))
                .orElseGet(() -> Suggestion.forUnknown(key, known));
    }

    /**
     * What says the same as a key of another library.
     *
     * @param section the section that the key stands in; empty for the manifest itself
     * @param key the key
     * @return {@code it is 'training.learning-rate' here}, the section left out where it is the key's own; empty for other words
     */
    private static Optional<String> elsewhere(String section, String key) {
        String word = plain(key);
        String path = PATHS.get(word);
        if (path == null) {
            return Optional.ofNullable(CLAUSES.get(word));
        }
        boolean own = !section.isEmpty() && path.startsWith(section + ".");
        return Optional.of(
                own ? "it is called '" + path.substring(section.length() + 1) + "' here" : "it is '" + path + "' here");
    }

    /** The known name that differs in capitals and separators alone. */
    static Optional<String> same(String name, Collection<String> known) {
        String wanted = plain(name);
        return known.stream().sorted().filter(one -> plain(one).equals(wanted)).findFirst();
    }

    /**
     * The path that says exactly what a key of another library says.
     *
     * @param key the key
     * @return {@code training.learning-rate} for {@code lr}; empty for other words
     */
    public static Optional<String> path(String key) {
        return Optional.ofNullable(PATHS.get(plain(key)));
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        put(
                paths,
                "training.learning-rate",
                "lr",
                "learningrate",
                "rate",
                "stepsize",
                "baselr",
                "initlr",
                "learningrateinit");
        put(
                paths,
                "training.epochs",
                "epoch",
                "epochs",
                "nepochs",
                "numepochs",
                "nepoch",
                "nbepoch",
                "maxepochs",
                "numtrainepochs");
        put(
                paths,
                "training.steps",
                "step",
                "steps",
                "nsteps",
                "numsteps",
                "maxsteps",
                "totalsteps",
                "iterations",
                "iters",
                "niters",
                "numiterations");
        put(paths, "training.batch", "batchsize", "batch", "minibatch", "minibatchsize", "bs");
        put(paths, "training.loss", "loss", "lossfn", "lossfunction", "criterion", "objective");
        put(paths, "training.optimizer", "optimizer", "optimiser", "optim", "solver");
        put(paths, "training.scheduler", "scheduler", "lrscheduler", "lrschedule", "schedule", "learningrateschedule");
        put(paths, "training.precision", "precision", "dtype");
        put(
                paths,
                "model.hidden",
                "hidden",
                "hiddensizes",
                "hiddensize",
                "hiddenlayers",
                "hiddenlayersizes",
                "hiddenunits",
                "hiddendim",
                "hiddendims",
                "hiddenfeatures",
                "layersizes",
                "layers",
                "units",
                "neurons",
                "nhidden");
        put(paths, "model.hidden.width", "width");
        put(paths, "model.hidden.depth", "depth", "nlayers", "numlayers");
        put(paths, "model.activation", "activation", "act", "activationfunction", "activationfn", "nonlinearity");
        put(
                paths,
                "model.initializer",
                "initializer",
                "initialiser",
                "init",
                "initialization",
                "weightinit",
                "kernelinitializer");
        put(paths, "data.samples", "samples", "nsamples", "numsamples", "npoints", "numpoints", "ntrain", "trainsize");
        put(paths, "data.range", "range", "interval", "domain", "bounds", "xrange", "inputrange");
        put(paths, "data.sampling", "sampling");
        put(paths, "data.noise", "noise", "sigma", "noisestd", "noisesd", "noiselevel");
        put(paths, "data.scaling", "scaling", "scaler", "normalization", "normalize", "standardize", "preprocessing");
        put(paths, "seed", "randomstate", "randomseed", "rngseed", "rng");
        put(paths, "replicas", "seeds", "nseeds", "numseeds", "repeats", "repetitions", "nruns", "numruns", "runs");
        put(paths, "target", "function", "targetfunction", "fn");
        put(paths, "study", "experiment", "experimentname");
        put(paths, "vary", "grid", "sweep", "paramgrid", "searchspace");
        put(paths, "record.checkpoints", "checkpoints");
        return paths;
    }

    private static Map<String, String> clauses() {
        Map<String, String> clauses = new LinkedHashMap<>();
        put(
                clauses,
                "the number of updates is training.steps, that of passes over the data training.epochs",
                "maxiter",
                "niter");
        put(clauses, "it belongs to the optimizer, for example optimizer: {name: sgd, momentum: 0.9}", "momentum");
        put(
                clauses,
                "it belongs to the optimizer, for example optimizer: {name: adamw, weight-decay: 0.01}",
                "weightdecay",
                "l2");
        put(clauses, "write beta1 and beta2, for example optimizer: {name: adam, beta1: 0.9, beta2: 0.999}", "betas");
        put(clauses, "an r2 of 0.99 is an nrmse of 0.1: nrmse = √(1 − r2)", "r2", "r2score", "rsquared");
        put(clauses, "limit its square root, rmse", "mse");
        return clauses;
    }

    private static void put(Map<String, String> table, String meaning, String... words) {
        for (String word : words) {
            table.put(word, meaning);
        }
    }
}
