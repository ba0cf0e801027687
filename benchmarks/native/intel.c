/*
 * PyTorch's MKL computes with AVX-512 on Intel's processors alone, where it asks these functions. This library answers for it, so that
 * the peer is as fast as it can be on every processor.
 *
 *   gcc -shared -fPIC -o intel.so intel.c; LD_PRELOAD=./intel.so …
 */
int mkl_serv_intel_cpu(void) { return 1; }

int mkl_serv_intel_cpu_true(void) { return 1; }
