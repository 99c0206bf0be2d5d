"""DenseNet-121: the first dense block, in linalg with shared tensor.empty.

"Densely connected convolutional networks" (Huang et al. 2017): six layers of
BN-ReLU-conv1x1-BN-ReLU-conv3x3 with growth 32; each layer reads the
concatenation of all maps before it.
"""

from backends import Linalg
from randwire import batch_norm
from text import Function

# extent, channels in, growth, layers
SIZES = {"real": (56, 64, 32, 6), "small": (5, 4, 2, 6)}


def build(scale):
    extent, channels, growth, layers = SIZES[scale]
    function = Function("dense_block", f"""\
DenseNet-121: dense block 1, {layers} layers, growth {growth}.
Architecture: Huang et al., "Densely connected convolutional networks", CVPR
2017 (bottleneck layers, DenseNet-BC).
Sizes: batch 1, {extent}x{extent}x{channels}, f32 inference. Equal shapes \
share one tensor.empty.""")
    backend = Linalg(function, share_empties=True)
    maps = [function.argument("x", (1, extent, extent, channels))]
    for number in range(1, layers + 1):
        hint = f"l{number}"
        value = maps[0] if number == 1 else backend.concat(f"{hint}_in", maps)
        value = batch_norm(function, backend, f"{hint}_1", value, True)
        weight = function.argument(
            f"{hint}_w1", (1, 1, value.shape[-1], 4 * growth))
        value = backend.conv(f"{hint}_bottleneck", value, weight)
        value = batch_norm(function, backend, f"{hint}_2", value, True)
        weight = function.argument(f"{hint}_w2", (3, 3, 4 * growth, growth))
        maps.append(backend.conv(f"{hint}_out", value, weight, 1, 1))
    return function.module([backend.concat("block_out", maps)])
