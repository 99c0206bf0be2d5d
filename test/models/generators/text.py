"""SSA text: the values, names and functions that every generator prints.

Used by all generators. It keeps names unique, collects arguments and affine
map aliases, and joins the lines of one module. Cost: linear in the text.
"""

import re


class Value:
    """An SSA value: its printed name, its shape and its element type."""

    def __init__(self, name, shape, element="f32"):
        self.name = name
        self.shape = tuple(shape)
        self.element = element

    @property
    def rank(self):
        return len(self.shape)

    @property
    def type(self):
        return tensor_type(self.shape, self.element)

    def __str__(self):
        return self.name


def tensor_type(shape, element="f32"):
    """The MLIR type of a ranked static tensor."""
    return "tensor<" + "".join(f"{d}x" for d in shape) + element + ">"


def float_literal(number):
    """A decimal float that the MLIR parser accepts (it wants a point)."""
    text = repr(float(number))
    if "e" in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent}"
    return text


def types(values):
    return ", ".join(v.type for v in values)


def names(values):
    return ", ".join(v.name for v in values)


class Function:
    """One func.func under construction, printed as a module of its own."""

    def __init__(self, name, comment):
        self.name = name
        self.comment = comment
        self.arguments = []
        self.nonnegative = []
        self.readonly = set()
        self.prologue = []
        self.lines = []
        self.maps = {}
        self._used = {}
        self._constants = {}
        self._indent = 1

    def unique(self, hint):
        """An SSA name made from `hint`, numbered when it was used before."""
        hint = re.sub(r"[^A-Za-z0-9_]", "_", hint)
        count = self._used.get(hint, 0)
        self._used[hint] = count + 1
        return f"%{hint}" if count == 0 else self.unique(f"{hint}_{count}")

    def argument(self, hint, shape, element="f32", nonnegative=False,
                 readonly=False):
        """A function argument. `nonnegative` marks arguments that a test must
        fill with values >= 0 (second moments go through a square root),
        `readonly` those that ops would otherwise update in place."""
        value = Value(self.unique(hint), shape, element)
        if nonnegative:
            self.nonnegative.append(len(self.arguments))
        if readonly:
            self.readonly.add(value.name)
        self.arguments.append(value)
        return value

    def constant(self, number, element="f32"):
        """A scalar constant, once per function, at the top of the body."""
        literal = (float_literal(number) if element.startswith("f")
                   else str(number))
        key = (literal, element)
        if key not in self._constants:
            name = self.unique("cst" if element.startswith("f")
                               else f"c{number}".replace("-", "m"))
            self.prologue.append(
                f"  {name} = arith.constant {literal} : {element}")
            self._constants[key] = name
        return self._constants[key]

    def map(self, dims, results):
        """The alias of an affine map from `dims` dimensions to results."""
        inside = ", ".join(f"d{i}" for i in range(dims))
        text = f"affine_map<({inside}) -> ({', '.join(results)})>"
        return self.maps.setdefault(text, f"#map{len(self.maps)}")

    def line(self, text):
        self.lines.append("  " * self._indent + text)

    def indent(self, steps):
        self._indent += steps

    def result(self, hint, text, shape, element="f32"):
        """Appends `%name = text` and gives the value."""
        value = Value(self.unique(hint), shape, element)
        self.line(f"{value} = {text}")
        return value

    def module(self, results):
        """The text of the whole module; the function returns `results`."""
        out = [f"// {line}".rstrip() for line in self.comment.splitlines()]
        out.append("")
        out += [f"{alias} = {text}" for text, alias in self.maps.items()]
        if self.maps:
            out.append("")
        arguments = ",\n    ".join(
            f"{a}: {a.type}" + (" {bufferization.writable = false}"
                                if a.name in self.readonly else "")
            for a in self.arguments)
        attributes = ""
        if self.nonnegative:
            indices = ", ".join(str(i) for i in self.nonnegative)
            attributes = ("\n    attributes {memopt_nonnegative_arguments = "
                          f"array<i64: {indices}>}}")
        out.append(f"func.func @{self.name}(\n    {arguments})")
        out.append(f"    -> ({types(results)}){attributes} {{")
        out += self.prologue + self.lines
        out.append(f"  return {names(results)} : {types(results)}")
        out += ["}", ""]
        return "\n".join(out)
