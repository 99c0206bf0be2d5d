"""Runs run_model.py on every .mlir file of a folder.

  run_all.py FOLDER -- [options of run_model.py]

Used by the tests that want the same of every small model. Prints each run's
output and ends with the number that passed; fails unless all did. Cost: that
of run_model.py, one to five seconds per small model.
"""

import pathlib
import sys

import run_model


def main():
    folder, separator, *options = sys.argv[1:]
    if separator != "--":
        sys.exit("run_all.py: want FOLDER -- options")
    models = sorted(pathlib.Path(folder).glob("*.mlir"))
    if not models:
        sys.exit(f"run_all.py: no .mlir file in {folder}")
    passed = 0
    for model in models:
        print(f"== {model.name}", flush=True)
        passed += run_model.main([str(model), *options]) == 0
        sys.stdout.flush()
    print(f"{passed} of {len(models)} models passed")
    return passed != len(models)


if __name__ == "__main__":
    sys.exit(main())
