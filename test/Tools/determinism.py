"""Runs the tools several times in different surroundings, and checks that they
print the same bytes but for times: beside busy processes or alone, with more and
more environment variables (which moves the stack), at addresses that the system
chooses anew each time, and with the functions of a module on several threads.

Usage: determinism.py [--runs=N] MODELS-DIR

A run takes the problem of an irregular wiring, whose search stops at its limit,
and a training step.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
parser = argparse.ArgumentParser()
parser.add_argument("--runs", type=int, default=4)
parser.add_argument("models", type=pathlib.Path)
arguments = parser.parse_args()


def generate(script, *parameters):
    return subprocess.run([sys.executable, here.parent / script, *parameters],
                          check=True, capture_output=True, text=True).stdout


def run(command, environment):
    result = subprocess.run(command, check=True, capture_output=True,
                            env={**os.environ, **environment})
    return re.sub(rb'"seconds":[-+.e0-9]+', b"", result.stdout + result.stderr)


with tempfile.TemporaryDirectory() as folder:
    problem = pathlib.Path(folder, "wiring.json")
    problem.write_text(generate("Tools/memopt-solve/Inputs/problems.py",
                                "wiring", "200"))
    module = pathlib.Path(folder, "module.mlir")
    module.write_text("".join(
        generate("Passes/Inputs/big.py", "linalg", str(60 + 20 * i)).replace(
            "@linalg", f"@f{i}") for i in range(8)))
    # Constants of a type in functions that bufferization takes in any order.
    constants = pathlib.Path(folder, "constants.mlir")
    constants.write_text("".join(f"""
func.func @f{i}(%x: tensor<4xf32>) -> tensor<4xf32> {{
  %c = arith.constant dense<[{i}.0, 1.0, 2.0, 3.0]> : tensor<4xf32>
  %d = arith.constant dense<[3.0, 2.0, 1.0, {i // 2}.0]> : tensor<4xf32>
  %y = linalg.add ins(%x, %c : tensor<4xf32>, tensor<4xf32>)
      outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %z = linalg.mul ins(%y, %d : tensor<4xf32>, tensor<4xf32>)
      outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return %z : tensor<4xf32>
}}
""" for i in range(8)))
    model = arguments.models / "mlp_accumulation_step.mlir"
    commands = {
        "memopt-solve": ["memopt-solve", "schedule", problem,
                         "--max-steps=300000"],
        "memopt-solve with a small memo": [
            "memopt-solve", "schedule", problem, "--max-steps=300000",
            "--max-memory=4Ki"],
        "memopt-opt": ["memopt-opt", model, "--min-peak-schedule=report=-",
                       "--remarks-filter=memopt"],
        "memopt-opt on threads": [
            "memopt-opt", module, "--pass-pipeline=builtin.module("
            "func.func(min-peak-schedule{report=-}))"],
        "memopt-opt --memopt": ["memopt-opt", constants, "--memopt=report=-"],
        "memopt-opt --peak-memory": [
            "memopt-opt", model, "--peak-memory=format=json top=1000"],
    }
    first = {}
    for number in range(arguments.runs):
        beside = [subprocess.Popen([sys.executable, "-c", "while True: pass"])
                  for _ in range(2 * (number % 2))]
        try:
            environment = {"MEMOPT_PADDING": "x" * (1237 * number)}
            for name, command in commands.items():
                output = run(command, environment)
                assert len(output) > 500, f"{name} prints hardly anything"
                if output != first.setdefault(name, output):
                    sys.exit(f"{name} differs in run {number + 1}")
        finally:
            for process in beside:
                process.kill()
                process.wait()
    print(f"{arguments.runs} runs of {len(commands)} commands print the same")
