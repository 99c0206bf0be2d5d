"""Transformer encoder block: forward in linalg, and its training step.

The post-norm encoder block of "Attention is all you need" (Vaswani et al.
2017) at BERT-base sizes (Devlin et al. 2019). The training step minimises the
mean square against a target and updates with Adam; it is printed in generic
StableHLO and in linalg.
"""

from autodiff import Tape, adam
from backends import Linalg, StableHLO
from text import Function

# batch, sequence, width, heads, feed-forward width
SIZES = {"real": (8, 128, 768, 12, 3072), "small": (2, 6, 8, 2, 16)}


def parameters_of(function, width, wide):
    shapes = {"Wq": (width, width), "bq": (width,), "Wk": (width, width),
              "bk": (width,), "Wv": (width, width), "bv": (width,),
              "Wo": (width, width), "bo": (width,), "gain1": (width,),
              "shift1": (width,), "W1": (width, wide), "b1": (wide,),
              "W2": (wide, width), "b2": (width,), "gain2": (width,),
              "shift2": (width,)}
    return {n: function.argument(n, s) for n, s in shapes.items()}


def block(tape, x, p, heads):
    """The encoder block; x is [batch, sequence, width]."""
    batch, length, width = x.shape
    split = (batch, length, heads, width // heads)

    def project(name):
        value = tape.einsum(f"{name}_mm", "bsd,de->bse", x, p[f"W{name}"])
        value = tape.bias(f"{name}_flat", value, p[f"b{name}"])
        return tape.reshape(name, value, split)
    q, k, v = project("q"), project("k"), project("v")
    scores = tape.einsum("scores", "bshd,bthd->bhst", q, k)
    scaled = tape.scale("scaled", scores, (width // heads) ** -0.5)
    weights = tape.softmax("weights", scaled)
    context = tape.einsum("context", "bhst,bthd->bshd", weights, v)
    context = tape.reshape("context_flat", context, x.shape)
    out = tape.einsum("attention_mm", "bsd,de->bse", context, p["Wo"])
    out = tape.bias("attention", out, p["bo"])
    middle = tape.layer_norm("norm1", tape.add("residual1", x, out),
                             p["gain1"], p["shift1"])
    hidden = tape.einsum("hidden_mm", "bsd,de->bse", middle, p["W1"])
    hidden = tape.gelu("gelu", tape.bias("hidden", hidden, p["b1"]))
    out = tape.einsum("output_mm", "bsd,de->bse", hidden, p["W2"])
    out = tape.bias("output", out, p["b2"])
    return tape.layer_norm("norm2", tape.add("residual2", middle, out),
                           p["gain2"], p["shift2"])


def about(what, sizes):
    batch, length, width, heads, wide = sizes
    return f"""\
{what}
Architecture: encoder block of Vaswani et al., "Attention is all you need",
NeurIPS 2017, at the sizes of BERT-base (Devlin et al., NAACL 2019), GELU.
Sizes: batch {batch}, sequence {length}, width {width}, {heads} heads, \
feed-forward {wide}, f32."""


def build_forward(scale):
    sizes = SIZES[scale]
    sizes = (1,) + sizes[1:]
    function = Function("encoder_block", about(
        "Transformer encoder block, forward.", sizes))
    x = function.argument("x", sizes[:3])
    p = parameters_of(function, sizes[2], sizes[4])
    tape = Tape(Linalg(function))
    return function.module([block(tape, x, p, sizes[3])])


def build_training(scale, form):
    sizes = SIZES[scale]
    function = Function("train_step", about(
        "Transformer encoder block, training step: forward, backward, Adam.",
        sizes))
    x = function.argument("x", sizes[:3])
    target = function.argument("target", sizes[:3])
    p = parameters_of(function, sizes[2], sizes[4])
    parameters = list(p.values())
    firsts = [function.argument(f"m_{v.name[1:]}", v.shape)
              for v in parameters]
    seconds = [function.argument(f"v_{v.name[1:]}", v.shape, nonnegative=True)
               for v in parameters]
    backend = form(function)
    tape = Tape(backend)
    y = block(tape, x, p, sizes[3])
    count = sizes[0] * sizes[1] * sizes[2]
    error = backend.map("error", lambda k, a, b: k.sub(a, b), [y, target])
    square = backend.map("square", lambda k, e: k.mul(e, e), [error])
    total = backend.reduce("total", "add", square, [0, 1, 2])
    loss = backend.map("loss", lambda k, s: k.mul(s, k.const(1.0 / count)),
                       [total])
    gradient = backend.map("d_y", lambda k, e: k.mul(
        e, k.const(2.0 / count)), [error])
    gradients = tape.backward(y, gradient, parameters)
    news, firsts, seconds = adam(backend, parameters, gradients, firsts,
                                 seconds)
    return function.module([loss] + news + firsts + seconds)


def build_training_linalg(scale):
    return build_training(scale, Linalg)


def build_training_stablehlo(scale):
    return build_training(scale, StableHLO)
