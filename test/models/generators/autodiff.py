"""Reverse-mode differentiation over the backends, for the training steps.

`Tape` records every forward op with the function that emits its gradient
ops; `backward` emits them in reverse order, adding gradients of values that
were read more than once. The order of the text is the one that an autodiff
tool prints: the whole forward pass, then the whole backward pass. Cost:
linear in the number of ops.
"""


class Tape:
    def __init__(self, backend):
        self.backend = backend
        self.steps = []

    def _record(self, value, gradients):
        self.steps.append((value, gradients))
        return value

    def backward(self, value, gradient, wanted):
        """Emits the gradients of `wanted`, given the gradient of `value`."""
        needed = set(w.name for w in wanted)
        for result, gradients in self.steps:
            if any(source.name in needed for source, _ in gradients):
                needed.add(result.name)
        found = {value.name: gradient}
        for result, gradients in reversed(self.steps):
            if result.name not in found:
                continue
            for source, emit in gradients:
                if source.name not in needed:
                    continue
                part = emit(found[result.name])
                if source.name in found:
                    part = self.backend.map(
                        f"d_{source.name[1:]}_sum",
                        lambda k, a, b: k.add(a, b),
                        [found[source.name], part])
                found[source.name] = part
        return [found[w.name] for w in wanted]

    def einsum(self, hint, spec, left, right):
        inputs, out = spec.split("->")
        a, b = inputs.split(",")
        emit = self.backend.einsum
        return self._record(emit(hint, spec, left, right), [
            (right, lambda g: emit(f"d_{right.name[1:]}", f"{a},{out}->{b}",
                                   left, g)),
            (left, lambda g: emit(f"d_{left.name[1:]}", f"{out},{b}->{a}",
                                  g, right))])

    def bias(self, hint, value, bias):
        """value + bias over the last dimension."""
        backend, last = self.backend, value.rank - 1
        result = backend.map(hint, lambda k, x, b: k.add(x, b),
                             [value, (bias, [last])])
        return self._record(result, [
            (bias, lambda g: backend.reduce(f"d_{bias.name[1:]}", "add", g,
                                            range(last))),
            (value, lambda g: g)])

    def add(self, hint, left, right):
        result = self.backend.map(hint, lambda k, a, b: k.add(a, b),
                                  [left, right])
        return self._record(result, [(left, lambda g: g),
                                     (right, lambda g: g)])

    def scale(self, hint, value, number):
        def times(name, x):
            return self.backend.map(
                name, lambda k, a: k.mul(a, k.const(number)), [x])
        return self._record(times(hint, value), [
            (value, lambda g: times(f"d_{value.name[1:]}", g))])

    def relu(self, hint, value):
        backend = self.backend
        result = backend.map(hint, lambda k, x: k.max(x, k.const(0.0)),
                             [value])
        return self._record(result, [(value, lambda g: backend.map(
            f"d_{value.name[1:]}",
            lambda k, up, x: k.mul(up, k.positive(x)), [g, value]))])

    def gelu(self, hint, value):
        """The tanh form of GELU, as GPT-2 and BERT implementations use it."""
        backend = self.backend
        inner = backend.map(
            f"{hint}_tanh", lambda k, x: k.tanh(k.mul(
                k.const(0.7978845608028654),
                k.add(x, k.mul(k.const(0.044715), k.mul(x, k.mul(x, x)))))),
            [value])
        result = backend.map(
            hint, lambda k, x, t: k.mul(k.mul(k.const(0.5), x),
                                        k.add(k.const(1.0), t)),
            [value, inner])

        def gradient(k, up, x, t):
            slope = k.mul(k.const(0.7978845608028654), k.add(
                k.const(1.0), k.mul(k.const(0.134145), k.mul(x, x))))
            bend = k.mul(k.sub(k.const(1.0), k.mul(t, t)), slope)
            return k.mul(up, k.mul(k.const(0.5), k.add(
                k.add(k.const(1.0), t), k.mul(x, bend))))
        return self._record(result, [(value, lambda g: backend.map(
            f"d_{value.name[1:]}", gradient, [g, value, inner]))])

    def softmax(self, hint, value):
        """Softmax over the last dimension."""
        backend, rows = self.backend, list(range(value.rank - 1))
        last = [value.rank - 1]
        top = backend.reduce(f"{hint}_max", "max", value, last)
        shifted = backend.map(f"{hint}_exp", lambda k, x, m: k.exp(
            k.sub(x, m)), [value, (top, rows)])
        total = backend.reduce(f"{hint}_sum", "add", shifted, last)
        result = backend.map(hint, lambda k, e, s: k.div(e, s),
                             [shifted, (total, rows)])

        def gradient(g):
            product = backend.map(f"d_{hint}_product",
                                  lambda k, a, b: k.mul(a, b), [g, result])
            dot = backend.reduce(f"d_{hint}_dot", "add", product, last)
            return backend.map(
                f"d_{value.name[1:]}",
                lambda k, up, p, d: k.mul(p, k.sub(up, d)),
                [g, result, (dot, rows)])
        return self._record(result, [(value, gradient)])

    def layer_norm(self, hint, value, gain, shift):
        """Layer normalisation over the last dimension."""
        backend, last = self.backend, value.rank - 1
        rows, size = list(range(last)), value.shape[-1]
        total = backend.reduce(f"{hint}_sum", "add", value, [last])
        centred = backend.map(
            f"{hint}_centred",
            lambda k, x, s: k.sub(x, k.mul(s, k.const(1.0 / size))),
            [value, (total, rows)])
        square = backend.map(f"{hint}_square", lambda k, x: k.mul(x, x),
                             [centred])
        spread = backend.reduce(f"{hint}_spread", "add", square, [last])
        inverse = backend.map(
            f"{hint}_inverse",
            lambda k, s: k.rsqrt(k.add(k.mul(s, k.const(1.0 / size)),
                                       k.const(1e-5))), [spread])
        normal = backend.map(f"{hint}_normal", lambda k, x, i: k.mul(x, i),
                             [centred, (inverse, rows)])
        result = backend.map(
            hint, lambda k, x, g, b: k.add(k.mul(x, g), b),
            [normal, (gain, [last]), (shift, [last])])

        def gain_gradient(g):
            product = backend.map(f"d_{hint}_product",
                                  lambda k, a, b: k.mul(a, b), [g, normal])
            return backend.reduce(f"d_{gain.name[1:]}", "add", product, rows)

        def value_gradient(g):
            scaled = backend.map(f"d_{hint}_scaled",
                                 lambda k, a, b: k.mul(a, b),
                                 [g, (gain, [last])])
            mean = backend.reduce(f"d_{hint}_mean", "add", scaled, [last])
            product = backend.map(f"d_{hint}_along",
                                  lambda k, a, b: k.mul(a, b),
                                  [scaled, normal])
            along = backend.reduce(f"d_{hint}_dot", "add", product, [last])
            return backend.map(
                f"d_{value.name[1:]}",
                lambda k, up, n, i, m, d: k.mul(i, k.sub(up, k.mul(
                    k.const(1.0 / size), k.add(m, k.mul(n, d))))),
                [scaled, normal, (inverse, rows), (mean, rows),
                 (along, rows)])
        return self._record(result, [
            (shift, lambda g: backend.reduce(f"d_{shift.name[1:]}", "add", g,
                                             rows)),
            (gain, gain_gradient), (value, value_gradient)])

    def reshape(self, hint, value, shape):
        backend = self.backend
        return self._record(backend.reshape(hint, value, shape), [
            (value, lambda g: backend.reshape(f"d_{value.name[1:]}", g,
                                              value.shape))])


def adam(backend, parameters, gradients, firsts, seconds, step_size=1e-3):
    """Adam (Kingma and Ba 2015, algorithm 1) at step 1, one stage of the
    algorithm for all parameters before the next stage, as an optimizer that
    maps over the parameter tree writes it. Gives (parameters, m, v)."""
    def stage(letter, kernel, *lists):
        return [backend.map(f"{letter}_{p.name[1:]}", kernel, list(row))
                for p, *row in zip(parameters, *lists)]
    first = stage("m_new", lambda k, m, g: k.add(
        k.mul(k.const(0.9), m), k.mul(k.const(0.1), g)), firsts, gradients)
    second = stage("v_new", lambda k, v, g: k.add(
        k.mul(k.const(0.999), v), k.mul(k.const(0.001), k.mul(g, g))),
        seconds, gradients)
    first_hat = stage("m_hat", lambda k, m: k.mul(m, k.const(10.0)), first)
    second_hat = stage("v_hat", lambda k, v: k.mul(v, k.const(1000.0)),
                       second)
    updates = stage("update", lambda k, m, v: k.div(
        k.mul(k.const(step_size), m),
        k.add(k.sqrt(v), k.const(1e-8))), first_hat, second_hat)
    news = stage("new", lambda k, p, u: k.sub(p, u), parameters, updates)
    return news, first, second
