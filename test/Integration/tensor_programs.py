"""Random programs on tensors, to be bufferized.

The ops of tensor_ops.py; slices that are extracted, inserted and concatenated,
pad, expand and collapse; tensors without dimensions and without elements;
scf.if, index_switch, for, while and forall that carry and swap tensors, nested,
also without an iteration; calls of private functions; sizes known, equal by one
value, or equal by chance. A program takes tensors and sizes, and returns an
integer and one to three tensors.
"""

from tensor_ops import Dim, Tensor, TensorOps, is_float

DEEPEST = 3  # regions in regions


class TensorProgram(TensorOps):
    # --- Views -------------------------------------------------------------

    def slice_of(self, big, small=None):
        """Text and dims of a slice of `big`; of the extents of `small`, if
        given. Named dimensions are taken whole."""
        offsets, sizes, strides, dims = [], [], [], []
        for at, dim in enumerate(big.dims):
            extent = small.extents[at] if small else None
            if dim.name:
                offset, stride, size = 0, 1, small.dims[at] if small else dim
            else:
                extent = extent or self.random.randrange(1, dim.extent + 1)
                stride = (2 if 2 * extent - 1 <= dim.extent
                          and self.chance(0.2) else 1)
                offset = self.random.randrange(
                    dim.extent - (extent - 1) * stride)
                size = small.dims[at] if small else Dim(extent)
            if offset < 4 and self.chance(0.2):
                offset = f"%c{offset}"
            offsets.append(str(offset))
            sizes.append(size.name or str(size.extent))
            strides.append(str(stride))
            dims.append(size)
        text = "".join(f"[{', '.join(part)}]{space}" for part, space in
                       ((offsets, " "), (sizes, " "), (strides, "")))
        return text, dims

    def extract_slice(self):
        big = self.pick(lambda t: t.rank > 0 and t.count > 0)
        if not big:
            return
        text, dims = self.slice_of(big)
        kind = Tensor("", tuple(dims), big.element).type
        self.add(self.define(f"tensor.extract_slice {big.name}{text} : "
                             f"{big.type} to {kind}"), dims, big.element)

    def insert_slice(self):
        big = self.pick(lambda t: t.rank > 0 and t.count > 0)
        if not big:
            return
        small = self.pick(
            lambda t: t.element == big.element and t.rank == big.rank
            and t.count > 0 and
            all(s == b if d.name else s <= b
                for s, b, d in zip(t.extents, big.extents, big.dims)))
        text, _ = self.slice_of(big, small)
        self.add(self.define(f"tensor.insert_slice {small.name} into "
                             f"{big.name}{text} : {small.type} into "
                             f"{big.type}"), big.dims, big.element)

    def concatenate(self):
        """Two tensors one after the other in a new one."""
        one = self.pick(lambda t: t.rank > 0 and t.count > 0
                        and not t.dims[0].name and t.count < 100)
        if not one:
            return
        two = self.pick(lambda t: t.rank == one.rank and t.count > 0 and
                        t.element == one.element and not t.dims[0].name
                        and t.extents[1:] == one.extents[1:]) or one
        first = one.dims[0].extent
        dims = (Dim(first + two.dims[0].extent), *one.dims[1:])
        whole = self.empty(dims, one.element)
        for part, offset in ((one, 0), (two, first)):
            zeros = "".join(", 0" for _ in dims[1:])
            ones = "".join(", 1" for _ in dims[1:])
            sizes = ", ".join(d.name or str(d.extent) for d in part.dims)
            whole = Tensor(self.define(
                f"tensor.insert_slice {part.name} into {whole.name}"
                f"[{offset}{zeros}] [{sizes}] [1{ones}] : {part.type} into "
                f"{whole.type}"), dims, one.element)
        self.tensors.append(whole)

    def pad(self):
        one = self.pick(lambda t: t.rank > 0 and 0 < t.count < 60
                        and not any(d.name for d in t.dims))
        if not one:
            return
        low = [self.random.randrange(2) for _ in one.dims]
        high = [self.random.randrange(3) for _ in one.dims]
        dims = [Dim(l + d.extent + h) for l, d, h in zip(low, one.dims, high)]
        value = self.to_element(self.int(), one.element)
        name, arguments = self.fresh(), [self.fresh() for _ in dims]
        self.emit(f"{name} = tensor.pad {one.name} low{low} high{high} {{")
        self.emit("^bb0(" + ", ".join(f"{a}: index" for a in arguments) + "):")
        self.emit(f"  tensor.yield {value} : {one.element}")
        kind = Tensor("", tuple(dims), one.element).type
        self.emit(f"}} : {one.type} to {kind}")
        self.add(name, dims, one.element)

    def reshape(self):
        one = self.pick(lambda t: t.rank in (1, 2)
                        and not any(d.name for d in t.dims))
        if not one:
            return
        if one.rank == 2:
            dims = [Dim(one.count)]
            text = "tensor.collapse_shape {} [[0, 1]] : {} into {}"
        else:
            parts = 2 if one.count % 2 == 0 else 1
            dims = [Dim(parts), Dim(one.count // parts)]
            text = ("tensor.expand_shape {} [[0, 1]] output_shape "
                    f"[{parts}, {one.count // parts}] : {{}} into {{}}")
        kind = Tensor("", tuple(dims), one.element).type
        self.add(self.define(text.format(one.name, one.type, kind)), dims,
                 one.element)

    def dim(self):
        """A size under another name; equal, but not for all to see."""
        one = self.pick(lambda t: any(d.name for d in t.dims))
        if not one:
            return
        at = next(i for i, d in enumerate(one.dims) if d.name)
        size = Dim(one.extents[at], self.define(
            f"tensor.dim {one.name}, %c{at} : {one.type}"))
        self.shapes.append(tuple(size if i == at else d
                                 for i, d in enumerate(one.dims)))

    # --- Regions -----------------------------------------------------------

    def region(self, count, extra=()):
        """Emits a region's statements, with `extra` tensors in scope; gives
        what ends the scope."""
        lists = (self.tensors, self.ints, self.shapes)
        lengths = [len(values) for values in lists]
        self.depth += 1
        self.tensors += extra
        self.statements(count)
        for tensor in self.tensors[lengths[0]:]:
            if tensor.name in self.unread and self.chance(0.5):
                self.digest(tensor)

        def leave():
            for values, length in zip(lists, lengths):
                del values[length:]
            self.depth -= 1

        return leave

    def like(self, tensor):
        """A tensor of the very type and extents, maybe itself."""
        return self.pick(lambda t: t.type == tensor.type
                         and t.extents == tensor.extents) or tensor

    def carried(self):
        """Tensors for a region to carry; often two of one type."""
        first = self.pick()
        more = self.random.choice((0, 1, 1, 2))
        return [first] + [self.like(first) if self.chance(0.7) else
                          self.pick() for _ in range(more)]

    def yielded(self, kinds, extra):
        """What a region yields for `kinds`; sometimes `extra` the other way
        round, as ping-pong buffers."""
        turned = [*extra[1:], *extra[:1]]
        if self.chance(0.4) and all(
                a.type == b.type and a.extents == b.extents
                for a, b in zip(turned, kinds)) and extra:
            return turned
        return [self.like(k) for k in kinds]

    def finish(self, name, kinds, total=0):
        """Brings the results `name#i` into scope; `total` is the integer's."""
        self.ints.append(f"{name}#{total}")
        for number, kind in enumerate(kinds, total + 1):
            self.add(f"{name}#{number}", kind.dims, kind.element)

    def emit_yield(self, values, types):
        self.emit(f"scf.yield {self.total()}, "
                  + ", ".join(v.name for v in values) + f" : {types}")

    def bool(self):
        if self.chance(0.2):
            return self.define(f"arith.constant {self.chance(0.5)}".lower())
        return self.define(f"arith.cmpi slt, {self.int()}, {self.int()} : i64")

    def branch(self):
        """An scf.if or scf.index_switch with results."""
        self.exact = False
        kinds, name = self.carried(), self.fresh()
        types = ", ".join(["i64"] + [k.type for k in kinds])
        if self.chance(0.3):
            flag = self.define(f"arith.remui {self.int()}, %prime : i64")
            flag = self.define(f"arith.index_cast {flag} : i64 to index")
            flag = self.define(f"arith.remui {flag}, %c3 : index")
            self.emit(f"{name}:{len(kinds) + 1} = scf.index_switch {flag} -> "
                      f"{types}")
            heads = ["case 0 {", "case 1 {", "default {"]
        else:
            self.emit(f"{name}:{len(kinds) + 1} = scf.if {self.bool()} -> "
                      f"({types}) {{")
            heads = ["", "} else {"]
        for head in heads:
            if head:
                self.emit(head)
            leave = self.region(self.random.randrange(4))
            self.emit_yield([self.like(k) for k in kinds], types)
            leave()
            if head.startswith(("case", "default")):
                self.emit("}")
        if not heads[0]:
            self.emit("}")
        self.finish(name, kinds)

    def loop(self):
        kinds, name = self.carried(), self.fresh()
        types = ", ".join(["i64"] + [k.type for k in kinds])
        trips = f"%c{self.random.choice((0, 1, 2, 3, 3))}"
        if trips == "%c0":
            self.exact = False
        if self.chance(0.2):
            self.exact = False
            trips = self.define(f"arith.index_cast {self.int()} : i64 to index")
            trips = self.define(f"arith.remui {trips}, %c3 : index")
        inner = [Tensor(f"{name}i{i}", k.dims, k.element)
                 for i, k in enumerate(kinds)]
        inits = "".join(f", {i.name} = {k.name}" for i, k in zip(inner, kinds))
        self.emit(f"{name}:{len(kinds) + 1} = scf.for {name}at = %c0 to "
                  f"{trips} step %c1 iter_args({name}sum = {self.total()}{inits})"
                  f" -> ({types}) {{")
        self.ints.append(f"{name}sum")
        leave = self.region(self.random.randrange(1, 5), inner)
        self.emit_yield(self.yielded(kinds, inner), types)
        leave()
        self.ints.remove(f"{name}sum")
        self.emit("}")
        self.finish(name, kinds)

    def while_loop(self):
        """Turns as often as an integer that it carries says."""
        self.exact = False
        kinds, name = self.carried(), self.fresh()
        types = ", ".join(["i64", "i64"] + [k.type for k in kinds])
        limit = self.define(
            f"arith.constant {self.random.randrange(4)} : i64")
        one = self.define("arith.constant 1 : i64")
        first, second = ([Tensor(f"{name}{letter}{i}", k.dims, k.element)
                          for i, k in enumerate(kinds)] for letter in "ba")
        inits = "".join(f", {i.name} = {k.name}" for i, k in zip(first, kinds))
        self.emit(f"{name}:{len(kinds) + 2} = scf.while ({name}n = %zero, "
                  f"{name}s = {self.total()}{inits}) : ({types}) -> ({types}) "
                  "{")
        self.ints.append(f"{name}s")
        leave = self.region(self.random.randrange(2), first)
        go = self.define(f"arith.cmpi slt, {name}n, {limit} : i64")
        self.emit(f"scf.condition({go}) " + ", ".join(
            [f"{name}n", self.total()]
            + [v.name for v in self.yielded(kinds, first)]) + f" : {types}")
        leave()
        self.emit("} do {")
        self.emit(f"^bb0({name}m: i64, {name}t: i64, " + ", ".join(
            f"{t.name}: {t.type}" for t in second) + "):")
        self.ints[-1] = f"{name}t"
        leave = self.region(self.random.randrange(1, 4), second)
        following = self.define(f"arith.addi {name}m, {one} : i64")
        self.emit("scf.yield " + ", ".join(
            [following, self.total()]
            + [v.name for v in self.yielded(kinds, second)]) + f" : {types}")
        leave()
        self.emit("}")
        self.ints.pop()
        self.finish(name, kinds, total=1)

    def forall(self):
        """Each iteration computes one row of the result."""
        one = self.pick(lambda t: t.rank > 0 and t.count > 0
                        and not t.dims[0].name)
        if not one or self.depth > DEEPEST:
            return
        name = self.fresh()
        sizes = ", ".join(["1"] + [d.name or str(d.extent)
                                   for d in one.dims[1:]])
        rest = ", 0" * (one.rank - 1), ", 1" * (one.rank - 1)
        window = f"[{name}at{rest[0]}] [{sizes}] [1{rest[1]}]"
        row = Tensor(f"{name}row", (Dim(1), *one.dims[1:]), one.element)
        self.emit(f"{name} = scf.forall ({name}at) in ({one.extents[0]}) "
                  f"shared_outs({name}out = {one.name}) -> ({one.type}) {{")
        self.emit(f"  {row.name} = tensor.extract_slice {one.name}{window} : "
                  f"{one.type} to {row.type}")
        leave = self.region(self.random.randrange(3), [row])
        scalar = self.to_element(self.int(), one.element)
        out = self.empty(row.dims, row.element)
        made = self.define(f"linalg.fill ins({scalar} : {one.element}) "
                           f"outs({out.name} : {out.type}) -> {out.type}")
        kind = "subf" if is_float(one.element) else "subi"
        made = self.define(f"arith.{kind} {made}, {row.name} : {row.type}")
        self.emit("scf.forall.in_parallel {")
        self.emit(f"  tensor.parallel_insert_slice {made} into {name}out"
                  f"{window} : {row.type} into {one.type}")
        self.emit("}")
        leave()
        self.emit("}")
        self.add(name, one.dims, one.element)

    def call(self):
        """Calls a function of the program, made at the first call."""
        if not self.callees:
            self.callees.append(Callee(self))
        callee = self.callees[0]
        arguments = [self.like(t) for t in callee.parameters]
        if any(a in callee.parameters for a in arguments):
            return
        types = ", ".join(a.type for a in arguments)
        name = self.define(
            f"func.call @{callee.name}("
            + ", ".join(a.name for a in arguments) +
            f") : ({types}) -> {callee.parameters[0].type}")
        self.add(name, callee.parameters[0].dims, callee.parameters[0].element)

    def statements(self, count):
        kinds = {self.make: 4, self.elementwise: 8, self.convert: 1,
                 self.transpose: 2, self.broadcast: 3, self.matmul: 2,
                 self.reduce: 2, self.extract: 2, self.insert: 1,
                 self.extract_slice: 2, self.insert_slice: 2,
                 self.concatenate: 1, self.pad: 1, self.reshape: 1,
                 self.dim: self.dynamic}
        if self.depth <= DEEPEST:
            kinds.update({self.branch: 1.5, self.loop: 2, self.while_loop: 0.5,
                          self.forall: 0.5, self.call: 1})
        for _ in range(count):
            self.choose(kinds)()

    # --- The whole ---------------------------------------------------------

    def body(self):
        """Statements and a return; gives the argument and result types."""
        parameters = []
        for number, extent in enumerate(self.index_arguments):
            parameters.append((f"%n{number}", "index", extent))
        for number in range(self.random.randrange(1, 4)):
            tensor = Tensor(f"%a{number}", self.random.choice(self.shapes),
                            self.random.choice(self.elements))
            self.tensors.append(tensor)
            parameters.append((tensor.name, tensor.type, tensor.extents))
        self.constants()
        self.ints = ["%prime"]
        self.make()
        self.statements(self.random.randrange(6, 22))
        results = [self.pick() for _ in range(self.random.randrange(1, 4))]
        for tensor in list(self.tensors):
            if tensor.name in self.unread and self.chance(0.8):
                self.digest(tensor)
        types = ["i64"] + [t.type for t in results]
        self.emit("return " + ", ".join([self.total()]
                                        + [t.name for t in results])
                  + f" : {', '.join(types)}")
        return parameters, types

    def text(self):
        self.arguments, self.results = self.body()
        head = ", ".join(f"{name}: {kind}" for name, kind, _ in self.arguments)
        return "".join(callee.text for callee in self.callees) + (
            f"func.func @{self.name}({head}) -> ({', '.join(self.results)}) "
            "{\n" + "\n".join(self.lines) + "\n}\n")


class Callee(TensorProgram):
    """A private function of two tensors that gives one like the first."""

    def __init__(self, caller):
        super().__init__(f"callee of {caller.seed}")
        self.name = f"{caller.name}_callee"
        static = [s for s in caller.shapes if not any(d.name for d in s)]
        self.shapes = static or [(Dim(3),)]
        self.sizes = [Dim(2), Dim(3)]
        self.elements, self.dynamic = caller.elements, False
        self.depth = DEEPEST  # one region, at most
        self.callees = [self]
        self.parameters = [Tensor(f"%a{i}", self.shapes[0], self.elements[0])
                           for i in range(2)]
        self.tensors += self.parameters
        self.constants()
        self.ints = ["%prime"]
        self.statements(self.random.randrange(2, 6))
        result = self.like(self.parameters[0])
        caller.exact &= self.exact
        kind = result.type
        self.text = (f"func.func private @{self.name}(%a0: {kind}, %a1: {kind})"
                     f" -> {kind} {{\n" + "\n".join(self.lines) +
                     f"\n  return {result.name} : {kind}\n}}\n")

    def call(self):
        """No function calls itself."""
