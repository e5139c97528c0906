"""`python -m tests.meaning.mutations [--count N] [--seed N] [--only WORD]`: N files a fault."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter

from tests.meaning.mutations import lines, rows
from tests.meaning.mutations.case import BROKEN, NEEDLESS, NOTED, SILENT, outcome_of
from tests.meaning.run import stores

BAD = (SILENT, BROKEN, NEEDLESS, NOTED)
LAWS = (lines, rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.meaning.mutations")
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    begun = time.monotonic()
    with stores() as place:
        for law in LAWS:
            for fault in (law.clean, *law.FAULTS):
                for number in range(chosen.count):
                    name = f"{fault.__name__}-{chosen.seed + number}"
                    if chosen.only not in name:
                        continue
                    outcome = outcome_of(fault(random.Random(name)), place)
                    counts[fault.__name__, outcome.word] += 1
                    if outcome.word in BAD:
                        print(f"{outcome.word}: {name}: {'; '.join(outcome.reasons)[:400]}")
    for (fault_name, word), number in sorted(counts.items()):
        print(f"{number:5} {word:22} {fault_name}")
    print(f"{counts.total()} files, {time.monotonic() - begun:.0f} s")
    return int(any(word == SILENT for _, word in counts))


if __name__ == "__main__":
    sys.exit(main())
