"""RandWire: one stage of a randomly wired network, in linalg.

Watts-Strogatz graph WS(4, 0.75) with 32 nodes, from "Exploring randomly wired
neural networks for image recognition" (Xie et al. 2019); a node sums its
inputs with learned weights, then ReLU, separable 3x3 convolution, batch norm.
"""

import random

from backends import Linalg
from text import Function

# input extent, channels in, channels, nodes
SIZES = {"real": (56, 39, 78, 32), "small": (6, 2, 3, 32)}
NEIGHBOURS, REWIRE, SEED = 4, 0.75, 2019


def watts_strogatz(nodes):
    """Directed edges (lower to higher node) of the rewired ring."""
    source = random.Random(SEED)
    edges = {(min(i, (i + j) % nodes), max(i, (i + j) % nodes))
             for j in range(1, NEIGHBOURS // 2 + 1) for i in range(nodes)}
    for j in range(1, NEIGHBOURS // 2 + 1):
        for i in range(nodes):
            old = (min(i, (i + j) % nodes), max(i, (i + j) % nodes))
            if source.random() >= REWIRE:
                continue
            other = int(source.random() * nodes)
            new = (min(i, other), max(i, other))
            while other == i or new in edges:
                other = int(source.random() * nodes)
                new = (min(i, other), max(i, other))
            edges.remove(old)
            edges.add(new)
    return sorted(edges)


def build(scale):
    extent, channels_in, channels, nodes = SIZES[scale]
    function = Function("stage", f"""\
RandWire stage: WS(4, 0.75), {nodes} nodes, {channels} channels.
Architecture: Xie et al., "Exploring randomly wired neural networks for image
recognition", ICCV 2019, stage conv3 of the small regime (C = 78).
Sizes: batch 1, input {extent}x{extent}x{channels_in}, stride 2, f32 \
inference.""")
    backend = Linalg(function)
    x = function.argument("x", (1, extent, extent, channels_in))
    edges = watts_strogatz(nodes)
    sources = {n: [a for a, b in edges if b == n] for n in range(nodes)}
    done = {}
    for node in range(nodes):
        inputs = [done[s] for s in sources[node]]
        stride = 1 if inputs else 2
        inputs = inputs or [x]
        if len(inputs) > 1:
            weights = [function.argument(f"edge{s}_{node}", ())
                       for s in sources[node]]

            def gather(k, *scalars, count=len(inputs)):
                total = None
                for value, weight in zip(scalars[:count], scalars[count:]):
                    gate = k.div(k.const(1.0), k.add(
                        k.const(1.0), k.exp(k.neg(weight))))
                    part = k.mul(value, gate)
                    total = part if total is None else k.add(total, part)
                return total
            value = backend.map(f"n{node}_sum", gather,
                                inputs + [(w, []) for w in weights])
        else:
            value = inputs[0]
        value = backend.map(f"n{node}_relu",
                            lambda k, a: k.max(a, k.const(0.0)), [value])
        deep = function.argument(f"n{node}_dw", (3, 3, value.shape[-1]))
        wide = function.argument(f"n{node}_pw", (1, 1, value.shape[-1],
                                                 channels))
        value = backend.depthwise(f"n{node}_deep", value, deep, stride, 1)
        value = backend.conv(f"n{node}_conv", value, wide)
        done[node] = batch_norm(function, backend, f"n{node}", value)
    ends = [done[n] for n in range(nodes) if all(a != n for a, _ in edges)]
    count = len(ends)

    def mean(k, *scalars):
        total = scalars[0]
        for scalar in scalars[1:]:
            total = k.add(total, scalar)
        return k.mul(total, k.const(1.0 / count))
    return function.module([backend.map("out", mean, ends)])


def batch_norm(function, backend, hint, value, activation=False):
    """Inference batch norm, folded to a gain and a shift per channel."""
    channels, last = value.shape[-1], value.rank - 1
    gain = function.argument(f"{hint}_gain", (channels,))
    shift = function.argument(f"{hint}_shift", (channels,))

    def kernel(k, x, g, s):
        y = k.add(k.mul(x, g), s)
        return k.max(y, k.const(0.0)) if activation else y
    return backend.map(f"{hint}_bn", kernel,
                       [value, (gain, [last]), (shift, [last])])
