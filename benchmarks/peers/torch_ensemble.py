"""PyTorch, many seeds at once: stacked weights, hand-written backward pass, one flat Adam, TorchScript.

  bmm           weights [R, in, out] and batched matrix products
  replica-last  the replica's index innermost: element-wise operations and outer sums alone, no matrix products
  …-sigmoid     tanh as 2·sigmoid(2x) − 1, which PyTorch 1.13 computes four times as fast as its tanh
  autograd      stacked weights with PyTorch's own derivatives and optimizer, for comparison
"""
import math
from typing import List

import peer  # before torch: it sets the number of threads
import torch
from torch import Tensor

torch.set_num_threads(1)


def views(flat: Tensor, R: int, widths: List[int]) -> List[Tensor]:
    """Weights and biases of each layer, [R, in, out] and [R, 1, out]."""
    out: List[Tensor] = []
    o = 0
    for l in range(len(widths) - 1):
        i, j = widths[l], widths[l + 1]
        out.append(flat[o:o + R * i * j].view(R, i, j))
        o += R * i * j
        out.append(flat[o:o + R * j].view(R, 1, j))
        o += R * j
    return out


def views_last(flat: Tensor, R: int, widths: List[int]) -> List[Tensor]:
    """Weights [in, out, R] of all layers, then biases [out, R] of all layers: one operation decays all weights."""
    out: List[Tensor] = []
    o = 0
    for l in range(len(widths) - 1):
        i, j = widths[l], widths[l + 1]
        out.append(flat[o:o + R * i * j].view(i, j, R))
        o += R * i * j
    for l in range(len(widths) - 1):
        j = widths[l + 1]
        out.append(flat[o:o + R * j].view(j, R))
        o += R * j
    return out


def activate(z: Tensor, act: int) -> Tensor:
    if act == 0:
        return z.relu_()
    if act == 1:
        return z.tanh_()
    return z.mul_(2.0).sigmoid_().mul_(2.0).sub_(1.0)


def slope(d: Tensor, h: Tensor, act: int) -> Tensor:
    if act == 0:
        return torch.ops.aten.threshold_backward(d, h, 0)
    return torch.ops.aten.tanh_backward(d, h)


def grads(p: List[Tensor], g: List[Tensor], x: Tensor, y: Tensor, act: int):
    L = len(p) // 2
    hs: List[Tensor] = [x]
    h = x
    for l in range(L):
        W = p[2 * l]
        b = p[2 * l + 1]
        z = torch.addcmul(b, h, W) if l == 0 else torch.baddbmm(b, h, W)   # one input: an outer product
        if l < L - 1:
            z = activate(z, act)
        hs.append(z)
        h = z
    d = (h - y) * (2.0 / x.size(1))
    for k in range(L):
        l = L - 1 - k
        hin = hs[l]
        torch.bmm(hin.transpose(1, 2), d, out=g[2 * l])
        torch.sum(d, [1], keepdim=True, out=g[2 * l + 1])
        if l > 0:
            Wt = p[2 * l].transpose(1, 2)
            dh = d * Wt if l == L - 1 else torch.bmm(d, Wt)
            d = slope(dh, hin, act)


def adam(P: Tensor, G: Tensor, m: Tensor, v: Tensor, t: int, lr: float, b1: float, b2: float, eps: float):
    m.mul_(b1).add_(G, alpha=1 - b1)
    v.mul_(b2).addcmul_(G, G, value=1 - b2)
    den = v.sqrt().mul_(1.0 / math.sqrt(1 - b2 ** t)).add_(eps)
    P.addcdiv_(m, den, value=-lr / (1 - b1 ** t))


def cosa(a: float, b: float, t: float) -> float:
    return a + (1 + math.cos(math.pi * (1 - t))) * (b - a) / 2


def onecycle(t: int, total: int) -> List[float]:
    q = float(t) / float(total)
    if q < 0.25:
        return [cosa(0.01 / 25, 0.01, q / 0.25), cosa(0.95, 0.85, q / 0.25)]
    u = (q - 0.25) / 0.75
    return [cosa(0.01, 0.01 / 1e5, u), cosa(0.85, 0.95, u)]


def epoch_bmm(P: Tensor, G: Tensor, m: Tensor, v: Tensor, widths: List[int], R: int, X: Tensor, Y: Tensor,
              t0: int, total: int, cycles: bool, act: int, bs: int):
    """One epoch, every replica in an order of its own; t0 steps were made before."""
    p = views(P, R, widths)
    g = views(G, R, widths)
    N = X.size(0)
    perm = torch.rand([R, N], dtype=torch.float32).argsort(1)
    Xs = X[perm].unsqueeze(2)
    Ys = Y[perm].unsqueeze(2)
    t = t0
    s = 0
    while s < N:
        e = min(s + bs, N)
        grads(p, g, Xs[:, s:e], Ys[:, s:e], act)
        if cycles:
            rate = onecycle(t % total, total)
            for l in range(len(p) // 2):
                p[2 * l].mul_(1 - rate[0] * 0.01)
            adam(P, G, m, v, t + 1, rate[0], rate[1], 0.99, 1e-5)
        else:
            adam(P, G, m, v, t + 1, 1e-3, 0.9, 0.999, 1e-8)
        t += 1
        s = e


def epoch_last(P: Tensor, G: Tensor, m: Tensor, v: Tensor, widths: List[int], R: int, X: Tensor, Y: Tensor,
               t0: int, total: int, cycles: bool, act: int, bs: int):
    """The same with the replica's index innermost; units are [H, B, R]."""
    p = views_last(P, R, widths)
    g = views_last(G, R, widths)
    L = len(widths) - 1
    all_weights = 0
    for l in range(L):
        all_weights += widths[l] * widths[l + 1] * R
    Wall = P[:all_weights]
    N = X.size(0)
    perm = torch.rand([N, R], dtype=torch.float32).argsort(0)
    Xs = X[perm]
    Ys = Y[perm]
    hs0: List[Tensor] = []
    tmps0: List[Tensor] = []
    for l in range(L - 1):
        hs0.append(torch.empty([widths[l + 1], bs, R], dtype=P.dtype))
        tmps0.append(torch.empty([widths[l + 1], bs, R], dtype=P.dtype))
    t = t0
    s = 0
    while s < N:
        e = min(s + bs, N)
        x = Xs[s:e]
        y = Ys[s:e]
        hs: List[Tensor] = []
        tmps: List[Tensor] = []
        for l in range(L - 1):
            h = hs0[l][:, :e - s]
            tmps.append(tmps0[l][:, :e - s])
            b = p[L + l].unsqueeze(1)
            W = p[l]
            if l == 0:
                torch.addcmul(b, x, W[0].unsqueeze(1), out=h)
            else:
                below = hs[l - 1]
                torch.addcmul(b, below[0], W[0].unsqueeze(1), out=h)
                for i in range(1, below.size(0)):
                    h.addcmul_(below[i], W[i].unsqueeze(1))
            hs.append(activate(h, act))
        top = L - 1
        W2 = p[top]                                                     # [H, 1, R]
        tmp = tmps[top - 1]
        torch.mul(hs[top - 1], W2, out=tmp)
        d = (tmp.sum(0) + p[L + top] - y).mul_(2.0 / (e - s))           # [B, R]
        torch.sum(d, [0], keepdim=True, out=g[L + top])
        torch.mul(hs[top - 1], d, out=tmp)
        torch.sum(tmp, [1], keepdim=True, out=g[top])
        torch.mul(W2, d, out=tmp)
        dz = tmp
        for k in range(top):
            l = top - 1 - k
            h = hs[l]
            dz = slope(dz, h, act)
            torch.sum(dz, [1], out=g[L + l])
            tmp = tmps[l]
            if l == 0:
                torch.mul(dz, x, out=tmp)
                torch.sum(tmp, [1], out=g[0][0])
            else:
                below = hs[l - 1]
                W = p[l]
                dbelow = tmps[l - 1]
                for i in range(below.size(0)):
                    torch.mul(dz, below[i], out=tmp)
                    torch.sum(tmp, [1], out=g[l][i])
                    torch.mul(dz, W[i].unsqueeze(1), out=tmp)
                    torch.sum(tmp, [0], out=dbelow[i])
                dz = dbelow
        if cycles:
            rate = onecycle(t % total, total)
            Wall.mul_(1 - rate[0] * 0.01)
            adam(P, G, m, v, t + 1, rate[0], rate[1], 0.99, 1e-5)
        else:
            adam(P, G, m, v, t + 1, 1e-3, 0.9, 0.999, 1e-8)
        t += 1
        s = e


class Manual:
    def __init__(self, job, precision, variant, R):
        torch.set_default_dtype(getattr(torch, precision))
        torch.manual_seed(0)
        self.job, self.R, self.t = job, R, 0
        self.last = variant.startswith("replica-last")
        self.act = 0 if job["activation"] == "relu" else 2 if variant.endswith("-sigmoid") else 1
        self.total = peer.EPOCHS * peer.STEPS_PER_EPOCH
        self.X = torch.rand(peer.POINTS) * 2 - 1
        self.Y = self.X * self.X
        drawn = []
        for i, j in zip(job["widths"][:-1], job["widths"][1:]):
            k = 1 / math.sqrt(i)
            drawn += [torch.empty(R, i, j).uniform_(-k, k), torch.empty(R, 1, j).uniform_(-k, k)]
        if self.last:
            drawn = ([w.permute(1, 2, 0).contiguous() for w in drawn[0::2]]
                     + [b.view(R, -1).t().contiguous() for b in drawn[1::2]])
        self.P = torch.cat([block.reshape(-1) for block in drawn])
        self.G, self.m, self.v = (torch.zeros_like(self.P) for _ in range(3))
        self.script = torch.jit.script(epoch_last if self.last else epoch_bmm)

    def epoch(self):
        with torch.no_grad():
            self.script(self.P, self.G, self.m, self.v, self.job["widths"], self.R, self.X, self.Y, self.t, self.total,
                        self.job["onecycle"], self.act, peer.BATCH)
        self.t += peer.STEPS_PER_EPOCH

    def loss(self):
        """The median of the replicas' mean squared errors: what shows that they learn."""
        if self.last:
            p = views_last(self.P, self.R, self.job["widths"])
            L = len(p) // 2
            p = [q for l in range(L) for q in (p[l].permute(2, 0, 1), p[L + l].t().unsqueeze(1))]
        else:
            p = views(self.P, self.R, self.job["widths"])
        h = self.X.view(1, -1, 1).expand(self.R, -1, 1)
        for l in range(len(p) // 2):
            h = torch.baddbmm(p[2 * l + 1], h, p[2 * l])
            if l < len(p) // 2 - 1:
                h = h.tanh() if self.act else h.relu()
        return (h.squeeze(2) - self.Y).square().mean(1).median().item()


class Autograd:
    def __init__(self, job, precision, R):
        torch.set_default_dtype(getattr(torch, precision))
        torch.manual_seed(0)
        self.job, self.R, self.t = job, R, 0
        self.total = peer.EPOCHS * peer.STEPS_PER_EPOCH
        self.X = torch.rand(peer.POINTS) * 2 - 1
        self.Y = self.X * self.X
        self.p = []
        for i, j in zip(job["widths"][:-1], job["widths"][1:]):
            k = 1 / math.sqrt(i)
            self.p += [torch.empty(R, i, j).uniform_(-k, k).requires_grad_(), torch.empty(R, 1, j).uniform_(-k, k).requires_grad_()]
        if job["onecycle"]:
            self.optimizer = torch.optim.AdamW([dict(params=self.p[0::2], weight_decay=.01), dict(params=self.p[1::2], weight_decay=0.)],
                                               lr=.01, betas=(.95, .99), eps=1e-5)
        else:
            self.optimizer = torch.optim.Adam(self.p, lr=1e-3)

    def epoch(self):
        perm = torch.rand(self.R, peer.POINTS, dtype=torch.float32).argsort(1)
        Xs, Ys = self.X[perm].unsqueeze(2), self.Y[perm].unsqueeze(2)
        L = len(self.p) // 2
        for s in range(0, peer.POINTS, peer.BATCH):
            h = Xs[:, s:s + peer.BATCH]
            for l in range(L):
                W, b = self.p[2 * l], self.p[2 * l + 1]
                h = torch.addcmul(b, h, W) if l == 0 else torch.baddbmm(b, h, W)
                if l < L - 1:
                    h = h.tanh() if self.job["activation"] == "tanh" else h.relu()
            loss = (h - Ys[:, s:s + peer.BATCH]).square().mean(1).sum()
            for p in self.p:
                p.grad = None
            loss.backward()
            if self.job["onecycle"]:
                lr, mom = peer.fastai_onecycle(self.t % self.total, self.total)
                for group in self.optimizer.param_groups:
                    group["lr"] = lr
                    group["betas"] = (mom, .99)
            self.optimizer.step()
            self.t += 1


def replicas(job, variant):
    if variant == "autograd":
        return (64, 256) if job == "a" else (64,)
    few = (1,) if variant.startswith("bmm") else ()
    # with two hidden layers more replicas gain nothing: they no longer fit the caches
    return few + ((16, 64, 256, 1024) if job == "a" else (16, 64) if variant.startswith("replica-last") else (16, 64, 256))


def names():
    variants = {job: ["bmm", "replica-last", "autograd"] for job in peer.JOBS}
    for job, what in peer.JOBS.items():
        if what["activation"] == "tanh":
            variants[job] += ["bmm-sigmoid", "replica-last-sigmoid"]
    return [f"{job}/{precision}/{variant}/{count}"
            for job in peer.JOBS for precision in peer.PRECISIONS for variant in variants[job] for count in replicas(job, variant)]


def prepare(job, precision, variant, replicas):
    job = peer.JOBS[job]
    trainer = Autograd(job, precision, replicas) if variant == "autograd" else Manual(job, precision, variant, replicas)
    return peer.Measured(trainer, replicas)


if __name__ == "__main__":
    peer.main("PyTorch " + torch.__version__, names(), prepare)
