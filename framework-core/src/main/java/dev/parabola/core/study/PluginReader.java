package dev.parabola.core.study;

import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Plugin;
import dev.parabola.api.TargetFunction;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginBinder;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.problem.Problems;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the plugins that a manifest asks for: by name, with parameters, or as a formula. */
final class PluginReader {
    private static final int MOST_KEPT = 4_096;

    private final Map<Kind, Map<Node, Plugin>> boundByKind = new EnumMap<>(Kind.class);
    private final PluginRegistry registry;
    private final PluginBinder binder;
    private final FormulaReader formulas;

    PluginReader(Manifest manifest, PluginRegistry registry) {
        for (Kind kind : Kind.values()) {
            boundByKind.put(kind, Collections.synchronizedMap(new IdentityHashMap<>()));
        }
        this.registry = registry;
        this.binder = new PluginBinder(registry);
        this.formulas = new FormulaReader(manifest);
    }

    /** Whether a node of a kind that may be a formula is one. A name that is registered wins; an unknown word is a misspelt name. */
    boolean isFormula(Kind kind, Node node) {
        return node instanceof Node.Scalar scalar
                && !Values.isNothing(scalar)
                && registry.find(kind, scalar.text()).isEmpty()
                && registry.conflict(kind, scalar.text()).isEmpty()
                && !FormulaReader.isName(scalar.text());
    }

    Optional<Target> target(Node node, Problems problems) {
        Optional<? extends Plugin> plugin = isFormula(Kind.TARGET, node)
                ? formulas.target((Node.Scalar) node, problems)
                : named(Kind.TARGET, node, problems);
        if (plugin.isEmpty()) {
            return Optional.empty();
        }
        String text = text(node);
        try {
            int inputs = PluginFault.guard(plugin.orElseThrow(), () -> inputs(plugin.orElseThrow()));
            if (inputs >= 1) {
                return Optional.of(new Target(text, plugin.orElseThrow(), inputs, node.position()));
            }
            problems.add(
                    node.position(),
                    "target " + text + " says that it has " + inputs + " inputs; its plugin is broken");
        } catch (PluginFault e) {
            problems.add(node.position(), "target " + text + " does not tell its number of inputs: " + e.getMessage());
        }
        return Optional.empty();
    }

    Optional<Plugin> activation(Node node, Problems problems) {
        return isFormula(Kind.ACTIVATION, node)
                ? formulas.activation((Node.Scalar) node, problems).map(Plugin.class::cast)
                : named(Kind.ACTIVATION, node, problems);
    }

    private Optional<Plugin> named(Kind kind, Node node, Problems problems) {
        return node instanceof Node.Sequence || Values.isNothing(node)
                ? new Values(problems).refuse(node, kind.label(), "a name, a map {name: …} or an expression")
                : bind(kind, node, problems);
    }

    <T extends Plugin> Optional<T> plugin(Kind kind, Class<T> type, Node node, Problems problems) {
        return bind(kind, node, problems).map(type::cast);
    }

    /** Cells share most of their nodes: each is bound once, as far as they are few. */
    private Optional<Plugin> bind(Kind kind, Node node, Problems problems) {
        Map<Node, Plugin> bound = Objects.requireNonNull(boundByKind.get(kind));
        Plugin known = bound.get(node);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Plugin> plugin = binder.bind(kind, node, problems);
        if (bound.size() < MOST_KEPT) {
            plugin.ifPresent(made -> bound.put(node, made));
        }
        return plugin;
    }

    private static int inputs(Plugin target) {
        return target instanceof TargetFunction function
                ? function.inputs()
                : ((NumericTargetFunction) target).inputs();
    }

    private static String text(Node node) {
        Node name = node instanceof Node.Mapping mapping
                ? mapping.entry("name").orElseThrow().value()
                : node;
        return ((Node.Scalar) name).text();
    }
}
