"""What arena_results.py must find wrong, and what not. For arena-results.test."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import arena_results  # noqa: E402  (after the path is set)
from sharing_results import Contradiction  # noqa: E402

BODY = """
func.func @f() {
  %alloc = memref.alloc() : memref<192xi8>
  %alloc_0 = memref.alloc() : memref<4xf32>
  return
}
"""


def buffer(offset, size, begin, end, alignment=1):
    return {"offset": offset, "bytes": size, "live": [[begin, end]],
            "alignment": alignment}


def arena(height, bound, buffers):
    return {"bytes": height, "lowerBoundBytes": bound, "status": "optimal",
            "gapBytes": height - bound, "buffers": buffers}


# Best fit puts the 64 bytes on top of the 128, and the last below them.
RIGHT = arena(192, 192, [buffer(64, 128, 0, 4), buffer(0, 64, 2, 8),
                         buffer(64, 100, 5, 9)])


class Model:
    """A program that allocates so often, and has such a peak."""

    def __init__(self, *counts):
        self.counts = counts

    def run_hollow(self, _kind):
        return self.counts


def run(*counts):
    function = {"name": "f", "peakBytes": 208, "unknownBuffers": 0,
                "unknownCalls": 0}
    arena_results.check_run("f", Model(*counts), function, BODY)


def text(body):
    function = {"name": "f", "arena": {
        "arenas": [RIGHT], "leftOut": [{"type": "memref<4xf32>"}]}}
    arena_results.check_text("f", function, body)


CASES = {
    "right arena": lambda: arena_results.check_arena("f", RIGHT),
    "in place": lambda: arena_results.check_arena("f", arena(
        64, 64, [buffer(0, 64, 0, 4), buffer(0, 64, 3, 8)])),
    "above best fit": lambda: arena_results.check_arena("f", {
        **RIGHT, "bytes": 200}),
    "below its bound": lambda: arena_results.check_arena("f", {
        **RIGHT, "lowerBoundBytes": 200}),
    "bound below what is live": lambda: arena_results.check_arena("f", {
        **RIGHT, "lowerBoundBytes": 191}),
    "right text": lambda: text(BODY),
    "arena of another size": lambda: text(BODY.replace("192", "193")),
    "two arenas": lambda: text(BODY.replace("4xf32", "192xi8")),
    "right run": lambda: run(2, 208),
    "another allocation": lambda: run(3, 208),
    "another peak": lambda: run(2, 209),
}

for name, check in CASES.items():
    try:
        check()
        print(f"{name}: agrees")
    except Contradiction:
        print(f"{name}: CONTRADICTION")
