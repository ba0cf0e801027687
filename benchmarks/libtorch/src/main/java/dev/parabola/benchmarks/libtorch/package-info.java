/** A newer PyTorch as a peer of the comparison. */
package dev.parabola.benchmarks.libtorch;
