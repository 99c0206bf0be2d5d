"""NASNet-A: one normal cell, in generic StableHLO.

"Learning transferable architectures for scalable image recognition" (Zoph et
al. 2018), figure 4: five blocks over the two cell inputs, all concatenated.
"""

from backends import StableHLO
from randwire import batch_norm
from text import Function

# extent, channels of a block
SIZES = {"real": (42, 168), "small": (5, 2)}


def build(scale):
    extent, channels = SIZES[scale]
    function = Function("cell", f"""\
NASNet-A: normal cell.
Architecture: Zoph et al., "Learning transferable architectures for scalable
image recognition", CVPR 2018, NASNet-A (6 @ 4032), first stack.
Sizes: batch 1, {extent}x{extent}, {channels} filters, cell inputs \
{6 * channels}, f32 inference. Generic form: needs
--allow-unregistered-dialect.""")
    backend = StableHLO(function)
    shape = (1, extent, extent, 6 * channels)
    inputs = {"p": function.argument("previous", shape),
              "h": function.argument("current", shape)}

    def relu(hint, value):
        return backend.map(f"{hint}_relu",
                           lambda k, x: k.max(x, k.const(0.0)), [value])

    def convolve(hint, value, kernel, groups, filters):
        weight = function.argument(
            f"{hint}_w", (kernel, kernel, value.shape[-1] // groups, filters))
        return backend.conv(hint, value, weight, kernel // 2, groups)

    def separable(hint, value, kernel):
        for turn in "ab":
            name = f"{hint}{turn}"
            value = relu(name, value)
            value = convolve(f"{name}_deep", value, kernel, channels,
                             channels)
            value = convolve(f"{name}_wide", value, 1, 1, channels)
            value = batch_norm(function, backend, name, value)
        return value

    def average(hint, value):
        total = backend.window_sum(f"{hint}_sum", value, 3)
        return backend.map(hint, lambda k, x: k.mul(x, k.const(1.0 / 9)),
                           [total])
    state = {}
    for name, value in inputs.items():
        value = convolve(f"{name}_squeeze", relu(name, value), 1, 1, channels)
        state[name] = batch_norm(function, backend, name, value)
    h, p = state["h"], state["p"]
    pairs = [(lambda n: separable(n, h, 3), lambda n: h),
             (lambda n: separable(n, p, 3), lambda n: separable(n, h, 5)),
             (lambda n: average(n, h), lambda n: p),
             (lambda n: average(n, p), lambda n: average(n, p)),
             (lambda n: separable(n, p, 5), lambda n: separable(n, p, 3))]
    blocks = []
    for number, (left, right) in enumerate(pairs):
        blocks.append(backend.map(
            f"block{number}", lambda k, a, b: k.add(a, b),
            [left(f"b{number}l"), right(f"b{number}r")]))
    return function.module([backend.concat("out", [p] + blocks)])
