"""The functions of test/Passes/share-*.mlir compute the same after the pass.

  run_traps.py ../Passes/share-*.mlir --allocator BUILD/lib/libmemopt_alloc_tracker.so \\
    --transform "memopt-opt --share-buffers {in} -o {out}"

Each file has the functions for one trap of sharing; trap_programs.py says how
they are called. They are all in one module, which runs on the allocation
tracker as it is and after the pass, in one of two forms:

  written  as they stand in the file; what is not freed there is not freed
  freed    with a dealloc at the end of its block for what is not freed; the
           pass then moves it

A function fails if an output bit differs in one of its calls; if anything is
freed twice or not from the heap, or more is left than before; if memory is
written after it was freed, or the output depends on what fresh or freed memory
holds (a second run has other patterns); if the measured peak rises; or if it is
above what --peak-memory predicts, or not what it predicts where that is exact.

With --wrong=rewritten, the transformation is the wrong one that the file gives
for each function, which then must fail. With --wrong=early and the form freed,
buffers are freed after the last use of their own name: those with another name
that is used later are found.

Exit code 0: none failed; 1: some failed; 2: a tool is missing, or the functions
do not run as they are.
"""

import argparse
import pathlib
import re
import sys
import tempfile

import fuzz_sharing
import run_model
import trap_programs
from run_model import Failure
from program_writer import is_float
from sharing_main import SharingMain, split_type

# Allocations stay as they are; tensors and what async.execute has outlined
# become memrefs and calls.
PREPARE = ("one-shot-bufferize,convert-bufferization-to-memref,expand-realloc,"
           "async-to-async-runtime,func.func(async-runtime-ref-counting),"
           "convert-async-to-llvm,convert-vector-to-llvm,")
TRANSFORM = "memopt-opt --share-buffers=quiet {in} -o {out}"
CALLEES = pathlib.Path(__file__).parent / "Inputs" / "callees.mlir"


class Call:
    """One call of a function, as fuzz_sharing.Run wants a program."""

    def __init__(self, trap):
        self.name, self.exact = trap.name, trap.exact


class TrapMain(SharingMain):
    """Calls a function with the arguments of a trial, prints its results and
    what its memref arguments then hold."""

    def scalar(self, value, kind):
        if kind == "index":
            value = self.define(f"arith.index_cast {value} : index to i64")
        elif kind != "i64":
            if kind == "f80":
                value, kind = self.define(
                    f"arith.truncf {value} : f80 to f64"), "f64"
            bits = int(kind[1:])
            if is_float(kind):
                value = self.define(f"arith.bitcast {value} : {kind} to i{bits}")
            if bits < 64:
                value = self.define(f"arith.extui {value} : i{bits} to i64")
        self.print(value)

    def print(self, value):
        self.lines.append(f"  call @callee_print({value}) : (i64) -> ()")

    def dump(self, value, kind):
        zero = self.define("arith.constant 0 : i64")
        self.print(self.visit("main_dump", value, kind, zero))

    def try_out(self, trap, trial):
        frees, values = [], []
        for number, (kind, how) in enumerate(trial):
            if not kind.startswith("memref"):
                values.append(self.define(f"arith.constant {how} : {kind}"))
                continue
            extents = [4 if e == "?" else e for e in split_type(kind)[0]]
            seed = self.define(f"arith.constant {number + 1} : i64")
            value, free = self.argument(kind, extents, seed)
            values.append(value)
            frees.append(free)
        types = [kind for kind, _ in trial]
        self.lines.append("  call @memopt_tracker_start() : () -> ()")
        self.number += 1
        name = f"%m{self.number}"
        assign = f"{name}:{len(trap.results)} = " if trap.results else ""
        self.lines += [
            f"  {assign}call @{trap.name}({', '.join(values)}) : "
            f"({', '.join(types)}) -> ({', '.join(trap.results)})",
            "  call @memopt_tracker_stop() : () -> ()"]
        for number, kind in enumerate(trap.results):
            if kind.startswith("memref"):
                self.dump(f"{name}#{number}", kind)
                frees.append((f"{name}#{number}", kind))
            else:
                self.scalar(f"{name}#{number}", kind)
        for value, kind in zip(values, types):
            if kind.startswith("memref"):
                self.dump(value, kind)
        self.lines += [f"  memref.dealloc {value} : {kind}"
                       for value, kind in frees]
        self.lines.append("  call @memopt_tracker_report() : () -> ()")


class Programs:
    """The functions of all files in one module, before and after."""

    def __init__(self, folder, tools, options):
        self.folder, self.tools, self.options = folder, tools, options
        self.traps, self.needs, self.reasons = [], [], {}
        for path in options.files:
            traps, needs, reasons = trap_programs.load(path)
            self.traps += traps
            self.needs += needs
            self.reasons.update(reasons)
        main, self.calls, self.owner = TrapMain(), [], []
        for trap in self.traps:
            for trial in trap.trials():
                main.try_out(trap, trial)
                self.calls.append(Call(trap))
                self.owner.append(trap)
        self.main = main.text() + CALLEES.read_text()

    def file(self, stage):
        return self.folder / f"{self.options.form}.{stage}.mlir"

    def module(self, stage, texts):
        path = self.file(stage)
        needs = "".join(dict.fromkeys(self.needs))
        aliases = "".join(re.findall(r"(?m)^#.*\n", needs))
        path.write_text(aliases + "module {\n" + re.sub(
            r"(?m)^#.*\n", "", needs) + "".join(texts) + "}\n")
        return path

    def lowered(self, path, poison):
        """Links with main and what it calls; gives the runs."""
        text = re.sub(r"(?m)^ *func\.func private @callee_\w+\(.*\).*\n", "",
                      trap_programs.plain_layouts(path.read_text()))
        whole = path.with_suffix(".main.mlir")
        whole.write_text(run_model.append_main(text, self.main))
        self.tools.passes(whole, PREPARE + fuzz_sharing.LOWER,
                          path.with_suffix(".llvm.mlir"))
        predicted = fuzz_sharing.predict(self.tools, self.options.report, path)
        runs = []
        for patterns in poison:
            self.tools.environment["MEMOPT_ALLOC_TRACKER"] = ",".join(
                filter(None, (run_model.TRACKER, patterns)))
            output = self.tools.run(path.with_suffix(".llvm.mlir"), "main")
            runs.append(fuzz_sharing.Run(output, text, predicted,
                                         self.calls))
        return runs

    def wrong(self, trap):
        """The text of a function after the wrong transformation."""
        if self.options.wrong == "early":
            return trap.in_form(trap.text, "early")
        return trap.in_form(trap.broken() or trap.text, self.options.form)

    def before(self):
        """Runs the functions as they are."""
        form = self.options.form
        self.source = self.module("in", [t.in_form(t.text, form)
                                         for t in self.traps])
        run, = self.lowered(self.source, [""])
        for at, trap in enumerate(self.owner):
            wrong = [key for key in run_model.ERRORS if run.counts[at][key]]
            if wrong or not run.results[at]:
                raise Failure(f"@{trap.name}, as it is: "
                              f"{', '.join(wrong) or 'prints nothing'}")
        return run

    def after(self, transform):
        """Runs them after the transformation, under two poisons."""
        if self.options.wrong:
            after = self.module("wrong", [self.wrong(t) for t in self.traps])
            return self.lowered(after, [""]) * 2
        after = self.file("after")
        run_model.transform(self.tools, transform, self.source, after)
        return self.lowered(after, ["", fuzz_sharing.OTHER_POISON])

    def judge(self, before, after, other):
        """The faults of each function, and in how many calls the peak was the
        predicted one."""
        wrong, exact = {}, 0
        for at, trap in enumerate(self.owner):
            counts, old = after.counts[at], before.counts[at]
            faults = [f"{key}: {counts[key]}" for key in
                      (*run_model.ERRORS, "leakedAllocations")
                      if counts[key] > old[key]]
            if before.results[at] != after.results[at]:
                faults.append("the output differs")
            elif after.results[at] != other.results[at]:
                faults.append("the output depends on memory that is not "
                              "written yet, or freed")
            if counts["peakBytes"] > old["peakBytes"] and \
                    not self.options.allow_rise:
                faults.append(f"the peak rose from {old['peakBytes']} to "
                              f"{counts['peakBytes']}")
            for run in (before, after):
                peak, said = run.counts[at]["peakBytes"], run.predicted[at]
                # What is never freed ends with its last use, they say.
                if (said is None or trap.padded
                        or run.counts[at]["leakedAllocations"]):
                    continue
                exact += trap.exact
                if said < peak or (trap.exact and said != peak):
                    faults.append(f"the peak is {peak} bytes, --peak-memory "
                                  f"says {said}")
            if faults:
                wrong.setdefault(trap.name, "; ".join(faults))
        return wrong, exact


def share(part, whole):
    """Some of a number of things, in words."""
    return f"all {whole}" if part == whole else f"{part} of {whole}"


def report(programs, wrong, exact, options):
    """Prints what failed, or with --wrong what did not; gives the exit code."""
    traps, lines = programs.traps, []
    if options.wrong == "early":
        print("found:", " ".join(wrong))
        return 1 if wrong else 0
    broken = [t.name for t in traps if options.wrong and t.broken()]
    for trap in traps:
        name = trap.name
        if trap.apart and options.wrong and name not in broken:
            lines.append(f"MISSED: no wrong rewriting of @{name} is given")
        elif name in broken and name not in wrong:
            lines.append(f"MISSED: the wrong @{name} is not found")
        elif name in wrong and name not in broken:
            lines.append(f"FAILED: @{name}: {wrong[name]}")
    print("".join(line + "\n" for line in lines), end="")
    if options.wrong:
        print(f"{share(sum(n in wrong for n in broken), len(broken))} wrong "
              "functions were found")
        return 1
    print(f"{share(len(traps) - len(wrong), len(traps))} functions passed in "
          f"{len(programs.calls)} calls, {exact} peaks were predicted to the "
          f"byte; {len(programs.reasons)} functions are not executed")
    return 1 if wrong else 0


def parser():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("files", nargs="+", type=pathlib.Path)
    parse.add_argument("--form", choices=("written", "freed"),
                       default="written")
    parse.add_argument("--transform", metavar="CMD", action="append",
                       help="what to test; may be given several times "
                       f"(default: {TRANSFORM})")
    parse.add_argument("--wrong", choices=("rewritten", "early"),
                       help="instead: what the file gives, each of which must "
                       "fail; or frees\nthat see one name of a buffer only")
    parse.add_argument("--allow-rise", action="store_true",
                       help="do not fail if a peak rises")
    parse.add_argument("--allocator", type=pathlib.Path, metavar="LIB",
                       required=True, help="libmemopt_alloc_tracker.so")
    parse.add_argument("--keep", type=pathlib.Path, metavar="DIR",
                       help="folder for the files")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is (default: lib/ "
                       "next to mlir-opt's real path)")
    parse.set_defaults(allow_unregistered_dialect=False, mlir_opt="mlir-opt",
                       mlir_runner="mlir-runner", opt_level=0, timeout=60,
                       report="memopt-opt '--peak-memory=format=json "
                       "output={out}' {in} -o /dev/null")
    return parse


def main(arguments=None):
    options = parser().parse_args(arguments)
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="traps-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        tools = run_model.Tools(options)
        tools.libraries.append(
            tools.libraries[0].with_name("libmlir_async_runtime.so"))
        programs = Programs(folder, tools, options)
        before, code = programs.before(), 0
        for transform in options.transform or [TRANSFORM]:
            wrong, exact = programs.judge(before, *programs.after(transform))
            code |= report(programs, wrong, exact, options)
    except Failure as failure:
        print(f"run_traps.py: {failure}\nfiles: {folder}", file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
