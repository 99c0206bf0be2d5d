"""The straight-line part of random programs on memrefs; see memref_programs.py.

Allocations (heap and stack, some aligned), what writes them whole, what reads
them, views of many kinds, and deallocations at places of their own. A buffer
knows its roots: the allocations that it may lie in. With a root's deallocation
all that may lie in it goes out of scope; nothing is read before it is written.
"""

import dataclasses
import math

from program_writer import ELEMENTS, Writer, affine_map, is_float

MOST_ELEMENTS = 120


@dataclasses.dataclass(frozen=True)
class Buffer:
    name: str
    extents: tuple
    element: str
    roots: frozenset
    # The printed type; a dynamic or strided one may be of known extents.
    type: str

    @property
    def rank(self):
        return len(self.extents)

    @property
    def count(self):
        return math.prod(self.extents)

    @property
    def plain(self):
        """Whether it is contiguous, and its type tells its extents."""
        return self.type == plain_type(self.extents, self.element)


def plain_type(extents, element):
    return "memref<" + "".join(f"{e}x" for e in extents) + f"{element}>"


def strided_type(extents, element, strides, offset):
    return (f"memref<{''.join(f'{e}x' for e in extents)}{element}, "
            f"strided<[{', '.join(map(str, strides))}], offset: {offset}>>")


class MemrefOps(Writer):
    def __init__(self, seed):
        super().__init__(seed)
        self.buffers = []
        # Of the innermost region: what it has to free, and what nobody has
        # written yet.
        self.owned, self.unwritten = [], []
        # Whether some are freed by names that may be either of two, or by casts.
        self.twins = True
        sizes = self.random.sample((1, 2, 3, 4, 5, 8), 3)
        self.shapes = []
        while len(self.shapes) < 3:
            shape = tuple(self.random.choice(sizes) for _ in range(
                self.choose({0: 1, 1: 5, 2: 6, 3: 1})))
            if math.prod(shape) <= MOST_ELEMENTS:
                self.shapes.append(shape)
        if self.chance(0.05):
            self.shapes[0] = (0, 3)
        self.elements = [self.choose(ELEMENTS) for _ in range(2)]

    # --- Picking -----------------------------------------------------------

    def pick(self, test=lambda b: True):
        fitting = [b for b in self.buffers if test(b)]
        if not fitting:
            return None
        found = self.prefer_unread(fitting)
        self.unread -= {b.name for b in self.buffers if b.roots & found.roots}
        return found

    def fits(self, buffer, apart=()):
        """A buffer of the same extents and element, sharing no storage with
        those of `apart`; or None."""
        return self.pick(
            lambda b: b.extents == buffer.extents
            and b.element == buffer.element
            and not any(b.roots & other.roots for other in apart))

    def int(self):
        return self.recent(self.ints)

    def at(self, buffer):
        return ", ".join(self.index_below(e) for e in buffer.extents)

    # --- Allocating and freeing --------------------------------------------

    def allocate(self, extents, element, stack=False):
        """A new allocation, not written yet."""
        kind = plain_type(extents, element)
        align = (f" {{alignment = {self.random.choice((16, 64, 128))} : i64}}"
                 if self.chance(0.15) else "")
        op = "alloca" if stack else "alloc"
        name = self.define(f"memref.{op}(){align} : {kind}")
        buffer = Buffer(name, extents, element, frozenset([name]), kind)
        if stack:
            self.exact = False
        else:
            self.owned.append(buffer)
        return buffer

    def alloc(self):
        element = self.random.choice(self.elements)
        if self.twins and self.chance(0.05):
            self.allocate_part(self.random.choice(self.shapes), element)
            return
        buffer = self.allocate(self.random.choice(self.shapes), element,
                               self.chance(0.08))
        if self.chance(0.3):
            self.unwritten.append(buffer)
        else:
            self.write(buffer)

    def allocate_part(self, extents, element):
        """Part of a new and larger allocation, all of which is written; the
        type does not tell its layout."""
        larger = tuple(self.random.randrange(max(e, 1), e + 3)
                       for e in extents)
        whole = self.allocate(larger, element)
        self.write(whole)
        self.owned.remove(whole)
        self.forget(whole)
        starts = [self.random.randrange(w - max(e, 1) + 1)
                  for w, e in zip(larger, extents)]
        made, _, kind = self.subview(whole, list(extents), starts)
        part = self.hide_layout(
            Buffer(made, tuple(extents), element, whole.roots, kind))
        self.owned.append(part)
        self.buffers.append(part)
        return part

    def hide_layout(self, buffer):
        """The same buffer as a type that tells the extents only."""
        kind = strided_type(buffer.extents, buffer.element,
                            "?" * buffer.rank, "?")
        name = self.define(f"memref.cast {buffer.name} : {buffer.type} to "
                           f"{kind}")
        return dataclasses.replace(buffer, name=name, type=kind)

    def write_later(self):
        if self.unwritten:
            at = self.random.randrange(len(self.unwritten))
            self.write(self.unwritten.pop(at))

    def forget(self, buffer):
        """Takes out of scope what may lie in what `buffer` lies in."""
        self.buffers = [b for b in self.buffers if not b.roots & buffer.roots]

    def free(self):
        """Frees an allocation of this region, under one of its names."""
        mine = [b for b in self.owned if b not in self.unwritten]
        if not mine:
            return
        buffer = self.random.choice(mine)
        twin = next((b for b in mine if b.type == buffer.type
                     and b is not buffer), None)
        self.look_at(buffer)
        self.owned.remove(buffer)
        self.forget(buffer)
        if twin and self.twins and self.chance(0.3):
            # Both, by names that do not say which is which.
            self.owned.remove(twin)
            self.forget(twin)
            flag = self.bool()
            for one, two in ((buffer, twin), (twin, buffer)):
                name = self.define(f"arith.select {flag}, {one.name}, "
                                   f"{two.name} : {buffer.type}")
                self.dealloc(dataclasses.replace(buffer, name=name))
            return
        self.dealloc(buffer)

    def look_at(self, buffer):
        """Mostly reads what was written before it is freed."""
        if buffer.name in self.unread and self.chance(0.7):
            self.digest(buffer)

    def dealloc(self, buffer):
        name, kind = buffer.name, buffer.type
        if not buffer.plain:
            # What it is part of.
            kind = f"memref<{buffer.element}>"
            name = self.fresh()
            indices = ["index"] * (1 + 2 * buffer.rank)
            self.emit(f"{name}:{1 + len(indices)} = "
                      f"memref.extract_strided_metadata {buffer.name} : "
                      f"{buffer.type} -> {', '.join([kind] + indices)}")
            name += "#0"
        elif buffer.rank and self.twins and self.chance(0.15):
            kind = (f"memref<{'x'.join('?' * buffer.rank)}x{buffer.element}>")
            name = self.define(f"memref.cast {name} : {buffer.type} to {kind}")
        self.emit(f"memref.dealloc {name} : {kind}")

    def free_all(self, but=()):
        """Ends a region: frees what it owns, in any order."""
        for buffer in self.random.sample(self.owned, len(self.owned)):
            if buffer not in but:
                self.look_at(buffer)
                self.forget(buffer)
                self.dealloc(buffer)

    # --- Writing -----------------------------------------------------------

    def generic(self, ins, maps, out, iterators, body):
        """A linalg.generic that writes `out`; `body` gets the block arguments'
        names and gives the value to yield."""
        names = [self.fresh() for _ in range(len(ins) + 1)]
        kinds = [b.element for b in ins] + [out.element]
        inputs = (f"ins({', '.join(b.name for b in ins)} : "
                  f"{', '.join(b.type for b in ins)}) " if ins else "")
        self.emit(
            f"linalg.generic {{indexing_maps = [{', '.join(maps)}], "
            "iterator_types = ["
            + ", ".join(f'"{kind}"' for kind in iterators) +
            f"]}} {inputs}outs({out.name} : {out.type}) {{")
        self.emit("^bb0(" + ", ".join(
            f"{n}: {k}" for n, k in zip(names, kinds)) + "):")
        self.depth += 1
        value = body(*names)
        self.emit(f"linalg.yield {value} : {out.element}")
        self.depth -= 1
        self.emit("}")
        self.unread.add(out.name)

    def write(self, out):
        """Writes all of a buffer, and brings it into scope."""
        whole = affine_map(out.rank, range(out.rank))
        parallel = ["parallel"] * out.rank
        source = self.fits(out, [out])
        form = self.choose({"fill": 2, "iota": 4, "copy": 2, "unary": 3,
                            "binary": 3, "loop": 2})
        if not source and form not in ("fill", "loop"):
            form = "iota"
        if form == "loop" and out.rank != 1:
            form = "iota"
        if form == "fill":
            scalar = self.to_element(self.int(), out.element)
            self.emit(f"linalg.fill ins({scalar} : {out.element}) "
                      f"outs({out.name} : {out.type})")
        elif form == "loop":
            number = self.number
            bound = self.define(f"arith.constant {out.extents[0]} : index")
            self.emit(f"scf.for %w{number} = %c0 to {bound} step %c1 {{")
            self.depth += 1
            at = self.define(f"arith.index_cast %w{number} : index to i64")
            at = self.define(f"arith.addi {at}, {self.int()} : i64")
            value = self.to_element(at, out.element)
            self.emit(f"memref.store {value}, {out.name}[%w{number}] : "
                      f"{out.type}")
            self.depth -= 1
            self.emit("}")
        elif form == "copy":
            self.emit(f"memref.copy {source.name}, {out.name} : "
                      f"{source.type} to {out.type}")
        elif form == "unary":
            self.generic([source], [whole] * 2, out, parallel,
                         lambda a, _: self.binary(out.element, a, a))
        elif form == "binary":
            other = self.fits(out, [out])
            self.generic([source, other], [whole] * 3, out, parallel,
                         lambda a, b, _: self.binary(out.element, a, b))
        else:
            self.generic([], [whole], out, parallel,
                         lambda _: self.count_up(out))
        self.buffers.append(out)
        self.unread.add(out.name)

    def count_up(self, out):
        total = self.int()
        for dim in range(out.rank):
            at = self.define(f"linalg.index {dim} : index")
            at = self.define(f"arith.index_cast {at} : index to i64")
            total = self.define(f"arith.muli {total}, %prime : i64")
            total = self.define(f"arith.addi {total}, {at} : i64")
        return self.to_element(total, out.element)

    def target(self, extents, element, apart):
        """Where to write: a buffer in scope or a new one."""
        old = self.pick(lambda b: b.extents == extents
                        and b.element == element
                        and not any(b.roots & o.roots for o in apart))
        if old and self.chance(0.3):
            return old
        new = self.allocate(extents, element)
        self.buffers.append(new)
        return new

    def elementwise(self):
        one = self.pick()
        two = self.fits(one) or one
        whole = affine_map(one.rank, range(one.rank))
        if self.chance(0.4):
            # Over an input, or into storage that is read at the same place.
            self.generic([two], [whole] * 2, one, ["parallel"] * one.rank,
                         lambda a, o: self.binary(one.element, o, a)
                         ) if not one.roots & two.roots or one == two else None
            return
        out = self.target(one.extents, one.element, [one, two])
        self.generic([one, two], [whole] * 3, out, ["parallel"] * one.rank,
                     lambda a, b, _: self.binary(one.element, a, b))

    def transpose(self):
        one = self.pick(lambda b: b.rank == 2)
        if not one:
            return
        out = self.target(one.extents[::-1], one.element, [one])
        self.generic([one], [affine_map(2, [1, 0]), affine_map(2, [0, 1])],
                     out, ["parallel"] * 2,
                     lambda a, _: self.binary(one.element, a, a))

    def broadcast(self):
        """Reads one element again and again: never in place."""
        big = self.pick(lambda b: b.plain and b.rank and b.count)
        if not big:
            return
        out = self.target(big.extents, big.element, [big])
        zeros = affine_map(big.rank, range(big.rank)).replace(
            f"-> ({', '.join(f'd{i}' for i in range(big.rank))})",
            f"-> ({', '.join('0' for _ in range(big.rank))})")
        # Not "parallel" alone tells it: the map does.
        one = self.define(
            f"memref.subview {big.name}"
            f"[{', '.join('0' for _ in big.extents)}] "
            f"[{', '.join('1' for _ in big.extents)}] "
            f"[{', '.join('1' for _ in big.extents)}] : {big.type} to "
            f"{self.unit_slice(big)}")
        corner = Buffer(one, (1,) * big.rank, big.element, big.roots,
                        self.unit_slice(big))
        whole = affine_map(big.rank, range(big.rank))
        self.generic([corner, big], [zeros, whole, whole], out,
                     ["parallel"] * big.rank,
                     lambda a, b, _: self.binary(big.element, a, b))

    def unit_slice(self, big):
        strides, offset = self.layout(big)
        return strided_type((1,) * big.rank, big.element, strides, offset)

    @staticmethod
    def layout(buffer):
        """Strides and offset as the type has them."""
        if "strided" in buffer.type:
            inside = buffer.type.split("strided<[")[1]
            strides = inside.split("]")[0].split(", ")
            offset = inside.split("offset: ")[1].split(">")[0]
            return strides, offset
        strides = [math.prod(buffer.extents[i + 1:])
                   for i in range(buffer.rank)]
        return [str(s) for s in strides], "0"

    def reduce(self):
        one = self.pick(lambda b: b.rank > 0)
        if not one:
            return
        out = self.allocate(one.extents[:-1], one.element)
        self.write(out)
        if out.roots & one.roots:
            return
        self.generic([one], [affine_map(one.rank, range(one.rank)),
                             affine_map(one.rank, range(one.rank - 1))], out,
                     ["parallel"] * (one.rank - 1) + ["reduction"],
                     lambda a, o: self.binary(one.element, o, a))

    def copy(self):
        one = self.pick()
        out = self.target(one.extents, one.element, [one])
        self.emit(f"memref.copy {one.name}, {out.name} : {one.type} to "
                  f"{out.type}")

    # --- Single elements ---------------------------------------------------

    def load(self):
        one = self.pick(lambda b: b.count > 0)
        if one:
            self.read(one)

    def read(self, one):
        """Reads an element."""
        self.unread.discard(one.name)
        value = self.define(f"memref.load {one.name}[{self.at(one)}] : "
                            f"{one.type}")
        self.observe(value, one.element)

    def store(self):
        one = self.pick(lambda b: b.count > 0)
        if one:
            value = self.to_element(self.int(), one.element)
            self.emit(f"memref.store {value}, {one.name}[{self.at(one)}] : "
                      f"{one.type}")
            self.unread.add(one.name)

    def digest(self, one=None):
        """Reads a whole buffer, in a callee, or an element of one of a layout
        that the callee cannot take."""
        one = one or self.pick(lambda b: b.plain)
        if not one:
            return
        if "strided" in one.type:
            if one.count:
                self.read(one)
            return
        self.unread.discard(one.name)
        kind = f"memref<{'?x' * one.rank}{one.element}>"
        name = one.name
        if kind != one.type:
            name = self.define(f"memref.cast {name} : {one.type} to {kind}")
        self.helpers.add(("dump", one.element, one.rank))
        self.ints.append(self.define(
            f"func.call @dump_{one.element}_{one.rank}({name}, {self.total()}) "
            f": ({kind}, i64) -> i64"))

    def bool(self):
        return self.define(f"arith.cmpi slt, {self.int()}, {self.int()} : i64")

    # --- Views -------------------------------------------------------------

    def view(self):
        one = self.pick(lambda b: b.plain and b.rank and b.count)
        if not one:
            return
        form = self.choose({"subview": 4, "reinterpret": 2, "collapse": 2,
                            "cast": 1, "transpose": 1, "select": 3})
        made, extents, kind = None, one.extents, one.type
        if form == "subview":
            made, extents, kind = self.some_part(one)
        elif form == "reinterpret":
            extents = (one.count,)
            kind = strided_type(extents, one.element, ["1"], "0")
            made = self.define(
                f"memref.reinterpret_cast {one.name} to offset: [0], sizes: "
                f"[{one.count}], strides: [1] : {one.type} to {kind}")
        elif form == "collapse" and one.rank == 2:
            extents = (one.count,)
            kind = plain_type(extents, one.element)
            made = self.define(f"memref.collapse_shape {one.name} [[0, 1]] : "
                               f"{one.type} into {kind}")
        elif form == "cast":
            kind = f"memref<{'?x' * one.rank}{one.element}>"
            made = self.define(
                f"memref.cast {one.name} : {one.type} to {kind}")
        elif form == "transpose" and one.rank == 2:
            extents = one.extents[::-1]
            strides = ["1", str(one.extents[1])]
            kind = (f"memref<{extents[0]}x{extents[1]}x{one.element}, "
                    f"strided<[{', '.join(strides)}]>>")
            made = self.define(f"memref.transpose {one.name} (i, j) -> (j, i) "
                               f": {one.type} to {kind}")
            kind = kind.replace("]>>", "], offset: 0>>")
        elif form == "select":
            two = self.pick(lambda b: b.type == one.type)
            made = self.define(f"arith.select {self.bool()}, {one.name}, "
                               f"{two.name} : {one.type}")
            self.buffers.append(Buffer(made, extents, one.element,
                                       one.roots | two.roots, kind))
            return
        if made:
            self.buffers.append(Buffer(made, extents, one.element, one.roots,
                                       kind))

    def some_part(self, one):
        """A part of each dimension."""
        sizes = [self.random.randrange(1, e + 1) for e in one.extents]
        starts = [self.random.randrange(e - s + 1)
                  for e, s in zip(one.extents, sizes)]
        return self.subview(one, sizes, starts)

    def subview(self, one, sizes, starts):
        """The given part, at a known or computed offset."""
        strides, _ = self.layout(one)
        offset = sum(s * int(t) for s, t in zip(starts, strides))
        names = [str(s) for s in starts]
        if starts and starts[0] < 4 and self.chance(0.4):
            names[0], offset = f"%c{starts[0]}", "?"
        kind = strided_type(sizes, one.element, strides, offset)
        ones = ", ".join("1" for _ in sizes)
        made = self.define(
            f"memref.subview {one.name}[{', '.join(names)}] "
            f"[{', '.join(map(str, sizes))}] [{ones}] : {one.type} to {kind}")
        return made, tuple(sizes), kind
