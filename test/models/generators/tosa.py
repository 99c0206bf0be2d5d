"""TOSA ops as MLIR 22 prints them: zero points and shapes are operands.

Used by the models that stand in TOSA form. Cost: linear in the text.
"""

from text import Value, tensor_type


class Tosa:
    def __init__(self, function):
        self.function = function
        self._zero = None
        self._shapes = {}

    def zero_point(self):
        if self._zero is None:
            self._zero = Value(self.function.unique("zp"), (1,))
            self.function.prologue.append(
                f'  {self._zero} = "tosa.const"() <{{values = dense<0.0> : '
                "tensor<1xf32>}> : () -> tensor<1xf32>")
        return self._zero

    def shape(self, extents):
        """A tosa.const_shape, once per function."""
        key = tuple(extents)
        if key not in self._shapes:
            name = self.function.unique("shape")
            listed = ", ".join(map(str, key))
            self.function.prologue.append(
                f"  {name} = tosa.const_shape {{values = dense<[{listed}]> : "
                f"tensor<{len(key)}xindex>}} : () -> !tosa.shape<{len(key)}>")
            self._shapes[key] = name
        return self._shapes[key], f"!tosa.shape<{len(key)}>"

    def conv(self, hint, value, weight, bias, pad):
        """Convolution at stride 1; value NHWC, weight OHWI."""
        out, kh, kw, _ = weight.shape
        n, h, w, _ = value.shape
        shape = (n, h + 2 * pad - kh + 1, w + 2 * pad - kw + 1, out)
        zero = self.zero_point()
        return self.function.result(
            hint, f"tosa.conv2d {value}, {weight}, {bias}, {zero}, {zero} "
            f"{{acc_type = f32, dilation = array<i64: 1, 1>, pad = "
            f"array<i64: {pad}, {pad}, {pad}, {pad}>, stride = "
            f"array<i64: 1, 1>}} : ({value.type}, {weight.type}, {bias.type}, "
            f"{zero.type}, {zero.type}) -> {tensor_type(shape)}", shape)

    def up_conv(self, hint, value, weight, bias):
        """The 2x2 transposed convolution at stride 2, which doubles."""
        n, h, w, _ = value.shape
        shape = (n, 2 * h, 2 * w, weight.shape[0])
        zero = self.zero_point()
        return self.function.result(
            hint, f"tosa.transpose_conv2d {value}, {weight}, {bias}, {zero}, "
            f"{zero} {{acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, "
            f"stride = array<i64: 2, 2>}} : ({value.type}, {weight.type}, "
            f"{bias.type}, {zero.type}, {zero.type}) -> {tensor_type(shape)}",
            shape)

    def relu(self, hint, value):
        return self.function.result(
            hint, f"tosa.clamp {value} {{max_val = 3.40282347E+38 : f32, "
            f"min_val = 0.0 : f32}} : ({value.type}) -> {value.type}",
            value.shape)

    def max_pool(self, hint, value, kernel, stride, pad):
        n, h, w, c = value.shape
        high = (h + 2 * pad - kernel) // stride + 1
        wide = (w + 2 * pad - kernel) // stride + 1
        shape = (n, high, wide, c)
        return self.function.result(
            hint, f"tosa.max_pool2d {value} {{kernel = array<i64: {kernel}, "
            f"{kernel}>, pad = array<i64: {pad}, {pad}, {pad}, {pad}>, stride "
            f"= array<i64: {stride}, {stride}>}} : ({value.type}) -> "
            f"{tensor_type(shape)}", shape)

    def crop(self, hint, value, extent):
        """The middle extent x extent of a NHWC image."""
        n, h, w, c = value.shape
        start = self.shape((0, (h - extent) // 2, (w - extent) // 2, 0))
        size = self.shape((n, extent, extent, c))
        shape = (n, extent, extent, c)
        return self.function.result(
            hint, f"tosa.slice {value}, {start[0]}, {size[0]} : "
            f"({value.type}, {start[1]}, {size[1]}) -> {tensor_type(shape)}",
            shape)

    def concat(self, hint, values):
        shape = values[0].shape[:-1] + (sum(v.shape[-1] for v in values),)
        return self.function.result(
            hint, f"tosa.concat {', '.join(map(str, values))} {{axis = "
            f"{len(shape) - 1} : i32}} : ({', '.join(v.type for v in values)})"
            f" -> {tensor_type(shape)}", shape)

    def conv_relu(self, hint, value, kernel, filters, pad):
        """Convolution with weights of its own as arguments, then ReLU."""
        weight = self.function.argument(
            f"{hint}_w", (filters, kernel, kernel, value.shape[-1]))
        bias = self.function.argument(f"{hint}_b", (filters,))
        value = self.conv(hint, value, weight, bias, pad)
        return self.relu(f"{hint}_relu", value)
