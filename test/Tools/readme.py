"""Checks that each line of the README's ```text block is printed by the run that
it shows, in the same order.

Usage: readme.py README.md < OUTPUT
"""

import pathlib
import re
import sys

readme = pathlib.Path(sys.argv[1]).read_text()
shown = re.search(r"```text\n(.*?)```", readme, re.DOTALL).group(1).splitlines()
printed = iter(sys.stdin.read().splitlines())
if len(shown) < 10:
    sys.exit("the README shows hardly any output")
for line in shown:
    if not any(line == other for other in printed):
        sys.exit(f"the README shows a line that the run does not print:\n{line}")
