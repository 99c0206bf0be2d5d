"""Every option of the passes in --memopt can be given to --memopt.

  pipeline_options.py HELP   HELP is a file with the output of memopt-opt --help

An option has the same name, or that of its pass and its own (`arena-mode`).
"""

import pathlib
import re
import sys

PASSES = {"min-peak-schedule": "schedule-", "share-buffers": "",
          "bufferize-least": "", "plan-arena": "arena-"}
# The pipeline has one for all passes.
SHARED = {"quiet", "in-place", "assume-nocapture", "top", "min-bytes"}
# They mean the first pass that has them.
FIRST = {"max-steps", "max-memory", "time-limit-ms", "dump-problem",
         "dynamic-size", "assume-pure"}


def options_of(lines, name):
    """The options that the help lists below a pass or a pipeline."""
    start = next(at for at, line in enumerate(lines)
                 if re.match(rf"      --{name} ", line))
    found = set()
    for line in lines[start + 1:]:
        option = re.match(r"        --([\w-]+)", line)
        if not option:
            return found
        found.add(option.group(1))
    return found


def main(path):
    lines = pathlib.Path(path).read_text().splitlines()
    reachable = options_of(lines, "memopt")
    missing, count = [], 0
    for name, prefix in PASSES.items():
        for option in sorted(options_of(lines, name)):
            count += 1
            short = option in SHARED or (name != "plan-arena" and
                                         option in FIRST)
            if (option if short else prefix + option) not in reachable:
                missing.append(f"{name}: {option}")
    for line in missing:
        print(line)
    print(f"{count - len(missing)} of {count} options are reachable")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
