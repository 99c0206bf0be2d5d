"""Stops --min-peak-schedule after more and more steps, and checks its report: the
bound is no higher than the least peak, the gap is in bytes and in percent, the
IR has the peak that the report says, and a second run prints the same.

Usage: anytime.py MODEL.mlir [OPTION=VALUE...]
"""

import json
import subprocess
import sys

model, options = sys.argv[1], sys.argv[2:]


def run(*arguments, text=""):
    return subprocess.run(["memopt-opt", *arguments], check=True, input=text,
                          capture_output=True, text=True)


def schedule(*more):
    """The report of the first function, its text, and the IR."""
    def once(report):
        flags = " ".join([*options, *more, f"report={report}"])
        return run(model, f"--min-peak-schedule={flags}", "-o", "-")

    result = once("/dev/null")
    report = run(model, "--min-peak-schedule=" +
                 " ".join([*options, *more, "quiet=true report=-"]),
                 "-o", "/dev/null").stdout
    assert once("/dev/null").stdout == result.stdout, "a second run differs"
    return json.loads(report)["functions"][0], result.stderr, result.stdout


def check_gap(fact):
    peak, bound, gap = (fact[key] for key in
                        ("peakBytes", "lowerBoundBytes", "gapBytes"))
    assert gap == peak - bound >= 0, fact
    assert fact["gapPercent"] == (100 * gap / peak if gap else 0), fact


best, _, _ = schedule()
assert best["status"] == "optimal", best
gaps = set()
for steps in (0, 1, 10, 100, 1000, 10_000):
    stopped, text, ir = schedule(f"max-steps={steps}")
    for fact in (stopped, *stopped["blocks"]):
        check_gap(fact)
    peak, gap = stopped["peakBytes"], stopped["gapBytes"]
    assert stopped["lowerBoundBytes"] <= best["peakBytes"] <= peak, stopped
    assert peak <= stopped["peakBytesBefore"], stopped
    assert stopped["status"] == ("limit-reached" if gap else "optimal"), stopped
    shown = f"(gap {gap} B, {stopped['gapPercent']:.2f}%)"
    assert (shown in text) == (gap != 0), text
    after = json.loads(run("--peak-memory=format=json", "-o", "/dev/null",
                           text=ir).stdout)["functions"][0]
    assert after["peakBytes"] == peak, "the IR has another peak"
    gaps.add(gap)
print(f"gaps from {max(gaps)} to {min(gaps)}")
