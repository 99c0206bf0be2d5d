"""LSTM over a sequence, a loop in scf.for with iter_args, in linalg.

The cell of Hochreiter and Schmidhuber (1997) with forget gates, at the sizes
of the small language model of "Recurrent neural network regularization"
(Zaremba et al. 2014). The loop body is a block of its own to schedule: the
four gates are independent.
"""

from backends import Linalg
from text import Function, Value

# steps, batch, width
SIZES = {"real": (20, 20, 200), "small": (3, 2, 5)}


def build(scale):
    steps, batch, width = SIZES[scale]
    function = Function("lstm", f"""\
LSTM layer over {steps} steps: scf.for with iter_args.
Architecture: Hochreiter and Schmidhuber, "Long short-term memory", 1997, at
the sizes of Zaremba et al., "Recurrent neural network regularization", 2014
(small model).
Sizes: {steps} steps, batch {batch}, width {width}, f32. Results: outputs of \
all steps, last h, last c.""")
    backend = Linalg(function)
    x = function.argument("x", (steps, batch, width))
    h0 = function.argument("h0", (batch, width), readonly=True)
    c0 = function.argument("c0", (batch, width), readonly=True)
    gates = {g: (function.argument(f"W{g}", (width, width)),
                 function.argument(f"U{g}", (width, width)),
                 function.argument(f"b{g}", (width,))) for g in "ifgo"}
    zero, one, count = (function.constant(n, "index") for n in (0, 1, steps))
    outputs = backend.empty((steps, batch, width))
    carried = [outputs, h0, c0]
    inner = [Value(function.unique(n), v.shape)
             for n, v in zip(("ys", "h", "c"), carried)]
    results = function.unique("loop")
    step = function.unique("t")
    pairs = ", ".join(f"{i} = {v}" for i, v in zip(inner, carried))
    listed = ", ".join(v.type for v in carried)
    function.line(f"{results}:3 = scf.for {step} = {zero} to {count} step "
                  f"{one} iter_args({pairs}) -> ({listed}) {{")
    function.indent(1)
    ys, h, c = inner
    slice_type = h.type
    x_t = function.result(
        "x_t", f"tensor.extract_slice {x}[{step}, 0, 0] [1, {batch}, {width}] "
        f"[1, 1, 1] : {x.type} to {slice_type}", h.shape)

    def squash(k, value, gate):
        if gate == "g":
            return k.tanh(value)
        return k.div(k.const(1.0), k.add(k.const(1.0), k.exp(k.neg(value))))
    act = {}
    for gate, (w, u, b) in gates.items():
        from_x = backend.einsum(f"{gate}_x", "bi,ij->bj", x_t, w)
        from_h = backend.einsum(f"{gate}_h", "bi,ij->bj", h, u)
        act[gate] = backend.map(
            gate, lambda k, p, q, s, gate=gate: squash(
                k, k.add(k.add(p, q), s), gate), [from_x, from_h, (b, [1])])
    # In place in the carried buffers, so that the loop yields what it got.
    c_new = backend.map("c_new", lambda k, f, i, g, c: k.add(
        k.mul(f, c), k.mul(i, g)), [act["f"], act["i"], act["g"]], into=c)
    h_new = backend.map("h_new", lambda k, o, c, _: k.mul(o, k.tanh(c)),
                        [act["o"], c_new], into=h)
    ys_new = function.result(
        "ys_new", f"tensor.insert_slice {h_new} into {ys}[{step}, 0, 0] [1, "
        f"{batch}, {width}] [1, 1, 1] : {slice_type} into {ys.type}",
        ys.shape)
    function.line(f"scf.yield {ys_new}, {h_new}, {c_new} : {listed}")
    function.indent(-1)
    function.line("}")
    return function.module([Value(f"{results}#{i}", v.shape)
                            for i, v in enumerate(carried)])
