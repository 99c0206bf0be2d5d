"""Runs a command on each .csv file of a folder and prints what it says on
standard error: errors_of.py COMMAND... FOLDER. Fails if a file is accepted, if
there is anything on standard output, or more than one line of error."""

import pathlib
import subprocess
import sys

for path in sorted(pathlib.Path(sys.argv[-1]).glob("*.csv")):
    run = subprocess.run([*sys.argv[1:-1], path], text=True, capture_output=True)
    assert run.returncode == 1, f"{path}: exit code {run.returncode}"
    assert run.stdout == "", f"{path}: {run.stdout}"
    assert run.stderr.count("\n") == 1, f"{path}: {run.stderr}"
    print(f"{path.name}: {run.stderr}", end="")
