"""PyTorch, one seed: the variants of the usual loop, and TorchScript's trace of the network."""
import peer  # first: it sets the number of threads
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)


def network(job):
    widths, activation = job["widths"], nn.Tanh if job["activation"] == "tanh" else nn.ReLU
    layers = []
    for i in range(len(widths) - 1):
        layers.append(nn.Linear(widths[i], widths[i + 1]))
        if i < len(widths) - 2:
            layers.append(activation())
    return nn.Sequential(*layers)


class FastaiAdam:
    """A transcription of the steps of fastai's Adam."""

    def __init__(self, net, sqr_mom=.99, eps=1e-5, wd=.01):
        self.ps = [(p, n.endswith("weight")) for n, p in net.named_parameters()]
        self.g = [torch.zeros_like(p) for p, _ in self.ps]
        self.s = [torch.zeros_like(p) for p, _ in self.ps]
        self.sm, self.eps, self.wd, self.t = sqr_mom, eps, wd, 0

    @torch.no_grad()
    def step(self, lr, mom):
        self.t += 1
        d1, d2 = 1 - mom ** self.t, 1 - self.sm ** self.t
        for (p, decays), g, s in zip(self.ps, self.g, self.s):
            if decays:
                p.mul_(1 - lr * self.wd)
            g.mul_(mom).add_(p.grad, alpha=1 - mom)
            s.mul_(self.sm).addcmul_(p.grad, p.grad, value=1 - self.sm)
            p.addcdiv_(g, (s / d2).sqrt() + self.eps, value=-lr / d1)


class Single:
    def __init__(self, job, precision, variant):
        torch.set_default_dtype(getattr(torch, precision))
        torch.manual_seed(0)
        self.job, self.fastai, self.step = job, variant == "fastai", 0
        self.total = peer.EPOCHS * peer.STEPS_PER_EPOCH
        self.x = torch.rand(peer.POINTS, 1) * 2 - 1
        self.y = self.x * self.x
        self.net = network(job)
        self.parameters = list(self.net.parameters())
        foreach = variant == "foreach"
        if self.fastai:
            self.optimizer = FastaiAdam(self.net)
        elif job["onecycle"]:
            weights = [p for n, p in self.net.named_parameters() if n.endswith("weight")]
            biases = [p for n, p in self.net.named_parameters() if n.endswith("bias")]
            self.optimizer = torch.optim.AdamW([dict(params=weights, weight_decay=.01), dict(params=biases, weight_decay=0.)],
                                               lr=.01, betas=(.95, .99), eps=1e-5, foreach=foreach)
        else:
            self.optimizer = torch.optim.Adam(self.parameters, lr=1e-3, foreach=foreach)
        self.model = torch.jit.trace(self.net, self.x[:peer.BATCH]) if variant == "trace" else self.net
        self.loader = None
        if variant == "dataloader":
            from torch.utils.data import DataLoader, TensorDataset
            self.loader = DataLoader(TensorDataset(self.x, self.y), batch_size=peer.BATCH, shuffle=True)

    def batches(self):
        if self.loader is not None:
            return self.loader
        order = torch.randperm(peer.POINTS)
        return zip(self.x[order].split(peer.BATCH), self.y[order].split(peer.BATCH))

    def epoch(self):
        for x, y in self.batches():
            loss = F.mse_loss(self.model(x), y)
            for p in self.parameters:
                p.grad = None
            loss.backward()
            if self.job["onecycle"]:
                lr, mom = peer.fastai_onecycle(self.step % self.total, self.total)
                if self.fastai:
                    self.optimizer.step(lr, mom)
                else:
                    for group in self.optimizer.param_groups:
                        group["lr"] = lr
                        group["betas"] = (mom, .99)
                    self.optimizer.step()
            else:
                self.optimizer.step()
            self.step += 1


def names():
    return [f"{job}/{precision}/{variant}/1"
            for job in peer.JOBS for precision in peer.PRECISIONS
            for variant in ("plain", "foreach", "fastai", "trace", "dataloader")
            if variant != "fastai" or peer.JOBS[job]["onecycle"]]


def prepare(job, precision, variant, replicas):
    return peer.Measured(Single(peer.JOBS[job], precision, variant), replicas)


if __name__ == "__main__":
    peer.main("PyTorch " + torch.__version__, names(), prepare)
