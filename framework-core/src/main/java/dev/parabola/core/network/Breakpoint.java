package dev.parabola.core.network;

/**
 * Where a hidden unit of a piecewise linear network of one input passes a kink of its activation.
 *
 * @param layer the hidden layer, from 0
 * @param unit the unit, from 0
 * @param x where, in the target's own units
 * @param slopeLeft the derivative of the network's output just left of it, in the target's own units
 * @param slopeRight the same just right of it
 */
public record Breakpoint(int layer, int unit, double x, double slopeLeft, double slopeRight) {}
