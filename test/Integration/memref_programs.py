"""Random programs on memrefs that free what they allocate.

The ops of memref_ops.py; in regions: scf.if, for, while and parallel, nested,
also without an iteration, with allocations that stay inside, that come out of
both branches, that a loop hands on or swaps or makes anew, whole or as part of
something larger, and that both branches, or one under a condition, free;
branches, loops and irreducible loops of blocks with memref arguments; memrefs
that lie in memrefs; calls of functions that allocate, free, or give their
argument or part of something larger back. A program returns an integer made of all it has read, and up to
two buffers.
"""

import dataclasses
import math

from memref_ops import Buffer, MemrefOps, plain_type, strided_type

DEEPEST = 3  # regions in regions


class MemrefProgram(MemrefOps):
    def __init__(self, seed):
        super().__init__(seed)
        # A quarter of the programs has no path that depends on data.
        self.calm = self.chance(0.25)
        self.blocks = not self.calm and self.chance(0.3)
        self.callees = {}

    # --- Regions -----------------------------------------------------------

    def enter(self, extra=()):
        """Starts a region; gives what ends it. `keep` of that are buffers
        which the region made and hands on."""
        saved = self.buffers, list(self.ints), self.owned, self.unwritten
        self.buffers = [*self.buffers, *extra]
        self.owned, self.unwritten = [], []
        self.depth += 1

        def leave(keep=()):
            self.free_all(keep)

        def close():
            self.buffers, self.ints, self.owned, self.unwritten = saved
            self.depth -= 1

        return leave, close

    def outside(self, kind):
        """Buffers of a type in scope now."""
        return [b for b in self.buffers if b.type == kind.type
                and b.extents == kind.extents]

    def union(self, name, buffers):
        """A name for one of `buffers`, which are of one type."""
        first = buffers[0]
        return Buffer(name, first.extents, first.element,
                      frozenset().union(*(b.roots for b in buffers)),
                      first.type)

    def own(self, name, like):
        """A new name for a buffer that is now this region's to free."""
        made = Buffer(name, like.extents, like.element, frozenset([name]),
                      like.type)
        self.owned.append(made)
        self.buffers.append(made)
        return made

    def new_like(self, kind):
        if not kind.plain:
            return self.allocate_part(kind.extents, kind.element)
        made = self.allocate(kind.extents, kind.element)
        self.write(made)
        return made

    def hidden(self, kind):
        """What is like `kind`, of a type that does not tell its layout."""
        return dataclasses.replace(
            kind, type=strided_type(kind.extents, kind.element,
                                    "?" * kind.rank, "?"))

    def branch(self):
        """An scf.if that gives an integer and a memref: one that was there, or
        one that each branch made."""
        if self.calm:
            return
        self.exact = False
        kind = self.pick(lambda b: b.plain)
        if not kind:
            return
        fresh, name = self.chance(0.5), self.fresh()
        known = self.outside(kind)
        freed = None
        if fresh and self.chance(0.3):
            kind = self.hidden(kind)
        if fresh and self.owned and self.chance(0.3):
            freed = self.random.choice(self.owned)
            if freed in self.unwritten or freed.roots & kind.roots:
                freed = None
        self.emit(f"{name}:2 = scf.if {self.bool()} -> (i64, {kind.type}) {{")
        for last in (False, True):
            leave, close = self.enter()
            self.statements(self.random.randrange(4))
            result = self.new_like(kind) if fresh else self.random.choice(known)
            leave([result])
            if freed:
                self.forget(freed)
                self.dealloc(freed)
            self.emit(f"scf.yield {self.total()}, {result.name} : i64, "
                      f"{kind.type}")
            close()
            self.emit("}" if last else "} else {")
        if freed:
            self.owned.remove(freed)
            self.forget(freed)
        self.ints.append(f"{name}#0")
        if fresh:
            self.own(f"{name}#1", kind)
        else:
            self.buffers.append(self.union(f"{name}#1", known))

    def trips(self):
        if self.calm:
            return f"%c{self.random.choice((1, 2, 3))}"
        trips = self.random.choice((0, 1, 2, 3))
        self.exact &= trips > 0
        if not self.chance(0.3):
            return f"%c{trips}"
        self.exact = False
        trips = self.define(f"arith.index_cast {self.int()} : i64 to index")
        return self.define(f"arith.remui {trips}, %c3 : index")

    def loop(self):
        """An scf.for that swaps two memrefs, or replaces one by another."""
        form = self.choose({"swap": 6, "replace": 3, "renew": 1})
        if form != "swap":
            self.replacing_loop() if form == "replace" else self.renewing_loop()
            return
        kind = self.pick(lambda b: b.plain)
        if not kind:
            return
        known, name = self.outside(kind), self.fresh()
        inits = [self.random.choice(known).name for _ in range(2)]
        types = f"i64, {kind.type}, {kind.type}"
        self.emit(f"{name}:3 = scf.for {name}at = %c0 to {self.trips()} step "
                  f"%c1 iter_args({name}s = {self.total()}, {name}m = {inits[0]},"
                  f" {name}n = {inits[1]}) -> ({types}) {{")
        inner = [self.union(f"{name}{letter}", known) for letter in "mn"]
        leave, close = self.enter(inner)
        self.ints.append(f"{name}s")
        self.statements(self.random.randrange(1, 5))
        values = [b.name for b in inner[::-1]]
        if self.chance(0.5):
            values = [self.random.choice(known + inner).name for _ in range(2)]
        leave()
        self.emit(f"scf.yield {self.total()}, {', '.join(values)} : {types}")
        close()
        self.emit("}")
        self.ints.append(f"{name}#0")
        self.buffers += [self.union(f"{name}#{i}", known) for i in (1, 2)]

    def replacing_loop(self):
        """Each iteration frees the buffer it was given and hands on its own."""
        # --peak-memory adds the buffers that the result may be.
        self.exact = False
        mine = [b for b in self.owned if b not in self.unwritten]
        if not mine:
            return
        first, name = self.random.choice(mine), self.fresh()
        types = f"i64, {first.type}"
        trips = self.trips()
        self.owned.remove(first)
        self.forget(first)
        if not self.buffers:
            self.write(self.allocate(first.extents, first.element))
        self.emit(f"{name}:2 = scf.for {name}at = %c0 to {trips} step %c1 "
                  f"iter_args({name}s = {self.total()}, {name}m = {first.name}) "
                  f"-> ({types}) {{")
        leave, close = self.enter()
        self.ints.append(f"{name}s")
        self.own(f"{name}m", first)
        self.statements(self.random.randrange(4))
        new = self.new_like(first)
        leave([new])
        self.emit(f"scf.yield {self.total()}, {new.name} : {types}")
        close()
        self.emit("}")
        self.ints.append(f"{name}#0")
        self.own(f"{name}#1", first)

    def free_if(self, flag, *buffers):
        """Frees buffers that are owned if `flag` says so."""
        self.emit(f"scf.if {flag} {{")
        self.depth += 1
        for buffer in buffers:
            self.dealloc(buffer)
        self.depth -= 1
        self.emit("}")
        self.buffers = [b for b in self.buffers
                        if not b.roots & {buffer.name for buffer in buffers}]

    def borrowed(self, name, kind, known):
        """What lies in one of `known`, or in what a loop made before."""
        return Buffer(name, kind.extents, kind.element,
                      frozenset([name]).union(*(b.roots for b in known)),
                      kind.type)

    def renewing_loop(self):
        """Begins with a buffer that stays another's; each iteration frees what
        it was given if an iteration made it."""
        self.exact = False
        kind = self.pick(lambda b: b.plain)
        if self.calm or not kind:
            return
        known, name = self.outside(kind), self.fresh()
        first = self.random.choice(known)
        if self.chance(0.6):
            kind = self.hidden(kind)
            first = self.hide_layout(first)
        types = f"i64, {kind.type}, i1"
        self.emit(f"{name}:3 = scf.for {name}at = %c0 to {self.trips()} step "
                  f"%c1 iter_args({name}s = {self.total()}, {name}m = "
                  f"{first.name}, {name}o = %no) -> ({types}) {{")
        given = self.borrowed(f"{name}m", kind, known)
        leave, close = self.enter([given])
        self.ints.append(f"{name}s")
        self.statements(self.random.randrange(4))
        new = self.new_like(kind)
        self.free_if(f"{name}o", given)
        leave([new])
        self.emit(f"scf.yield {self.total()}, {new.name}, %yes : {types}")
        close()
        self.emit("}")
        self.ints.append(f"{name}#0")
        last = self.borrowed(f"{name}#1", kind, known)
        self.buffers.append(last)
        self.statements(self.random.randrange(3))
        self.free_if(f"{name}#2", last)

    def renewing_while(self):
        """Makes two buffers anew each time it asks whether to go on, and swaps
        them; begins with such that stay another's."""
        self.exact = False
        kind = self.pick(lambda b: b.plain)
        if not kind:
            return
        known, name = self.outside(kind), self.fresh()
        kinds = [self.random.choice((kind, self.hidden(kind)))
                 for _ in range(2)]
        inits = [self.random.choice(known) for _ in kinds]
        inits = [init if k.plain else self.hide_layout(init)
                 for init, k in zip(inits, kinds)]
        passed = f"i64, i64, {kind.type}, {kind.type}"
        carried = f"i64, i64, {kinds[0].type}, {kinds[1].type}, i1"
        limit = self.define(f"arith.constant {self.random.randrange(4)} : i64")
        one = self.define("arith.constant 1 : i64")
        self.emit(f"{name}:4 = scf.while ({name}k = %zero, {name}s = "
                  f"{self.total()}, {name}a = {inits[0].name}, {name}b = "
                  f"{inits[1].name}, {name}o = %no) : ({carried}) -> "
                  f"({passed}) {{")
        given = [self.borrowed(name + letter, k, known)
                 for letter, k in zip("ab", kinds)]
        leave, close = self.enter(given)
        self.ints.append(f"{name}s")
        self.statements(self.random.randrange(2))
        go = self.define(f"arith.cmpi slt, {name}k, {limit} : i64")
        new = [self.new_like(kind) for _ in kinds]
        self.free_if(f"{name}o", *given)
        leave(new)
        self.emit(f"scf.condition({go}) {name}k, {self.total()}, {new[0].name}, "
                  f"{new[1].name} : {passed}")
        close()
        self.emit("} do {")
        self.emit(f"^bb0({name}l: i64, {name}t: i64, {name}p: {kind.type}, "
                  f"{name}q: {kind.type}):")
        new = [Buffer(name + letter, kind.extents, kind.element,
                      frozenset([name + letter]), kind.type)
               for letter in "pq"]
        leave, close = self.enter(new)
        self.ints.append(f"{name}t")
        self.statements(self.random.randrange(3))
        following = self.define(f"arith.addi {name}l, {one} : i64")
        leave()
        new = [n if k.plain else self.hide_layout(n)
               for n, k in zip(new[::-1], kinds)]
        self.emit(f"scf.yield {following}, {self.total()}, {new[0].name}, "
                  f"{new[1].name}, %yes : {carried}")
        close()
        self.emit("}")
        self.ints.append(f"{name}#1")
        self.own(f"{name}#2", kind)
        self.own(f"{name}#3", kind)

    def while_loop(self):
        """Turns as often as an integer that it carries says."""
        if self.calm:
            return
        if self.chance(0.4):
            self.renewing_while()
            return
        self.exact = False
        kind = self.pick(lambda b: b.plain and b.count)
        if not kind:
            return
        known, name = self.outside(kind), self.fresh()
        types = f"i64, i64, {kind.type}"
        limit = self.define(f"arith.constant {self.random.randrange(4)} : i64")
        one = self.define("arith.constant 1 : i64")
        self.emit(f"{name}:3 = scf.while ({name}k = %zero, {name}s = "
                  f"{self.total()}, {name}w = {self.random.choice(known).name}) "
                  f": ({types}) -> ({types}) {{")
        first = self.union(f"{name}w", known)
        leave, close = self.enter([first])
        self.ints.append(f"{name}s")
        self.statements(self.random.randrange(2))
        go = self.define(f"arith.cmpi slt, {name}k, {limit} : i64")
        value = self.random.choice([first, *known]).name
        leave()
        self.emit(f"scf.condition({go}) {name}k, {self.total()}, {value} : "
                  f"{types}")
        close()
        self.emit("} do {")
        self.emit(f"^bb0({name}l: i64, {name}t: i64, {name}v: {kind.type}):")
        second = self.union(f"{name}v", known)
        leave, close = self.enter([second])
        self.ints.append(f"{name}t")
        self.statements(self.random.randrange(1, 4))
        following = self.define(f"arith.addi {name}l, {one} : i64")
        leave()
        value = self.random.choice([second, *known]).name
        self.emit(f"scf.yield {following}, {self.total()}, {value} : {types}")
        close()
        self.emit("}")
        self.ints.append(f"{name}#1")
        self.buffers.append(self.union(f"{name}#2", known))

    def parallel(self):
        """Each iteration has storage of its own, and writes its element."""
        out = self.pick(lambda b: b.plain and b.rank == 1 and b.count)
        if not out:
            return
        number = self.fresh()[2:]
        bound = self.define(f"arith.constant {out.count} : index")
        scratch = plain_type((4,), "i64")
        for line in (
                f"scf.parallel (%p{number}) = (%c0) to ({bound}) step (%c1) {{",
                f"  %q{number} = memref.alloc() : {scratch}",
                f"  %r{number} = arith.index_cast %p{number} : index to i64",
                f"  linalg.fill ins(%r{number} : i64) outs(%q{number} : "
                f"{scratch})",
                f"  %s{number} = memref.load %q{number}[%c2] : {scratch}"):
            self.emit(line)
        self.depth += 1
        value = self.to_element(f"%s{number}", out.element)
        self.emit(f"memref.store {value}, {out.name}[%p{number}] : {out.type}")
        self.emit(f"memref.dealloc %q{number} : {scratch}")
        self.depth -= 1
        self.emit("  scf.reduce")
        self.emit("}")

    # --- Blocks ------------------------------------------------------------

    def block_branch(self):
        """Two blocks that meet, with a memref argument each."""
        if self.depth > 1 or not self.blocks:
            return
        kind = self.pick(lambda b: b.plain)
        if not kind:
            return
        self.exact = False
        known, name = self.outside(kind), self.fresh()[1:]
        mine = [b for b in self.owned if b not in self.unwritten
                and not b.roots & frozenset().union(*(k.roots for k in known))]
        freed = self.random.choice(mine) if mine and self.chance(0.5) else None
        one, two = (self.random.choice(known) for _ in range(2))
        self.emit(f"cf.cond_br {self.bool()}, ^{name}a({one.name} : {one.type})"
                  f", ^{name}b({two.name} : {two.type})")
        for letter in "ab":
            self.lines.append(f"^{name}{letter}(%{name}{letter}: {kind.type}):")
            inner = self.union(f"%{name}{letter}", known)
            leave, close = self.enter([inner])
            self.depth = 2
            self.statements(self.random.randrange(4))
            leave()
            if freed:
                self.dealloc(freed)
            result = self.random.choice([inner, *known])
            self.emit(f"cf.br ^{name}c({self.total()}, {result.name} : i64, "
                      f"{kind.type})")
            close()
        self.lines.append(f"^{name}c(%{name}i: i64, %{name}m: {kind.type}):")
        if freed:
            self.owned.remove(freed)
            self.forget(freed)
        self.ints.append(f"%{name}i")
        self.buffers.append(self.union(f"%{name}m", known))

    def block_loop(self):
        """A loop of two blocks, entered at the first or at either; the memrefs
        change places on the way round."""
        if self.depth > 1 or not self.blocks:
            return
        kind = self.pick(lambda b: b.plain)
        if not kind:
            return
        self.exact = False
        known, name = self.outside(kind), self.fresh()[1:]
        limit = self.define(f"arith.constant {self.random.randrange(5)} : i64")
        step = self.define("arith.constant 1 : i64")
        types = f"i64, i64, {kind.type}, {kind.type}"

        def pair():
            return ", ".join(self.random.choice(known).name for _ in range(2))

        start = f"(%zero, {self.total()}, {pair()} : {types})"
        if self.chance(0.4):
            self.emit(f"cf.cond_br {self.bool()}, ^{name}a{start}, "
                      f"^{name}b{start}")
        else:
            self.emit(f"cf.br ^{name}a{start}")
        for letter, following in (("a", "b"), ("b", "c")):
            own = [f"%{name}{letter}{i}" for i in range(4)]
            self.lines.append(
                f"^{name}{letter}(" + ", ".join(
                    f"{n}: {t}" for n, t in zip(own, types.split(", ")))
                + "):")
            inner = [self.union(n, known) for n in own[2:]]
            leave, close = self.enter(inner)
            self.depth = 2
            self.ints.append(own[1])
            self.statements(self.random.randrange(3))
            leave()
            count = self.define(f"arith.addi {own[0]}, {step} : i64")
            values = f"({count}, {self.total()}, {own[3]}, {own[2]} : {types})"
            if letter == "a":
                self.emit(f"cf.br ^{name}{following}{values}")
            else:
                go = self.define(f"arith.cmpi slt, {count}, {limit} : i64")
                self.emit(f"cf.cond_br {go}, ^{name}a{values}, "
                          f"^{name}c{values}")
            close()
        own = [f"%{name}c{i}" for i in range(4)]
        self.lines.append(f"^{name}c(" + ", ".join(
            f"{n}: {t}" for n, t in zip(own, types.split(", "))) + "):")
        self.ints.append(own[1])
        self.buffers += [self.union(n, known) for n in own[2:]]

    # --- Pointers that others keep -----------------------------------------

    def box(self):
        """A memref lies in a memref, and is used through it."""
        if self.calm:
            return
        one = self.pick(lambda b: b.plain)
        if not one:
            return
        self.exact = False
        kind = f"memref<{one.type}>"
        name = self.define(f"memref.alloc() : {kind}")
        self.emit(f"memref.store {one.name}, {name}[] : {kind}")
        self.statements(self.random.randrange(3))
        inner = self.define(f"memref.load {name}[] : {kind}")
        self.emit(f"memref.dealloc {name} : {kind}")
        if any(b.name == one.name for b in self.buffers):
            self.buffers.append(Buffer(inner, one.extents, one.element,
                                       one.roots, one.type))

    def call(self):
        one = self.pick(lambda b: b.plain)
        if not one:
            return
        verb = self.choose({"same": 2, "fresh": 3, "part": 2, "take": 1})
        if verb == "part" and not one.count:
            verb = "fresh"
        kind = one.type
        mine = [b for b in self.owned if b not in self.unwritten]
        if verb == "take":
            if self.calm or not mine:
                return
            one = self.random.choice(mine)
            kind = one.type
            self.exact = False
            self.owned.remove(one)
            self.forget(one)
        callee = f"{self.name}_{verb}_{len(self.callees)}"
        number = self.callees.setdefault((verb, kind), callee)
        name = self.fresh()
        result = self.callee_result(verb, kind)
        self.emit(f"{name} = func.call @{number}({one.name}) : ({kind}) -> "
                  f"{result}")
        if verb == "take":
            self.observe(name, "i64")
        elif verb in ("fresh", "part"):
            self.own(name, dataclasses.replace(one, type=result))
        else:
            self.buffers.append(self.union(name, [one]))

    @staticmethod
    def callee_result(verb, kind):
        if verb == "take":
            return "i64"
        if verb == "part":
            rank = kind.count("x")
            return (f"{kind[:-1]}, strided<[{', '.join('?' * rank)}], "
                    "offset: ?>>")
        return kind

    @staticmethod
    def last_of_two(extents, element):
        extents = [int(e) for e in extents]
        strides = [math.prod(extents[i + 1:]) for i in range(len(extents))]
        return strided_type(extents, element, strides, math.prod(extents))

    def callee_text(self, verb, kind, name):
        element = kind[7:-1].split("x")[-1]
        rank = kind.count("x")
        result = self.callee_result(verb, kind)
        general = f"memref<{'?x' * rank}{element}>"
        if verb == "same":
            lines = [f"%u = memref.cast %m : {kind} to {general}",
                     f"%r = memref.cast %u : {general} to {kind}"]
            lines = lines if rank else []
            lines.append(f"return {'%r' if rank else '%m'} : {kind}")
        elif verb == "fresh":
            lines = [f"%t = memref.alloc() : {kind}",
                     f"memref.copy %m, %t : {kind} to {kind}",
                     f"%r = memref.alloc() : {kind}",
                     f"memref.copy %t, %r : {kind} to {kind}",
                     f"memref.dealloc %t : {kind}", f"return %r : {kind}"]
        elif verb == "part":
            # The last of two of the same.
            whole = f"memref<2x{kind[7:]}"
            extents = kind[7:-1].split("x")[:-1]
            zeros, ones = ["0"] * rank, ["1"] * (1 + rank)
            lines = [f"%t = memref.alloc() : {whole}",
                     f"%v = memref.subview %t[{', '.join(['1'] + zeros)}] "
                     f"[{', '.join(['1'] + extents)}] [{', '.join(ones)}] : "
                     f"{whole} to {self.last_of_two(extents, element)}",
                     f"memref.copy %m, %v : {kind} to "
                     f"{self.last_of_two(extents, element)}",
                     f"%r = memref.cast %v : "
                     f"{self.last_of_two(extents, element)} to {result}",
                     f"return %r : {result}"]
        else:
            lines = [f"memref.dealloc %m : {kind}",
                     "%r = arith.constant 5 : i64", "return %r : i64"]
        return (f"func.func private @{name}(%m: {kind}) -> {result} {{\n  "
                + "\n  ".join(lines) + "\n}\n")

    # --- The whole ---------------------------------------------------------

    def statements(self, count):
        kinds = {self.alloc: 6, self.write_later: 3, self.free: 5,
                 self.elementwise: 7, self.transpose: 2, self.broadcast: 1,
                 self.reduce: 1, self.copy: 2, self.load: 5, self.store: 2,
                 self.digest: 3, self.view: 4}
        if self.depth <= DEEPEST:
            kinds.update({self.branch: 2, self.loop: 2.5, self.while_loop: 0.7,
                          self.parallel: 0.5, self.block_branch: 3,
                          self.block_loop: 2, self.box: 0.5, self.call: 1})
        for _ in range(count):
            if not self.buffers:
                self.alloc()
                continue
            self.choose(kinds)()

    def text(self):
        self.arguments = [("%n", "i64", 7)]
        for number in range(self.random.randrange(3)):
            shape = self.random.choice(self.shapes)
            element = self.random.choice(self.elements)
            kind = plain_type(shape, element)
            name = f"%a{number}"
            self.buffers.append(Buffer(name, shape, element,
                                       frozenset(["arguments"]), kind))
            self.arguments.append((name, kind, shape))
        self.constants()
        self.emit("%no = arith.constant false")
        self.emit("%yes = arith.constant true")
        self.ints = ["%n"]
        self.statements(self.random.randrange(8, 30))
        for buffer in self.buffers[-4:]:
            self.digest()
        results = [b for b in self.owned
                   if b.plain and b not in self.unwritten]
        results = self.random.sample(results, min(
            len(results), self.random.randrange(3)))
        self.free_all(results)
        self.results = ["i64"] + [b.type for b in results]
        self.emit("return " + ", ".join([self.total()]
                                        + [b.name for b in results])
                  + f" : {', '.join(self.results)}")
        head = ", ".join(f"{name}: {kind}" for name, kind, _ in self.arguments)
        return "".join(self.callee_text(verb, kind, name) for (verb, kind), name
                       in sorted(self.callees.items())) + (
            f"func.func @{self.name}({head}) -> ({', '.join(self.results)}) "
            "{\n" + "\n".join(self.lines) + "\n}\n")


class StraightProgram(MemrefProgram):
    """One without regions, calls, and stack storage: see count_overlap.py."""

    def __init__(self, seed):
        super().__init__(seed)
        self.twins = False

    def alloc(self):
        self.write(self.allocate(self.random.choice(self.shapes),
                                 self.random.choice(self.elements)))

    def digest(self, one=None):
        """Reads in this function, not in a callee."""
        one = one or self.pick(lambda b: b.count > 0)
        if one and one.count:
            self.read(one)

    def statements(self, count):
        kinds = {self.alloc: 6, self.free: 3, self.elementwise: 8,
                 self.transpose: 2, self.broadcast: 1, self.reduce: 1,
                 self.copy: 2, self.load: 4, self.store: 2, self.view: 3}
        for _ in range(count):
            self.choose(kinds if self.buffers else {self.alloc: 1})()
