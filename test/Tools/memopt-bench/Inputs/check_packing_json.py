"""Checks what `memopt-bench --packing --json` printed: families, or the files of
packing.test in three orders.

Usage: check_packing_json.py FILE
"""

import json
import sys

with open(sys.argv[1]) as file:
    document = json.load(file)
assert document["version"] == 1 and document["maxSteps"] > 0


def check(figures):
    assert figures["steps"] >= 0
    if "height" in figures:
        gap = figures["height"] - figures["lowerBound"]
        assert figures["gapBytes"] == gap >= 0
        assert (gap == 0) == (figures["status"] == "optimal")
        assert (figures["gapPercent"] == 0) == (gap == 0)
    for time in ("cpuSeconds", "wallSeconds"):
        assert figures[time] >= 0
    resident = figures["startResidentBytes"], figures["peakResidentBytes"]
    assert 0 < resident[0] <= resident[1] < 1 << 30


if "packers" in document:
    assert [p["name"] for p in document["packers"]] == ["first-fit", "best-fit", "auto"]
    for packer in document["packers"]:
        assert packer["family"] == "training"
        assert [size["buffers"] for size in packer["sizes"]] == [1000, 3000]
        assert packer["timeExponent"] and "memoryExponent" in packer
        for size in packer["sizes"]:
            check(size)
    least = [size["height"] for size in document["packers"][-1]["sizes"]]
    for packer in document["packers"]:
        for size, height in zip(packer["sizes"], least):
            assert size["height"] >= height
else:
    assert document["capacity"] == 5
    apart, fits = document["problems"]
    assert (apart["name"], apart["buffers"]) == ("apart", 4)
    assert (fits["name"], fits["buffers"]) == ("fits", 3)
    for problem, least in ((apart, 9), (fits, 5)):
        assert len(problem["fits"]) == len(problem["heights"]) == 3
        for figures in problem["fits"] + problem["heights"]:
            check(figures)
        assert {figures["height"] for figures in problem["heights"]} == {least}
    assert {figures["status"] for figures in apart["fits"]} == {"infeasible"}
    assert not any("height" in figures for figures in apart["fits"])
