package dev.parabola.plugins.optimizers;

import static dev.parabola.api.expression.Expression.constant;

import dev.parabola.api.Optimizer.Quantities;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;

/**
 * What Adam and its relatives share: exponential means m of the gradient and v of its square, and the direction m̂/(√v̂
 * + ε) of the means without their bias towards the 0 they start from.
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g      m̂ = m/(1 − β₁ᵗ)      t the step, from 1
 * v ← β₂·v + (1 − β₂)·g²     v̂ = v/(1 − β₂ᵗ)
 * </pre>
 *
 * <p>β₁ is the step's momentum, in m̂ too, so a scheduler that changes it acts as in fastai.
 */
record Moments(Expression mean, Expression variance, Expression direction) {
    static Moments of(Expression gradient, double beta2, double epsilon, Quantities q) {
        Expression one = constant(1);
        Expression beta1 = q.momentum();
        Expression mean = q.slot("mean").times(beta1).plus(gradient.times(one.minus(beta1)));
        Expression variance =
                q.slot("variance").times(beta2).plus(gradient.squared().times(1 - beta2));
        // Reciprocals, because they depend on the step alone: no parameter has to pay for a division by them.
        Expression meanCorrection = one.dividedBy(one.minus(beta1.power(q.step())));
        Expression rootCorrection =
                one.dividedBy(one.minus(constant(beta2).power(q.step())).sqrt());
        Expression direction = mean.times(meanCorrection)
                .dividedBy(variance.sqrt().times(rootCorrection).plus(epsilon));
        return new Moments(mean, variance, direction);
    }

    /** An update along any direction that keeps these means. */
    Update along(Expression anyDirection) {
        return Update.along(anyDirection).with("mean", mean).with("variance", variance);
    }
}
