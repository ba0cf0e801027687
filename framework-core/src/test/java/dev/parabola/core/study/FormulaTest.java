package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.Activation;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Expression A = Expression.variable("a");
    private static final Expression B = Expression.variable("b");
    private static final Expression C = Expression.variable("c");

    @ParameterizedTest
    @CsvSource({"x^2,1", "x1*x3,3", "x,1", "x-1,1", "x2-x1,2", "3,1", "pi,1", "-x,1", "'max(x1, x2)',2"})
    void theHighestIndexIsTheNumberOfInputs(String formula, int inputs) {
        Target target = target(formula);

        assertThat(target.inputs()).isEqualTo(inputs);
        assertThat(target.text()).isEqualTo(formula);
        assertThat(target.function()).isInstanceOf(ExpressionTarget.class);
    }

    @Test
    void aFormulaTakesWhateverStandsForItsInputs() {
        assertThat(formula("x1*x3 + sin(x2)").of(A, B, C)).isEqualTo(A.times(C).plus(B.sin()));
        assertThat(formula("if(x > 0, x^3, 2)").of(A)).isEqualTo(Expression.where(A.isPositive(), A.power(3), 2));
        assertThat(formula("x1 - x2").of(B, A)).isEqualTo(B.minus(A));
    }

    @Test
    void aFormulaCanBeAnActivation() {
        Study study = Planning.plan("study: s\ntarget: x\nmodel: {activation: x * sigmoid(x)}\n");

        Activation activation = (Activation) study.cell(0).model().activation();
        assertThat(activation.of(A)).isEqualTo(A.times(A.sigmoid()));
        assertThat(activation)
                .isEqualTo(new ExpressionActivation("x * sigmoid(x)", Expression.parse("x * sigmoid(x)", "x"::equals)));
    }

    @Test
    void aRegisteredNameWinsOverAFormula() {
        assertThat(target("plus").function()).isEqualTo(new ExamplePlugins.Plus());
        assertThat(target("plus").text()).isEqualTo("plus");
        assertThat(target("{name: polynomial, coefficients: [1]}").text()).isEqualTo("polynomial");
    }

    @Test
    void aLongFormulaNeedsNoDeepStack() {
        String sum = "x" + "+x".repeat(4_900);

        assertThat(formula(sum).of(A).evaluate(1.0)).isEqualTo(4_901.0);
    }

    private static Target target(String text) {
        return Planning.plan("study: s\ntarget: " + text + "\nmodel: {}\n")
                .cell(0)
                .target();
    }

    private static TargetFunction formula(String text) {
        return (TargetFunction) target(text).function();
    }
}
