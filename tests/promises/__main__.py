"""`python -m tests.promises [--flips 200] [--kills 200] [--sessions 50 --minutes 10] …`: the long
form. Each number may be 0.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.promises import flips, inbox_plants, kills, sessions, two_fairs

TRIALS = {
    "flips": 200,
    "log-flips": 50,
    "controls": 20,
    "kills": 200,
    "plants": 100,
    "sessions": 50,
    "visitors": 200,
}
KEPT_PROMISES = {
    "sound",
    "restored",
    "control sound",
    "whole",
    "receipt",
    "own texts",
    "went in the middle",
    "file loaded meanwhile",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.promises")
    for name, number in TRIALS.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=13)
    chosen = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        start = flips.prepared(work / "start")
        counts = flips.outcomes(start, work, chosen.flips, chosen.controls, chosen.seed)
        counts += flips.outcomes_of_log(start, work, chosen.log_flips, chosen.seed)
        counts += kills.outcomes(start, work, chosen.kills, chosen.seed)
        data = two_fairs.fill(work / "served" / "data")
        os.environ["EXPOLENS_DATA"] = str(data)
        counts += inbox_plants.outcomes(data, chosen.plants, chosen.seed)
        counts += sessions.outcomes(data, chosen.sessions, chosen.minutes, chosen.visitors)
    for outcome, number in sorted(counts.items()):
        print(f"{number:6}  {outcome}")
    print(f"{time.monotonic() - begun:.0f} s")
    return 0 if set(counts) <= KEPT_PROMISES else 1


if __name__ == "__main__":
    sys.exit(main())
