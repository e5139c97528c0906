"""`python -m tests.promises [--flips 200] [--controls 20] [--kills 200]`: the long form."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.promises import flips, kills

KEPT_PROMISES = {"sound", "restored", "control sound", "whole"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.promises")
    for name, number in (("flips", 200), ("controls", 20), ("kills", 200)):
        parser.add_argument(f"--{name}", type=int, default=number)
    chosen = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        start = flips.prepared(Path(name) / "start")
        counts = flips.outcomes(start, Path(name), chosen.flips, chosen.controls)
        counts += kills.outcomes(start, Path(name), chosen.kills)
    for outcome, number in sorted(counts.items()):
        print(f"{number:5}  {outcome}")
    print(f"{time.monotonic() - begun:.0f} s")
    return 0 if set(counts) <= KEPT_PROMISES else 1


if __name__ == "__main__":
    sys.exit(main())
