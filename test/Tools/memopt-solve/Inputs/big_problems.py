"""Gives memopt-solve big and broken problems, each under a limit on its address
space, its stack (so that nothing may recurse on the depth of a problem) and its
time, and checks that it answers or says clearly why not.

Usage: big_problems.py [--long] MEMOPT-SOLVE

--long takes the sizes that memopt promises to stand: chains of a million nodes
and a problem of ten million, which needs 10 GiB.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

MIB = 1 << 20
GENERATOR = pathlib.Path(__file__).parent / "problems.py"

# Family, size, size of the long form, status or error expected.
CASES = [
    ("chain", 100_000, 1_000_000, "optimal"),
    ("loose", 100_000, 100_000, "optimal"),
    ("fan-in", 50_000, 50_000, "optimal"),
    ("fan-out", 50_000, 50_000, "optimal"),
    ("wide-after", 50_000, 50_000, "optimal"),
    ("random", 50_000, 10_000_000, "limit-reached"),
    ("near-limit", 1, 1, "optimal"),
    ("near-limit", 0, 0, "the sum of all sizes does not fit in 63 bits"),
    ("cycle", 100_000, 1_000_000, "the nodes form a cycle: node 0 -> node 1 ->"),
    ("reversed", 20_000, 1_000_000, "which comes later in the input order"),
]


def limited(memory, seconds):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_STACK, (MIB // 4, MIB // 4))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return limit


def solve(tool, path, memory, seconds, *options):
    """The exit code, both outputs, seconds of CPU time, and the peak in bytes."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([tool, "schedule", path, *options], stdout=out,
                                   stderr=err, preexec_fn=limited(memory, seconds))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return (process.returncode, out.read(), err.read(),
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def check_answer(result, count):
    assert result["lowerBound"] <= result["peak"] <= result["inputPeak"], "bounds"
    assert result["gap"] == result["peak"] - result["lowerBound"], "gap"
    seen = bytearray(result["ops"])
    for identifier in result["order"]:
        assert seen[identifier] == 0, f"node {identifier} comes twice"
        seen[identifier] = 1
    assert all(seen) and result["ops"] >= count > 0, "nodes are missing"


def main():
    long_form = "--long" in sys.argv
    tool = sys.argv[-1]
    failures = 0
    for family, short, long, expected in CASES:
        count = long if long_form else short
        with tempfile.NamedTemporaryFile("w", suffix=".json") as problem:
            subprocess.run([sys.executable, GENERATOR, family, str(count)],
                           stdout=problem, check=True)
            memory = 512 * MIB + 1024 * count
            # Against what never ends; far above what a loaded machine needs.
            seconds = 200 + count // 4_000
            code, out, err, spent, peak = solve(
                tool, problem.name, memory, seconds, "--max-memory=16Mi")
        try:
            if code == 0:
                result = json.loads(out)
                check_answer(result, min(count, result["ops"]) or 1)
                said = result["status"]
            else:
                said = err.strip()
                assert code == 1 and not out and said.count("\n") == 0, err
            assert expected in said, f"expected '{expected}'"
            verdict = "ok"
        except AssertionError as error:
            verdict, failures = f"FAILED ({error}): exit code {code}", failures + 1
        shown = said if len(said) < 60 else "..." + expected
        print(f"{verdict}: {family} {count}: {shown} ({spent:.1f} s, "
              f"{peak // MIB} MiB)", flush=True)

    # Too little memory: a clear error, however far it came.
    with tempfile.NamedTemporaryFile("w", suffix=".json") as problem:
        subprocess.run([sys.executable, GENERATOR, "chain", "200000"],
                       stdout=problem, check=True)
        code, out, err, _, _ = solve(tool, problem.name, 320 * MIB, 60)
    clear = code == 1 and not out and "error: out of memory" in err
    failures += not clear
    print(f"{'ok' if clear else 'FAILED'}: too little memory: {err.strip()}")
    sys.exit(failures)


main()
