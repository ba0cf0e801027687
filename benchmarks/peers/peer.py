"""What the measurements of all peers share: the jobs, the clock, and the conversation with benchmarks/compare.

Jobs: 1000 points of y = x^2 in [-1, 1], batch 64, shuffled anew every epoch, the last, smaller batch kept: 16 steps an epoch.
  a  1-10-1 ReLU, fastai's Adam and one-cycle: fit_one_cycle(85, lr_max=.01), decoupled decay .01 on the weights alone
  b  1-64-64-1 ReLU, Adam 1e-3
  c  1-32-32-1 tanh, Adam 1e-3

A figure is the process's CPU time in microseconds per replica and step, of whole epochs, everything that a step needs counted.

Every script of a peer takes the same arguments:
  SCRIPT --list                       names what it can measure: job/precision/variant/replicas
  SCRIPT [--repetitions N] NAME...    measures, and prints a line of JSON for each
  SCRIPT --serve                      measures once whatever line of standard input names
"""
import argparse
import json
import math
import os
import statistics
import sys
import time

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"

POINTS, BATCH, EPOCHS = 1000, 64, 85
STEPS_PER_EPOCH = math.ceil(POINTS / BATCH)
PRECISIONS = ("float32", "float64")
LEAST_SECONDS = 0.3

JOBS = {
    "a": dict(widths=[1, 10, 1], activation="relu", onecycle=True),
    "b": dict(widths=[1, 64, 64, 1], activation="relu", onecycle=False),
    "c": dict(widths=[1, 32, 32, 1], activation="tanh", onecycle=False),
}


def cosine(start, end, t):
    return start + (1 + math.cos(math.pi * (1 - t))) * (end - start) / 2


def fastai_onecycle(step, total, lr_max=0.01, div=25.0, div_final=1e5, pct=0.25, moms=(0.95, 0.85, 0.95)):
    """Learning rate and momentum of a step, from 0."""
    p = step / total
    if p < pct:
        t = p / pct
        return cosine(lr_max / div, lr_max, t), cosine(moms[0], moms[1], t)
    t = (p - pct) / (1 - pct)
    return cosine(lr_max, lr_max / div_final, t), cosine(moms[1], moms[2], t)


class Measured:
    """Trains whole epochs; the first ones warm up."""

    def __init__(self, trainer, replicas, warm_up=3):
        self.trainer, self.replicas = trainer, replicas
        for _ in range(warm_up):
            trainer.epoch()
        self.seconds(1)
        self.epochs = max(1, min(200, math.ceil(LEAST_SECONDS / max(self.seconds(1), 1e-6))))

    def seconds(self, epochs):
        start = time.process_time()
        for _ in range(epochs):
            self.trainer.epoch()
        return time.process_time() - start

    def figure(self):
        return 1e6 * self.seconds(self.epochs) / self.epochs / STEPS_PER_EPOCH / self.replicas


def main(version, names, prepare):
    """version: of the peer; names: what can be measured; prepare(job, precision, variant, replicas): something with figure()."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("names", nargs="*")
    wanted = parser.parse_args()
    if wanted.list:
        print("\n".join(names))
        return

    def measured(name):
        job, precision, variant, replicas = name.split("/")
        return prepare(job, precision, variant, int(replicas))

    def answer(**line):
        print(json.dumps(line), flush=True)

    if not wanted.serve:
        for name in wanted.names or names:
            one = measured(name)
            figures = [one.figure() for _ in range(wanted.repetitions)]
            answer(job=name, unit="us/step/replica", median=statistics.median(figures), min=min(figures), max=max(figures),
                   repetitions=wanted.repetitions)
        return
    answer(version=version, jobs=names)
    ready = {}
    for line in sys.stdin:
        verb, _, name = line.strip().rpartition(" ")
        if verb == "forget":
            ready.pop(name, None)
            answer(job=name)
            continue
        if name not in ready:
            ready[name] = measured(name)
        answer(job=name, value=ready[name].figure())
