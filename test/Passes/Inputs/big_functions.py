"""Gives memopt-opt big functions, each under a limit on its address space and on
its time, and checks that --min-peak-schedule ends with a sound report.

Usage: big_functions.py [--long] MEMOPT-OPT

The limit on time is far above what a linear pass needs, and far below what a
quadratic one would.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

MIB = 1 << 20
GENERATOR = pathlib.Path(__file__).parent / "big.py"

# Family, size, size of the long form.
CASES = [
    ("chain", 50_000, 1_000_000),
    ("loose", 100_000, 1_000_000),
    ("operands", 50_000, 50_000),
    ("uses", 50_000, 50_000),
    ("results", 50_000, 50_000),
    ("returns", 50_000, 50_000),
    ("memref", 5_000, 50_000),
    ("views", 5_000, 50_000),
    ("nested", 100, 400),
    ("blocks", 3_000, 30_000),
    ("carried", 500, 4_000),
    ("outs", 500, 4_000),
    ("shared", 3_000, 30_000),
    ("branches", 300, 2_000),
    ("linalg", 5_000, 100_000),
]


def main():
    long_form = "--long" in sys.argv
    tool = sys.argv[-1]
    memory, seconds = ((6144, 120) if long_form else (1536, 20))

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (memory * MIB, memory * MIB))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    failures = 0
    for family, short, long in CASES:
        count = long if long_form else short
        with tempfile.NamedTemporaryFile("w", suffix=".mlir") as model, \
                tempfile.NamedTemporaryFile("r", suffix=".json") as report, \
                tempfile.TemporaryFile("w+") as err:
            subprocess.run([sys.executable, GENERATOR, family, str(count)],
                           stdout=model, check=True)
            flags = f"quiet=true max-steps=200000 report={report.name}"
            process = subprocess.Popen(
                [tool, model.name, f"--min-peak-schedule={flags}",
                 "-o", "/dev/null"], stderr=err, preexec_fn=limit)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = code = os.waitstatus_to_exitcode(status)
            verdict = "ok"
            try:
                err.seek(0)
                assert code == 0, f"exit code {code}: {err.read(200)}"
                facts = next(f for f in json.load(open(report.name))["functions"]
                             if not f["declaration"])
                assert (facts["lowerBoundBytes"] <= facts["peakBytes"]
                        <= facts["peakBytesBefore"]), "bounds"
            except AssertionError as error:
                verdict, failures = f"FAILED ({error})", failures + 1
        print(f"{verdict}: {family} {count} "
              f"({usage.ru_utime + usage.ru_stime:.1f} s, "
              f"{usage.ru_maxrss // 1024} MiB)", flush=True)
    sys.exit(failures)


main()
