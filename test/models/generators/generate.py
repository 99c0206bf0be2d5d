"""Prints the models of this folder, or checks that the files still match.

  generate.py NAME [--scale real|small]    one model on standard output
  generate.py --list                       the names
  generate.py --write DIR [--scale S]      every model as DIR/NAME.mlir
  generate.py --check DIR [--scale S]      fails when a file in DIR drifted

The output depends on nothing but this folder's text: no clock, no hash order,
no package. Cost: well under a second for all.
"""

import argparse
import difflib
import pathlib
import sys

import darts
import densenet
import inception
import lstm
import mlp
import nasnet
import randwire
import transformer
import unet

MODELS = {
    "darts_v2_cells": darts.build,
    "densenet121_block": densenet.build,
    "inception_v1_3ab": inception.build,
    "lstm_loop": lstm.build,
    "mlp_accumulation_step": mlp.build_accumulation,
    "mlp_train_step": mlp.build_adam,
    "nasnet_a_cell": nasnet.build,
    "randwire_ws_stage": randwire.build,
    "transformer_block": transformer.build_forward,
    "transformer_train_step": transformer.build_training_linalg,
    "transformer_train_step_stablehlo": transformer.build_training_stablehlo,
    "unet": unet.build,
}
# Nothing executes unregistered dialects, so a small form serves no one.
UNREGISTERED = ("nasnet_a_cell", "transformer_train_step_stablehlo")


def names_of(scale):
    return [n for n in MODELS if scale == "real" or n not in UNREGISTERED]


def check(folder, scale):
    """The number of files that differ; says how to regenerate them."""
    bad = 0
    for name in names_of(scale):
        path = folder / f"{name}.mlir"
        old = path.read_text() if path.exists() else ""
        new = MODELS[name](scale)
        if old != new:
            bad += 1
            diff = difflib.unified_diff(old.splitlines(), new.splitlines(),
                                        str(path), "generator", lineterm="")
            print("\n".join(list(diff)[:20]))
    if bad:
        print(f"{bad} model(s) drifted from their generators; run "
              f"generate.py --scale {scale} --write {folder}")
    else:
        print(f"{len(names_of(scale))} models match their generators")
    return bad


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("name", nargs="?", choices=sorted(MODELS))
    what.add_argument("--list", action="store_true")
    what.add_argument("--write", type=pathlib.Path, metavar="DIR")
    what.add_argument("--check", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--scale", choices=("real", "small"), default="real")
    options = parser.parse_args()
    if options.list:
        print("\n".join(names_of(options.scale)))
    elif options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for name in names_of(options.scale):
            path = options.write / f"{name}.mlir"
            path.write_text(MODELS[name](options.scale))
    elif options.check:
        return 1 if check(options.check, options.scale) else 0
    else:
        sys.stdout.write(MODELS[options.name](options.scale))
    return 0


if __name__ == "__main__":
    sys.exit(main())
