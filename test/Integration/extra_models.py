"""Checks memopt on models that are not part of this project.

  extra_models.py FILE... [--all]

Used by the lit suite over the folder MEMOPT_EXTRA_MODELS (one test per file),
and by hand. For each file: --peak-memory and --min-peak-schedule finish and
write a version 1 report; no function's peak rises, none is below its lower
bound; mlir-opt accepts the result. Dialects that mlir-opt does not know are
scheduled twice, as they are and with assume-pure. Models that RUNS lists are
then run before and after by run_model.py and must agree bit for bit.

Cost: two passes of memopt-opt and, for models that run, up to a minute each;
--all also runs those that take longer.
"""

import argparse
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import run_model


@dataclasses.dataclass(frozen=True)
class Run:
    """How to run a model. `seconds`: one run alone on an idle core."""
    seconds: int
    level: int = 0
    entry: str = None
    nonnegative: bool = False


# Files that run, by name. The ones above LIMIT seconds run under --all only.
# `nonnegative` where the model takes the root of an argument (variances).
LIMIT = 90
RUNS = {
    "buddy_bert.mlir": Run(1),
    "buddy_lenet.mlir": Run(1, entry="forward"),
    "buddy_resnet18.mlir": Run(10),
    "buddy_transformer_block_notiming.mlir": Run(10),
    "byteir_berttiny_bw.mlir": Run(21),
    "gc_llama2_mlp.mlir": Run(32, level=2),
    "gpt2_lrubens.mlir": Run(84, level=1),
    "heir_resnet20.mlir": Run(2, nonnegative=True),
    "lean4_cifar8_bn_train_step.mlir": Run(22, level=1),
    "lean4_mlp_train_step.mlir": Run(2),
    "lean4_mnv4_fwd.mlir": Run(200, level=2),
    "nelli_densenet121.mlir": Run(7),
    "nelli_googlenet.mlir": Run(3),
    "nelli_inception_v3.mlir": Run(28, level=2),
    "nelli_squeezenet1_1.mlir": Run(1),
    "pt_bert.mlir": Run(24),
    "tpp_mlp_3x1024.mlir": Run(4),
    "tt_vovnet.mlir": Run(12, nonnegative=True),
}
# Files that do not run, and why; a file in neither table is only verified.
NOT_RUN = {
    "byteir_nanogpt_bw.mlir":
        "takes more than 15 minutes at -O2",
    "buddy_deepseek_r1_decode_bufferize.mlir":
        "on memrefs, and without a main",
    "buddy_transformer_block.mlir":
        "calls record_timing, which no runner library has; the copy without "
        "timing runs",
}


class Problem(Exception):
    """What is wrong with memopt's answer."""


def call(command, what, timeout):
    """Runs a tool; gives its standard output."""
    try:
        done = subprocess.run([str(c) for c in command], text=True,
                              capture_output=True, check=False,
                              timeout=timeout)
    except subprocess.TimeoutExpired as late:
        raise Problem(f"{what} took more than {timeout} s") from late
    except OSError as error:
        raise Problem(f"{what} does not start: {error}") from error
    if done.returncode:
        raise Problem(f"{what} failed with code {done.returncode}:\n"
                      f"{run_model.first_lines(done.stderr)}")
    return done.stdout


def unknown_dialects(path, options):
    """Dialects of generic-form ops in the file that mlir-opt lacks."""
    shown = call([options.mlir_opt, "--show-dialects"], "mlir-opt", 60)
    known = set(shown.replace(",", " ").split())
    used = set(re.findall(r'"(\w+)\.[\w.]+"\(', path.read_text()))
    return sorted(used - known)


def read_report(path):
    """The functions of a version 1 report."""
    try:
        report = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise Problem(f"no readable report: {error}") from error
    if report.get("version") != 1:
        raise Problem(f"report version {report.get('version')}, expected 1")
    return report["functions"]


def check_schedule(functions):
    """Peaks must not rise and must not be below the lower bound."""
    for function in functions:
        name, peak = function["name"], function["peakBytes"]
        before, bound = (function["peakBytesBefore"],
                         function["lowerBoundBytes"])
        print(f"  @{name}: {before} -> {peak} bytes, lower bound {bound}, "
              f"{function['status']}")
        if peak > before:
            raise Problem(f"@{name}: the peak rose from {before} to {peak}")
        if bound > peak:
            raise Problem(f"@{name}: lower bound {bound} above peak {peak}")


def check_file(path, options, folder):
    """All checks on one file; raises Problem."""
    unknown = unknown_dialects(path, options)
    extra = ["--allow-unregistered-dialect"] if unknown else []
    report = folder / "report.json"
    call([options.memopt_opt, path, *extra, "-o", "/dev/null",
          f"--peak-memory=format=json output={report}"],
         "memopt-opt --peak-memory", options.timeout)
    if not read_report(report) and "func.func @" in path.read_text():
        raise Problem("--peak-memory reports no function")

    # An op on memrefs has effects: calling it pure would be wrong.
    pure = "memref<" not in path.read_text() and ",".join(unknown)
    for assume in [""] + ([f" assume-pure={pure}"] if pure else []):
        result = folder / "scheduled.mlir"
        print(f"--min-peak-schedule{assume}")
        call([options.memopt_opt, path, *extra, "-o", result,
              f"--min-peak-schedule=report={report}{assume}"],
             f"memopt-opt --min-peak-schedule{assume}", options.timeout)
        check_schedule(read_report(report))
        call([options.mlir_opt, result, *extra, "-o", "/dev/null"],
             "mlir-opt on the scheduled module", options.timeout)
    run_if_possible(path, options, unknown)


def run_if_possible(path, options, unknown):
    """Runs the model before and after scheduling, where that is feasible."""
    how = RUNS.get(path.name)
    if how is None:
        reason = NOT_RUN.get(path.name) or (
            f"unregistered dialects: {', '.join(unknown)}" if unknown
            else "not in the table of models that run")
        print(f"not run: {reason}")
        return
    if how.seconds > LIMIT and not options.all:
        print(f"not run: takes {how.seconds} s per run; --all runs it")
        return
    arguments = [path, "--opt-level", how.level, "--mlir-opt",
                 options.mlir_opt, "--mlir-runner", options.mlir_runner,
                 "--timeout", options.timeout, "--transform",
                 f"{options.memopt_opt} --min-peak-schedule {{in}} -o {{out}}"]
    if options.lib_dir:
        arguments += ["--lib-dir", options.lib_dir]
    if how.entry:
        arguments += ["--entry", how.entry]
    if how.nonnegative:
        arguments.append("--nonnegative")
    if run_model.main([str(a) for a in arguments]):
        raise Problem("the outputs before and after are not the same, or the "
                      "model did not run")


def main():
    parse = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parse.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    parse.add_argument("--check-report", type=pathlib.Path, metavar="JSON",
                       help="check only the peaks in this report")
    parse.add_argument("--all", action="store_true",
                       help=f"run also models above {LIMIT} s per run")
    parse.add_argument("--memopt-opt", default="memopt-opt", metavar="TOOL")
    parse.add_argument("--mlir-opt", default="mlir-opt", metavar="TOOL")
    parse.add_argument("--mlir-runner", default="mlir-runner", metavar="TOOL")
    parse.add_argument("--lib-dir", type=pathlib.Path, metavar="DIR",
                       help="where libmlir_runner_utils.so is")
    parse.add_argument("--timeout", type=float, default=900, metavar="S",
                       help="seconds for each tool call (default 900)")
    options = parse.parse_args()
    files = [options.check_report] if options.check_report else options.files
    if not files:
        parse.error("no files")
    failed = 0
    for path in files:
        print(f"== {path.name}", flush=True)
        try:
            if options.check_report:
                check_schedule(read_report(path))
                continue
            with tempfile.TemporaryDirectory() as temporary:
                check_file(path, options, pathlib.Path(temporary))
        except Problem as problem:
            failed += 1
            print(f"FAILED: {problem}")
    print(f"{len(files) - failed} of {len(files)} passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
