package dev.parabola.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final Expression A = Expression.variable("a");
    private static final Expression B = Expression.variable("b");

    @Test
    void aSlotThatIsSetTwiceIsRefused() {
        Update update = Update.along(A).with("mean", A);
        assertThatThrownBy(() -> update.with("mean", B))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slot 'mean' is set twice");
    }

    @Test
    void slotsKeepTheOrderInWhichTheyWereAdded() {
        Update update = Update.along(A).with("velocity", A).with("mean", B).with("age", A);
        assertThat(update.slots()).containsExactly(Map.entry("velocity", A), Map.entry("mean", B), Map.entry("age", A));
    }

    @Test
    void addingASlotLeavesTheUpdateItWasAddedToAlone() {
        Update update = Update.to(A);
        Update more = update.with("mean", B);
        assertThat(update.slots()).isEmpty();
        assertThat(more.move()).isEqualTo(Update.Move.WEIGHT);
        assertThat(more.expression()).isEqualTo(A);
    }

    @Test
    void slotsAreACopyThatNobodyChanges() {
        Map<String, Expression> given = new LinkedHashMap<>(Map.of("mean", A));
        Update update = new Update(Update.Move.DIRECTION, A, given);
        given.put("variance", B);
        assertThat(update.slots()).containsOnlyKeys("mean");
        assertThatThrownBy(() -> update.slots().put("variance", B)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void updatesOfTheSameFormulasAreEqual() {
        assertThat(Update.along(A.plus(B)).with("mean", A))
                .isEqualTo(Update.along(A.plus(B)).with("mean", A));
        assertThat(Update.along(A)).isNotEqualTo(Update.to(A));
    }
}
