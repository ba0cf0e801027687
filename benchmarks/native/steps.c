/*
 * What a training step can take on this processor: the training of Parabola's full cohort as a C program written for one machine and
 * these networks alone. One number of each replica lies in each lane of a vector; every replica's sums are made term by term, in
 * ascending order, by fused multiply-add, as Parabola makes them. No operation is approximated or reordered.
 *
 *   steps --list                     the names of the jobs
 *   steps [--offset BYTES] --serve   measures once whatever job a line of standard input names
 *   steps [--offset BYTES] JOB...    measures these jobs
 *   steps --check                    compares every bit with a training of one replica in plain C
 *
 * Every answer is a line of JSON. Rows of lanes begin at cache lines; with --offset 16 so many bytes behind, as Java's arrays do.
 *
 *   gcc -O3 -march=native -ffp-contract=off -o steps steps.c -lm
 */
#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__AVX512F__)
#define VECTOR_BITS 512
#elif defined(__AVX2__) && defined(__FMA__)
#define VECTOR_BITS 256
#else
#error "the processor has neither AVX-512 nor AVX2 with fused multiply-add"
#endif

/* The tiles of the dense passes: with what is loaded, as many sums as there are registers. */
#ifndef TILE_ROWS
#define TILE_ROWS (VECTOR_BITS == 512 ? 5 : 3)
#define TILE_COLUMNS (VECTOR_BITS == 512 ? 5 : 4)
#endif
#define LARGEST_TILE 8

/* Rows a power of two apart would all meet in the same sets of the first-level cache. 0: as they come. */
#ifndef PADDING
#define PADDING 1
#endif

/* How many samples pass forward and back before the next ones; the gradient's sums are made afterwards. A multiple of TILE_ROWS. */
#ifndef SAMPLES_AT_ONCE
#define SAMPLES_AT_ONCE (2 * TILE_ROWS)
#endif

enum { POINTS = 1000, BATCH = 64, EPOCHS = 85, STEPS_PER_EPOCH = (POINTS + BATCH - 1) / BATCH, MOST_LAYERS = 3, MOST_UNITS = 64, MOST_PARAMETERS = 4500 };
static const double LEAST_SECONDS = 0.3;
static const double PI = 3.14159265358979323846;

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("GCC unroll 32")

enum pass { FORWARD, FORWARD_RELU, PARAMETERS, INPUTS };

struct recipe {
    const char *name;
    int layers;
    int widths[MOST_LAYERS + 1];
    int one_cycle;
    double rate, beta1, beta2, epsilon, decay;
};

static const struct recipe RECIPES[] = {
    {"a", 2, {1, 10, 1}, 1, 0.01, 0.9, 0.99, 1e-5, 0.01},
    {"b", 3, {1, 64, 64, 1}, 0, 0.001, 0.9, 0.999, 1e-8, 0},
};
enum { RECIPE_COUNT = sizeof RECIPES / sizeof RECIPES[0] };

static size_t offset;

INLINE int min(int a, int b) { return a < b ? a : b; }

/* Of two rows, in vectors. */
static int distance(int units) { return PADDING && units >= 16 ? units | 1 : units; }

static void *lines(size_t bytes) {
    char *memory = aligned_alloc(4096, (bytes + 2 * 4096) / 4096 * 4096);
    if (memory == NULL) {
        abort();
    }
    memset(memory, 0, bytes + 64);
    return memory + offset;
}

static void freed(void *memory) { free((char *)memory - offset); }

static uint64_t random_state;

static uint64_t random_bits(void) {
    uint64_t z = random_state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static double uniform(double from, double to) { return from + (to - from) * (double)(random_bits() >> 11) * 0x1p-53; }

static void shuffle(int *order) {
    for (int i = 0; i < POINTS; i++) {
        order[i] = i;
    }
    for (int i = POINTS - 1; i > 0; i--) {
        int other = (int)((random_bits() >> 32) * (uint64_t)(i + 1) >> 32);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

static double cosine(double start, double end, double t) { return start + (1 + cos(PI * (1 - t))) * (end - start) / 2; }

/* The learning rate and momentum of a step, from 0. */
static void schedule(const struct recipe *recipe, long step, double *rate, double *momentum) {
    *rate = recipe->rate;
    *momentum = recipe->beta1;
    if (recipe->one_cycle) {
        double done = (double)step / (EPOCHS * STEPS_PER_EPOCH);
        int rises = done < 0.25;
        double t = rises ? done / 0.25 : (done - 0.25) / 0.75;
        *rate = rises ? cosine(recipe->rate / 25, recipe->rate, t) : cosine(recipe->rate, recipe->rate / 1e5, t);
        *momentum = rises ? cosine(0.95, 0.85, t) : cosine(0.85, 0.95, t);
    }
}

static double thread_time(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

#define NAME(stem) stem##32
#define number float
#define number_fma fmaf
#define number_sqrt sqrtf
#if VECTOR_BITS == 512
#define vector_fma(a, b, c) (vector32)_mm512_fmadd_ps((__m512)(a), (__m512)(b), (__m512)(c))
#define vector_sqrt(a) (vector32)_mm512_sqrt_ps((__m512)(a))
#define vector_max(a, b) (vector32)_mm512_max_ps((__m512)(a), (__m512)(b))
#define vector_if_positive(a, b) (vector32)_mm512_maskz_mov_ps(_mm512_cmp_ps_mask((__m512)(a), _mm512_setzero_ps(), _CMP_GT_OQ), (__m512)(b))
#else
#define vector_fma(a, b, c) (vector32)_mm256_fmadd_ps((__m256)(a), (__m256)(b), (__m256)(c))
#define vector_sqrt(a) (vector32)_mm256_sqrt_ps((__m256)(a))
#define vector_max(a, b) (vector32)_mm256_max_ps((__m256)(a), (__m256)(b))
#define vector_if_positive(a, b) (vector32)_mm256_and_ps((__m256)(b), _mm256_cmp_ps((__m256)(a), _mm256_setzero_ps(), _CMP_GT_OQ))
#endif
#include "training.h"
#undef NAME
#undef number
#undef number_fma
#undef number_sqrt
#undef vector_fma
#undef vector_sqrt
#undef vector_max
#undef vector_if_positive

#define NAME(stem) stem##64
#define number double
#define number_fma fma
#define number_sqrt sqrt
#if VECTOR_BITS == 512
#define vector_fma(a, b, c) (vector64)_mm512_fmadd_pd((__m512d)(a), (__m512d)(b), (__m512d)(c))
#define vector_sqrt(a) (vector64)_mm512_sqrt_pd((__m512d)(a))
#define vector_max(a, b) (vector64)_mm512_max_pd((__m512d)(a), (__m512d)(b))
#define vector_if_positive(a, b) (vector64)_mm512_maskz_mov_pd(_mm512_cmp_pd_mask((__m512d)(a), _mm512_setzero_pd(), _CMP_GT_OQ), (__m512d)(b))
#else
#define vector_fma(a, b, c) (vector64)_mm256_fmadd_pd((__m256d)(a), (__m256d)(b), (__m256d)(c))
#define vector_sqrt(a) (vector64)_mm256_sqrt_pd((__m256d)(a))
#define vector_max(a, b) (vector64)_mm256_max_pd((__m256d)(a), (__m256d)(b))
#define vector_if_positive(a, b) (vector64)_mm256_and_pd((__m256d)(b), _mm256_cmp_pd((__m256d)(a), _mm256_setzero_pd(), _CMP_GT_OQ))
#endif
#include "training.h"

/* Something that can be measured: a training in one precision. */
struct job {
    char name[32];
    const struct recipe *recipe;
    int bits;
};

static void print_figure(const struct job *job, double figure) {
    printf("{\"job\": \"%s\", \"unit\": \"us/step/replica\", \"precision\": \"float%d\", \"kernel\": \"c-%d\", \"replicas\": %d, "
           "\"steps\": %d, \"value\": %.5f}\n",
           job->name, job->bits, VECTOR_BITS, VECTOR_BITS / job->bits, EPOCHS * STEPS_PER_EPOCH, figure);
    fflush(stdout);
}

static void train(const struct job *job, int epochs) {
    if (job->bits == 32) {
        train32(job->recipe, epochs);
    } else {
        train64(job->recipe, epochs);
    }
}

/* Whole trainings less ones of one epoch, so that the drawing of data and parameters does not count. */
static double measure(const struct job *job) {
    double seconds = 0;
    long trainings = 0;
    while (seconds < LEAST_SECONDS) {
        double start = thread_time();
        train(job, EPOCHS);
        double middle = thread_time();
        train(job, 1);
        seconds += middle - start - (thread_time() - middle);
        trainings++;
    }
    return seconds * 1e6 / (double)(trainings * (EPOCHS - 1) * STEPS_PER_EPOCH) / (VECTOR_BITS / job->bits);
}

static const struct job *find(const struct job *jobs, int count, const char *name) {
    for (int i = 0; i < count; i++) {
        if (strcmp(jobs[i].name, name) == 0) {
            return &jobs[i];
        }
    }
    fprintf(stderr, "there is no job %s\n", name);
    exit(2);
}

int main(int count, char **arguments) {
    struct job jobs[2 * RECIPE_COUNT];
    int job_count = 0;
    for (int i = 0; i < RECIPE_COUNT; i++) {
        for (int bits = 32; bits <= 64; bits += 32) {
            struct job *job = &jobs[job_count++];
            *job = (struct job){.recipe = &RECIPES[i], .bits = bits};
            snprintf(job->name, sizeof job->name, "%s-float%d", RECIPES[i].name, bits);
        }
    }
    for (int i = 1; i < count; i++) {
        const char *argument = arguments[i];
        if (strcmp(argument, "--list") == 0) {
            for (int j = 0; j < job_count; j++) {
                printf("%s\"%s\"%s", j ? ", " : "[", jobs[j].name, j == job_count - 1 ? "]\n" : "");
            }
        } else if (strcmp(argument, "--offset") == 0 && i + 1 < count) {
            offset = strtoul(arguments[++i], NULL, 10) % 64;
        } else if (strcmp(argument, "--serve") == 0) {
            printf("{\"version\": \"gcc %s, %d bits\"}\n", __VERSION__, VECTOR_BITS);
            fflush(stdout);
            char line[64];
            while (fgets(line, sizeof line, stdin)) {
                line[strcspn(line, "\n")] = 0;
                const struct job *job = find(jobs, job_count, line);
                print_figure(job, measure(job));
            }
        } else if (strcmp(argument, "--check") == 0) {
            for (int j = 0; j < job_count; j++) {
                double loss;
                int same = jobs[j].bits == 32 ? check32(jobs[j].recipe, &loss) : check64(jobs[j].recipe, &loss);
                printf("{\"job\": \"%s\", \"loss\": %.3g, \"same\": %s}\n", jobs[j].name, loss, same ? "true" : "false");
                if (!same) {
                    return 1;
                }
            }
        } else {
            const struct job *job = find(jobs, job_count, argument);
            print_figure(job, measure(job));
        }
    }
    return 0;
}
