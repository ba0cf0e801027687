package dev.parabola.api.expression;

/**
 * A comparison of two expressions, to choose by: {@link Expression#where}.
 *
 * @param left the left side
 * @param comparison how the sides are compared
 * @param right the right side
 */
public record Condition(Expression left, Comparison comparison, Expression right) {}
