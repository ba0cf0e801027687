package dev.parabola.core.training;

import dev.parabola.api.Plugin;
import dev.parabola.core.data.Region;
import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.network.PiecewiseLinear;
import dev.parabola.core.network.SteepestSlope;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.RegionSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What cells of a study have in common and is dear to compute: a few of each kind, the latest. Safe to use from several threads. */
public final class SharedPlans {
    private static final int MOST_TARGETS = 64;
    private static final int MOST_ACTIVATIONS = 64;
    /** Each may hold many megabytes. */
    private static final int MOST_ORDERS = 2;

    private final Latest<TargetKey, ExaminedTarget> targets = new Latest<>(MOST_TARGETS);
    private final Latest<Plugin, Double> slopes = new Latest<>(MOST_ACTIVATIONS);
    private final Latest<Plugin, Optional<PiecewiseLinear>> pieces = new Latest<>(MOST_ACTIVATIONS);
    private final Latest<OrderKey, EpochOrders> orders = new Latest<>(MOST_ORDERS);

    /** Creates an empty store. */
    public SharedPlans() {}

    private record TargetKey(Plugin function, List<RegionSettings> regions) {}

    private record OrderKey(long seed, int samples, boolean shuffled, long epochs) {}

    /**
     * A target and its regions.
     *
     * @param values the target's values
     * @param regions the regions in the order of the study's; empty where a region does not exist
     */
    record ExaminedTarget(TargetValues values, List<Optional<Region>> regions) {}

    ExaminedTarget target(Cell cell) {
        return targets.get(new TargetKey(cell.target().function(), cell.regions()), () -> {
            TargetValues values = TargetValues.of(cell.target());
            return new ExaminedTarget(
                    values,
                    cell.regions().stream()
                            .map(region -> RegionPoints.of(region, values))
                            .toList());
        });
    }

    double steepestSlope(Plugin activation) {
        return slopes.get(activation, () -> SteepestSlope.of(activation));
    }

    Optional<PiecewiseLinear> pieces(Plugin activation) {
        return pieces.get(activation, () -> PiecewiseLinear.of(activation));
    }

    EpochOrders orders(long seed, int samples, int batch, long epochs) {
        return orders.get(
                new OrderKey(seed, samples, batch < samples, epochs),
                () -> new EpochOrders(seed, samples, batch, epochs));
    }

    /** A map that forgets what was used longest ago. */
    private static final class Latest<K, V> {
        private final Map<K, V> kept;

        Latest(int most) {
            kept = new LinkedHashMap<>(most, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > most;
                }
            };
        }

        /** Whoever comes while a value is being computed waits for it. */
        synchronized V get(K key, Supplier<V> computation) {
            V value = kept.get(key);
            if (value == null) {
                value = computation.get();
                kept.put(key, value);
            }
            return value;
        }
    }
}
