"""Prints a table of compile times, as in docs/compile-time.md: for each file what
--min-peak-schedule takes with and without its search, and what upstream's
one-shot bufferization takes on the same IR.

Usage: table.py MEMOPT-COMPILE-TIME MLIR-OPT FILE.mlir|linalg:N...

A file is first inlined and simplified, and brought to linalg where it has TOSA
or elementwise ops on tensors. linalg:N is the generated function of N ops of
test/Passes/Inputs/big.py, as it is. All times are milliseconds of CPU time, the least of
several runs.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

tool, mlir_opt, *files = sys.argv[1:]
generator = pathlib.Path(__file__).parent.parent / "Passes/Inputs/big.py"

SIMPLIFY = "inline,canonicalize,cse"
FROM_TOSA = (
    "func.func(tosa-optional-decompositions),canonicalize,"
    "func.func(tosa-infer-shapes,tosa-make-broadcastable,tosa-to-linalg-named,"
    "canonicalize,tosa-layerwise-constant-fold,tosa-make-broadcastable),"
    "func.func(tosa-to-linalg,tosa-to-arith{include-apply-rescale=true},"
    "tosa-to-scf,tosa-to-tensor),canonicalize,cse")
TO_LINALG = "func.func(convert-elementwise-to-linalg)"


def prepare(name):
    """The IR to measure on, or None if the file is beyond these pipelines."""
    if name.startswith("linalg:"):
        return subprocess.run(
            [sys.executable, generator, "linalg", name.split(":")[1]],
            check=True, capture_output=True, text=True).stdout
    text = pathlib.Path(name).read_text()
    stages = [SIMPLIFY, *([FROM_TOSA] if "tosa." in text else []), TO_LINALG]
    result = subprocess.run(
        [mlir_opt, f"--pass-pipeline=builtin.module({','.join(stages)})"],
        input=text, capture_output=True, text=True)
    return result.stdout if result.returncode == 0 else None


def number(milliseconds):
    if milliseconds is None:
        return "—"
    if milliseconds < 0.1:
        return "<0.1"
    return f"{milliseconds:.0f}" if milliseconds >= 10 else f"{milliseconds:.1f}"


print("| function | ops | build | of it storage | check | rewrite | together | report | "
      "one-shot bufferize | search |")
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
slower = []
for name in files:
    text = prepare(name)
    if text is None:
        print(f"| {pathlib.Path(name).stem} | not lowered |")
        continue
    with tempfile.NamedTemporaryFile("w", suffix=".mlir") as lowered:
        lowered.write(text)
        lowered.flush()
        output = subprocess.run([tool, lowered.name], check=True,
                                capture_output=True, text=True).stdout
    facts = json.loads(output)
    together = sum(facts[part] for part in ("buildMs", "checkMs", "rewriteMs"))
    bufferize = facts["oneShotBufferizeMs"]
    label = name if name.startswith("linalg:") else pathlib.Path(name).stem
    cells = [label, str(facts["opsInLargestBlock"])]
    cells += [number(facts[part])
              for part in ("buildMs", "storageMs", "checkMs", "rewriteMs")]
    cells += [number(together), number(facts["reportMs"]), number(bufferize)]
    cells += [number(facts["searchMs"]) + ("" if facts["proved"] else " ¹")]
    print("| " + " | ".join(cells) + " |", flush=True)
    if bufferize is not None and together > bufferize:
        slower.append(label)
print(f"\nslower than one-shot bufferization: {', '.join(slower) or 'none'}",
      file=sys.stderr)
