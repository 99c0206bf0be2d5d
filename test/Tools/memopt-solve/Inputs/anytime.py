"""Stops memopt-solve after more and more steps, and checks what it prints: a
permutation of the nodes, a bound that is no higher than the least peak, the gap
in bytes and percent, and the same in a second run.

Usage: anytime.py PROBLEM.json [OPTION...]
"""

import json
import subprocess
import sys

problem, options = sys.argv[1], sys.argv[2:]
ids = sorted(node["id"] for node in json.load(open(problem))["nodes"])


def solve(*more):
    text = subprocess.run(["memopt-solve", "schedule", problem, *options, *more],
                          check=True, capture_output=True, text=True).stdout
    result = json.loads(text)
    del result["seconds"]
    return result


best = solve()
assert best["status"] == "optimal", best
gaps = set()
for steps in (0, 1, 10, 100, 1000, 10_000, 100_000):
    stopped = solve(f"--max-steps={steps}")
    assert stopped == solve(f"--max-steps={steps}"), "a second run differs"
    assert sorted(stopped["order"]) == ids, "the order is no permutation"
    peak, bound, gap = stopped["peak"], stopped["lowerBound"], stopped["gap"]
    assert bound <= best["peak"] <= peak <= stopped["inputPeak"], stopped
    assert gap == peak - bound, stopped
    assert stopped["gapPercent"] == (100 * gap / peak if gap else 0), stopped
    proved = "limit-reached" if gap else "optimal"
    assert stopped["status"] == proved, stopped
    gaps.add(gap)
print(f"gaps from {max(gaps)} to {min(gaps)}")
