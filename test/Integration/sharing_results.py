"""Measures allocations and peaks of models under upstream's passes and memopt's.

  sharing_results.py FOLDER --allocator BUILD/lib/libmemopt_alloc_tracker.so \\
    --output docs/sharing-results.md [--full-seconds 90]

For every .mlir file below FOLDER: bufferized and freed by upstream's passes;
the same with --optimize-allocation-liveness; and by `memopt-opt --memopt`. Each
of the three runs hollow (see hollow.py) on the allocation tracker. Models that
extra_models.py knows to run in the given seconds run whole, too: their peaks
must be the hollow ones, and their outputs the same in all three, bit for bit.

Exit code 0: measured; 1: a whole run contradicts; 2: bad options. Cost: seconds
for each model hollow; minutes whole.
"""

import argparse
import os
import pathlib
import re
import sys
import tempfile

import extra_models
import hollow
import run_model
from run_model import Failure

HOLLOW_SETTINGS = ("format=json,output=-,at-exit=off,poison=off,"
                   "quarantine-bytes=0")
UPSTREAM = run_model.BUFFERIZE % {"alignment": " buffer-alignment=0"}
# What is on memrefs already has no tensors for the first passes.
FREE = UPSTREAM[UPSTREAM.index("buffer-deallocation-pipeline"):]
KINDS = ("upstream", "liveness", "memopt")


class Contradiction(Exception):
    """A whole run and another run disagree."""


class Model:
    """One file, brought to a form that all three pipelines take."""

    def __init__(self, path, tools, folder, options):
        self.path, self.tools, self.folder = path, tools, folder
        self.options = options
        self.how = extra_models.RUNS.get(path.name)
        if not self.how and options.whole:
            self.how = extra_models.Run(0)
        text = path.read_text()
        self.on_memrefs = "tensor<" not in text
        self.freed = self.on_memrefs and "memref.dealloc" in text
        self.source = folder / "prepared.mlir"
        tools.passes(path, run_model.prepare_pipeline(path), self.source)

    def bufferized(self, kind, source, stem):
        """The module after one of the pipelines; or why there is none."""
        after = self.folder / f"{stem}.{kind}.mlir"
        if kind == "memopt":
            run_model.transform(self.tools, self.options.memopt, source, after,
                                "--memopt")
        else:
            passes = UPSTREAM
            if self.on_memrefs:
                passes = "cse" if self.freed else FREE
            if kind == "liveness":
                passes += run_model.EARLY_FREE
            self.tools.passes(source, passes, after)
        return after

    def lower_and_run(self, path, entry, settings):
        lowered = path.with_suffix(".llvm.mlir")
        self.tools.passes(path, run_model.LOWER % {
            "generic": "{use-generic-functions=1}", "cleanup": ""}, lowered)
        self.tools.environment["MEMOPT_ALLOC_TRACKER"] = settings
        output = self.tools.run(lowered, entry)
        counters = run_model.counters_of(output)
        if not counters:
            raise Failure("the program did not report")
        wrong = sum(counters[key] for key in run_model.ERRORS)
        if wrong:
            raise Failure(f"{wrong} wrong frees")
        return output, (counters["allocations"], counters["peakBytes"])

    def run_hollow(self, kind):
        """Allocations and peak, without the work."""
        after = self.bufferized(kind, self.source, "hollow")
        generic = self.tools.opt(after, ["--mlir-print-op-generic"], text=True)
        empty = after.with_suffix(".empty.mlir")
        empty.write_text(hollow.hollow(generic))
        generic = self.tools.opt(empty, ["--mlir-print-op-generic"], text=True)
        text = self.tools.opt(empty, [], text=True)
        entry = self.how.entry if self.how else None
        name, arguments = hollow.entry_function(generic, entry)
        results = next(f[2] for f in run_model.find_functions(generic)
                       if f[0] == name)
        # An alignment would be asked for on top of the bytes.
        text = re.sub(r" ?\{alignment = \d+ : i64\}", "", text)
        empty.write_text(hollow.with_main(text, name, arguments, results))
        return self.lower_and_run(empty, "main_hollow", HOLLOW_SETTINGS)[1]

    def run_whole(self, kind):
        """Results, allocations and peak of the real run."""
        how = self.how
        signature = run_model.entry_signature(self.tools, self.source,
                                              how.entry)
        main = run_model.Main(signature, True, 4, how.nonnegative).text()
        whole = self.folder / "whole.mlir"
        whole.write_text(run_model.append_main(
            self.tools.opt(self.source, [], text=True), main))
        after = self.bufferized(kind, whole, "whole")
        text = re.sub(r" ?\{alignment = \d+ : i64\}", "", after.read_text())
        after.write_text(text)
        self.tools.level = how.level
        output, counts = self.lower_and_run(after, run_model.MAIN,
                                            run_model.TRACKER)
        return run_model.results_of(output), counts


def measure(path, tools, folder, options):
    """A row: name, how it was measured, and the numbers or the reason."""
    name = path.stem
    tools.extra = (["--allow-unregistered-dialect"] if
                   extra_models.unknown_dialects(path, options) else [])
    try:
        model = Model(path, tools, folder, options)
    except Failure as failure:
        return [name, "", str(failure)]
    numbers, reasons = {}, {}
    for kind in KINDS:
        try:
            numbers[kind] = model.run_hollow(kind)
        except Failure as failure:
            reasons[kind] = failure
            print(f"{name}, {kind}: {failure}", file=sys.stderr)
    full = (model.how and model.how.seconds <= options.full_seconds
            and not reasons)
    if full:
        check_whole(model, name, numbers)
    return [name, "whole" if full else "hollow", numbers, reasons]


def check_whole(model, name, numbers):
    """Runs the model whole; raises Contradiction unless all agrees."""
    outputs = []
    for kind in KINDS:
        results, counts = model.run_whole(kind)
        outputs.append(results)
        if counts != numbers[kind]:
            raise Contradiction(f"{name}, {kind}: {counts} whole, "
                                f"{numbers[kind]} hollow")
        if not results or results != outputs[0]:
            raise Contradiction(f"{name}, {kind}: other results than upstream")


HEAD = """# What sharing saves on real models

Allocations of one run, and the most bytes that they hold at a time, for three
ways to bring a model from tensors to memrefs that are freed:

- **upstream**: `one-shot-bufferize` with function boundaries, `canonicalize`,
  `cse`, `buffer-deallocation-pipeline`; nothing, for a model that comes on
  memrefs with its deallocations;
- **liveness**: the same, and `optimize-allocation-liveness`, which frees earlier
  (and in MLIR 22.1.8 sometimes too early; here it does not);
- **memopt**: `memopt-opt --memopt`.

Counted are the bytes that the entry function and its callees ask for with
`memref.alloc`, by the [allocation tracker](alloc-tracker.md), at run time. Not
counted: arguments, constants, stack storage, alignment, what `malloc` adds.
Results count until the function returns.

**whole** rows ran with real arguments, gave the same output bits in all three
ways, and allocate what the **hollow** run allocates. A hollow run executes the
bufferized program with the ops dropped that only compute into buffers: the same
allocations and deallocations in the same order, without the work.

"""
FOOT = """
The models are public ones, named as their files. To regenerate, with a folder
that holds them, and `mlir-opt`, `mlir-runner` and `memopt-opt` on PATH:

```
python3 test/Integration/sharing_results.py FOLDER --full-seconds SECONDS \\
  --allocator build/lib/libmemopt_alloc_tracker.so --output docs/sharing-results.md
```
"""


def short(failure):
    """The error line of a tool's message."""
    lines = str(failure).splitlines()
    errors = [line.split("error: ", 1)[1] for line in lines
              if "error: " in line]
    return (errors or lines)[0][:100].replace("|", "/")


def table(rows):
    lines = ["| model | run | upstream | | liveness | | memopt | | memopt / "
             "liveness |",
             "|---|---|--:|--:|--:|--:|--:|--:|--:|",
             "| | | allocations | peak bytes | allocations | peak bytes | "
             "allocations | peak bytes | |"]
    missing = []
    for name, how, *rest in rows:
        if isinstance(rest[0], str):
            missing.append(f"- `{name}`: {short(rest[0])}")
            continue
        numbers, reasons = rest
        if not numbers:
            missing.append(
                f"- `{name}`: {short(next(iter(reasons.values())))}")
            continue
        cells = []
        for kind in KINDS:
            cells += ([f"{n:,}" for n in numbers[kind]] if kind in numbers
                      else ["—", "—"])
        ratio = ("" if not {"liveness", "memopt"} <= numbers.keys() or
                 not numbers["liveness"][1] else
                 f"{numbers['memopt'][1] / numbers['liveness'][1]:.3f}")
        lines.append(f"| {name} | {how} | {' | '.join(cells)} | {ratio} |")
        for kind, failure in reasons.items():
            missing.append(f"- `{name}`, {kind}: {short(failure)}")
    text = "\n".join(lines) + "\n"
    if missing:
        text += "\nNot measured, with the tool's reason:\n\n" + "\n".join(
            missing) + "\n"
    return text


def parser():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("folder", type=pathlib.Path)
    parse.add_argument("--allocator", type=pathlib.Path, required=True,
                       metavar="LIB", help="libmemopt_alloc_tracker.so")
    parse.add_argument("--output", type=pathlib.Path, metavar="FILE",
                       help="default: standard output")
    parse.add_argument("--full-seconds", type=int, default=0, metavar="S",
                       help="run models whole that take up to S seconds "
                       "(default 0: none)")
    parse.add_argument("--whole", action="store_true",
                       help="run models whole that extra_models.py does not "
                       "know")
    parse.add_argument("--only", metavar="TEXT", default="",
                       help="only files with this in their name")
    parse.add_argument("--memopt", metavar="CMD",
                       default="memopt-opt '--memopt=quiet "
                       "buffer-alignment=0' {in} -o {out}",
                       help="the third pipeline (default: %(default)s)")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is")
    parse.add_argument("--timeout", type=float, default=900, metavar="S",
                       help="seconds for each tool call (default 900)")
    parse.add_argument("--keep", type=pathlib.Path, metavar="DIR",
                       help="keep the last model's files there")
    parse.set_defaults(opt_level=0, allow_unregistered_dialect=False)
    return parse


def main(arguments=None):
    options = parser().parse_args(arguments)
    files = sorted((path for path in options.folder.rglob("*.mlir")
                    if options.only in path.name),
                   key=lambda path: path.name)
    rows, code = [], 0
    try:
        if not files:
            raise Failure(f"no .mlir file in {options.folder}")
        tools = run_model.Tools(options)
        for path in files:
            print(f"== {path.name}", file=sys.stderr, flush=True)
            tools.level = 0
            with tempfile.TemporaryDirectory() as temporary:
                folder = options.keep or pathlib.Path(temporary)
                os.makedirs(folder, exist_ok=True)
                try:
                    rows.append(measure(path, tools, folder, options))
                except Contradiction as contradiction:
                    print(f"CONTRADICTION: {contradiction}", flush=True)
                    code = 1
    except Failure as failure:
        print(f"sharing_results.py: {failure}", file=sys.stderr)
        return 2
    text = HEAD + table(rows) + FOOT.replace("SECONDS",
                                             str(options.full_seconds))
    if options.output:
        options.output.write_text(text)
    else:
        print(text)
    return code


if __name__ == "__main__":
    sys.exit(main())
