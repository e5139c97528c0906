"""`python -m tests.meaning.mutations [--seed N] [--times N] [--law NAME] [--keep FOLDER]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.meaning.mutations.drawn_file import judged
from tests.meaning.mutations.laws import LAWS
from tests.meaning.run import stores


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.meaning.mutations")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--law", choices=list(LAWS), default=None)
    parser.add_argument("--keep", type=Path, default=None, help="where the files are left")
    chosen = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    is_sound = True
    with tempfile.TemporaryDirectory() as name, stores() as place:
        folder = chosen.keep or Path(name)
        for law in [chosen.law] if chosen.law else LAWS:
            for number in range(chosen.times):
                seed = f"{law} {chosen.seed} {number}"
                drawn, outcome = judged(LAWS[law], seed, folder, place)
                counts[law, outcome.word] += 1
                is_sound = is_sound and outcome.is_sound
                if not outcome.is_sound:
                    print(f"{outcome.word:15} {seed} ({drawn.kind}): {outcome.reasons}", flush=True)
    for (law, word), times in sorted(counts.items()):
        print(f"{times:5}  {law}: {word}")
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
