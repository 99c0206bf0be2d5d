"""Random programs must compute the same before and after --min-peak-schedule.

  fuzz_schedule.py --seeds 0..500 --lib-dir /usr/lib/llvm-22/lib --keep out

Each seed is one function with memory effects that a wrong order would show:
loads and stores through views, casts, selects and memrefs that regions, loops
and calls return or that lie in other memrefs; tensors that are made of what was
read; scf.if, scf.for, scf.while; assertions that hold; divisions behind them;
large tensors throughout, so that another order has a lower peak. A function
returns a checksum of what it has read. Equal seeds give equal programs.

Many functions share a module and one main, which prints the checksums, since
starting the tools costs more than running a function. The module runs as it is
and after the pass; a line that differs names the seed. The files of a failure
stay in the folder of --keep, or in a temporary one.

Exit code 0: all equal; 1: a difference, or a program that fails after the pass
only (it does not verify, an assertion fails, a division traps); 2: a tool
failed. Cost: about 0.1 s for each seed.
"""

import argparse
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile

SMALL = 8  # elements of each memref
SIZES = (64, 256, 1024)  # elements of the tensors that make up the peak
# Tensors become buffers without copies of ours, and freed by the pipeline.
BUFFERIZE = (
    "func.func(convert-elementwise-to-linalg),one-shot-bufferize{"
    "bufferize-function-boundaries=true allow-return-allocs-from-loops=true "
    "function-boundary-type-conversion=identity-layout-map}")
LOWER = (
    "func.func(convert-linalg-to-loops,lower-affine),convert-scf-to-cf,"
    "expand-strided-metadata,lower-affine,convert-math-to-llvm,"
    "finalize-memref-to-llvm,convert-arith-to-llvm,convert-index-to-llvm,"
    "convert-cf-to-llvm,convert-func-to-llvm,convert-vector-to-llvm,"
    "reconcile-unrealized-casts")
# What the transformation gets to see.
FORMS = {
    "cf": "convert-scf-to-cf",
    "buffers": f"{BUFFERIZE},canonicalize,cse",
    "frees": f"{BUFFERIZE},canonicalize,cse,buffer-deallocation-pipeline,"
             "convert-bufferization-to-memref",
    "loops": f"{BUFFERIZE},canonicalize,cse,func.func(convert-linalg-to-loops)",
    "affine": f"{BUFFERIZE},func.func(convert-linalg-to-affine-loops),cse",
    "blocks": f"{BUFFERIZE},func.func(convert-linalg-to-loops),"
              "canonicalize,cse,convert-scf-to-cf",
}
RUNNER_LIBRARIES = ("libmlir_runner_utils.so", "libmlir_c_runner_utils.so")

MEMREF = f"memref<{SMALL}xi64>"
VIEW = "memref<?xi64, strided<[?], offset: ?>>"
# What every program may call and name.
SHARED = f"""
memref.global "private" @fuzz_global : {MEMREF} = dense<3>
func.func private @fuzz_same(%m: {MEMREF}) -> {MEMREF} {{
  %u = memref.cast %m : {MEMREF} to memref<?xi64>
  %r = memref.cast %u : memref<?xi64> to {MEMREF}
  return %r : {MEMREF}
}}
func.func private @fuzz_which(%c: i1, %m: {MEMREF}, %n: {MEMREF}) -> {MEMREF} {{
  %r = arith.select %c, %m, %n : {MEMREF}
  return %r : {MEMREF}
}}
func.func private @fuzz_global_ref() -> {MEMREF} {{
  %g = memref.get_global @fuzz_global : {MEMREF}
  return %g : {MEMREF}
}}
func.func private @fuzz_bump(%m: {MEMREF}, %i: index, %v: i64) -> i64 {{
  %old = memref.load %m[%i] : {MEMREF}
  %new = arith.addi %old, %v : i64
  memref.store %new, %m[%i] : {MEMREF}
  return %old : i64
}}
func.func private @fuzz_pure(%v: i64) -> i64 {{
  %c = arith.constant 31 : i64
  %m = arith.muli %v, %c : i64
  return %m : i64
}}
"""


class Failure(Exception):
    """A tool failed; the message says which."""


class Program:
    """Writes one random function."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.name = f"seed_{seed}"
        self.lines, self.depth, self.number = [], 1, 0
        # What is in scope, innermost last: lists of SSA names.
        self.ints, self.memrefs, self.views, self.boxes = [], [], [], []
        self.tensors = []  # (name, size)
        self.indices, self.bools = [], []

    def emit(self, text):
        self.lines.append("  " * self.depth + text)

    def fresh(self):
        self.number += 1
        return f"%v{self.number}"

    def define(self, text, into=None):
        name = self.fresh()
        self.emit(f"{name} = {text}")
        if into is not None:
            into.append(name)
        return name

    # --- Picking -----------------------------------------------------------

    def int(self):
        # Recent values first, so that what was just read has readers.
        return self.random.choice(self.ints[-6:] if self.random.random() < 0.7
                                  else self.ints)

    def index(self):
        """An index below SMALL: known, or made of a value that was read."""
        if self.random.random() < 0.7:
            return self.random.choice(self.indices[:4])
        wrapped = self.define(f"arith.remui {self.int()}, %small : i64")
        return self.define(f"arith.index_cast {wrapped} : i64 to index")

    def bool(self):
        if self.random.random() < 0.4:
            return self.random.choice(self.bools)
        return self.define(f"arith.cmpi slt, {self.int()}, {self.int()} : i64")

    def memref(self):
        return self.random.choice(self.memrefs)

    def place(self):
        """A memref or a view of one, and its type."""
        if self.views and self.random.random() < 0.4:
            return self.random.choice(self.views), VIEW
        return self.memref(), MEMREF

    # --- Statements --------------------------------------------------------

    def alloc(self):
        name = self.define(f"memref.alloc() : {MEMREF}")
        self.emit(f"linalg.fill ins({self.int()} : i64) "
                  f"outs({name} : {MEMREF})")
        self.memrefs.append(name)

    def load(self):
        name, kind = self.place()
        at = self.index() if kind == MEMREF else "%c0"
        self.define(f"memref.load {name}[{at}] : {kind}", self.ints)

    def store(self):
        name, kind = self.place()
        at = self.index() if kind == MEMREF else "%c0"
        self.emit(f"memref.store {self.int()}, {name}[{at}] : {kind}")

    def overwrite(self):
        """Writes by an op on a whole memref, or in a callee."""
        one, two = self.memref(), self.memref()
        if one != two:
            self.emit(f"linalg.fill ins({self.int()} : i64) "
                      f"outs({two} : {MEMREF})")
            return
        at = self.index()
        self.define(f"func.call @fuzz_bump({one}, {at}, {self.int()}) : "
                    f"({MEMREF}, index, i64) -> i64", self.ints)

    def view(self):
        source, at = self.memref(), self.index()
        form = self.random.randrange(4)
        if form == 0:
            made = self.define(f"memref.transpose {source} (i) -> (i) : "
                               f"{MEMREF} to memref<{SMALL}xi64, strided<[1]>>")
            kind = f"memref<{SMALL}xi64, strided<[1]>>"
        elif form == 1:
            made = self.define(f"memref.subview {source}[{at}] [1] [1] : "
                               f"{MEMREF} to "
                               "memref<1xi64, strided<[1], offset: ?>>")
            kind = "memref<1xi64, strided<[1], offset: ?>>"
        elif form == 2:
            wide = self.define(f"memref.expand_shape {source} [[0, 1]] "
                               f"output_shape [2, {SMALL // 2}] : {MEMREF} "
                               f"into memref<2x{SMALL // 2}xi64>")
            made = self.define(f"memref.collapse_shape {wide} [[0, 1]] : "
                               f"memref<2x{SMALL // 2}xi64> into {MEMREF}")
            kind = MEMREF
        else:
            base = self.fresh()
            self.emit(f"{base}, {base}_o, {base}_s, {base}_t = "
                      f"memref.extract_strided_metadata {source} : {MEMREF} -> "
                      "memref<i64>, index, index, index")
            made = self.define(f"memref.reinterpret_cast {base} to offset: "
                               f"[{at}], sizes: [1], strides: [1] : memref<i64>"
                               " to memref<1xi64, strided<[1], offset: ?>>")
            kind = "memref<1xi64, strided<[1], offset: ?>>"
        self.define(f"memref.cast {made} : {kind} to {VIEW}", self.views)

    def select(self):
        form = self.random.randrange(5)
        one, two = self.memref(), self.memref()
        if form == 0:
            self.define(f"arith.select {self.bool()}, {one}, {two} : {MEMREF}",
                        self.memrefs)
        elif form == 1:
            self.define(f"func.call @fuzz_which({self.bool()}, {one}, {two}) : "
                        f"(i1, {MEMREF}, {MEMREF}) -> {MEMREF}", self.memrefs)
        elif form == 2:
            self.define(f"func.call @fuzz_same({one}) : ({MEMREF}) -> {MEMREF}",
                        self.memrefs)
        elif form == 3:
            self.define(f"func.call @fuzz_global_ref() : () -> {MEMREF}",
                        self.memrefs)
        else:
            self.define(f"memref.get_global @fuzz_global : {MEMREF}",
                        self.memrefs)

    def box(self):
        """A memref that holds a memref, or a read of one."""
        kind = f"memref<1x{MEMREF}>"
        if self.boxes and self.random.random() < 0.6:
            box = self.random.choice(self.boxes)
            if self.random.random() < 0.4:
                self.emit(f"memref.store {self.memref()}, {box}[%c0] : {kind}")
            else:
                self.define(f"memref.load {box}[%c0] : {kind}", self.memrefs)
            return
        box = self.define(f"memref.alloc() : {kind}")
        self.emit(f"memref.store {self.memref()}, {box}[%c0] : {kind}")
        self.boxes.append(box)

    def arithmetic(self):
        op = self.random.choice(("addi", "subi", "muli", "xori"))
        self.define(f"arith.{op} {self.int()}, {self.int()} : i64", self.ints)
        if self.random.random() < 0.2:
            self.define(f"func.call @fuzz_pure({self.int()}) : (i64) -> i64",
                        self.ints)

    def checked_division(self):
        """A divisor that a store, a load and an assertion make sure of."""
        at, divisor = self.index(), self.define(
            f"arith.ori {self.int()}, %one : i64")
        clean = self.define(f"arith.andi {divisor}, %mask : i64")
        name = self.memref()
        self.emit(f"memref.store {clean}, {name}[{at}] : {MEMREF}")
        read = self.define(f"memref.load {name}[{at}] : {MEMREF}")
        good = self.define(f"arith.cmpi sgt, {read}, %zero : i64")
        self.emit(f'cf.assert {good}, "{self.name}: a divisor is not positive"')
        self.define(f"arith.divsi {self.int()}, {read} : i64", self.ints)

    def tensor(self):
        """Makes a large tensor of values in scope, or computes with some."""
        known = self.tensors
        if known and self.random.random() < 0.4:
            name, size = self.random.choice(known)
            other = self.random.choice([n for n, s in known if s == size])
            kind = f"tensor<{size}xi64>"
            made = self.define(f"arith.addi {name}, {other} : {kind}")
        else:
            size = self.random.choice(SIZES)
            kind = f"tensor<{size}xi64>"
            empty = self.define(f"tensor.empty() : {kind}")
            made = self.define(f"linalg.fill ins({self.int()} : i64) "
                               f"outs({empty} : {kind}) -> {kind}")
            if self.random.random() < 0.3:
                made = self.define(f"linalg.add ins({made}, {made} : {kind}, "
                                   f"{kind}) outs({empty} : {kind}) -> {kind}")
            if self.random.random() < 0.3:
                at = self.index()
                made = self.define(f"tensor.insert {self.int()} into {made}"
                                   f"[{at}] : {kind}")
        self.tensors.append((made, size))

    def extract(self):
        if self.tensors:
            name, size = self.random.choice(self.tensors)
            self.define(f"tensor.extract {name}[{self.index()}] : "
                        f"tensor<{size}xi64>", self.ints)

    # --- Regions -----------------------------------------------------------

    def scoped(self, count):
        """Emits the statements of a region; gives what ends their scope."""
        lists = (self.ints, self.memrefs, self.views, self.boxes, self.tensors,
                 self.indices, self.bools)
        lengths = [len(values) for values in lists]
        self.depth += 1
        self.statements(count)

        def leave():
            for values, length in zip(lists, lengths):
                del values[length:]

        return leave

    def branch(self):
        """An scf.if; each branch yields a value and two memrefs, which may be
        one."""
        condition, name = self.bool(), self.fresh()
        self.emit(f"{name}:3 = scf.if {condition} -> (i64, {MEMREF}, {MEMREF}) "
                  "{")
        for last in (False, True):
            leave = self.scoped(self.random.randrange(1, 5))
            if self.random.random() < 0.6:
                self.alloc()
                one = two = self.memrefs[-1]
                if self.random.random() < 0.4:
                    two = self.memref()
            else:
                one, two = self.memref(), self.memref()
            self.emit(f"scf.yield {self.int()}, {one}, {two} : i64, {MEMREF}, "
                      f"{MEMREF}")
            leave()
            self.depth -= 1
            self.emit("}" if last else "} else {")
        self.ints.append(f"{name}#0")
        self.memrefs += [f"{name}#1", f"{name}#2"]

    def loop(self):
        """An scf.for that carries a value and two memrefs."""
        name, number = self.fresh(), self.number
        self.emit(f"{name}:3 = scf.for %i{number} = %c0 to "
                  f"%c{self.random.randrange(4)} step %c1 iter_args("
                  f"%x{number} = {self.int()}, %m{number} = {self.memref()}, "
                  f"%n{number} = {self.memref()}) -> (i64, {MEMREF}, {MEMREF}) "
                  "{")
        lengths = len(self.ints), len(self.memrefs), len(self.indices)
        self.ints.append(f"%x{number}")
        self.memrefs += [f"%m{number}", f"%n{number}"]
        self.indices.append(f"%i{number}")
        leave = self.scoped(self.random.randrange(1, 6))
        one = two = self.memref()
        if self.random.random() < 0.6:
            two = self.memref()
        self.emit(f"scf.yield {self.int()}, {one}, {two} : i64, {MEMREF}, "
                  f"{MEMREF}")
        leave()
        del self.ints[lengths[0]:], self.memrefs[lengths[1]:]
        del self.indices[lengths[2]:]
        self.depth -= 1
        self.emit("}")
        self.ints.append(f"{name}#0")
        self.memrefs += [f"{name}#1", f"{name}#2"]

    def while_loop(self):
        """An scf.while of a few turns that passes memrefs through."""
        name, number = self.fresh(), self.number
        types = f"i64, {MEMREF}"
        self.emit(f"{name}:2 = scf.while (%k{number} = %zero, %w{number} = "
                  f"{self.memref()}) : ({types}) -> ({types}) {{")
        self.depth += 1
        self.emit(f"%go{number} = arith.cmpi slt, %k{number}, "
                  f"{self.random.choice(('%one', '%three'))} : i64")
        self.emit(f"memref.store %k{number}, %w{number}[%c1] : {MEMREF}")
        self.emit(f"scf.condition(%go{number}) %k{number}, %w{number} : "
                  f"{types}")
        self.depth -= 1
        self.emit("} do {")
        self.emit(f"^bb0(%k{number}b: i64, %w{number}b: {MEMREF}):")
        length = len(self.memrefs)
        self.memrefs.append(f"%w{number}b")
        leave = self.scoped(self.random.randrange(1, 4))
        following = self.define(f"arith.addi %k{number}b, %one : i64")
        self.emit(f"scf.yield {following}, {self.memref()} : {types}")
        leave()
        del self.memrefs[length:]
        self.depth -= 1
        self.emit("}")
        self.ints.append(f"{name}#0")
        self.memrefs.append(f"{name}#1")

    def statements(self, count):
        plain = ((self.load, 5), (self.store, 5), (self.tensor, 5),
                 (self.extract, 6), (self.view, 2), (self.select, 2),
                 (self.alloc, 1), (self.overwrite, 2), (self.arithmetic, 2),
                 (self.box, 2), (self.checked_division, 1))
        nested = ((self.branch, 1), (self.loop, 1), (self.while_loop, 1))
        kinds = plain + (nested if self.depth < 4 else ())
        for _ in range(count):
            self.random.choices([k for k, _ in kinds],
                                [w for _, w in kinds])[0]()

    def text(self):
        constants = [f"%c{n} = arith.constant {n} : index" for n in range(4)]
        constants += [f"%{name} = arith.constant {n} : i64" for name, n in
                      (("zero", 0), ("one", 1), ("three", 3), ("small", SMALL),
                       ("mask", 1023))]
        for line in constants:
            self.emit(line)
        self.indices = [f"%c{n}" for n in range(4)]
        self.ints = ["%a", "%b", "%three"]
        self.bools = ["%t"]
        self.memrefs = ["%p", "%q"]
        self.alloc()
        self.alloc()
        self.statements(self.random.randrange(12, 40))
        total = "%zero"
        values = [*self.ints]
        for name in self.memrefs[:6]:
            values.append(self.define(f"memref.load {name}[%c1] : {MEMREF}"))
        for name, size in self.tensors[-4:]:
            values.append(self.define(
                f"tensor.extract {name}[%c2] : tensor<{size}xi64>"))
        for value in values:
            scaled = self.define(f"arith.muli {total}, %mask : i64")
            total = self.define(f"arith.addi {scaled}, {value} : i64")
        self.emit(f"return {total} : i64")
        body = "\n".join(self.lines)
        return (f"func.func @{self.name}(%a: i64, %b: i64, %t: i1, "
                f"%p: {MEMREF}, %q: {MEMREF}) -> i64 {{\n{body}\n}}\n")


def main_text(seeds):
    """A main that calls each program, with arguments that alias and do not."""
    lines = ["func.func private @printI64(i64)",
             "func.func private @printNewline()", "func.func @main() {",
             "  %a = arith.constant 7 : i64", "  %b = arith.constant -5 : i64",
             "  %t = arith.constant true"]
    for seed in seeds:
        lines += [f"  %p{seed} = memref.alloc() : {MEMREF}",
                  f"  linalg.fill ins(%a : i64) outs(%p{seed} : {MEMREF})",
                  f"  %q{seed} = memref.alloc() : {MEMREF}",
                  f"  linalg.fill ins(%b : i64) outs(%q{seed} : {MEMREF})"]
        for other in ("q", "p"):
            lines += [
                f"  %r{seed}{other} = call @seed_{seed}(%a, %b, %t, %p{seed}, "
                f"%{other}{seed}) : (i64, i64, i1, {MEMREF}, {MEMREF}) -> i64",
                f"  call @printI64(%r{seed}{other}) : (i64) -> ()",
                "  call @printNewline() : () -> ()"]
    return "\n".join(lines + ["  return", "}", ""])


def call(command, timeout):
    """Runs a command; gives its standard output."""
    try:
        done = subprocess.run([str(c) for c in command], text=True, check=False,
                              capture_output=True, timeout=timeout)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failure(f"{command[0]}: {error}") from error
    if done.returncode:
        raise Failure(f"{shlex.join(str(c) for c in command)}\n"
                      f"failed with code {done.returncode}:\n"
                      f"{done.stderr[:2000]}")
    return done.stdout


def run(path, main, options):
    """Bufferizes, lowers and runs the programs in `path`; gives the lines."""
    whole = path.with_suffix(".main.mlir")
    lowered = path.with_suffix(".llvm.mlir")
    text = call([options.mlir_opt, path], options.timeout)
    at = text.rstrip().rindex("}")
    whole.write_text(text[:at] + main + "}\n")
    call([options.mlir_opt, whole, "-o", lowered,
          f"--pass-pipeline=builtin.module({BUFFERIZE},{LOWER})"],
         options.timeout)
    libraries = [options.lib_dir / name for name in RUNNER_LIBRARIES]
    return call([options.mlir_runner, lowered, "-e", "main", "-O0",
                 "--entry-point-result=void",
                 "--shared-libs=" + ",".join(str(l) for l in libraries)],
                options.timeout).splitlines()


def check(seeds, folder, options):
    """Runs a batch; gives the seeds that differ, and how many were moved."""
    model = folder / f"seeds_{seeds[0]}_{seeds[-1]}.mlir"
    model.write_text("module {\n" + SHARED + "".join(
        Program(seed).text() for seed in seeds) + "}\n")
    if options.prepare:
        source, model = model, model.with_suffix(".prepared.mlir")
        call([options.mlir_opt, source, "-o", model, "--pass-pipeline="
              f"builtin.module({FORMS[options.prepare]})"], options.timeout)
    after = model.with_suffix(".after.mlir")
    arguments = shlex.split(options.transform.replace("{in}", str(model))
                            .replace("{out}", str(after))
                            .replace("{python}", sys.executable))
    main = main_text(seeds)
    before = run(model, main, options)
    if len(before) != 2 * len(seeds):
        raise Failure(f"{model}: {len(before)} lines for {len(seeds)} seeds")
    try:
        call(arguments, options.timeout)
        results = run(after, main, options)
    except Failure as failure:
        # One program spoils the batch: find out which.
        if len(seeds) > 1:
            alone = [check(seeds[n:n + 1], folder, options)
                     for n in range(len(seeds))]
            return ([seed for bad, _ in alone for seed in bad],
                    sum(moved for _, moved in alone))
        print(f"seed {seeds[0]}: {failure}", file=sys.stderr)
        return list(seeds), 0
    plain = call([options.mlir_opt, model], options.timeout)
    bodies = [re.split(r"func\.func ", text)
              for text in (plain, after.read_text())]
    moved = sum(a != b for a, b in zip(*bodies))
    return [seed for n, seed in enumerate(seeds)
            if before[2 * n:2 * n + 2] != results[2 * n:2 * n + 2]], moved


def seed_range(text):
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def main(arguments=None):
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("--seeds", type=seed_range, default=range(20),
                       metavar="A..B", help="both included (default 0..19)")
    parse.add_argument("--batch", type=int, default=50, metavar="N",
                       help="programs in a module (default 50)")
    parse.add_argument("--transform", metavar="CMD", default="memopt-opt "
                       "--min-peak-schedule=quiet {in} -o {out}",
                       help="what to test (default: %(default)s)")
    parse.add_argument("--prepare", choices=FORMS, help="bring the programs "
                       "into another form first, such as\nbuffers, or "
                       "branches in place of scf")
    parse.add_argument("--keep", type=pathlib.Path, metavar="DIR",
                       help="folder for the files")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       default="/usr/lib/llvm-22/lib",
                       help="where libmlir_runner_utils.so is")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--timeout", type=float, default=300, metavar="S",
                       help="seconds for each tool call (default 300)")
    parse.add_argument("--print", action="store_true", dest="show",
                       help="print the programs, and run nothing")
    options = parse.parse_args(arguments)
    if options.show:
        print(SHARED + "".join(Program(s).text() for s in options.seeds))
        return 0

    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    bad, moved = [], 0
    try:
        for start in range(0, len(options.seeds), options.batch):
            seeds = options.seeds[start:start + options.batch]
            wrong, changed = check(seeds, folder, options)
            bad, moved = bad + wrong, moved + changed
            for seed in wrong:
                print(f"DIFFERENT: seed {seed}, in {folder}", flush=True)
    except Failure as failure:
        print(f"fuzz_schedule.py: {failure}\nfiles: {folder}", file=sys.stderr)
        return 2
    print(f"{len(options.seeds) - len(bad)} of {len(options.seeds)} programs "
          f"are equal, {moved} functions were changed")
    if not bad and not options.keep:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
