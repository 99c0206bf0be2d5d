"""The straight-line ops of random programs on tensors; see tensor_programs.py.

Fill, count up, constants, elementwise ops (linalg.generic, named, linalg.map,
arith on tensors), conversions to wider and narrower types, transpose,
broadcast, matmul, reduce, single elements. What is read was written before.
"""

import dataclasses
import math

from program_writer import ELEMENTS, Writer, affine_map, is_float

MOST_ELEMENTS = 200


@dataclasses.dataclass(frozen=True)
class Dim:
    """An extent; `name` is its SSA value if the type does not tell it."""
    extent: int
    name: str = ""

    def __str__(self):
        return "?" if self.name else str(self.extent)


@dataclasses.dataclass(frozen=True)
class Tensor:
    name: str
    dims: tuple
    element: str

    @property
    def type(self):
        return "tensor<" + "".join(f"{d}x" for d in self.dims) + (
            f"{self.element}>")

    @property
    def extents(self):
        return tuple(d.extent for d in self.dims)

    @property
    def rank(self):
        return len(self.dims)

    @property
    def count(self):
        return math.prod(self.extents)


class TensorOps(Writer):
    def __init__(self, seed):
        super().__init__(seed)
        self.tensors = []
        self.callees = []
        self.dynamic = self.chance(0.3)
        sizes = self.random.sample((1, 2, 3, 4, 5, 6, 8), 3)
        self.sizes = [Dim(s) for s in sizes]
        self.arguments, self.index_arguments = [], []
        if self.dynamic:
            self.exact = False
            for number in range(2):
                extent = self.random.choice(sizes)
                self.index_arguments.append(extent)
                self.sizes.append(Dim(extent, f"%n{number}"))
        if self.chance(0.04):
            self.sizes.append(Dim(0))
        # Few shapes, so that many tensors are of the same.
        self.shapes = [self.shape() for _ in range(4)]
        self.elements = [self.choose(ELEMENTS) for _ in range(2)]

    def shape(self):
        while True:
            dims = tuple(self.random.choice(self.sizes)
                         for _ in range(self.choose({0: 1, 1: 3, 2: 5, 3: 2})))
            if math.prod(d.extent for d in dims) <= MOST_ELEMENTS:
                return dims

    # --- Picking and making ------------------------------------------------

    def pick(self, test=lambda t: True):
        """A tensor in scope, or None."""
        fitting = [t for t in self.tensors if test(t)]
        if not fitting:
            return None
        found = self.prefer_unread(fitting)
        self.unread.discard(found.name)
        return found

    def same(self, tensor):
        """A tensor of the same extents and element type, maybe itself."""
        return self.pick(lambda t: t.extents == tensor.extents
                         and t.element == tensor.element) or tensor

    def add(self, name, dims, element):
        tensor = Tensor(name, tuple(dims), element)
        self.tensors.append(tensor)
        self.unread.add(name)
        return tensor

    def int(self):
        return self.recent(self.ints)

    def empty(self, dims, element):
        names = ", ".join(d.name for d in dims if d.name)
        kind = Tensor("", tuple(dims), element).type
        return Tensor(self.define(f"tensor.empty({names}) : {kind}"),
                      tuple(dims), element)

    def generic(self, ins, maps, out, iterators, body):
        """A linalg.generic; `body` gets the block arguments' names and gives
        the value to yield."""
        names = [self.fresh() for _ in range(len(ins) + 1)]
        kinds = [t.element for t in ins] + [out.element]
        result = self.fresh()
        inputs = (f"ins({', '.join(t.name for t in ins)} : "
                  f"{', '.join(t.type for t in ins)}) " if ins else "")
        self.emit(
            f"{result} = linalg.generic {{indexing_maps = [{', '.join(maps)}], "
            f"iterator_types = ["
            + ", ".join(f'"{kind}"' for kind in iterators) +
            f"]}} {inputs}outs({out.name} : {out.type}) {{")
        self.emit("^bb0(" + ", ".join(
            f"{n}: {k}" for n, k in zip(names, kinds)) + "):")
        self.depth += 1
        value = body(*names)
        self.emit(f"linalg.yield {value} : {out.element}")
        self.depth -= 1
        self.emit(f"}} -> {out.type}")
        return self.add(result, out.dims, out.element)

    # --- Statements --------------------------------------------------------

    def make(self):
        """A new tensor: filled, counted up, constant, or of elements."""
        dims = (self.random.choice(self.shapes) if self.chance(0.8)
                else self.shape())
        element = self.random.choice(self.elements)
        form = self.choose({"fill": 3, "iota": 4, "constant": 1, "splat": 1})
        static = not any(d.name for d in dims)
        scalar = self.to_element(self.int(), element)
        if form == "constant" and static:
            value = ("1.5" if is_float(element) else
                     "true" if element == "i1" else "3")
            kind = Tensor("", dims, element).type
            constant = Tensor(self.define(
                f"arith.constant dense<{value}> : {kind}"), dims, element)
            # Only read, as it is in read-only memory: one-shot-bufferize lets
            # an index_switch yield it to ops that write in place.
            whole = affine_map(len(dims), range(len(dims)))
            return self.generic(
                [constant], [whole] * 2, self.empty(dims, element),
                ["parallel"] * len(dims),
                lambda a, _: self.binary(element, a, scalar))
        if form == "splat" and static:
            kind = Tensor("", dims, element).type
            return self.add(self.define(f"tensor.splat {scalar} : {kind}"),
                            dims, element)
        out = self.empty(dims, element)
        if form == "fill":
            name = self.define(f"linalg.fill ins({scalar} : {element}) "
                               f"outs({out.name} : {out.type}) -> {out.type}")
            return self.add(name, dims, element)

        def count_up(_):
            total = self.int()
            for dim in range(len(dims)):
                at = self.define(f"linalg.index {dim} : index")
                at = self.define(f"arith.index_cast {at} : index to i64")
                total = self.define(f"arith.muli {total}, %prime : i64")
                total = self.define(f"arith.addi {total}, {at} : i64")
            return self.to_element(total, element)

        rank = len(dims)
        return self.generic([], [affine_map(rank, range(rank))], out,
                            ["parallel"] * rank, count_up)

    def elementwise(self):
        one = self.pick()
        two = self.same(one)
        whole = affine_map(one.rank, range(one.rank))
        form = self.choose({"generic": 5, "unary": 2, "named": 2, "map": 1,
                            "arith": 2, "onto": 3})
        if form == "arith" and one.type == two.type and one.rank:
            kind = "subf" if is_float(one.element) else "subi"
            name = self.define(f"arith.{kind} {one.name}, {two.name} : "
                               f"{one.type}")
            return self.add(name, one.dims, one.element)
        if form == "onto":
            # The destination is read too, and may be written in place.
            return self.generic([one], [whole] * 2, two,
                                ["parallel"] * one.rank,
                                lambda a, o: self.binary(one.element, a, o))
        out = self.empty(one.dims, one.element)
        if form == "named" and one.element != "i1":
            name = self.define(
                f"linalg.{self.random.choice(('add', 'sub'))} "
                f"ins({one.name}, {two.name} : {one.type}, {two.type}) "
                f"outs({out.name} : {out.type}) -> {out.type}")
            return self.add(name, one.dims, one.element)
        if form == "map" and one.type == two.type:
            left, right = self.fresh(), self.fresh()
            kind = "subf" if is_float(one.element) else "subi"
            name = self.fresh()
            self.emit(f"{name} = linalg.map ins({one.name}, {two.name} : "
                      f"{one.type}, {two.type}) outs({out.name} : {out.type}) "
                      f"({left}: {one.element}, {right}: {one.element}, "
                      f"{self.fresh()}: {one.element}) {{")
            self.emit(f"  {name}r = arith.{kind} {left}, {right} : "
                      f"{one.element}")
            self.emit(f"  linalg.yield {name}r : {one.element}")
            self.emit("}")
            return self.add(name, one.dims, one.element)
        if form == "unary":
            return self.generic([one], [whole] * 2, out,
                                ["parallel"] * one.rank,
                                lambda a, _: self.binary(one.element, a, a))
        return self.generic([one, two], [whole] * 3, out,
                            ["parallel"] * one.rank,
                            lambda a, b, _: self.binary(one.element, a, b))

    def convert(self):
        """To a wider or narrower element type of integers."""
        one = self.pick(lambda t: not is_float(t.element))
        if not one:
            return
        bits = int(one.element[1:])
        element = self.random.choice(
            [e for e in ("i64", "i32", "i16", "i8") if e != one.element])
        kind = "extsi" if int(element[1:]) > bits else "trunci"
        whole = affine_map(one.rank, range(one.rank))
        self.generic([one], [whole] * 2, self.empty(one.dims, element),
                     ["parallel"] * one.rank, lambda a, _: self.define(
                         f"arith.{kind} {a} : {one.element} to {element}"))

    def transpose(self):
        one = self.pick(lambda t: t.rank > 1)
        if not one:
            return
        order = self.random.sample(range(one.rank), one.rank)
        dims = [one.dims[i] for i in order]
        if self.chance(0.5):
            inverse = [order.index(i) for i in range(one.rank)]
            out = self.empty(dims, one.element)
            self.generic([one], [affine_map(one.rank, inverse), affine_map(
                one.rank, range(one.rank))], out, ["parallel"] * one.rank,
                lambda a, _: a)
            return
        out = self.empty(dims, one.element)
        name = self.define(f"linalg.transpose ins({one.name} : {one.type}) "
                           f"outs({out.name} : {out.type}) permutation = "
                           f"{order}")
        self.add(name, dims, one.element)

    def broadcast(self):
        """Adds a tensor, dimensions left out, to one with all of them."""
        big = self.pick(lambda t: t.rank > 0)
        if not big:
            return
        for kept in ([i] for i in range(big.rank)):
            small = self.pick(lambda t: t.element == big.element and
                              t.extents == tuple(big.extents[i]
                                                 for i in kept))
            if small:
                break
        else:
            small = self.pick(lambda t: t.element == big.element
                              and t.rank == 0)
            kept = []
        if not small:
            return
        whole = affine_map(big.rank, range(big.rank))
        part = affine_map(big.rank, kept)
        if self.chance(0.4):
            self.generic([small], [part, whole], big, ["parallel"] * big.rank,
                         lambda a, o: self.binary(big.element, a, o))
        else:
            out = self.empty(big.dims, big.element)
            self.generic([small, big], [part, whole, whole], out,
                         ["parallel"] * big.rank,
                         lambda a, b, _: self.binary(big.element, a, b))

    def matmul(self):
        left = self.pick(lambda t: t.rank == 2 and t.element != "i1")
        if not left:
            return
        right = self.pick(lambda t: t.rank == 2 and t.element == left.element
                          and t.extents[0] == left.extents[1])
        if not right:
            return
        dims = (left.dims[0], right.dims[1])
        onto = self.pick(lambda t: t.element == left.element and t.extents ==
                         tuple(d.extent for d in dims))
        if not onto or self.chance(0.5):
            out = self.empty(dims, left.element)
            scalar = self.to_element(self.int(), left.element)
            name = self.define(
                f"linalg.fill ins({scalar} : {left.element}) "
                f"outs({out.name} : {out.type}) -> {out.type}")
            onto = Tensor(name, dims, left.element)
        name = self.define(
            f"linalg.matmul ins({left.name}, {right.name} : {left.type}, "
            f"{right.type}) outs({onto.name} : {onto.type}) -> {onto.type}")
        self.add(name, onto.dims, onto.element)

    def reduce(self):
        one = self.pick(lambda t: t.rank > 0)
        if not one:
            return
        kept = sorted(self.random.sample(range(one.rank),
                                         self.random.randrange(one.rank)))
        dims = [one.dims[i] for i in kept]
        out = self.empty(dims, one.element)
        scalar = self.to_element(self.int(), one.element)
        name = self.define(f"linalg.fill ins({scalar} : {one.element}) "
                           f"outs({out.name} : {out.type}) -> {out.type}")
        init = Tensor(name, tuple(dims), one.element)
        kind = "addf" if is_float(one.element) else "addi"
        self.generic(
            [one], [affine_map(one.rank, range(one.rank)),
                    affine_map(one.rank, kept)], init,
            ["parallel" if i in kept else "reduction"
             for i in range(one.rank)],
            lambda a, o: self.define(f"arith.{kind} {o}, {a} : {one.element}"))

    def extract(self):
        """Reads an element as a scalar."""
        one = self.pick(lambda t: t.count > 0)
        if not one:
            return
        at = ", ".join(self.index_below(e) for e in one.extents)
        value = self.define(f"tensor.extract {one.name}[{at}] : {one.type}")
        self.observe(value, one.element)

    def digest(self, one):
        """Reads all of a tensor, in order."""
        self.unread.discard(one.name)
        init = self.empty((), "i64")
        name = self.define(f"linalg.fill ins({self.total()} : i64) outs("
                           f"{init.name} : {init.type}) -> {init.type}")

        def mix(value, total):
            total = self.define(f"arith.muli {total}, %prime : i64")
            value = self.to_int(value, one.element)
            return self.define(f"arith.addi {total}, {value} : i64")

        result = self.generic(
            [one], [affine_map(one.rank, range(one.rank)),
                    affine_map(one.rank, [])],
            Tensor(name, (), "i64"), ["reduction"] * one.rank, mix)
        self.tensors.remove(result)
        self.unread.discard(result.name)
        self.ints.append(self.define(
            f"tensor.extract {result.name}[] : {result.type}"))

    def insert(self):
        one = self.pick(lambda t: t.count > 0)
        if not one:
            return
        at = ", ".join(self.index_below(e) for e in one.extents)
        value = self.to_element(self.int(), one.element)
        self.add(self.define(f"tensor.insert {value} into {one.name}[{at}] : "
                             f"{one.type}"), one.dims, one.element)
