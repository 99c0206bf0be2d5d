"""Checks what `memopt-bench --json` printed: six graphs, all figures there, and
memopt's peak optimal and never above another's.

Usage: check_json.py FILE
"""

import json
import sys

with open(sys.argv[1]) as file:
    document = json.load(file)
assert document["version"] == 1
assert document["maxSteps"] > 0 and document["peerSteps"] > 0
assert len(document["graphs"]) == 6
for graph in document["graphs"]:
    names = [scheduler["name"] for scheduler in graph["schedulers"]]
    assert names[0] == "input" and names[-1] == "memopt" and len(names) == 8
    own = graph["schedulers"][-1]
    assert own["status"] == "optimal" and own["peak"] == own["lowerBound"]
    assert own["gapBytes"] == 0 and own["gapPercent"] == 0
    for scheduler in graph["schedulers"]:
        assert scheduler["peak"] >= own["peak"], (graph["name"], scheduler)
        for time in ("cpuSeconds", "wallSeconds"):
            assert scheduler[time] >= 0
        resident = scheduler["startResidentBytes"], scheduler["peakResidentBytes"]
        assert 0 < resident[0] <= resident[1] < 1 << 30
# Small graphs leave Theano's search time to find the optimum.
assert any(s["peak"] == g["schedulers"][-1]["peak"] and not s["limitReached"]
           for g in document["graphs"] for s in g["schedulers"]
           if s["name"] == "theano")
