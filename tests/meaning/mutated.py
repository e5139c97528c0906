"""`python -m tests.meaning.mutated [--law N] [--each 200] [--seed 0]`: mutations of every law."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.meaning.judge import SILENT, SOUND, Verdict
from tests.meaning.manifest import Entry
from tests.meaning.mutations import Case, Mutation, mutations_by_law
from tests.meaning.run import stores, taken_in, verdict

UNCLEAN = "CLEAN TWIN"


def outcomes(law: int, each: int, seed: int, place: Path) -> list[tuple[str, Verdict]]:
    """So many cases of a law, its mutations in turn, each with the verdict on it; then on its clean
    twin.
    """
    mutations = mutations_by_law()[law]
    verdicts = []
    for number in range(each):
        mutation = mutations[number % len(mutations)]
        name = f"{law} {mutation.__name__} {seed}.{number}"
        verdicts += [(name, found) for found in judged(mutation, name, place)]
    return verdicts


def judged(mutation: Mutation, seed: str, place: Path) -> list[Verdict]:
    """The verdict on one case, and on its clean twin where it has one."""
    case = mutation(Random(seed))
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        _write(case.files, folder)
        verdicts = [verdict(Entry.of(case.entry | {"files": list(case.files)}), folder, place)]
        if case.clean:
            _write(case.clean, folder)
            verdicts.append(_clean(case, folder, place))
    return verdicts


def _write(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _clean(case: Case, folder: Path, place: Path) -> Verdict:
    """A clean twin goes in with no question and no finding."""
    args = case.entry.get("args", []) if case.clean_args is None else case.clean_args
    entry = Entry.of({"files": list(case.clean), "args": args, "outcome": "stored"})
    result = taken_in(entry, folder, place)
    reasons = [*result.reasons, *(str(finding) for finding in result.findings)]
    is_clean = result.outcome == "stored" and not reasons
    return Verdict(entry, "right" if is_clean else UNCLEAN, tuple(reasons))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.meaning.mutated")
    parser.add_argument("--law", type=int, action="append", default=[])
    parser.add_argument("--each", type=int, default=200, help="cases a law")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    begun, counts = time.monotonic(), Counter[str]()
    with stores() as place:
        for law in chosen.law or mutations_by_law():
            for name, found in outcomes(law, chosen.each, chosen.seed, place):
                counts[found.word] += 1
                if found.word not in SOUND:
                    print(f"{found.word:15} {name}: {'; '.join(found.reasons)}"[:400], flush=True)
    for word, number in counts.most_common():
        print(f"{number:5}  {word}")
    print(f"{counts[SILENT]} silently wrong; {time.monotonic() - begun:.0f} s")
    return 0 if set(counts) <= set(SOUND) else 1


if __name__ == "__main__":
    sys.exit(main())
