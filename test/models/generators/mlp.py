"""MLP 784-512-512-10 on MNIST: two training steps, in linalg.

The two-hidden-layer perceptron of the Keras and PyTorch MNIST examples.
`build_adam`: forward, backward, then Adam stage by stage over all parameters,
so that every stage's temporaries of all layers are alive at once.
`build_accumulation`: the batch in microbatches; forward and backward of each,
then the sum over microbatches and SGD as maps over the parameter tree at the
end, so that every microbatch's gradients wait for the sum.
"""

from autodiff import Tape, adam
from backends import Linalg
from text import Function

SIZES = {"real": (128, [784, 512, 512, 10]), "small": (8, [20, 16, 16, 5])}
MICROBATCHES = 4


def start(what, optimizer, scale):
    """The function with its images, targets and parameters."""
    batch, widths = SIZES[scale]
    function = Function("train_step", f"""\
{what}
Architecture: the MNIST perceptron {'-'.join(map(str, widths))} with ReLU \
(Keras and PyTorch examples).
Optimizer: {optimizer}
Sizes: training batch {batch}, f32.""")
    images = function.argument("images", (batch, widths[0]))
    targets = function.argument("targets", (batch, widths[-1]),
                                nonnegative=True)
    shapes = []
    for i, (wide, narrow) in enumerate(zip(widths, widths[1:]), 1):
        shapes += [(f"W{i}", (wide, narrow)), (f"b{i}", (narrow,))]
    parameters = [function.argument(n, s) for n, s in shapes]
    return function, images, targets, parameters


def gradients_of(backend, images, targets, parameters, batch):
    """Forward, loss and backward: the loss and a gradient per parameter."""
    tape, value, layers = Tape(backend), images, len(parameters) // 2
    for i in range(layers):
        weight, bias = parameters[2 * i:2 * i + 2]
        value = tape.einsum(f"z{i + 1}", "bi,ij->bj", value, weight)
        value = tape.bias(f"a{i + 1}", value, bias)
        if i + 1 < layers:
            value = tape.relu(f"h{i + 1}", value)
    loss, gradient = cross_entropy(backend, value, targets, batch)
    return loss, tape.backward(value, gradient, parameters)


def cross_entropy(backend, logits, target, batch):
    """Softmax cross-entropy of [rows, classes], divided by `batch`, and its
    gradient."""
    top = backend.reduce("logits_max", "max", logits, [1])
    exps = backend.map("exps", lambda k, x, m: k.exp(k.sub(x, m)),
                       [logits, (top, [0])])
    total = backend.reduce("exps_sum", "add", exps, [1])
    losses = backend.map(
        "losses", lambda k, x, m, s, t: k.mul(t, k.sub(k.log(s),
                                                       k.sub(x, m))),
        [logits, (top, [0]), (total, [0]), target])
    loss_sum = backend.reduce("loss_sum", "add", losses, [0, 1])
    loss = backend.map("loss", lambda k, s: k.mul(s, k.const(1.0 / batch)),
                       [loss_sum])
    gradient = backend.map(
        "d_logits", lambda k, e, s, t: k.mul(
            k.const(1.0 / batch), k.sub(k.div(e, s), t)),
        [exps, (total, [0]), target])
    return loss, gradient


def build_adam(scale):
    function, images, targets, parameters = start(
        "MLP training step: forward, softmax cross-entropy, backward, Adam.\n"
        "Results: loss, new parameters, new moments.",
        'Kingma and Ba, "Adam", ICLR 2015, algorithm 1.', scale)
    firsts = [function.argument(f"m_{p.name[1:]}", p.shape)
              for p in parameters]
    seconds = [function.argument(f"v_{p.name[1:]}", p.shape, nonnegative=True)
               for p in parameters]
    backend = Linalg(function)
    loss, gradients = gradients_of(backend, images, targets, parameters,
                                   images.shape[0])
    news, firsts, seconds = adam(backend, parameters, gradients, firsts,
                                 seconds)
    return function.module([loss] + news + firsts + seconds)


def build_accumulation(scale):
    function, images, targets, parameters = start(
        f"MLP training step with gradient accumulation over {MICROBATCHES} "
        "microbatches.\n"
        "Results: loss, new parameters.",
        "SGD on the summed gradients, both at the end.", scale)
    backend, batch = Linalg(function), images.shape[0]
    rows = batch // MICROBATCHES

    def part(hint, value, number):
        width = value.shape[1]
        return function.result(
            f"{hint}{number}", f"tensor.extract_slice {value}"
            f"[{number * rows}, 0] [{rows}, {width}] [1, 1] : {value.type} to "
            f"tensor<{rows}x{width}xf32>", (rows, width))
    losses, gradients = [], []
    for number in range(MICROBATCHES):
        loss, found = gradients_of(
            backend, part("images", images, number),
            part("targets", targets, number), parameters, batch)
        losses.append(loss)
        gradients.append(found)

    def total(hint, values):
        sum_ = values[0]
        for value in values[1:]:
            sum_ = backend.map(hint, lambda k, a, b: k.add(a, b),
                               [sum_, value])
        return sum_
    loss = total("loss_total", losses)
    totals = [total(f"total_{p.name[1:]}", parts)
              for p, *parts in zip(parameters, *gradients)]
    news = [backend.map(f"new_{p.name[1:]}", lambda k, p, g: k.sub(
        p, k.mul(k.const(0.1), g)), [p, g])
            for p, g in zip(parameters, totals)]
    return function.module([loss] + news)
