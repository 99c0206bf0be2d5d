"""What the generators of random programs share: a writer of MLIR text.

A program is a function of its seed alone. Used by tensor_programs.py and
memref_programs.py; fuzz_sharing.py runs what they write.
"""

import random

# Element types and how often each is used. Integers keep every bit of what
# flows into them, so most are.
ELEMENTS = {"i64": 6, "i32": 4, "f32": 4, "f64": 2, "i8": 1, "i16": 1, "i1": 1}
BITS = {"i64": 64, "i32": 32, "f32": 32, "f64": 64, "i8": 8, "i16": 16, "i1": 1}


def is_float(element):
    return element[0] == "f"


def affine_map(rank, results):
    """An affine_map from `rank` dimensions to those of the list `results`."""
    dims = ", ".join(f"d{i}" for i in range(rank))
    return f"affine_map<({dims}) -> ({', '.join(f'd{i}' for i in results)})>"


class Writer:
    """Lines, names, and choices that depend on the seed only."""

    def __init__(self, seed):
        self.seed = seed
        self.name = f"seed_{seed}"
        # Neighbouring seeds give programs that have nothing in common.
        self.random = random.Random(f"memopt {type(self).__name__} {seed}")
        self.lines = []
        self.depth = 1
        self.number = 0
        # Functions of sharing_main.helper that it calls: (verb, element, rank).
        self.helpers = set()
        # Names of what was written and not read since.
        self.unread = set()
        # Integers in scope; see total().
        self.ints = []
        # Allocations, sizes and trips are the same in every run, and each
        # region runs: then the predicted peak is the measured one.
        self.exact = True

    def emit(self, text):
        self.lines.append("  " * self.depth + text)

    def fresh(self):
        self.number += 1
        return f"%v{self.number}"

    def define(self, text):
        name = self.fresh()
        self.emit(f"{name} = {text}")
        return name

    def chance(self, probability):
        return self.random.random() < probability

    def choose(self, weighted):
        """A key of {key: weight}."""
        return self.random.choices(list(weighted), list(weighted.values()))[0]

    def recent(self, values):
        """One of `values`, the later the likelier."""
        return self.random.choice(values[-5:] if self.chance(0.6) else values)

    # --- What is observed ---------------------------------------------------

    def total(self):
        """The integer into which all that was read has gone."""
        return self.ints[-1]

    def observe(self, value, element):
        """Lets a scalar of the element type flow into what is returned."""
        value = self.to_int(value, element)
        mixed = self.define(f"arith.muli {self.total()}, %prime : i64")
        self.ints.append(self.define(f"arith.addi {mixed}, {value} : i64"))

    def prefer_unread(self, values):
        """One of `values`; most often one that nothing has read yet, so that
        few are computed for nothing."""
        unread = [v for v in values if v.name in self.unread]
        return self.recent(unread if unread and self.chance(0.6) else values)

    # --- Scalars -----------------------------------------------------------

    def constants(self):
        """Emits what every function names."""
        for number in range(4):
            self.emit(f"%c{number} = arith.constant {number} : index")
        self.emit("%zero = arith.constant 0 : i64")
        self.emit("%prime = arith.constant 1000003 : i64")

    def index_below(self, limit):
        """A constant or computed index in [0, limit)."""
        if limit <= 4 or self.chance(0.5):
            return f"%c{self.random.randrange(min(limit, 4))}"
        return self.define(
            f"arith.constant {self.random.randrange(limit)} : index")

    def to_element(self, value, element):
        """An i64 as a value of the element type."""
        if element == "i64":
            return value
        if is_float(element):
            # Small numbers, so that sums stay exact and far from infinity.
            small = self.define(f"arith.trunci {value} : i64 to i8")
            return self.define(f"arith.sitofp {small} : i8 to {element}")
        return self.define(f"arith.trunci {value} : i64 to {element}")

    def to_int(self, value, element):
        """The bits of a value of the element type, as an i64."""
        if is_float(element):
            bits = BITS[element]
            value = self.define(f"arith.bitcast {value} : {element} to i{bits}")
            element = f"i{bits}"
        if element == "i64":
            return value
        return self.define(f"arith.extui {value} : {element} to i64")

    def binary(self, element, left, right):
        """An operation of two values; order and multiplicity matter."""
        if is_float(element):
            kind = self.random.choice(
                ("addf", "subf", "subf", "maximumf", "minimumf"))
        else:
            kind = self.random.choice(
                ("addi", "subi", "subi", "xori", "muli", "maxsi"))
        return self.define(f"arith.{kind} {left}, {right} : {element}")
