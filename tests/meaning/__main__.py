"""`python -m tests.meaning DIR [--manifest FILE] [--only WORD] [--verbose]`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

from tests.meaning.judge import SILENT, Verdict
from tests.meaning.manifest import entries_of
from tests.meaning.run import stores, verdict

OWN = Path(__file__).parent / "corpus2.json"
LONGEST = 200


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.meaning")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--manifest", type=Path, default=OWN)
    parser.add_argument("--only", default="", help="entries whose files hold this word")
    parser.add_argument("--verbose", action="store_true", help="reasons in full")
    chosen = parser.parse_args()
    os.environ.pop("EXPOLENS_TODAY", None)
    begun = time.monotonic()
    counts: Counter[str] = Counter()
    is_sound = True
    with stores() as place:
        for entry in entries_of(chosen.manifest):
            if chosen.only not in entry.name:
                continue
            outcome = verdict(entry, chosen.folder, place)
            counts[outcome.word] += 1
            is_sound = is_sound and outcome.is_sound
            print(_line(outcome, chosen.verbose), flush=True)
    print()
    for word, number in counts.most_common():
        print(f"{number:5}  {word}")
    print(f"{counts[SILENT]} silently wrong of {counts.total()}; {time.monotonic() - begun:.0f} s")
    return 0 if is_sound else 1


def _line(outcome: Verdict, is_verbose: bool) -> str:
    reasons = "; ".join(outcome.reasons)
    reasons = reasons if is_verbose or len(reasons) <= LONGEST else reasons[:LONGEST] + " …"
    return f"{outcome.word:15} {outcome.entry.name}" + (f": {reasons}" if reasons else "")


if __name__ == "__main__":
    sys.exit(main())
