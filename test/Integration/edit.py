"""Copies a text file, replacing a string everywhere: a "transformation".

  edit.py IN OUT [OLD NEW]

Used by the tests of the harness: without OLD and NEW it is the identity; with
them it miscompiles on purpose. Fails when OLD does not occur.
"""

import pathlib
import sys


def main():
    source, target, *replacement = sys.argv[1:]
    text = pathlib.Path(source).read_text()
    if replacement:
        old, new = replacement
        if old not in text:
            sys.exit(f"edit.py: {source} does not contain {old}")
        text = text.replace(old, new)
    pathlib.Path(target).write_text(text)


if __name__ == "__main__":
    main()
