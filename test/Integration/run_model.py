"""Runs a model before and after a transformation and compares bit for bit.

  run_model.py MODEL.mlir --transform "memopt-opt --min-peak-schedule {in} -o {out}"
  run_model.py MODEL.mlir --measure --allocator libmemopt_alloc_tracker.so

Used by the integration tests. For the model's entry function it writes a main
that fills the arguments with a hash of each element's position, calls the
entry, and prints for every result: elements, a checksum that changes with any
bit at any position, how many elements are nonzero and how many not finite.
The transformation sees the model without that main.

With --measure the program runs on the allocation tracker, and the peak of the
entry's own allocations is printed: arguments are allocated before counting
starts, results still live when it ends. The transformation then gets the
model in the form that is bufferized next (TOSA already lowered), since passes
in between could undo its order.

Exit code 0: equal and as expected; 1: a difference; 2: a tool failed or the
model is not runnable. Cost: bufferizing, lowering and interpreting the model;
at real sizes convolutions take minutes, so tests use the small variants.
"""

import argparse
import json
import math
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

PREPARE = "inline,canonicalize,cse"
PREPARE_TOSA = (
    "inline,func.func(tosa-optional-decompositions),canonicalize,"
    "func.func(tosa-infer-shapes,tosa-make-broadcastable,"
    "tosa-to-linalg-named,canonicalize,tosa-layerwise-constant-fold,"
    "tosa-make-broadcastable),func.func(tosa-to-linalg,"
    "tosa-to-arith{include-apply-rescale=true},tosa-to-scf,tosa-to-tensor),"
    "canonicalize,cse")
BUFFERIZE = (
    "func.func(convert-elementwise-to-linalg),"
    "one-shot-bufferize{bufferize-function-boundaries=true "
    "function-boundary-type-conversion=identity-layout-map"
    "%(alignment)s},canonicalize,cse,buffer-deallocation-pipeline,"
    "convert-bufferization-to-memref")
# Deallocations stand at the end of their block until this pass moves them.
EARLY_FREE = ",func.func(optimize-allocation-liveness)"
# Without the clean-up, so that no allocation is folded away when measuring.
LOWER = (
    "func.func(convert-linalg-to-loops,lower-affine)%(cleanup)s,"
    "convert-scf-to-cf,expand-strided-metadata,lower-affine,"
    "convert-vector-to-llvm,convert-math-to-llvm,convert-math-to-libm,"
    "finalize-memref-to-llvm%(generic)s,convert-arith-to-llvm,"
    "convert-index-to-llvm,convert-cf-to-llvm,convert-func-to-llvm,"
    "reconcile-unrealized-casts")
RUNNER_LIBRARIES = ("libmlir_runner_utils.so", "libmlir_c_runner_utils.so")
MAIN = "memopt_test_main"
MARK = "memopt-result"
# The tracker's reports among the program's output, one JSON object a line.
TRACKER = "format=json,output=-,at-exit=off"
REPORT = '{"version": 1, "peakBytes":'
ERRORS = ("doubleFrees", "foreignFrees", "writesAfterFree")
NONNEGATIVE = "memopt_nonnegative_arguments"

INTEGER_VALUES = 2  # integers may be indices or masks: 0 and 1 only
FLOAT_BITS = {"f16": 16, "bf16": 16, "f32": 32, "f64": 64}
EXPONENT_MASK = {"f16": 0x7C00, "bf16": 0x7F80, "f32": 0x7F800000,
                 "f64": 0x7FF0000000000000}


class Failure(Exception):
    """The model cannot be run; the message says what to do."""


class Difference(Exception):
    """The programs disagree, or a measured number is not the expected one."""


# --- Types -----------------------------------------------------------------


def split_types(text):
    """Splits `a, b<c, d>, (e) -> f` at the commas of the outermost level."""
    parts, depth, start = [], 0, 0
    plain = text.replace("->", "  ")
    for at, letter in enumerate(plain):
        depth += (letter in "<([{") - (letter in ">)]}")
        if letter == "," and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    rest = text[start:].strip()
    return parts + [rest] if rest else parts


class Type:
    """A scalar or ranked tensor type that main can fill and print."""

    def __init__(self, text):
        self.text = text
        match = re.fullmatch(r"tensor<((?:(?:\d+|\?)x)*)([^,<>]+)>", text)
        self.is_tensor = match is not None
        dims = match.group(1) if match else ""
        self.dims = [None if d == "?" else int(d)
                     for d in dims.split("x") if d]
        self.element = match.group(2) if match else text
        self.is_float = self.element in FLOAT_BITS
        integer = re.fullmatch(r"i(\d+)", self.element)
        self.is_index = self.element == "index"
        self.bits = (FLOAT_BITS[self.element] if self.is_float else
                     64 if self.is_index else
                     int(integer.group(1)) if integer else 0)
        if not 0 < self.bits <= 64:
            raise Failure(
                f"cannot make or print values of type {text}: only scalars "
                "and ranked tensors of integers, f16, bf16, f32, f64 and "
                "index are handled; choose another --entry")

    @property
    def tensor(self):
        """The type as a tensor: scalars become 0-d."""
        return self.text if self.is_tensor else f"tensor<{self.element}>"


class Signature:
    """Name, argument and result types of the entry function."""

    def __init__(self, name, arguments, results, nonnegative):
        self.name = name
        self.arguments = arguments
        self.results = results
        self.nonnegative = nonnegative

    def types(self):
        return (self.arguments, self.results)


def find_functions(generic):
    """All func.func with a body, public ones, from generic-form text."""
    found = []
    for match in re.finditer(r'"func\.func"\(\) <\{(.*)\}> \(\{(\n?)(.*)',
                             generic):
        properties = match.group(1)
        name = re.search(r'sym_name = "([^"]*)"', properties)
        private = 'sym_visibility = "private"' in properties
        text = re.search(r"function_type = (.*)", properties).group(1)
        arguments, rest = take_parenthesised(text)
        rest = rest.split("->", 1)[1].strip()
        if rest.startswith("("):
            results, _ = take_parenthesised(rest)
        else:
            results = split_types(rest)[0]
        has_body = not match.group(3).lstrip().startswith("})")
        if has_body and not private:
            found.append((name.group(1), split_types(arguments),
                          split_types(results), match.end()))
    return found


def take_parenthesised(text):
    """The inside of the leading (...) and what follows it."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return text[1:at], text[at + 1:]
    raise Failure(f"cannot read the function type {text}")


def entry_signature(tools, path, wanted):
    """The signature of `wanted`, or of the only public function."""
    generic = tools.opt(path, ["--mlir-print-op-generic"], text=True)
    found = find_functions(generic)
    if wanted:
        found = [f for f in found if f[0] == wanted]
    if len(found) != 1:
        listed = ", ".join(f[0] for f in find_functions(generic)) or "none"
        raise Failure(f"need one public entry function with a body; choose "
                      f"with --entry (there are: {listed})")
    name, arguments, results, end = found[0]
    # The op's attribute dictionary closes its region: `}) {...} : () -> ()`.
    tail = re.search(r"^  \}\)(.*) : \(\) -> \(\)$", generic[end:], re.M)
    marked = re.search(NONNEGATIVE + r" = array<i64: ([-\d, ]*)>",
                       tail.group(1) if tail else "")
    nonnegative = ({int(i) for i in marked.group(1).split(",")}
                   if marked else set())
    return Signature(name, arguments, results, nonnegative)


# --- The main function ------------------------------------------------------


class Main:
    """Prints the main that fills the arguments, calls, and checksums."""

    def __init__(self, signature, measure, dynamic_size, nonnegative):
        self.signature = signature
        self.measure = measure
        self.dynamic_size = dynamic_size
        self.nonnegative = nonnegative
        self.lines = []
        self.count = 0

    def emit(self, text):
        self.count += 1
        name = f"%m{self.count}"
        self.lines.append(f"    {name} = {text}")
        return name

    def text(self):
        signature = self.signature
        values = [self.argument(i, Type(t))
                  for i, t in enumerate(signature.arguments)]
        if self.measure:
            self.lines.append("    call @memopt_tracker_start() : () -> ()")
        call = (f"call @\"{signature.name}\"({', '.join(values)}) "
                f"{{no_inline}} : ({', '.join(signature.arguments)}) -> "
                f"({', '.join(signature.results)})")
        results = [f"%results#{i}" for i in range(len(signature.results))]
        assign = f"%results:{len(results)} = " if results else ""
        self.lines.append(f"    {assign}{call}")
        if self.measure:
            self.lines.append("    call @memopt_tracker_stop() : () -> ()")
        for value, text in zip(results, signature.results):
            self.checksum(value, Type(text))
        body = [f"  func.func private @{MAIN}_body() "
                "attributes {no_inline} {"] + self.lines
        body += ["    return", "  }", f"  func.func @{MAIN}() {{",
                 f"    call @{MAIN}_body() {{no_inline}} : () -> ()"]
        if self.measure:
            body.append("    call @memopt_tracker_report() : () -> ()")
        body += ["    return", "  }"]
        if self.measure:
            body += [f"  func.func private @memopt_tracker_{verb}()"
                     for verb in ("start", "stop", "report")]
        return "\n".join(body) + "\n"

    def generic(self, type_, ins, outs, out_types, body, kind):
        """A linalg.generic over the shape of `type_`; `ins` at most one."""
        rank = len(type_.dims)
        dims = ", ".join(f"d{i}" for i in range(rank))
        whole = f"affine_map<({dims}) -> ({dims})>"
        point = f"affine_map<({dims}) -> ()>"
        maps = [whole] * (len(ins) + (kind == "parallel"))
        maps += [point] * (len(outs) if kind == "reduction" else 0)
        inputs = (f"ins({ins[0]} : {type_.tensor}) " if ins else "")
        head = (f"linalg.generic {{indexing_maps = [{', '.join(maps)}], "
                f"iterator_types = [{', '.join([chr(34) + kind + chr(34)] * rank)}]}} "
                f"{inputs}outs({', '.join(outs)} : {', '.join(out_types)}) "
                "{\n" + "\n".join("      " + line for line in body) +
                "\n    } -> ")
        if len(outs) == 1:
            return [self.emit(head + out_types[0])]
        self.count += 1
        name = f"%m{self.count}"
        self.lines.append(f"    {name}:{len(outs)} = {head}"
                          f"({', '.join(out_types)})")
        return [f"{name}#{i}" for i in range(len(outs))]

    @staticmethod
    def position(type_, extents):
        """Body lines that compute the linear index as %at : i64."""
        lines = ["%at0 = arith.constant 0 : index"]
        for dim, extent in enumerate(extents):
            lines += [f"%i{dim} = linalg.index {dim} : index",
                      f"%scaled{dim} = arith.muli %at{dim}, {extent} : index",
                      f"%at{dim + 1} = arith.addi %scaled{dim}, %i{dim} : "
                      "index"]
        return lines + [f"%at = arith.index_cast %at{len(extents)} : index "
                        "to i64"]

    @staticmethod
    def mix(seed):
        """Body lines that hash %at to %hash (the splitmix64 finaliser)."""
        constants = {"golden": 0x9E3779B97F4A7C15, "mul1": 0xBF58476D1CE4E5B9,
                     "mul2": 0x94D049BB133111EB, "seed": seed + 1}
        lines = [f"%{n} = arith.constant "
                 f"{v - (1 << 64) if v >> 63 else v} : i64"
                 for n, v in constants.items()]
        lines += [f"%s{n} = arith.constant {n} : i64" for n in (27, 30, 31)]
        steps = ["addi %at, %seed", "muli %h0, %golden", "shrui %h1, %s30",
                 "xori %h1, %h2", "muli %h3, %mul1", "shrui %h4, %s27",
                 "xori %h4, %h5", "muli %h6, %mul2", "shrui %h7, %s31",
                 "xori %h7, %h8"]
        lines += [f"%h{i} = arith.{s} : i64" for i, s in enumerate(steps[:-1])]
        return lines + [f"%hash = arith.{steps[-1]} : i64"]

    def argument(self, number, type_):
        """Fills one argument from the hash of (argument, position)."""
        sizes = [self.dynamic_size if d is None else d for d in type_.dims]
        extents = [self.emit(f"arith.constant {s} : index") for s in sizes]
        dynamic = [e for e, d in zip(extents, type_.dims) if d is None]
        init = self.emit(f"tensor.empty({', '.join(dynamic)}) : "
                         f"{type_.tensor}")
        positive = self.nonnegative or number in self.signature.nonnegative
        body = [f"^bb0(%old: {type_.element}):"]
        body += ["  " + line for line in
                 self.position(type_, extents) + self.mix(number << 32) +
                 self.value_lines(type_, sizes, positive) +
                 [f"linalg.yield %value : {type_.element}"]]
        filled = self.generic(type_, [], [init], [type_.tensor], body,
                              "parallel")[0]
        if type_.is_tensor:
            return filled
        return self.emit(f"tensor.extract {filled}[] : {type_.tensor}")

    @staticmethod
    def value_lines(type_, sizes, positive):
        """Body lines that make %value of %hash.

        Floats are multiples of 2^-23 in [-1, 1), or [0, 1), times a power of
        two near 1 / sqrt(elements per longest dimension): so sums of products
        stay near 1 and deep models neither overflow nor vanish.
        """
        element = type_.element
        if type_.is_float:
            spread = (math.prod(sizes) / max(sizes)
                      if len(sizes) > 1 and math.prod(sizes) else 1)
            scale = 2.0 ** (-23 - round(math.log2(spread) / 2))
            shift = "shrui" if positive else "shrsi"
            lines = [f"%bits = arith.constant {41 if positive else 40} : i64",
                     f"%whole = arith.{shift} %hash, %bits : i64",
                     "%whole32 = arith.trunci %whole : i64 to i32",
                     "%plain = arith.sitofp %whole32 : i32 to f32",
                     f"%scale = arith.constant 0x{f32_bits(scale):08X} : f32"]
            name = "value" if element == "f32" else "full"
            lines.append(f"%{name} = arith.mulf %plain, %scale : f32")
            if element != "f32":
                cast = "extf" if element == "f64" else "truncf"
                lines.append(f"%value = arith.{cast} %full : f32 to {element}")
            return lines
        lines = [f"%mask = arith.constant {INTEGER_VALUES - 1} : i64",
                 "%high = arith.shrui %hash, %s31 : i64",
                 "%small = arith.andi %high, %mask : i64"]
        if type_.is_index:
            return lines + ["%value = arith.index_cast %small : i64 to index"]
        if type_.bits == 64:
            return lines + ["%value = arith.ori %small, %small : i64"]
        return lines + [f"%value = arith.trunci %small : i64 to {element}"]

    def checksum(self, value, type_):
        """Prints elements, checksum, nonzero and nonfinite of one result."""
        if not type_.is_tensor:
            value = self.emit(f"tensor.from_elements {value} : "
                              f"{type_.tensor}")
        extents = []
        for dim, size in enumerate(type_.dims):
            if size is not None:
                extents.append(self.emit(f"arith.constant {size} : index"))
                continue
            index = self.emit(f"arith.constant {dim} : index")
            extents.append(self.emit(f"tensor.dim {value}, {index} : "
                                     f"{type_.tensor}"))
        count = self.emit("arith.constant 1 : index")
        for extent in extents:
            count = self.emit(f"arith.muli {count}, {extent} : index")
        zero = self.emit("arith.constant 0 : i64")
        sums = [self.emit(f"tensor.from_elements {zero} : tensor<i64>")
                for _ in range(3)]
        body = [f"^bb0(%element: {type_.element}, %sum: i64, %full: i64, "
                "%odd: i64):"]
        body += ["  " + line for line in
                 self.position(type_, extents) + self.mix(0) +
                 self.bits_lines(type_) + [
                     "%one = arith.constant 1 : i64",
                     "%none = arith.constant 0 : i64",
                     # Odd factors lose no bit of a difference.
                     "%factor = arith.ori %hash, %one : i64",
                     "%shifted = arith.addi %raw, %one : i64",
                     "%term = arith.muli %shifted, %factor : i64",
                     "%sum2 = arith.addi %sum, %term : i64",
                     "%is_full = arith.cmpi ne, %magnitude, %none : i64",
                     "%add_full = arith.extui %is_full : i1 to i64",
                     "%full2 = arith.addi %full, %add_full : i64",
                     "%add_odd = arith.extui %is_odd : i1 to i64",
                     "%odd2 = arith.addi %odd, %add_odd : i64",
                     "linalg.yield %sum2, %full2, %odd2 : i64, i64, i64"]]
        totals = self.generic(type_, [value], sums, ["tensor<i64>"] * 3, body,
                              "reduction")
        self.lines.append(f'    vector.print str "{MARK}\\0A"')
        count = self.emit(f"arith.index_cast {count} : index to i64")
        for total in totals:
            scalar = self.emit(f"tensor.extract {total}[] : tensor<i64>")
            self.lines.append(f"    vector.print {scalar} : i64")
        self.lines.append(f"    vector.print {count} : i64")

    @staticmethod
    def bits_lines(type_):
        """Body lines that make %raw (the bits as i64), %magnitude (the bits
        without a float's sign) and %is_odd (not finite)."""
        lines, name, width = [], "%element", type_.bits
        if type_.is_index:
            return ["%raw = arith.index_cast %element : index to i64",
                    "%magnitude = arith.ori %raw, %raw : i64",
                    "%is_odd = arith.constant false"]
        if type_.is_float:
            lines.append(f"%cast = arith.bitcast %element : {type_.element} "
                         f"to i{width}")
            name = "%cast"
        lines.append(f"%raw = arith.extui {name} : i{width} to i64"
                     if width < 64 else
                     f"%raw = arith.ori {name}, {name} : i64")
        if not type_.is_float:
            return lines + ["%magnitude = arith.ori %raw, %raw : i64",
                            "%is_odd = arith.constant false"]
        return lines + [
            f"%no_sign = arith.constant {(1 << (width - 1)) - 1} : i64",
            "%magnitude = arith.andi %raw, %no_sign : i64",
            f"%exponents = arith.constant {EXPONENT_MASK[type_.element]} : "
            "i64",
            "%exponent = arith.andi %raw, %exponents : i64",
            "%is_odd = arith.cmpi eq, %exponent, %exponents : i64"]


def f32_bits(power_of_two):
    """The bits of an f32 that is an exact power of two."""
    return (int(math.log2(power_of_two)) + 127) << 23


def append_main(text, main):
    """Puts main before the brace that closes the module."""
    lines = text.rstrip().splitlines()
    resources = next((i for i, l in enumerate(lines) if l.startswith("{-#")),
                     len(lines))
    close = max(i for i in range(resources) if lines[i] == "}")
    return "\n".join(lines[:close]) + "\n" + main + "\n".join(
        lines[close:]) + "\n"


# --- Running ----------------------------------------------------------------


class Tools:
    """Finds and calls mlir-opt and mlir-runner."""

    def __init__(self, options):
        self.mlir_opt = find_tool(options.mlir_opt)
        self.mlir_runner = find_tool(options.mlir_runner)
        folder = options.lib_dir
        if folder is None:
            real = pathlib.Path(os.path.realpath(self.mlir_opt))
            folder = real.parent.parent / "lib"
        self.libraries = [folder / name for name in RUNNER_LIBRARIES]
        if options.allocator:
            self.libraries.append(options.allocator)
        for library in self.libraries:
            if not library.exists():
                raise Failure(f"no {library}: give --lib-dir (the runner's "
                              "utility libraries) and --allocator (built by "
                              "the target MemOptAllocTracker)")
        self.extra = (["--allow-unregistered-dialect"]
                      if options.allow_unregistered_dialect else [])
        self.level = options.opt_level
        self.timeout = options.timeout
        self.environment = {**os.environ, "MEMOPT_ALLOC_TRACKER": TRACKER}

    def call(self, command, what):
        """Runs a command; gives its standard output."""
        try:
            done = subprocess.run([str(c) for c in command], text=True,
                                  capture_output=True, check=False,
                                  timeout=self.timeout, env=self.environment)
        except subprocess.TimeoutExpired as late:
            raise Failure(f"{what} took more than {self.timeout} s; raise "
                          "--timeout or --opt-level") from late
        except OSError as error:
            raise Failure(f"{what} does not start: {error}") from error
        if done.returncode:
            raise Failure(f"{what} failed with code {done.returncode}:\n"
                          f"  {shlex.join(str(c) for c in command)}\n"
                          f"{first_lines(done.stderr)}")
        if done.stderr:
            sys.stderr.write(done.stderr)
        return done.stdout

    def opt(self, path, arguments, text=False, output=None):
        command = [self.mlir_opt, path, *arguments, *self.extra]
        out = self.call(command + (["-o", output] if output else []),
                        "mlir-opt")
        return out if text else None

    def passes(self, path, pipeline, output):
        self.opt(path, [f"--pass-pipeline=builtin.module({pipeline})"],
                 output=output)

    def run(self, path, entry):
        libraries = ",".join(str(l) for l in self.libraries)
        return self.call([self.mlir_runner, path, "-e", entry,
                          "--entry-point-result=void", f"-O{self.level}",
                          f"--shared-libs={libraries}"], "mlir-runner")


def find_tool(name):
    path = shutil.which(name)
    if not path:
        raise Failure(f"no {name} on PATH; give its path as an option")
    return path


def first_lines(text, count=20):
    lines = text.splitlines()
    more = [f"... {len(lines) - count} more lines"] if len(
        lines) > count else []
    return "\n".join(line[:500] for line in lines[:count] + more)


def transform(tools, command, source, target, what="--transform"):
    """Runs the user's command with its placeholders replaced."""
    if "{in}" not in command or "{out}" not in command:
        raise Failure(f"{what} must contain {{in}} and {{out}}")
    places = {"{in}": str(source), "{out}": str(target),
              "{python}": sys.executable}
    parts = [re.sub(r"\{(in|out|python)\}", lambda m: places[m.group(0)], part)
             for part in shlex.split(command)]
    tools.call(parts, what)
    if not target.exists():
        raise Failure(f"{what} wrote no {{out}}")


def prepare_pipeline(path):
    return PREPARE_TOSA if "tosa." in path.read_text() else PREPARE


class Variant:
    """One version of the program, from model to output."""

    def __init__(self, name, path, options, tools, folder):
        self.name = name
        self.path = path
        self.options = options
        self.tools = tools
        self.folder = folder

    def file(self, stage):
        return self.folder / f"{self.name}.{stage}.mlir"

    def run(self, main):
        """Adds main, bufferizes, lowers and runs; gives the output."""
        options, tools = self.options, self.tools
        buffers, lowered = self.file("buffers"), self.file("llvm")
        if options.no_bufferize:
            buffers = self.path
        else:
            whole = self.file("main")
            text = tools.opt(self.path, [], text=True)
            whole.write_text(append_main(text, main))
            before = ("" if options.measure
                      else prepare_pipeline(self.path) + ",")
            tools.passes(whole, before + BUFFERIZE % {
                "alignment": " buffer-alignment=0" if options.measure else ""
            } + (EARLY_FREE if options.measure else ""), buffers)
        tools.passes(buffers, LOWER % {
            "generic": ("{use-generic-functions=1}" if options.allocator
                        else ""),
            "cleanup": "" if options.measure else ",canonicalize,cse"},
            lowered)
        return tools.run(lowered, "main" if options.no_bufferize else MAIN)


def results_of(output):
    """The four numbers of every result that the program printed."""
    lines, found = output.splitlines(), []
    for at, line in enumerate(lines):
        if line == MARK:
            total, full, odd, count = (int(n) for n in lines[at + 1:at + 5])
            found.append((count, total & (1 << 64) - 1, full, odd))
    return found


def counters_of(output):
    """The allocation tracker's last report, by the names of its fields."""
    reports = [line for line in output.splitlines()
               if line.startswith(REPORT)]
    return json.loads(reports[-1]) if reports else {}


def show(name, signature, results):
    for number, (text, values) in enumerate(zip(signature.results, results)):
        count, total, full, odd = values
        print(f"{name} result {number} {text}: elements={count} "
              f"checksum={total:016x} nonzero={full} nonfinite={odd}")


def compare(before, after):
    """Raises Difference unless all results are the same, bit for bit."""
    bad = [i for i, (a, b) in enumerate(zip(before, after)) if a != b]
    if len(before) != len(after) or bad:
        raise Difference(f"DIFFERENT: result(s) {bad} changed")


def check_counters(options, name, counters):
    """Prints the counters; raises Difference on what is not as it must be."""
    if not counters:
        raise Failure("the program printed no counters: its main must call "
                      "memopt_tracker_report")
    for key, number in counters.items():
        print(f"{name} {key}: {number}")
    errors = sum(counters[key] for key in ERRORS)
    if errors:
        raise Difference(f"{name}: {errors} invalid frees or writes to freed "
                         "memory")
    if counters["leakedAllocations"] and not options.allow_leaks:
        raise Difference(f"{name}: {counters['leakedAllocations']} blocks "
                         "leaked")


def check_peak(options, name, entry, counters):
    """Holds the expected peak, or the one that memopt reports, to the truth."""
    peak, expected = counters["peakBytes"], options.expect_peak
    if options.expect_peak_report:
        expected = reported_peak(options.expect_peak_report, entry)
    if expected not in (None, peak):
        raise Difference(f"{name}: peak is {peak} bytes, expected {expected}")


def check_buffers(options, tools, variant, entry, counters, folder):
    """Holds what memopt says of the bufferized program to the truth."""
    report = folder / f"{variant.name}.buffers.json"
    transform(tools, options.buffers_report, variant.file("buffers"), report,
              "--buffers-report")
    expected, peak = reported_peak(report, entry), counters["peakBytes"]
    if expected != peak:
        raise Difference(f"{variant.name}: peak is {peak} bytes, the report on "
                         f"its buffers says {expected}")
    print(f"{variant.name} buffers: {expected} reported")


def reported_peak(path, entry):
    """peakBytes of the entry function in memopt's JSON report."""
    try:
        functions = json.loads(path.read_text())["functions"]
        return next(f["peakBytes"] for f in functions if f["name"] == entry)
    except (OSError, ValueError, KeyError, StopIteration) as error:
        raise Failure(f"{path} is no report on @{entry} ({error!r}): let "
                      "--transform write it") from error


def run_own_main(options, tools, folder):
    """--no-bufferize: the module brings its own main, on memrefs."""
    output = Variant("original", options.model, options, tools,
                     folder).run(None)
    print(output, end="")
    if options.transform:
        path = folder / "transformed.mlir"
        transform(tools, options.transform, options.model, path)
        after = Variant("transformed", path, options, tools, folder).run(None)
        if program_output(after) != program_output(output):
            raise Difference("DIFFERENT: the program's output changed")
        print("EQUAL: the same output before and after")
        output = after
    if options.measure:
        counters = counters_of(output)
        check_counters(options, "program", counters)
        check_peak(options, "program", "main", counters)


def program_output(output):
    """What the program printed, without the tracker's reports."""
    return [line for line in output.splitlines()
            if not line.startswith(REPORT)]


def run(options, tools, folder):
    """Does what the options say; raises Failure or Difference."""
    model = options.model
    if options.no_bufferize:
        run_own_main(options, tools, folder)
        return
    signature = entry_signature(tools, model, options.entry)
    if options.measure and "tosa." in model.read_text():
        tools.passes(model, PREPARE_TOSA, folder / "prepared.mlir")
        model = folder / "prepared.mlir"
    main = Main(signature, options.measure, options.dynamic_size,
                options.nonnegative).text()
    variants = [Variant("original", model, options, tools, folder)]
    if options.transform:
        path = folder / "transformed.mlir"
        transform(tools, options.transform, model, path)
        changed = entry_signature(tools, path, signature.name)
        if changed.types() != signature.types():
            raise Difference(f"DIFFERENT: the type of @{signature.name} "
                             "changed")
        variants.append(Variant("transformed", path, options, tools, folder))

    outputs, counters, peaks = [], {}, []
    for variant in variants:
        output = variant.run(main)
        outputs.append(results_of(output))
        show(variant.name, signature, outputs[-1])
        if len(outputs[-1]) != len(signature.results):
            raise Failure("the program did not print all its results")
        if options.measure:
            counters = counters_of(output)
            check_counters(options, variant.name, counters)
            peaks.append(counters["peakBytes"])
            if options.buffers_report:
                check_buffers(options, tools, variant, signature.name, counters,
                              folder)
    warn_if_blind(outputs[0])
    if options.emit_buffers:
        shutil.copyfile(variants[-1].file("buffers"), options.emit_buffers)
    if options.transform:
        compare(*outputs)
        print(f"EQUAL: {len(outputs[0])} result(s) are the same before and "
              "after, bit for bit")
    if options.measure:
        check_peak(options, variants[-1].name, signature.name, counters)
        if peaks[-1] > peaks[0] and not options.allow_rise:
            raise Difference(f"the measured peak rose from {peaks[0]} to "
                             f"{peaks[-1]} bytes")


def warn_if_blind(results):
    """Says so when the results could not show a change."""
    total = sum(r[0] for r in results)
    if total and not sum(r[2] for r in results):
        print("warning: all results are zero; the comparison shows little")
    if 2 * sum(r[3] for r in results) > total:
        print("warning: most results are not finite; the comparison shows "
              "little (try --nonnegative)")


def parser():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("model", type=pathlib.Path)
    parse.add_argument("--entry", help="the function to call (default: the "
                       "only public one)")
    parse.add_argument("--transform", metavar="CMD", help="a command with "
                       "{in} and {out}; its result must compute the same\n"
                       "({python} is this interpreter)")
    parse.add_argument("--measure", action="store_true",
                       help="count allocations (needs --allocator)")
    parse.add_argument("--allocator", type=pathlib.Path, metavar="LIB",
                       help="libmemopt_alloc_tracker.so")
    parse.add_argument("--expect-peak", type=int, metavar="N",
                       help="fail unless the (transformed) program's peak is "
                       "exactly N bytes")
    parse.add_argument("--expect-peak-report", type=pathlib.Path,
                       metavar="FILE", help="the same, with the entry's "
                       "peakBytes in a JSON report that --transform writes")
    parse.add_argument("--buffers-report", metavar="CMD",
                       help="with --measure: a command that writes a JSON report "
                       "on the bufferized program {in} to {out}; its peak must "
                       "be the measured one")
    parse.add_argument("--allow-rise", action="store_true",
                       help="do not fail if the transformed program's measured "
                       "peak is above the original's")
    parse.add_argument("--allow-leaks", action="store_true",
                       help="blocks still alive at the end are no error")
    parse.add_argument("--emit-buffers", type=pathlib.Path, metavar="FILE",
                       help="keep the bufferized (transformed) program, with "
                       "main")
    parse.add_argument("--no-bufferize", action="store_true",
                       help="the module is on memrefs and has its own @main; "
                       "with --measure that calls memopt_tracker_start, "
                       "memopt_tracker_stop, memopt_tracker_report")
    parse.add_argument("--nonnegative", action="store_true",
                       help="fill all float arguments with values >= 0")
    parse.add_argument("--dynamic-size", type=int, default=4, metavar="N",
                       help="extent of `?` dimensions of arguments "
                       "(default 4)")
    parse.add_argument("--allow-unregistered-dialect", action="store_true")
    parse.add_argument("--opt-level", type=int, choices=range(4), default=0,
                       help="of the JIT (default 0: quickest to start)")
    parse.add_argument("--timeout", type=float, default=600, metavar="S",
                       help="seconds for each tool call (default 600)")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is (default: "
                       "lib/ next to mlir-opt's real path)")
    parse.add_argument("--keep", type=pathlib.Path, metavar="DIR",
                       help="keep all intermediate files there")
    return parse


def main(arguments=None):
    options = parser().parse_args(arguments)
    try:
        if options.measure and not options.allocator:
            raise Failure("--measure needs --allocator")
        if not options.measure and (options.expect_peak is not None
                                    or options.expect_peak_report):
            raise Failure("an expected peak needs --measure")
        if not options.model.is_file():
            raise Failure(f"no file {options.model}")
        tools = Tools(options)
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.keep or pathlib.Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            run(options, tools, folder)
    except Difference as difference:
        print(difference)
        return 1
    except Failure as failure:
        print(f"run_model.py: {failure}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
