"""U-Net, whole, in TOSA.

"U-Net: Convolutional networks for biomedical image segmentation" (Ronneberger
et al. 2015): valid convolutions, skip connections cropped and concatenated.
The encoder's maps stay alive until the decoder reads them.
"""

from text import Function
from tosa import Tosa

# input extent, channels of the first level, levels below it, classes
SIZES = {"real": (572, 64, 4, 2), "small": (44, 2, 2, 2)}


def build(scale):
    extent, channels, depth, classes = SIZES[scale]
    function = Function("unet", f"""\
U-Net, the whole network.
Architecture: Ronneberger et al., "U-Net: Convolutional networks for \
biomedical
image segmentation", MICCAI 2015, figure 1 (valid convolutions, crops).
Sizes: batch 1, {extent}x{extent}x1, {channels} channels at the top, {depth} \
levels down, {classes} classes, f32 inference.""")
    tosa = Tosa(function)
    value = function.argument("x", (1, extent, extent, 1))

    def pair(hint, value, filters):
        value = tosa.conv_relu(f"{hint}_1", value, 3, filters, 0)
        return tosa.conv_relu(f"{hint}_2", value, 3, filters, 0)
    skips = []
    for level in range(depth):
        skips.append(pair(f"down{level}", value, channels << level))
        value = tosa.max_pool(f"pool{level}", skips[-1], 2, 2, 0)
    value = pair("bottom", value, channels << depth)
    for level in reversed(range(depth)):
        filters = channels << level
        weight = function.argument(f"up{level}_w", (filters, 2, 2,
                                                    value.shape[-1]))
        bias = function.argument(f"up{level}_b", (filters,))
        value = tosa.up_conv(f"up{level}", value, weight, bias)
        skip = tosa.crop(f"crop{level}", skips[level], value.shape[1])
        value = tosa.concat(f"joined{level}", [skip, value])
        value = pair(f"decode{level}", value, filters)
    weight = function.argument("head_w", (classes, 1, 1, value.shape[-1]))
    bias = function.argument("head_b", (classes,))
    return function.module([tosa.conv("head", value, weight, bias, 0)])
