"""scikit-learn's MLPRegressor, one seed. Job a without one-cycle: its Adam has no schedule, so it does a little less."""
import time
import warnings

import peer  # first: it sets the number of threads
import numpy
import sklearn
from sklearn.neural_network import MLPRegressor

warnings.filterwarnings("ignore")


class Fit:
    def __init__(self, job, precision):
        self.job, self.seed = job, 0
        random = numpy.random.RandomState(0)
        self.x = random.uniform(-1, 1, (peer.POINTS, 1)).astype(precision)
        self.y = (self.x ** 2).ravel()
        self.epochs = 20
        self.figure()

    def figure(self):
        self.seed += 1
        settings = dict(hidden_layer_sizes=tuple(self.job["widths"][1:-1]), activation=self.job["activation"], solver="adam",
                        batch_size=peer.BATCH, max_iter=self.epochs, n_iter_no_change=10 ** 6, tol=0, random_state=self.seed,
                        shuffle=True, alpha=0., learning_rate_init=1e-3)
        if self.job["onecycle"]:
            settings.update(learning_rate_init=.01, beta_1=.9, beta_2=.99, epsilon=1e-5)
        start = time.process_time()
        fitted = MLPRegressor(**settings).fit(self.x, self.y)
        seconds = time.process_time() - start
        assert fitted.n_iter_ == self.epochs
        per_step = seconds / self.epochs / peer.STEPS_PER_EPOCH
        self.epochs = max(20, min(200, int(peer.LEAST_SECONDS / per_step / peer.STEPS_PER_EPOCH)))
        return 1e6 * per_step


def names():
    return [f"{job}/{precision}/MLPRegressor/1" for job in peer.JOBS for precision in peer.PRECISIONS]


def prepare(job, precision, variant, replicas):
    return Fit(peer.JOBS[job], precision)


if __name__ == "__main__":
    peer.main(f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}", names(), prepare)
