"""DARTS_V2: two normal cells of the searched CIFAR-10 network, in linalg.

The second-order genotype of "DARTS: Differentiable architecture search" (Liu
et al. 2019): separable and dilated convolutions, two inputs per node, the
four node outputs concatenated. The second cell reads both predecessors.
"""

from backends import Linalg
from randwire import batch_norm
from text import Function

# extent, channels of a node
SIZES = {"real": (32, 36), "small": (6, 2)}
NORMAL = [[("sep", 0), ("sep", 1)], [("sep", 0), ("sep", 1)],
          [("sep", 1), ("skip", 0)], [("skip", 0), ("dil", 2)]]


def build(scale):
    extent, channels = SIZES[scale]
    function = Function("cells", f"""\
DARTS_V2: two normal cells.
Architecture: Liu et al., "DARTS: Differentiable architecture search", ICLR
2019, genotype DARTS_V2, first stage of the CIFAR-10 network (C = 36).
Sizes: batch 1, {extent}x{extent}, {channels} channels per node, cell inputs \
{4 * channels}, f32 inference.""")
    backend = Linalg(function)
    shape = (1, extent, extent, 4 * channels)
    previous = function.argument("s0", shape)
    current = function.argument("s1", shape)
    for number in range(2):
        previous, current = current, cell(
            function, backend, f"c{number}", previous, current, channels)
    return function.module([current])


def cell(function, backend, hint, first, second, channels):
    states = [relu_conv_bn(function, backend, f"{hint}_pre{i}", s, channels)
              for i, s in enumerate((first, second))]
    for number, pair in enumerate(NORMAL):
        parts = []
        for side, (kind, source) in enumerate(pair):
            name = f"{hint}_n{number}{'ab'[side]}"
            value = states[source]
            if kind == "sep":
                value = separable(function, backend, f"{name}_1", value, 1)
                value = separable(function, backend, f"{name}_2", value, 1)
            elif kind == "dil":
                value = separable(function, backend, name, value, 2)
            parts.append(value)
        states.append(backend.map(f"{hint}_n{number}",
                                  lambda k, a, b: k.add(a, b), parts))
    return backend.concat(f"{hint}_out", states[2:])


def relu(backend, hint, value):
    return backend.map(f"{hint}_relu", lambda k, x: k.max(x, k.const(0.0)),
                       [value])


def relu_conv_bn(function, backend, hint, value, channels):
    weight = function.argument(f"{hint}_w", (1, 1, value.shape[-1], channels))
    value = backend.conv(f"{hint}_conv", relu(backend, hint, value), weight)
    return batch_norm(function, backend, hint, value)


def separable(function, backend, hint, value, dilation):
    """ReLU, depthwise 3x3, pointwise 1x1, batch norm."""
    channels = value.shape[-1]
    deep = function.argument(f"{hint}_dw", (3, 3, channels))
    wide = function.argument(f"{hint}_pw", (1, 1, channels, channels))
    value = relu(backend, hint, value)
    value = backend.depthwise(f"{hint}_deep", value, deep, 1, dilation,
                              dilation)
    value = backend.conv(f"{hint}_conv", value, wide)
    return batch_norm(function, backend, hint, value)
