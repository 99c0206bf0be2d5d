"""The main of random programs on memrefs: calls each, prints what it computed.

Every program is called with arguments that are filled in; its results are
printed as hashes of every bit. The allocation tracker measures from before the
call to after it, and reports once the results are freed. Used by
fuzz_sharing.py, after bufferization, so that no pass under test sees it.
"""

import re

from program_writer import BITS, is_float


def memref_type(text):
    """tensor<2x?xi32> as memref<2x?xi32>."""
    return text.replace("tensor<", "memref<")


def split_type(text):
    """Dimensions as printed, and the element type, of a memref type."""
    *dims, element = re.fullmatch(r"memref<(.*)>", text).group(1).split("x")
    return dims, element


def nest(rank, element, body):
    """Loops over a memref<?x?x...xelement> %m around the lines of `body`, which
    hand on the integer %x as %y."""
    open_lines, close_lines = [], []
    for dim in range(rank):
        outer = "%x" if dim == rank - 1 else f"%x{dim + 1}"
        inner = "%init" if dim == 0 else f"%x{dim}"
        open_lines += [
            f"%d{dim} = arith.constant {dim} : index",
            f"%n{dim} = memref.dim %m, %d{dim} : "
            f"memref<{'?x' * rank}{element}>",
            f"%r{dim} = scf.for %i{dim} = %zero to %n{dim} step %one "
            f"iter_args({outer} = {inner}) -> (i64) {{"]
        result = "%y" if dim == rank - 1 else f"%r{dim + 1}"
        close_lines = [f"scf.yield {result} : i64", "}"] + close_lines
    if not rank:
        return [line.replace("%x", "%init") for line in body], "%y"
    return open_lines + body + close_lines, "%r0"


def helper(verb, element, rank):
    """func.func @VERB_i32_2, which fills a memref or, if VERB ends in "dump",
    hashes all of it."""
    indices = ", ".join(f"%i{i}" for i in range(rank))
    kind = f"memref<{'?x' * rank}{element}>"
    bits = BITS[element]
    if not verb.endswith("dump"):
        body = ["%p = arith.muli %x, %factor : i64",
                "%y = arith.addi %p, %odd : i64",
                "%s = arith.shrui %y, %shift : i64"]
        if is_float(element):
            body += ["%t = arith.trunci %s : i64 to i8",
                     f"%v = arith.sitofp %t : i8 to {element}"]
        elif bits < 64:
            body += [f"%v = arith.trunci %s : i64 to {element}"]
        value = "%s" if element == "i64" else "%v"
        body += [f"memref.store {value}, %m[{indices}] : {kind}"]
    else:
        body = [f"%e = memref.load %m[{indices}] : {kind}"]
        value = "%e"
        if is_float(element):
            body += [f"%b = arith.bitcast %e : {element} to i{bits}"]
            value = "%b"
        if bits < 64:
            body += [f"%w = arith.extui {value} : i{bits} to i64"]
            value = "%w"
        # An odd factor loses no bit of a difference.
        body += [f"%a = arith.addi %x, {value} : i64",
                 "%p = arith.muli %a, %factor : i64",
                 "%y = arith.addi %p, %odd : i64"]
    lines, result = nest(rank, element, body)
    head = ["%zero = arith.constant 0 : index", "%one = arith.constant 1 : index",
            "%factor = arith.constant 6364136223846793005 : i64",
            "%odd = arith.constant 1442695040888963407 : i64",
            "%shift = arith.constant 33 : i64"]
    return "\n".join(
        [f"func.func private @{verb}_{element}_{rank}(%m: {kind}, %init: i64) "
         "-> i64 {"] + head + lines + [f"return {result} : i64", "}"]) + "\n"


class SharingMain:
    """Builds the text of @main for some programs."""

    def __init__(self):
        self.lines, self.helpers, self.number = [], {}, 0

    def define(self, text):
        self.number += 1
        self.lines.append(f"  %m{self.number} = {text}")
        return f"%m{self.number}"

    def visit(self, verb, memref, kind, value):
        """Calls a helper on a memref; gives the integer it returns."""
        dims, element = split_type(kind)
        self.helpers[verb, element, len(dims)] = True
        general = f"memref<{'?x' * len(dims)}{element}>"
        if general != kind:
            memref = self.define(f"memref.cast {memref} : {kind} to {general}")
        return self.define(f"func.call @{verb}_{element}_{len(dims)}({memref}, "
                           f"{value}) : ({general}, i64) -> i64")

    def print(self, value):
        self.lines += [f"  call @printI64({value}) : (i64) -> ()",
                       "  call @printNewline() : () -> ()"]

    def argument(self, kind, how, value):
        """An argument that is filled in; how: extents, or the value of an
        index or i64. Gives its name and what to free."""
        if kind in ("index", "i64"):
            return self.define(f"arith.constant {how} : {kind}"), None
        memref = memref_type(kind)
        element = split_type(memref)[1]
        static = "memref<" + "".join(f"{e}x" for e in how) + f"{element}>"
        made = self.define(f"memref.alloc() : {static}")
        self.visit("main_fill", made, static, value)
        free = (made, static)
        if static != memref:
            made = self.define(f"memref.cast {made} : {static} to {memref}")
        return made, free

    def call(self, program):
        frees, arguments = [], []
        seed = self.define(f"arith.constant {program.seed} : i64")
        for _, kind, how in program.arguments:
            name, free = self.argument(kind, how, seed)
            arguments.append(name)
            frees += [free] if free else []
        types = ", ".join(memref_type(k) for _, k, _ in program.arguments)
        results = [memref_type(k) for k in program.results]
        self.lines.append("  call @memopt_tracker_start() : () -> ()")
        self.number += 1
        name = f"%m{self.number}"
        self.lines.append(
            f"  {name}:{len(results)} = call @{program.name}("
            f"{', '.join(arguments)}) : ({types}) -> ({', '.join(results)})")
        self.lines.append("  call @memopt_tracker_stop() : () -> ()")
        zero = self.define("arith.constant 0 : i64")
        for number, kind in enumerate(results):
            value = f"{name}#{number}"
            if kind == "i64":
                self.print(value)
                continue
            self.print(self.visit("main_dump", value, kind, zero))
            frees.append((value, kind))
        self.free(frees)
        self.lines.append("  call @memopt_tracker_report() : () -> ()")

    def free(self, memrefs):
        """Frees each buffer once, though several results may lie in one."""
        pointers = []
        for value, kind in memrefs:
            pointer = self.define("memref.extract_aligned_pointer_as_index "
                                  f"{value} : {kind} -> index")
            free = self.define("arith.constant true")
            for other in pointers:
                differs = self.define(
                    f"arith.cmpi ne, {pointer}, {other} : index")
                free = self.define(f"arith.andi {free}, {differs} : i1")
            self.lines += [f"  scf.if {free} {{",
                           f"    memref.dealloc {value} : {kind}", "  }"]
            pointers.append(pointer)

    def text(self):
        declarations = [
            "func.func private @printI64(i64)",
            "func.func private @printNewline()",
            *(f"func.func private @memopt_tracker_{verb}()"
              for verb in ("start", "stop", "report")),
            "func.func @main() {"]
        return "".join(helper(*key) for key in sorted(self.helpers)) + (
            "\n".join(declarations + self.lines + ["  return", "}", ""]))
