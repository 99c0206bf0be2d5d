"""Checks that no source file of a layer mentions what the layer must not know.

Usage: layers.py ROOT. Prints each offending line; a layer without files is an
error too, so that a moved folder cannot pass unseen.
"""

import pathlib
import re
import sys

# Folder below include/memopt and lib, and what its files must not match.
RULES = [
    ("Model", r"mlir/|memopt/(Solver|IR|Report|Passes)/"),
    ("Solver", r"mlir/|memopt/(IR|Report|Passes)/"),
    ("Report", r"mlir/|memopt/(Solver|IR|Passes)/"),
    ("IR", r"memopt/(Solver|Report|Passes)/"),
]
# Only IR/Rewrite* edits IR.
EDITS = r"moveBefore|moveAfter|->erase\(\)|builder\.(clone|create)|->set\("

root = pathlib.Path(sys.argv[1])
faults = []


def check(folder, pattern, but=(), tops=("include/memopt", "lib")):
    files = [path for top in tops
             for path in sorted((root / top / folder).glob("*"))
             if path.suffix in (".h", ".cpp")
             and not path.stem.startswith(but)]
    if not files:
        faults.append(f"no files in {folder}")
    for path in files:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(pattern, line):
                faults.append(f"{path}:{number}: {line}")


for layer, forbidden in RULES:
    check(layer, forbidden)
check("IR", EDITS, but=("Rewrite",))
check("Passes", EDITS)
# It is loaded beside others' programs, so it stands alone.
check("memopt-alloc-tracker", r'#include "(mlir|llvm|memopt)/', tops=("tools",))
sys.exit("\n".join(faults) or 0)
