"""GoogLeNet: inception modules 3a and 3b, in TOSA.

"Going deeper with convolutions" (Szegedy et al. 2015), table 1: four branches
of different cost that join in a concatenation, twice.
"""

from text import Function
from tosa import Tosa

# extent, channels in, and per module: 1x1, 3x3 reduce, 3x3, 5x5 reduce, 5x5,
# pool projection
SIZES = {"real": (28, 192, [(64, 96, 128, 16, 32, 32),
                            (128, 128, 192, 32, 96, 64)]),
         "small": (6, 4, [(2, 3, 4, 1, 2, 2), (3, 3, 4, 2, 3, 2)])}


def build(scale):
    extent, channels, modules = SIZES[scale]
    function = Function("inception", f"""\
GoogLeNet (Inception v1): modules 3a and 3b.
Architecture: Szegedy et al., "Going deeper with convolutions", CVPR 2015,
table 1.
Sizes: batch 1, {extent}x{extent}x{channels}, f32 inference.""")
    tosa = Tosa(function)
    value = function.argument("x", (1, extent, extent, channels))
    for name, module in zip("ab", modules):
        one, three_in, three, five_in, five, pool = module
        hint = f"i3{name}"
        first = tosa.conv_relu(f"{hint}_1x1", value, 1, one, 0)
        second = tosa.conv_relu(f"{hint}_3x3_reduce", value, 1, three_in, 0)
        second = tosa.conv_relu(f"{hint}_3x3", second, 3, three, 1)
        third = tosa.conv_relu(f"{hint}_5x5_reduce", value, 1, five_in, 0)
        third = tosa.conv_relu(f"{hint}_5x5", third, 5, five, 2)
        fourth = tosa.max_pool(f"{hint}_pool", value, 3, 1, 1)
        fourth = tosa.conv_relu(f"{hint}_pool_proj", fourth, 1, pool, 0)
        value = tosa.concat(f"{hint}_out", [first, second, third, fourth])
    return function.module([value])
