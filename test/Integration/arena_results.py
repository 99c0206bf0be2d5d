"""Measures the arenas that --memopt=plan-arena makes of models.

  arena_results.py FOLDER --allocator BUILD/lib/libmemopt_alloc_tracker.so \\
    --output docs/arena-results.md

For every .mlir file below FOLDER and every function with an arena: the height,
the lower bound and the status that the report gives, the height of best fit by
size on the same buffers (computed here, from the report), and the most bytes
that are live at a time. Then the planned program runs hollow (see hollow.py) on
the allocation tracker.

A contradiction, exit code 1: a height above best fit's or the sum of all
buffers, or below what is live; an allocation in the program that is neither an
arena of the planned size nor one that the report says is left out; a run that
allocates more or fewer than those, or another peak than the one reported.
Exit code 0: none; 2: bad options. Cost: seconds for each model.
"""

import argparse
import json
import os
import pathlib
import re
import sys
import tempfile

import arenas
import extra_models
import run_model
import sharing_results
from run_model import Failure
from sharing_results import Contradiction, short


#===------------------------------------------------------------------------===#
# Best fit
#===------------------------------------------------------------------------===#

def overlap(a, b):
    return any(x < v and u < y for x, y in a for u, v in b)


def groups_of(buffers):
    """Size, alignment and lifetime of what has one place: buffers that are at
    one offset at the same time are written in place."""
    groups = []
    for buffer in buffers:
        live = [tuple(part) for part in buffer["live"]]
        place = buffer["offset"], buffer["bytes"]
        same = [group for group in groups
                if place == group["place"] and overlap(live, group["live"])]
        groups = [group for group in groups if group not in same]
        groups.append({
            "place": place,
            "alignment": max([buffer["alignment"],
                              *(group["alignment"] for group in same)]),
            "live": sum((group["live"] for group in same), live)})
    return [group for group in groups if group["place"][1]]


def best_fit(groups):
    """The height of best fit, the largest first: each goes into the smallest
    hole that holds it, or on top."""
    placed, height = [], 0
    for group in sorted(groups, key=lambda g: (-g["place"][1],
                                               min(g["live"]))):
        size, step = group["place"][1], group["alignment"]
        near = sorted((at, end) for at, end, live in placed
                      if overlap(live, group["live"]))
        best, top = None, 0
        for at, end in near:
            begin = -(-top // step) * step
            if begin + size <= at and (best is None or at - top < best[0]):
                best = at - top, begin
            top = max(top, end)
        begin = best[1] if best else -(-top // step) * step
        placed.append((begin, begin + size, group["live"]))
        height = max(height, begin + size)
    return height


def most_live(groups):
    """The most bytes that are live at a time."""
    change = {}
    for group in groups:
        times = sorted(group["live"])
        while times:
            begin, end = times.pop(0)
            while times and times[0][0] <= end:
                end = max(end, times.pop(0)[1])
            change[begin] = change.get(begin, 0) + group["place"][1]
            change[end] = change.get(end, 0) - group["place"][1]
    now = most = 0
    for time in sorted(change):
        now += change[time]
        most = max(most, now)
    return most


#===------------------------------------------------------------------------===#
# Models
#===------------------------------------------------------------------------===#

def plan(model, unknown, options):
    """The planned module, the report, and the seconds that the pass took."""
    report, after = model.folder / "arenas.json", model.folder / "planned.mlir"
    settings = f"quiet plan-arena arena-report={report}"
    if unknown:
        # On memrefs, these are kernels that the model calls.
        settings += f" assume-nocapture={','.join(unknown)}"
    command = [options.memopt_opt, *model.tools.extra, model.source,
               f"--memopt={settings} {options.settings}", "-o", after,
               "--mlir-timing", "--mlir-timing-display=list"]
    times = model.folder / "times.txt"
    try:
        model.tools.call(["sh", "-c", 'out=$1; shift; exec "$@" 2>"$out"',
                          "sh", times, *command], "--memopt")
    except Failure as failure:
        raise Failure(times.read_text() or str(failure)) from failure
    seconds = re.search(r"(?m)^\s*([\d.]+) .*PlanArena", times.read_text())
    return (after, json.loads(report.read_text())["functions"],
            float(seconds.group(1)))


def check_arena(name, arena):
    """The row of an arena; raises Contradiction if a figure cannot be."""
    groups = groups_of(arena["buffers"])
    height, fit, live = arena["bytes"], best_fit(groups), most_live(groups)
    if not live <= arena["lowerBoundBytes"] <= height <= fit:
        raise Contradiction(
            f"{name}: {live} bytes are live, the bound is "
            f"{arena['lowerBoundBytes']}, the height {height}, best fit {fit}")
    return [f"{len(arena['buffers']):,}", f"{height:,}",
            f"{arena['lowerBoundBytes']:,}", f"{arena['gapBytes']:,}",
            arena["status"], f"{fit:,}", f"{live:,}"]


def check_text(name, function, text):
    """The allocations left in the program are the arenas and what is said to
    be left out."""
    made = re.findall(r"memref\.alloc\(.*?\)(?: \{.*?\})? : (.*)",
                      arenas.function(text, function["name"]))
    wanted = [f"memref<{arena['bytes']}xi8>"
              for arena in function["arena"]["arenas"] if "loop" not in arena]
    wanted += [out["type"] for out in function["arena"]["leftOut"]]
    if sorted(made) != sorted(wanted):
        raise Contradiction(f"{name}: allocates {sorted(made)}, and not "
                            f"{sorted(wanted)}")


def check_run(name, model, function, text):
    """Runs the planned program hollow; says what it allocated."""
    allocations, peak = model.run_hollow("memopt")
    body = arenas.function(text, function["name"])
    alone = not re.search(r"\bcall @|scf\.|cf\.|affine\.", body)
    expected = body.count("memref.alloc(")
    if (alone and allocations != expected) or (
            peak != function["peakBytes"] and not function["unknownBuffers"]
            and not function["unknownCalls"]):
        raise Contradiction(
            f"{name}: {allocations} allocations, {peak} bytes at the peak; "
            f"reported are {expected}, and {function['peakBytes']} bytes")
    return f"{allocations:,}"


def measure(path, tools, folder, options):
    """The rows of a model; or the reason why there are none."""
    unknown = extra_models.unknown_dialects(path, options)
    tools.extra = ["--allow-unregistered-dialect"] if unknown else []
    try:
        model = sharing_results.Model(path, tools, folder, options)
        if "memref.alloc" not in path.read_text():
            unknown = []
        after, functions, seconds = plan(model, unknown, options)
        # The hollow run takes the module as it is.
        options.memopt = f"sh -c 'cp {after} {{out}}' {{in}}"
        text = re.sub(r" ?\{alignment = \d+ : i64\}", "", after.read_text())
    except Failure as failure:
        return [], short(failure)
    rows = []
    functions = [f for f in functions if f.get("arena", {}).get("arenas")]
    for function in functions:
        name = (path.stem if len(functions) == 1
                else f"{path.stem} @{function['name']}")
        check_text(name, function, text)
        ran, first = "—", True
        entry = model.how and model.how.entry
        if entry == function["name"] or len(functions) == 1:
            try:
                ran = check_run(name, model, function, text)
            except Failure as failure:
                print(f"{name}: does not run: {failure}", file=sys.stderr)
        for arena in function["arena"]["arenas"]:
            rows.append([name, *check_arena(name, arena),
                         f"{seconds:.2f}" if first else "",
                         f"{len(function['arena']['leftOut'])}" if first
                         else "", ran if first else ""])
            first = False
    return rows, "" if rows else "allocates nothing that can be placed"


HEAD = """# Arenas of real models

The arena of each function after `memopt-opt --memopt=plan-arena`, with the
buffers that sharing left; all of them in a module that nothing frees.

- **gap**: height less lower bound; 0 is a proof that no arena is smaller.
- **best fit**: the height of best fit, the largest buffer first, on the same
  buffers, in-place pairs and alignments, computed apart from memopt.
- **live**: the most bytes that are live at a time; the bound may be higher.
- **seconds**: of `plan-arena`, all functions and checks, by the clock of a busy
  machine.
- **left out**: allocations that stay, most of them since the function returns
  them.
- **run**: allocations of a hollow run under the
  [allocation tracker](alloc-tracker.md): exactly one for the arena, of exactly
  the height, and one for each that is left out. The peak counted is the
  one reported. A dash: it is not the function that runs, or has ops of dialects
  without a lowering. Ops on memrefs of such dialects are taken to keep no pointer
  (`assume-nocapture`).

The table is only written if no height is above best fit's, the allocations in
the program are the arenas, of their sizes, and those left out, and the runs agree.

"""
FOOT = """
The models are public ones, named as their files. To regenerate, with a folder
that holds them, and `mlir-opt`, `mlir-runner` and `memopt-opt` on PATH:

```
python3 test/Integration/arena_results.py FOLDER \\
  --allocator build/lib/libmemopt_alloc_tracker.so --output docs/arena-results.md
```
"""


def table(rows, missing):
    text = ("| model | buffers | height | lower bound | gap | status | best fit "
            "| live | seconds | left out | run |\n"
            "|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|\n")
    text += "".join(f"| {' | '.join(row)} |\n" for row in rows)
    if missing:
        text += "\nNot measured, with the tool's reason:\n\n" + "".join(
            f"- `{name}`: {reason}\n" for name, reason in missing)
    return text


def parser():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("folder", type=pathlib.Path)
    parse.add_argument("--allocator", type=pathlib.Path, required=True,
                       metavar="LIB", help="libmemopt_alloc_tracker.so")
    parse.add_argument("--output", type=pathlib.Path, metavar="FILE",
                       help="default: standard output")
    parse.add_argument("--only", metavar="TEXT", default="",
                       help="only files with this in their name")
    parse.add_argument("--settings", metavar="OPTIONS", default="",
                       help="further options of --memopt")
    parse.add_argument("--memopt-opt", default="memopt-opt", metavar="TOOL")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is")
    parse.add_argument("--timeout", type=float, default=900, metavar="S",
                       help="seconds for each tool call (default 900)")
    parse.set_defaults(opt_level=0, allow_unregistered_dialect=False,
                       whole=False)
    return parse


def main(arguments=None):
    options = parser().parse_args(arguments)
    files = sorted((path for path in options.folder.rglob("*.mlir")
                    if options.only in path.name), key=lambda path: path.name)
    rows, missing, code = [], [], 0
    try:
        if not files:
            raise Failure(f"no .mlir file in {options.folder}")
        tools = run_model.Tools(options)
        for path in files:
            print(f"== {path.name}", file=sys.stderr, flush=True)
            with tempfile.TemporaryDirectory() as temporary:
                try:
                    more, reason = measure(path, tools,
                                           pathlib.Path(temporary), options)
                except Contradiction as contradiction:
                    print(f"CONTRADICTION: {contradiction}", flush=True)
                    code = 1
                    continue
            rows += more
            if reason:
                missing.append((path.stem, reason))
    except Failure as failure:
        print(f"arena_results.py: {failure}", file=sys.stderr)
        return 2
    text = HEAD + table(rows, missing) + FOOT
    if options.output and code == 0:
        options.output.write_text(text)
    else:
        print(text)
    return code


if __name__ == "__main__":
    sys.exit(main())
