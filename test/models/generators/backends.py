"""Two backends for one model: linalg on tensors, and StableHLO generic form.

A model that is written against these (`map`, `einsum`, `reduce`, `transpose`,
`reshape`, convolutions, `concat`) is printed in either form. The kernel of a
`map` is a Python function over a scalar calculator: linalg makes one
linalg.generic of it, StableHLO one op per step with explicit broadcasts, as
JAX prints it. Cost: linear in the text.
"""

from text import float_literal, tensor_type, Value

ARITH = {"add": "arith.addf", "sub": "arith.subf", "mul": "arith.mulf",
         "div": "arith.divf", "max": "arith.maximumf", "exp": "math.exp",
         "log": "math.log", "tanh": "math.tanh", "sqrt": "math.sqrt",
         "rsqrt": "math.rsqrt", "neg": "arith.negf"}
STABLEHLO = {"add": "add", "sub": "subtract", "mul": "multiply",
             "div": "divide", "max": "maximum", "exp": "exponential",
             "log": "log", "tanh": "tanh", "sqrt": "sqrt",
             "rsqrt": "rsqrt", "neg": "negate"}
IDENTITY = {"add": 0.0, "max": -3.4028234663852886e38}
REDUCE_NAME = {"add": "arith.addf", "max": "arith.maximumf"}


class ScalarCalculator:
    """Prints the body of a linalg.generic; values are SSA names of scalars."""

    def __init__(self, function):
        self.function = function
        self.count = 0
        self.body = []

    def _emit(self, text):
        name = f"%t{self.count}"
        self.count += 1
        self.body.append(f"{name} = {text}")
        return name

    def const(self, number):
        return self.function.constant(number)

    def positive(self, value):
        """1 where the value is above zero, else 0 (the slope of ReLU)."""
        zero, one = self.const(0.0), self.const(1.0)
        test = self._emit(f"arith.cmpf ogt, {value}, {zero} : f32")
        return self._emit(f"arith.select {test}, {one}, {zero} : f32")

    def __getattr__(self, op):
        return lambda *args: self._emit(f"{ARITH[op]} {', '.join(args)} : f32")


class TensorCalculator:
    """Prints whole-tensor StableHLO ops; values are Values of one shape."""

    def __init__(self, backend, shape, hint):
        self.backend = backend
        self.shape = shape
        self.hint = hint

    def const(self, number):
        scalar = self.backend.scalar(number)
        return self.backend.broadcast(scalar, (), self.shape)

    def positive(self, value):
        function, zero = self.backend.function, self.const(0.0)
        direction = "#stablehlo<comparison_direction GT>"
        kind = "#stablehlo<comparison_type FLOAT>"
        test = function.result(
            f"{self.hint}_test",
            f'"stablehlo.compare"({value}, {zero}) <{{compare_type = {kind}, '
            f"comparison_direction = {direction}}}> : ({value.type}, "
            f"{zero.type}) -> {tensor_type(self.shape, 'i1')}",
            self.shape, "i1")
        return function.result(
            f"{self.hint}_slope",
            f'"stablehlo.convert"({test}) : ({test.type}) -> {value.type}',
            self.shape)

    def __getattr__(self, op):
        def emit(*args):
            operands = ", ".join(a.name for a in args)
            operand_types = ", ".join(a.type for a in args)
            return self.backend.function.result(
                self.hint, f'"stablehlo.{STABLEHLO[op]}"({operands}) : '
                f"({operand_types}) -> {tensor_type(self.shape)}", self.shape)
        return emit


def parse_einsum(spec):
    inputs, out = spec.split("->")
    left, right = inputs.split(",")
    return left, right, out


class Linalg:
    """linalg on tensors. With `share_empties`, equal shapes share one
    tensor.empty at the top of the function, as --cse leaves it."""

    def __init__(self, function, share_empties=False):
        self.function = function
        self.share_empties = share_empties
        self._empties = {}

    def empty(self, shape):
        function = self.function
        text = f"tensor.empty() : {tensor_type(shape)}"
        if not self.share_empties:
            return function.result("init", text, shape)
        if shape not in self._empties:
            value = Value(function.unique("init"), shape)
            function.prologue.append(f"  {value} = {text}")
            self._empties[shape] = value
        return self._empties[shape]

    def fill(self, number, shape):
        constant, init = self.function.constant(number), self.empty(shape)
        return self.function.result(
            "zero" if number == 0 else "fill",
            f"linalg.fill ins({constant} : f32) outs({init} : {init.type}) "
            f"-> {init.type}", shape)

    def map(self, hint, kernel, inputs, shape=None, into=None):
        """Elementwise op. An input is a value of the result's shape, or a
        pair (value, dims): dimension i of the value is dims[i] of the
        result. With `into`, that value is the destination, updated in place,
        and its old element is the kernel's last argument."""
        inputs = [i if isinstance(i, tuple) else (i, range(i.rank))
                  for i in inputs]
        shape = tuple(shape or inputs[0][0].shape)
        calculator = ScalarCalculator(self.function)
        scalars = [f"%x{i}" for i in range(len(inputs))]
        answer = kernel(calculator, *scalars, *(["%out"] if into else []))
        maps = [self.function.map(len(shape), [f"d{d}" for d in dims])
                for _, dims in inputs]
        maps.append(self.function.map(
            len(shape), [f"d{d}" for d in range(len(shape))]))
        return self._generic(hint, maps, ["parallel"] * len(shape),
                             [v for v, _ in inputs],
                             into or self.empty(shape),
                             calculator.body, scalars, answer)

    def _generic(self, hint, maps, iterators, inputs, init, body, scalars,
                 answer):
        function = self.function
        kinds = ", ".join(f'"{i}"' for i in iterators)
        value = function.result(
            hint,
            f"linalg.generic {{indexing_maps = [{', '.join(maps)}], "
            f"iterator_types = [{kinds}]}} "
            f"ins({', '.join(v.name for v in inputs)} : "
            f"{', '.join(v.type for v in inputs)}) "
            f"outs({init} : {init.type}) {{", init.shape)
        block = ", ".join(f"{s}: f32" for s in scalars + ["%out"])
        function.line(f"^bb0({block}):")
        for line in body:
            function.line("  " + line)
        function.line(f"  linalg.yield {answer} : f32")
        function.line(f"}} -> {init.type}")
        return value

    def einsum(self, hint, spec, left, right):
        a, b, out = parse_einsum(spec)
        size = dict(zip(a, left.shape))
        size.update(zip(b, right.shape))
        shape = tuple(size[c] for c in out)
        init = self.fill(0.0, shape)
        operands = (f"ins({left}, {right} : {left.type}, {right.type}) "
                    f"outs({init} : {init.type}) -> {init.type}")
        if len(a) == len(b) == len(out) == 2 and (
                a[0], a[1], b[1]) == (out[0], b[0], out[1]):
            return self.function.result(hint, f"linalg.matmul {operands}",
                                        shape)
        letters = out + "".join(sorted((set(a) | set(b)) - set(out)))
        maps = [self.function.map(len(letters),
                                  [f"d{letters.index(c)}" for c in s])
                for s in (a, b, out)]
        return self.function.result(
            hint, f"linalg.contract indexing_maps = [{', '.join(maps)}] "
            f"{operands}", shape)

    def reduce(self, hint, kind, value, dims):
        shape = tuple(d for i, d in enumerate(value.shape) if i not in dims)
        init = self.fill(IDENTITY[kind], shape)
        return self.function.result(
            hint, f"linalg.reduce {{ {REDUCE_NAME[kind]} }} ins({value} : "
            f"{value.type}) outs({init} : {init.type}) dimensions = "
            f"{list(dims)}", shape)

    def reshape(self, hint, value, shape):
        """Splits or joins trailing or leading dimensions."""
        short, long = sorted((value.shape, tuple(shape)), key=len)
        groups, at = [], 0
        for extent in short:
            group, product = [], 1
            while product < extent or not group:
                product *= long[at]
                group.append(at)
                at += 1
            assert product == extent, "only splits and joins"
            groups.append(group)
        target = tensor_type(shape)
        if len(shape) > value.rank:
            text = (f"tensor.expand_shape {value} {groups} output_shape "
                    f"{list(shape)} : {value.type} into {target}")
        else:
            text = (f"tensor.collapse_shape {value} {groups} : {value.type} "
                    f"into {target}")
        return self.function.result(hint, text, shape)

    def pad(self, hint, value, amounts, number):
        """Pads a NHWC image: amounts = (top, bottom, left, right)."""
        top, bottom, left, right = amounts
        n, h, w, c = value.shape
        shape = (n, h + top + bottom, w + left + right, c)
        constant = self.function.constant(number)
        padded = self.function.result(
            hint, f"tensor.pad {value} low[0, {top}, {left}, 0] "
            f"high[0, {bottom}, {right}, 0] {{", shape)
        self.function.line("^bb0(%i0: index, %i1: index, %i2: index, "
                           "%i3: index):")
        self.function.line(f"  tensor.yield {constant} : f32")
        self.function.line(f"}} : {value.type} to {padded.type}")
        return padded

    def _window(self, hint, op, value, operand, shape, stride, dilation,
                start):
        init = self.fill(start, shape)
        return self.function.result(
            hint, f"linalg.{op} {{dilations = dense<{dilation}> : "
            f"tensor<2xi64>, strides = dense<{stride}> : tensor<2xi64>}} "
            f"ins({value}, {operand} : {value.type}, {operand.type}) "
            f"outs({init} : {init.type}) -> {init.type}", shape)

    def conv(self, hint, value, weight, stride=1, pad=0, dilation=1):
        """2-d convolution; value NHWC, weight HWIO."""
        kh, kw, _, channels = weight.shape
        value = self._padded(hint, value, kh, stride, pad, dilation, 0.0)
        shape = self._extent(value, kh, kw, stride, dilation) + (channels,)
        return self._window(hint, "conv_2d_nhwc_hwcf", value, weight, shape,
                            stride, dilation, 0.0)

    def depthwise(self, hint, value, weight, stride=1, pad=0, dilation=1):
        """Depthwise convolution; value NHWC, weight HWC."""
        kh, kw, channels = weight.shape
        value = self._padded(hint, value, kh, stride, pad, dilation, 0.0)
        shape = self._extent(value, kh, kw, stride, dilation) + (channels,)
        return self._window(hint, "depthwise_conv_2d_nhwc_hwc", value, weight,
                            shape, stride, dilation, 0.0)

    def _padded(self, hint, value, kernel, stride, pad, dilation, number):
        """Padding that also drops nothing: the window fits exactly."""
        if not pad:
            return value
        reach = dilation * (kernel - 1) + 1
        spare = (value.shape[1] + 2 * pad - reach) % stride
        return self.pad(f"{hint}_pad", value,
                        (pad, pad - spare, pad, pad - spare), number)

    @staticmethod
    def _extent(value, kh, kw, stride, dilation):
        n, h, w, _ = value.shape
        return (n, (h - dilation * (kh - 1) - 1) // stride + 1,
                (w - dilation * (kw - 1) - 1) // stride + 1)

    def concat(self, hint, values):
        """Concatenation on the last dimension, written into slices."""
        shape = values[0].shape[:-1] + (sum(v.shape[-1] for v in values),)
        result, at = self.empty(shape), 0
        for value in values:
            offsets = [0] * (len(shape) - 1) + [at]
            at += value.shape[-1]
            result = self.function.result(
                hint, f"tensor.insert_slice {value} into {result}{offsets} "
                f"{list(value.shape)} {[1] * len(shape)} : {value.type} into "
                f"{result.type}", shape)
        return result


class StableHLO:
    """StableHLO in generic form: parses without the dialect."""

    def __init__(self, function):
        self.function = function
        self._scalars = {}

    def scalar(self, number):
        literal = float_literal(number)
        if literal not in self._scalars:
            value = Value(self.function.unique("cst"), ())
            self.function.prologue.append(
                f'  {value} = "stablehlo.constant"() <{{value = '
                f"dense<{literal}> : tensor<f32>}}> : () -> tensor<f32>")
            self._scalars[literal] = value
        return self._scalars[literal]

    def broadcast(self, value, dims, shape):
        if value.shape == tuple(shape):
            return value
        listed = ": " + ", ".join(str(d) for d in dims) if dims else ""
        return self.function.result(
            f"{value.name[1:]}_b",
            f'"stablehlo.broadcast_in_dim"({value}) <{{broadcast_dimensions '
            f"= array<i64{listed}>}}> : ({value.type}) -> "
            f"{tensor_type(shape)}", shape)

    def map(self, hint, kernel, inputs, shape=None):
        inputs = [i if isinstance(i, tuple) else (i, range(i.rank))
                  for i in inputs]
        shape = tuple(shape or inputs[0][0].shape)
        values = [self.broadcast(v, list(dims), shape) for v, dims in inputs]
        return kernel(TensorCalculator(self, shape, hint), *values)

    def einsum(self, hint, spec, left, right):
        a, b, out = parse_einsum(spec)
        size = dict(zip(a, left.shape))
        size.update(zip(b, right.shape))
        batch = [c for c in a if c in b and c in out]
        summed = [c for c in a if c in b and c not in out]
        natural = (batch + [c for c in a if c not in batch + summed]
                   + [c for c in b if c not in batch + summed])
        shape = tuple(size[c] for c in natural)
        fields = []
        for name, text, letters in (
                ("lhs_batching_dimensions", a, batch),
                ("rhs_batching_dimensions", b, batch),
                ("lhs_contracting_dimensions", a, summed),
                ("rhs_contracting_dimensions", b, summed)):
            if letters:
                dims = ", ".join(str(text.index(c)) for c in letters)
                fields.append(f"{name} = [{dims}]")
        dot = self.function.result(
            hint, f'"stablehlo.dot_general"({left}, {right}) <{{'
            f"dot_dimension_numbers = #stablehlo.dot<{', '.join(fields)}>}}> "
            f": ({left.type}, {right.type}) -> {tensor_type(shape)}", shape)
        return self.transpose(hint, dot, [natural.index(c) for c in out])

    def transpose(self, hint, value, order):
        if list(order) == sorted(order):
            return value
        shape = tuple(value.shape[d] for d in order)
        listed = ", ".join(str(d) for d in order)
        return self.function.result(
            hint, f'"stablehlo.transpose"({value}) <{{permutation = '
            f"array<i64: {listed}>}}> : ({value.type}) -> "
            f"{tensor_type(shape)}", shape)

    def _region(self, op, kind, value, init, hint, shape, attributes):
        """An op whose region combines two scalars (reduce, reduce_window)."""
        function = self.function
        result = function.result(
            hint, f'"stablehlo.{op}"({value}, {init}) <{{{attributes}}}> ({{',
            shape)
        function.line("^bb0(%l: tensor<f32>, %r: tensor<f32>):")
        function.line(f'  %c = "stablehlo.{STABLEHLO[kind]}"(%l, %r) : '
                      "(tensor<f32>, tensor<f32>) -> tensor<f32>")
        function.line('  "stablehlo.return"(%c) : (tensor<f32>) -> ()')
        function.line(f"}}) : ({value.type}, tensor<f32>) -> {result.type}")
        return result

    def reduce(self, hint, kind, value, dims):
        shape = tuple(d for i, d in enumerate(value.shape) if i not in dims)
        listed = ", ".join(str(d) for d in dims)
        return self._region("reduce", kind, value,
                            self.scalar(IDENTITY[kind]), hint, shape,
                            f"dimensions = array<i64: {listed}>")

    def window_sum(self, hint, value, size):
        """Sums over size x size windows at stride 1, same extent (NHWC)."""
        pad = size // 2
        return self._region(
            "reduce_window", "add", value, self.scalar(0.0), hint,
            value.shape,
            f"window_dimensions = array<i64: 1, {size}, {size}, 1>, "
            f"padding = dense<[[0, 0], [{pad}, {pad}], [{pad}, {pad}], "
            f"[0, 0]]> : tensor<4x2xi64>")

    def reshape(self, hint, value, shape):
        return self.function.result(
            hint, f'"stablehlo.reshape"({value}) : ({value.type}) -> '
            f"{tensor_type(shape)}", shape)

    def conv(self, hint, value, weight, pad=0, groups=1):
        """2-d convolution at stride 1; value NHWC, weight HWIO."""
        kh, kw, _, channels = weight.shape
        n, h, w, _ = value.shape
        shape = (n, h + 2 * pad - kh + 1, w + 2 * pad - kw + 1, channels)
        return self.function.result(
            hint, f'"stablehlo.convolution"({value}, {weight}) <{{'
            f"batch_group_count = 1 : i64, dimension_numbers = "
            f"#stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, "
            f"feature_group_count = {groups} : i64, padding = dense<{pad}> : "
            f"tensor<2x2xi64>, window_strides = array<i64: 1, 1>}}> : "
            f"({value.type}, {weight.type}) -> {tensor_type(shape)}", shape)

    def concat(self, hint, values):
        shape = values[0].shape[:-1] + (sum(v.shape[-1] for v in values),)
        return self.function.result(
            hint, f'"stablehlo.concatenate"({", ".join(map(str, values))}) '
            f"<{{dimension = {len(shape) - 1} : i64}}> : "
            f"({', '.join(v.type for v in values)}) -> {tensor_type(shape)}",
            shape)
