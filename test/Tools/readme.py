"""Checks that the README's ```text block is what the run that it shows prints,
without the lists of buffers. With --update, makes it so.

Usage: readme.py [--update] README.md < OUTPUT
"""

import pathlib
import re
import sys


def without_lists(output):
    """The lines of `output` but for those that list buffers."""
    lines = []
    in_list = False
    for line in output.splitlines():
        in_list = in_list and line != "  live bytes, step by step:"
        if not in_list:
            lines.append(line)
        in_list = in_list or line == "  alive then, biggest first:"
    return lines


def main():
    path = pathlib.Path(sys.argv[-1])
    readme = path.read_text()
    block = re.search(r"(?<=```text\n)(.*?)(?=```)", readme, re.DOTALL)
    printed = without_lists(sys.stdin.read())
    if len(printed) < 10:
        sys.exit("the run prints hardly any output")
    if "--update" in sys.argv:
        path.write_text(
            readme[: block.start()] + "\n".join(printed) + "\n" + readme[block.end() :]
        )
        return
    shown = block.group().splitlines()
    for line, other in zip(shown, printed):
        if line != other:
            sys.exit(f"the README shows\n{line}\nwhere the run prints\n{other}")
    if len(shown) != len(printed):
        sys.exit("the README shows more or less than the run prints")


main()
