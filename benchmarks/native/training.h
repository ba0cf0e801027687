/* The training in one precision; steps.c includes this once for each. */

enum { NAME(LANES) = VECTOR_BITS / 8 / sizeof(number) };
#define LANES NAME(LANES)
#define vector NAME(vector)

/* Wherever it begins. */
typedef number vector __attribute__((vector_size(VECTOR_BITS / 8), aligned(sizeof(number)), may_alias));

INLINE vector NAME(all)(number x) { return x - (vector){0}; }
#define all NAME(all)

/* Loads once, into a register: gcc would load an operand anew for each of its uses, and loads are what the passes wait for. */
INLINE vector NAME(load)(const vector *at) {
    vector x;
    __asm__("vmovups %1, %0" : "=v"(x) : "m"(*at));
    return x;
}
#define load NAME(load)

struct NAME(layer) {
    int inputs, outputs;
    long row;             /* from one output's weights to the next, and from one sample's inputs to the next */
    long weights, biases; /* where they begin among the parameters */
};

struct NAME(settings) {
    vector rate, beta1, rest1, beta2, rest2, correction1, correction2, epsilon, decay;
};

struct NAME(cohort) {
    const struct recipe *recipe;
    struct NAME(layer) layers[MOST_LAYERS];
    long weight_count, parameter_count;
    vector *parameters, *gradient, *mean, *variance;
    vector *points, *point_targets; /* all of them */
    vector *inputs, *targets;       /* of a batch */
    vector *values[MOST_LAYERS];    /* what a layer's units give, [sample][unit] */
    vector *deltas[MOST_LAYERS];    /* the loss's derivatives by the units' weighted inputs */
    vector loss, zero_or_nan;
    struct NAME(settings) settings;
};

/* ---- Adam */

static struct NAME(settings) NAME(prepare)(const struct recipe *recipe, long step) {
    double rate, momentum;
    schedule(recipe, step, &rate, &momentum);
    number beta1 = (number)momentum, beta2 = (number)recipe->beta2;
    return (struct NAME(settings)){
        .rate = all((number)rate),
        .beta1 = all(beta1),
        .rest1 = all(1 - beta1),
        .beta2 = all(beta2),
        .rest2 = all((number)(1 - recipe->beta2)),
        .correction1 = all(1 / (1 - (number)pow(beta1, (double)step + 1))),
        .correction2 = all(1 / number_sqrt(1 - (number)pow(beta2, (double)step + 1))),
        .epsilon = all((number)recipe->epsilon),
        .decay = all((number)recipe->decay),
    };
}

/* Moves some parameters, and notes whether they are finite. */
INLINE void NAME(adam)(struct NAME(cohort) *it, long from, long to, int decays) {
    const struct NAME(settings) a = it->settings;
    vector zero_or_nan = it->zero_or_nan;
    for (long at = from; at < to; at++) {
        vector g = it->gradient[at], w = it->parameters[at];
        vector m = it->mean[at] * a.beta1 + g * a.rest1;
        vector v = it->variance[at] * a.beta2 + g * g * a.rest2;
        vector direction = m * a.correction1 / (vector_sqrt(v) * a.correction2 + a.epsilon);
        if (decays) {
            direction += w * a.decay;
        }
        w -= a.rate * direction;
        it->parameters[at] = w;
        it->mean[at] = m;
        it->variance[at] = v;
        zero_or_nan = vector_fma(w, (vector){0}, zero_or_nan);
    }
    it->zero_or_nan = zero_or_nan;
}

/* ---- dense layers: products of matrices whose elements are rows of lanes */

struct NAME(product) {
    const vector *left;  long left_row, left_term;
    const vector *right; long right_column, right_term;
    int terms;
    const vector *start;  /* FORWARD: the first summand of each column; INPUTS: the units' values, like the result */
    vector *result;       long result_row;
};

INLINE void NAME(tile)(enum pass pass, int rows, int columns, const struct NAME(product) *p, long row, long column) {
    vector sums[LARGEST_TILE][LARGEST_TILE];
    const vector *left = p->left + row * p->left_row, *right = p->right + column * p->right_column;
    long left_row = p->left_row, right_column = p->right_column;
    UNROLL for (int r = 0; r < rows; r++) {
        UNROLL for (int c = 0; c < columns; c++) {
            sums[r][c] = pass == FORWARD || pass == FORWARD_RELU ? p->start[column + c] : (vector){0};
        }
    }
    for (int term = p->terms; term > 0; term--) {
        vector factors[LARGEST_TILE];
        UNROLL for (int c = 0; c < columns; c++) {
            factors[c] = load(right + c * right_column);
        }
        UNROLL for (int r = 0; r < rows; r++) {
            vector factor = load(left + r * left_row);
            UNROLL for (int c = 0; c < columns; c++) {
                sums[r][c] = vector_fma(factor, factors[c], sums[r][c]);
            }
        }
        left += p->left_term;
        right += p->right_term;
    }
    UNROLL for (int r = 0; r < rows; r++) {
        long at = (row + r) * p->result_row + column;
        UNROLL for (int c = 0; c < columns; c++) {
            vector sum = sums[r][c];
            p->result[at + c] = pass == FORWARD_RELU ? vector_max((vector){0}, sum)
                                : pass == INPUTS     ? vector_if_positive(p->start[at + c], sum)
                                                     : sum;
        }
    }
}

/* A tile of each size has code of its own. */
#define SIZE(r, c) case (r) * 16 + (c): if ((r) <= TILE_ROWS && (c) <= TILE_COLUMNS) NAME(tile)(pass, r, c, p, row, column); break;
#define SIZES(r) SIZE(r, 1) SIZE(r, 2) SIZE(r, 3) SIZE(r, 4) SIZE(r, 5) SIZE(r, 6) SIZE(r, 7) SIZE(r, 8)

INLINE void NAME(any_tile)(enum pass pass, int rows, int columns, const struct NAME(product) *p, long row, long column) {
    switch (rows * 16 + columns) {
        SIZES(1) SIZES(2) SIZES(3) SIZES(4) SIZES(5) SIZES(6) SIZES(7) SIZES(8)
    }
}

#define PASS(name, pass) \
    static __attribute__((noinline)) void NAME(name)(int rows, int columns, const struct NAME(product) *p, long row, long column) { \
        NAME(any_tile)(pass, rows, columns, p, row, column); \
    }
PASS(forward_tile, FORWARD)
PASS(relu_tile, FORWARD_RELU)
PASS(parameters_tile, PARAMETERS)
PASS(inputs_tile, INPUTS)

static void NAME(forward)(struct NAME(cohort) *it, int l, int first, int count) {
    const struct NAME(layer) *layer = &it->layers[l];
    int is_last = l == it->recipe->layers - 1;
    const vector *inputs = l == 0 ? it->inputs : it->values[l - 1];
    long row = distance(layer->outputs);
    struct NAME(product) p = {inputs + first * layer->row, layer->row, 1, it->parameters + layer->weights, layer->row, 1, layer->inputs,
                              it->parameters + layer->biases, it->values[l] + first * row, row};
    for (int s = 0; s < count; s += TILE_ROWS) {
        for (int o = 0; o < layer->outputs; o += TILE_COLUMNS) {
            (is_last ? NAME(forward_tile) : NAME(relu_tile))(min(TILE_ROWS, count - s), min(TILE_COLUMNS, layer->outputs - o), &p, s, o);
        }
    }
}

/* The derivatives by a layer's inputs become the deltas of the layer before. */
static void NAME(backward)(struct NAME(cohort) *it, int l, int first, int count) {
    const struct NAME(layer) *layer = &it->layers[l];
    long row = distance(layer->outputs);
    struct NAME(product) p = {it->deltas[l] + first * row, row, 1, it->parameters + layer->weights, 1, layer->row, layer->outputs,
                              it->values[l - 1] + first * layer->row, it->deltas[l - 1] + first * layer->row, layer->row};
    for (int s = 0; s < count; s += TILE_ROWS) {
        for (int i = 0; i < layer->inputs; i += TILE_COLUMNS) {
            NAME(inputs_tile)(min(TILE_ROWS, count - s), min(TILE_COLUMNS, layer->inputs - i), &p, s, i);
        }
    }
}

/* Eight at a time, because each addition waits for the one before. */
static void NAME(sum_deltas)(const vector *deltas, int units, long row, int samples, vector *sums) {
    for (int from = 0; from < units; from += 8) {
        int count = min(8, units - from);
        vector s[8] = {0};
        for (int sample = 0; sample < samples; sample++) {
            if (count == 8) {
                UNROLL for (int u = 0; u < 8; u++) {
                    s[u] += deltas[sample * row + from + u];
                }
            } else {
                for (int u = 0; u < count; u++) {
                    s[u] += deltas[sample * row + from + u];
                }
            }
        }
        for (int u = 0; u < count; u++) {
            sums[from + u] = s[u];
        }
    }
}

static void NAME(learn)(struct NAME(cohort) *it, int l, int samples) {
    const struct NAME(layer) *layer = &it->layers[l];
    long row = distance(layer->outputs);
    struct NAME(product) p = {it->deltas[l], 1, row, l == 0 ? it->inputs : it->values[l - 1], 1, layer->row, samples,
                              NULL, it->gradient + layer->weights, layer->row};
    for (int o = 0; o < layer->outputs; o += TILE_ROWS) {
        for (int i = 0; i < layer->inputs; i += TILE_COLUMNS) {
            NAME(parameters_tile)(min(TILE_ROWS, layer->outputs - o), min(TILE_COLUMNS, layer->inputs - i), &p, o, i);
        }
    }
    NAME(sum_deltas)(it->deltas[l], layer->outputs, row, samples, it->gradient + layer->biases);
}

static void NAME(error)(struct NAME(cohort) *it, int first, int count, int samples) {
    int last = it->recipe->layers - 1;
    vector two_over_samples = all((number)2 / (number)samples);
    for (int s = first; s < first + count; s++) {
        vector error = it->values[last][s] - it->targets[s];
        it->loss = vector_fma(error, error, it->loss);
        it->deltas[last][s] = error * two_over_samples;
    }
}

static void NAME(deep_step)(struct NAME(cohort) *it, int samples) {
    int last = it->recipe->layers - 1;
    for (int first = 0; first < samples; first += SAMPLES_AT_ONCE) {
        int count = min(SAMPLES_AT_ONCE, samples - first);
        for (int l = 0; l <= last; l++) {
            NAME(forward)(it, l, first, count);
        }
        NAME(error)(it, first, count, samples);
        for (int l = last; l > 0; l--) {
            NAME(backward)(it, l, first, count);
        }
    }
    for (int l = last; l >= 0; l--) {
        NAME(learn)(it, l, samples);
    }
    NAME(adam)(it, 0, it->parameter_count, 0);
}

/* ---- one input, one hidden layer, one output */

#ifndef FUSED_SAMPLES
#define FUSED_SAMPLES 8
#define FUSED_UNITS 2
#endif

/* The outputs of some samples; none of the hidden units' values is kept. */
INLINE void NAME(predict_samples)(struct NAME(cohort) *it, int first, int count) {
    const struct NAME(layer) *hidden = &it->layers[0], *output = &it->layers[1];
    const vector *w1 = it->parameters + hidden->weights, *b1 = it->parameters + hidden->biases, *w2 = it->parameters + output->weights;
    vector x[FUSED_SAMPLES], sums[FUSED_SAMPLES];
    UNROLL for (int s = 0; s < count; s++) {
        x[s] = load(it->inputs + first + s);
        sums[s] = it->parameters[output->biases];
    }
    for (int u = 0; u < hidden->outputs; u++) {
        vector weight = load(w1 + u), bias = load(b1 + u), weight2 = load(w2 + u);
        UNROLL for (int s = 0; s < count; s++) {
            sums[s] = vector_fma(weight2, vector_max((vector){0}, vector_fma(weight, x[s], bias)), sums[s]);
        }
    }
    UNROLL for (int s = 0; s < count; s++) {
        it->values[1][first + s] = sums[s];
    }
}

/* The gradients of some units, whose values are computed again: that is cheaper than to store and load them. */
INLINE void NAME(learn_units)(struct NAME(cohort) *it, int first, int count, int samples) {
    const struct NAME(layer) *hidden = &it->layers[0], *output = &it->layers[1];
    vector w1[FUSED_UNITS], b1[FUSED_UNITS], w2[FUSED_UNITS], w1_sum[FUSED_UNITS], b1_sum[FUSED_UNITS], w2_sum[FUSED_UNITS];
    UNROLL for (int u = 0; u < count; u++) {
        w1[u] = load(it->parameters + hidden->weights + first + u);
        b1[u] = load(it->parameters + hidden->biases + first + u);
        w2[u] = load(it->parameters + output->weights + first + u);
        w1_sum[u] = b1_sum[u] = w2_sum[u] = (vector){0};
    }
    for (int s = 0; s < samples; s++) {
        vector x = load(it->inputs + s), delta2 = load(it->deltas[1] + s);
        UNROLL for (int u = 0; u < count; u++) {
            vector sum = vector_fma(w1[u], x, b1[u]);
            vector delta = vector_if_positive(sum, w2[u] * delta2);
            w2_sum[u] = vector_fma(delta2, vector_max((vector){0}, sum), w2_sum[u]);
            b1_sum[u] += delta;
            w1_sum[u] = vector_fma(delta, x, w1_sum[u]);
        }
    }
    UNROLL for (int u = 0; u < count; u++) {
        it->gradient[hidden->weights + first + u] = w1_sum[u];
        it->gradient[hidden->biases + first + u] = b1_sum[u];
        it->gradient[output->weights + first + u] = w2_sum[u];
    }
}

static void NAME(shallow_step)(struct NAME(cohort) *it, int samples) {
    const struct NAME(layer) *hidden = &it->layers[0], *output = &it->layers[1];
    int s = 0;
    for (; s + FUSED_SAMPLES <= samples; s += FUSED_SAMPLES) {
        NAME(predict_samples)(it, s, FUSED_SAMPLES);
    }
    for (; s < samples; s++) {
        NAME(predict_samples)(it, s, 1);
    }
    NAME(error)(it, 0, samples, samples);
    int u = 0;
    for (; u + FUSED_UNITS <= hidden->outputs; u += FUSED_UNITS) {
        NAME(learn_units)(it, u, FUSED_UNITS, samples);
    }
    for (; u < hidden->outputs; u++) {
        NAME(learn_units)(it, u, 1, samples);
    }
    vector sum = {0};
    for (s = 0; s < samples; s++) {
        sum += it->deltas[1][s];
    }
    it->gradient[output->biases] = sum;
    NAME(adam)(it, 0, it->weight_count, 1);
    NAME(adam)(it, it->weight_count, it->parameter_count, 0);
}

/* ---- the training */

static void NAME(step)(struct NAME(cohort) *it, const int *order, long step) {
    int first = (int)(step % STEPS_PER_EPOCH) * BATCH, samples = min(BATCH, POINTS - first);
    for (int s = 0; s < samples; s++) {
        it->inputs[s] = it->points[order[first + s]];
        it->targets[s] = it->point_targets[order[first + s]];
    }
    it->loss = it->zero_or_nan = (vector){0};
    it->settings = NAME(prepare)(it->recipe, step);
    if (it->recipe->layers == 2) {
        NAME(shallow_step)(it, samples);
    } else {
        NAME(deep_step)(it, samples);
    }
    vector zero_or_nan = it->zero_or_nan + it->loss / (number)samples * 0;
    for (int lane = 0; lane < LANES; lane++) {
        if (!(zero_or_nan[lane] == 0)) {
            fprintf(stderr, "a replica diverged: its steps are not those of training\n");
            exit(1);
        }
    }
}

static struct NAME(cohort) NAME(drawn)(const struct recipe *recipe) {
    struct NAME(cohort) it = {.recipe = recipe};
    for (int l = 0; l < recipe->layers; l++) {
        struct NAME(layer) *layer = &it.layers[l];
        *layer = (struct NAME(layer)){.inputs = recipe->widths[l], .outputs = recipe->widths[l + 1], .row = distance(recipe->widths[l])};
        layer->weights = it.weight_count;
        it.weight_count += layer->outputs * layer->row;
        it.values[l] = lines(sizeof(vector) * BATCH * (size_t)distance(layer->outputs));
        it.deltas[l] = lines(sizeof(vector) * BATCH * (size_t)distance(layer->outputs));
    }
    it.parameter_count = it.weight_count;
    for (int l = 0; l < recipe->layers; l++) {
        it.layers[l].biases = it.parameter_count;
        it.parameter_count += it.layers[l].outputs;
    }
    vector **of_parameters[] = {&it.parameters, &it.gradient, &it.mean, &it.variance};
    for (int i = 0; i < 4; i++) {
        *of_parameters[i] = lines(sizeof(vector) * (size_t)it.parameter_count);
    }
    it.points = lines(sizeof(vector) * POINTS);
    it.point_targets = lines(sizeof(vector) * POINTS);
    it.inputs = lines(sizeof(vector) * BATCH);
    it.targets = lines(sizeof(vector) * BATCH);
    for (int lane = 0; lane < LANES; lane++) {
        for (int i = 0; i < POINTS; i++) {
            double x = uniform(-1, 1);
            it.points[i][lane] = (number)x;
            it.point_targets[i][lane] = (number)(x * x);
        }
        for (int l = 0; l < recipe->layers; l++) {
            const struct NAME(layer) *layer = &it.layers[l];
            double bound = 1 / sqrt(layer->inputs);
            for (int o = 0; o < layer->outputs; o++) {
                for (int i = 0; i < layer->inputs; i++) {
                    it.parameters[layer->weights + o * layer->row + i][lane] = (number)uniform(-bound, bound);
                }
                it.parameters[layer->biases + o][lane] = (number)uniform(-bound, bound);
            }
        }
    }
    return it;
}

static void NAME(end)(struct NAME(cohort) *it) {
    for (int l = 0; l < it->recipe->layers; l++) {
        freed(it->values[l]);
        freed(it->deltas[l]);
    }
    vector *others[] = {it->parameters, it->gradient, it->mean, it->variance, it->points, it->point_targets, it->inputs, it->targets};
    for (int i = 0; i < 8; i++) {
        freed(others[i]);
    }
}

static void NAME(train)(const struct recipe *recipe, int epochs) {
    random_state = 1;
    struct NAME(cohort) it = NAME(drawn)(recipe);
    int order[POINTS];
    for (long step = 0; step < (long)epochs * STEPS_PER_EPOCH; step++) {
        if (step % STEPS_PER_EPOCH == 0) {
            shuffle(order);
        }
        NAME(step)(&it, order, step);
    }
    NAME(end)(&it);
}

/* ---- the same in plain C, for one lane */

static void NAME(plain_step)(struct NAME(cohort) *it, const int *order, long step, int lane, number *parameters, number *mean, number *variance) {
    const int layers = it->recipe->layers;
    number gradient[MOST_PARAMETERS] = {0}, values[MOST_LAYERS + 1][MOST_UNITS], deltas[MOST_LAYERS + 1][MOST_UNITS];
    int first = (int)(step % STEPS_PER_EPOCH) * BATCH, samples = min(BATCH, POINTS - first);
    number two_over_samples = (number)2 / (number)samples;
    for (int s = 0; s < samples; s++) {
        int point = order[first + s];
        values[0][0] = it->points[point][lane];
        for (int l = 0; l < layers; l++) {
            const struct NAME(layer) *layer = &it->layers[l];
            for (int o = 0; o < layer->outputs; o++) {
                number sum = parameters[layer->biases + o];
                for (int i = 0; i < layer->inputs; i++) {
                    sum = number_fma(parameters[layer->weights + o * layer->row + i], values[l][i], sum);
                }
                values[l + 1][o] = l == layers - 1 || sum > 0 ? sum : 0;
            }
        }
        deltas[layers][0] = (values[layers][0] - it->point_targets[point][lane]) * two_over_samples;
        for (int l = layers - 1; l >= 0; l--) {
            const struct NAME(layer) *layer = &it->layers[l];
            for (int i = 0; i < layer->inputs; i++) {
                number sum = 0;
                for (int o = 0; o < layer->outputs; o++) {
                    long weight = layer->weights + o * layer->row + i;
                    gradient[weight] = number_fma(deltas[l + 1][o], values[l][i], gradient[weight]);
                    sum = number_fma(parameters[weight], deltas[l + 1][o], sum);
                }
                deltas[l][i] = values[l][i] > 0 ? sum : 0;
            }
            for (int o = 0; o < layer->outputs; o++) {
                gradient[layer->biases + o] += deltas[l + 1][o];
            }
        }
    }
    struct NAME(settings) a = NAME(prepare)(it->recipe, step);
    for (long at = 0; at < it->parameter_count; at++) {
        number g = gradient[at], w = parameters[at];
        mean[at] = mean[at] * a.beta1[0] + g * a.rest1[0];
        variance[at] = variance[at] * a.beta2[0] + g * g * a.rest2[0];
        number direction = mean[at] * a.correction1[0] / (number_sqrt(variance[at]) * a.correction2[0] + a.epsilon[0]);
        if (at < it->weight_count && it->recipe->decay > 0) {
            direction += w * a.decay[0];
        }
        parameters[at] = w - a.rate[0] * direction;
    }
}

/* Whether the last lane's parameters are those of a lone replica after some epochs; the loss is the largest of the last step. */
static int NAME(check)(const struct recipe *recipe, double *loss) {
    random_state = 1;
    struct NAME(cohort) it = NAME(drawn)(recipe);
    int order[POINTS], lane = LANES - 1, same = 1;
    static number parameters[MOST_PARAMETERS], mean[MOST_PARAMETERS], variance[MOST_PARAMETERS];
    for (long at = 0; at < it.parameter_count; at++) {
        parameters[at] = it.parameters[at][lane];
        mean[at] = variance[at] = 0;
    }
    for (long step = 0; step < 10 * STEPS_PER_EPOCH; step++) {
        if (step % STEPS_PER_EPOCH == 0) {
            shuffle(order);
        }
        NAME(step)(&it, order, step);
        NAME(plain_step)(&it, order, step, lane, parameters, mean, variance);
    }
    for (long at = 0; at < it.parameter_count; at++) {
        number x = it.parameters[at][lane];
        same &= memcmp(&x, &parameters[at], sizeof x) == 0;
    }
    *loss = 0;
    for (int i = 0; i < LANES; i++) {
        *loss = fmax(*loss, it.loss[i] / (POINTS - (STEPS_PER_EPOCH - 1) * BATCH));
    }
    NAME(end)(&it);
    return same;
}

#undef LANES
#undef vector
#undef all
#undef load
#undef SIZE
#undef SIZES
#undef PASS
