"""Big packing problems: big_packings.py [--long] MEMOPT_SOLVE FOLDER.

Each is packed within 2 GiB, on a stack of 256 KiB, and its offsets pass
validate_packing.py. Prints for each the gap in percent; --long takes more and
larger ones, packs them with `auto` too, which must be within 1 % of the others,
and prints CPU seconds and steps, so that growth can be read off.
"""

import json
import pathlib
import resource
import subprocess
import sys

here = pathlib.Path(__file__).parent
is_long = "--long" in sys.argv
solve, folder = sys.argv[-2:]
CASES = [("random", 5_000), ("training", 20_000), ("nested", 20_000), ("rows", 100_000)]
if is_long:
    CASES = [(family, count) for family in ("random", "training", "nested", "rows")
             for count in (1_000, 10_000, 30_000, 100_000)] + [("rows", 1_000_000)]


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_STACK, (256 << 10, 256 << 10))


for family, count in CASES:
    source = pathlib.Path(folder, f"{family}-{count}.csv")
    packed = source.with_suffix(".out.csv")
    with open(source, "w") as file:
        subprocess.run([sys.executable, here / "packings.py", family, str(count)],
                       stdout=file, check=True)
    heights = []
    for packer in ("first-fit", "best-fit") + (("auto",) if is_long else ()):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run = subprocess.run([solve, "pack", source, f"--packer={packer}",
                              f"--output={packed}"], text=True,
                             capture_output=True, preexec_fn=limits)
        assert run.returncode == 0, run.stderr
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = usage.ru_utime - before
        result = json.loads(run.stdout)
        subprocess.run([sys.executable, here / "validate_packing.py", source, packed],
                       check=True, stdout=subprocess.DEVNULL)
        heights.append(result["height"])
        assert packer != "auto" or heights[-1] <= 1.01 * min(heights), heights
        figures = f", {seconds:.2f} s, {result['steps']} steps" if is_long else ""
        print(f"ok: {family} {count} {packer}: {result['status']}, "
              f"gap {result['gapPercent']:.3f} %{figures}", flush=True)
