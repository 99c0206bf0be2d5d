"""Random programs compute the same with fewer bytes after --share-buffers.

  fuzz_sharing.py --seeds 0..1999 --form tensors \\
    --transform "memopt-opt --memopt {in} -o {out}" --allocator BUILD/lib/libmemopt_alloc_tracker.so

Programs are those of tensor_programs.py and memref_programs.py; the pass sees
them in the chosen form:

  tensors   tensors, and the pass bufferizes them
  buffers   bufferized, nothing freed yet; buffers are freed after the pass
  frees     bufferized, and freed by the deallocation pipeline
  blocks    the same, with branches in place of scf
  memrefs   programs written on memrefs, which free what they allocate
  cf        the same, with branches in place of scf
  straight  programs on memrefs without regions; with --count-buffers, the pass
            must leave as many buffers of each type as count_overlap.py needs

Each program runs as it is (tensors: bufferized and freed by upstream's passes)
and after the pass, on the allocation tracker. A seed fails if an output bit
differs; if anything leaks, is freed twice, or is freed but not from the heap;
if memory is written after it was freed, or the output depends on what fresh or
freed memory holds (a second run has other patterns); if the measured peak
rises; or if --peak-memory predicts another peak than the measured one: a lower
one, or any other where the program's sizes and trips are known.

Many programs share a module, since starting the tools costs more than running
one; a batch that fails is halved until it is one seed. The files of failures
stay in the folder of --keep, or in a temporary one.

With --arenas, a function that allocates only what --plan-arena left of it must
make exactly its arenas, of exactly their sizes. With its mode=argument, the
main provides the arenas that the functions ask for.

A program that does not run as it is counts neither as passed nor as failed. An
output on tensors that differs is right if it is that of a bufferization that
copies before each write; a peak on tensors that rises is compared with that of
bufferization after --safe-yields.

Exit code 0: none failed; 1: a seed failed; 2: a tool is missing, or most
programs do not run as they are. Cost: about 0.1 s for each seed.
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile

import arenas
import count_overlap
import run_model
from fuzz_schedule import seed_range
from memref_programs import MemrefProgram, StraightProgram
from run_model import Failure
from sharing_main import SharingMain, helper
from tensor_programs import TensorProgram

BUFFERIZE = (
    "func.func(convert-elementwise-to-linalg),one-shot-bufferize{"
    "bufferize-function-boundaries=true allow-return-allocs-from-loops=true "
    "function-boundary-type-conversion=identity-layout-map "
    "buffer-alignment=0},canonicalize,cse")
FREE = "buffer-deallocation-pipeline,convert-bufferization-to-memref"
BLOCKS = "func.func(scf-forall-to-for,convert-linalg-to-loops),convert-scf-to-cf"
# Nothing that could remove or move an allocation.
LOWER = (
    "func.func(scf-forall-to-for,convert-linalg-to-loops,lower-affine),"
    "convert-scf-to-cf,expand-strided-metadata,lower-affine,"
    "convert-math-to-llvm,finalize-memref-to-llvm{use-generic-functions=1},"
    "convert-arith-to-llvm,convert-index-to-llvm,convert-cf-to-llvm,"
    "convert-func-to-llvm,reconcile-unrealized-casts")
# How programs get into the form that the pass sees, and what follows the pass.
FORMS = {
    "tensors": (TensorProgram, "", ""),
    "buffers": (TensorProgram, BUFFERIZE, FREE),
    "frees": (TensorProgram, f"{BUFFERIZE},{FREE}", ""),
    "blocks": (TensorProgram, f"{BUFFERIZE},{FREE},{BLOCKS}", ""),
    "memrefs": (MemrefProgram, "", ""),
    "cf": (MemrefProgram, BLOCKS, ""),
    # Without views that nobody reads through.
    "straight": (StraightProgram, "canonicalize", ""),
}
# Tensors that a pass left are bufferized as the original's are.
REST = f"{BUFFERIZE},{FREE}"
OTHER_POISON = "fresh=1357,freed=2468"


def predict(tools, command, path):
    """The peaks that the command reports, of the functions that it knows."""
    report = path.with_suffix(".json")
    run_model.transform(tools, command, path, report, "--report")
    return {
        function["name"]: function["peakBytes"]
        for function in json.loads(report.read_text())["functions"]
        if not (function.get("declaration")
                or function.get("unknownBuffers")
                or function.get("unknownCalls"))}


class Run:
    """What each program of a module printed, and what was counted."""

    def __init__(self, output, text, predicted, programs):
        self.results, self.counts = [], []
        lines, last = [], {}
        for line in output.splitlines():
            if not line.startswith(run_model.REPORT):
                lines.append(line)
                continue
            now = json.loads(line)
            # Errors and leaks are counted over the whole run.
            self.counts.append({
                key: value - (0 if key in ("peakBytes", "allocations")
                              else last.get(key, 0))
                for key, value in now.items()})
            self.results.append(lines)
            lines, last = [], now
        if len(self.results) != len(programs):
            raise Failure(f"{len(self.results)} of {len(programs)} programs "
                          "reported")
        self.predicted = [predicted.get(p.name) for p in programs]
        self.arenas = [arenas.sizes(text, p.name) for p in programs]
        # The deallocation pipeline asks at run time who owns what a loop
        # carried; what such a program frees is not known before. Nor is which
        # storage a memref lies in that branches pass on.
        functions = re.split(r"(?m)^ *func\.func ", text)
        asking = {re.match(r"(?:private )?@(\w+)", f).group(1)
                  for f in functions[1:] if re.search(r"scf\.if|cf\.cond_br", f)}
        self.exact = [p.exact and p.name not in asking for p in programs]


class Batch:
    """Some programs in one module, before and after."""

    def __init__(self, seeds, folder, tools, options):
        self.tools, self.options = tools, options
        make = FORMS[options.form][0]
        self.programs = [make(seed) for seed in seeds]
        self.miscounted = {}
        self.copied = self.apart = None
        self.stem = folder / f"seeds_{seeds[0]}_{seeds[-1]}.mlir"
        texts = [program.text() for program in self.programs]
        helpers = set().union(*(p.helpers for p in self.programs))
        texts += [helper(*key) for key in sorted(helpers)]
        self.stem.write_text("module {\n" + "".join(texts) + "}\n")
        main = SharingMain()
        for program in self.programs:
            main.call(program)
        self.main = main.text()

    def file(self, stage):
        return self.stem.with_suffix(f".{stage}.mlir")

    def passes(self, source, stage, pipeline):
        self.tools.passes(source, pipeline, self.file(stage))
        return self.file(stage)

    def before(self):
        """Runs the programs as they are."""
        _, prepare, rest = FORMS[self.options.form]
        source = self.passes(self.stem, "in", prepare)
        if rest:
            source = self.passes(source, "before", rest)
        elif "tensor<" in source.read_text():
            source = self.passes(source, "before", REST)
        run = self.run(source)
        for program, counts in zip(self.programs, run.counts):
            for wrong in self.wrong_counts(counts):
                raise Failure(f"seed {program.seed}, as it is: {wrong}")
        return run

    def after(self):
        """Runs them after the pass; gives the runs under two poisons."""
        after = self.file("after")
        run_model.transform(self.tools, self.options.transform,
                            self.file("in"), after)
        if self.options.count_buffers:
            self.miscounted = count_overlap.faults(
                self.file("in").read_text(), after.read_text())[0]
        rest = FORMS[self.options.form][2]
        if "tensor<" in after.read_text():
            rest = REST
        if rest:
            after = self.passes(after, "freed", rest)
        first = self.run(after)
        return first, self.run(after, OTHER_POISON)

    def run(self, path, poison=""):
        text, name = path.read_text(), path.with_suffix("").name
        original = text
        predicted = {}
        if not poison:
            if self.options.report:
                predicted = predict(self.tools, self.options.report, path)
            # The alignment would be asked for on top of the bytes.
            text = re.sub(r" ?\{alignment = \d+ : i64\}", "", text)
            whole = self.stem.with_name(f"{name}.main.mlir")
            main = arenas.provide(self.main, text)
            whole.write_text(run_model.append_main(text, main))
            self.tools.passes(whole, LOWER, self.stem.with_name(
                f"{name}.llvm.mlir"))
        self.tools.environment["MEMOPT_ALLOC_TRACKER"] = ",".join(
            filter(None, (run_model.TRACKER, poison)))
        output = self.tools.run(self.stem.with_name(f"{name}.llvm.mlir"),
                                "main")
        return Run(output, original, predicted, self.programs)

    def truth(self):
        """The tensor programs with a copy before each write. Upstream's analysis
        misses conflicts now and then, so that a program as it is may be the one
        that is wrong."""
        if not self.copied:
            self.copied = self.run(self.passes(
                self.file("in"), "copied",
                REST.replace("bufferize{", "bufferize{copy-before-write=1 ")))
        return self.copied

    def kept_apart(self):
        """The tensor programs with the storage that upstream's analysis takes
        for free, without knowing that it is still needed."""
        if not self.apart:
            safe = self.file("safe")
            run_model.transform(self.tools, self.options.safe,
                                self.file("in"), safe)
            self.apart = self.run(self.passes(safe, "apart", REST))
        return self.apart

    @staticmethod
    def wrong_counts(counts):
        return [f"{key}: {counts[key]}" for key in
                (*run_model.ERRORS, "leakedAllocations") if counts[key]]

    def compare(self, before, after, other):
        """What is wrong, by seed; in how many programs the peak went down, and
        in how many it was the predicted one, as it had to be; and how many
        allocate arenas only."""
        wrong, lower, exact, planned = {}, 0, 0, 0
        for at, program in enumerate(self.programs):
            faults = self.wrong_counts(after.counts[at])
            if before.results[at] != after.results[at] and not (
                    self.options.form == "tensors"
                    and after.results[at] == self.truth().results[at]):
                faults.append("the output differs")
            elif after.results[at] != other.results[at]:
                faults.append("the output depends on memory that is not "
                              "written yet, or freed")
            faults += self.miscounted.get(program.name, [])
            peaks = [run.counts[at]["peakBytes"] for run in (before, after)]
            lower += peaks[1] < peaks[0]
            if peaks[1] > peaks[0] and self.options.form == "tensors":
                peaks[0] = self.kept_apart().counts[at]["peakBytes"]
            if peaks[1] > peaks[0] and not self.options.allow_rise:
                faults.append(f"the peak rose from {peaks[0]} to {peaks[1]}")
            for run, when in ((before, "before"), (after, "after")):
                peak = run.counts[at]["peakBytes"]
                predicted = run.predicted[at]
                # An upper bound always, and the peak itself where it can be.
                if predicted is not None and (
                        predicted < peak
                        or (run.exact[at] and predicted != peak)):
                    faults.append(f"{when}, the peak is {peak} bytes, "
                                  f"--peak-memory says {predicted}")
            if self.options.arenas and after.arenas[at] is not None:
                planned += 1
                faults += arenas.faults(after.arenas[at], after.counts[at])
            exact += after.exact[at] and after.predicted[at] is not None
            if faults:
                wrong[program.seed] = "; ".join(faults)
        return wrong, lower, exact, planned


def check(seeds, folder, tools, options):
    """Runs a batch; gives what Batch.compare does, and how many programs do
    not even run as they are."""
    wrong, lower, exact, planned, unusable = {}, 0, 0, 0, 0
    waiting = [list(seeds)]
    while waiting:
        now = waiting.pop()
        batch = Batch(now, folder, tools, options)
        try:
            before = batch.before()
        except Failure as failure:
            # Upstream's passes break a program now and then: a constant in
            # read-only memory that is written, say.
            if len(now) == 1:
                print(f"UNUSABLE: seed {now[0]}, as it is: "
                      f"{str(failure).splitlines()[0]}", flush=True)
                unusable += 1
            else:
                middle = len(now) // 2
                waiting += [now[middle:], now[:middle]]
            continue
        try:
            failed, fewer, known, alone = batch.compare(
                before, *batch.after())
            wrong.update(failed)
            lower, exact = lower + fewer, exact + known
            planned += alone
        except Failure as failure:
            # One program spoils the batch: find out which.
            if len(now) == 1:
                wrong[now[0]] = str(failure)
            else:
                middle = len(now) // 2
                waiting += [now[middle:], now[:middle]]
    return wrong, lower, exact, planned, unusable


def show(seed, message):
    first = message.splitlines()
    print(f"FAILED: seed {seed}: {first[0]}", flush=True)
    for line in first[1:12]:
        print(f"  {line}")


def parser():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("--seeds", type=seed_range, default=range(20),
                       metavar="A..B", help="both included (default 0..19)")
    parse.add_argument("--batch", type=int, default=50, metavar="N",
                       help="programs in a module (default 50)")
    parse.add_argument("--form", choices=FORMS, default="memrefs",
                       help="what the pass sees (default: %(default)s)")
    parse.add_argument("--transform", metavar="CMD", default="memopt-opt "
                       "--share-buffers {in} -o {out}",
                       help="what to test (default: %(default)s)")
    parse.add_argument("--report", metavar="CMD", default="memopt-opt "
                       "'--peak-memory=format=json output={out}' {in} "
                       "-o /dev/null", help="what predicts the peaks; \"\" for none\n"
                       "(default: %(default)s)")
    parse.add_argument("--safe", metavar="CMD",
                       default="memopt-opt --safe-yields {in} -o {out}",
                       help="what keeps upstream's bufferization from mistakes "
                       "(default: %(default)s)")
    parse.add_argument("--count-buffers", action="store_true",
                       help="compare with what count_overlap.py needs")
    parse.add_argument("--arenas", action="store_true",
                       help="check what --plan-arena left of allocations")
    parse.add_argument("--allow-rise", action="store_true",
                       help="do not fail if a peak rises")
    parse.add_argument("--allocator", type=pathlib.Path, metavar="LIB",
                       help="libmemopt_alloc_tracker.so")
    parse.add_argument("--keep", type=pathlib.Path, metavar="DIR",
                       help="folder for the files")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is (default: lib/ "
                       "next to mlir-opt's real path)")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--opt-level", type=int, choices=range(4), default=0,
                       help="of the JIT (default 0: quickest to start)")
    parse.add_argument("--timeout", type=float, default=300, metavar="S",
                       help="seconds for each tool call (default 300)")
    parse.add_argument("--print", action="store_true", dest="show",
                       help="print the programs, and run nothing")
    parse.set_defaults(allow_unregistered_dialect=False)
    return parse


def main(arguments=None):
    options = parser().parse_args(arguments)
    if options.show:
        for seed in options.seeds:
            print(FORMS[options.form][0](seed).text())
        return 0
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    bad, lower, exact, planned, unusable = 0, 0, 0, 0, 0
    seeds = options.seeds
    try:
        if not options.allocator:
            raise Failure("give --allocator")
        tools = run_model.Tools(options)
        for start in range(0, len(seeds), options.batch):
            wrong, fewer, known, alone, useless = check(
                seeds[start:start + options.batch], folder, tools, options)
            bad, lower = bad + len(wrong), lower + fewer
            exact, unusable = exact + known, unusable + useless
            planned += alone
            for seed, message in sorted(wrong.items()):
                show(seed, message)
    except Failure as failure:
        print(f"fuzz_sharing.py: {failure}\nfiles: {folder}", file=sys.stderr)
        return 2
    print(f"{len(seeds) - bad - unusable} of {len(seeds)} programs passed, "
          f"{lower} have a lower peak, {exact} peaks were predicted to the byte"
          + (f", {planned} allocate arenas only" if options.arenas else ""))
    if 2 * unusable > len(seeds):
        print("fuzz_sharing.py: most programs do not run as they are",
              file=sys.stderr)
        return 2
    if bad:
        print(f"files: {folder}")
    elif not options.keep:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
