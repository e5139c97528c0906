"""`python -m tests.meaning.mutated [--law NAME] [--each 200] [--seed 0] [--keep FOLDER]`."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.meaning.judge import SILENT, Verdict
from tests.meaning.manifest import Entry
from tests.meaning.mutations import Case, Mutation, drawn_file, mutations_by_law
from tests.meaning.mutations.case import Outcome
from tests.meaning.mutations.laws import LAWS
from tests.meaning.run import stores, taken_in, verdict

UNCLEAN = "CLEAN TWIN"


def laws() -> list[str]:
    """Every law by name: those with mutations of clean files, those that files are drawn for."""
    return [*mutations_by_law(), *LAWS]


def outcomes(
    law: str, each: int, seed: int, place: Path, keep: Path | None = None
) -> list[tuple[str, Verdict | Outcome]]:
    """So many cases of a law, its mutations in turn, each with the verdict on it; then on its clean
    twin. `place` is that of `stores`; the files are left in `keep` where that is named.
    """
    mutations = mutations_by_law().get(law, (None,))
    folder = keep or place
    folder.mkdir(parents=True, exist_ok=True)
    verdicts: list[tuple[str, Verdict | Outcome]] = []
    for number in range(each):
        mutation = mutations[number % len(mutations)]
        name = f"{law} {getattr(mutation, '__name__', 'drawn')} {seed}.{number}"
        if mutation is None:
            verdicts.append((name, drawn_file.judged(LAWS[law], name, folder, place)[1]))
        else:
            verdicts += [(name, outcome) for outcome in judged(mutation, name, folder, place)]
    return verdicts


def judged(mutation: Mutation, seed: str, folder: Path, place: Path) -> list[Verdict]:
    """The verdict on one case, and on its clean twin where it has one."""
    case = mutation(Random(seed))
    own = folder / seed.replace(" ", "-")
    _write(case.files, own)
    verdicts = [verdict(Entry.of(case.entry | {"files": list(case.files)}), own, place)]
    if case.clean:
        _write(case.clean, own / "clean")
        verdicts.append(_clean(case, own / "clean", place))
    return verdicts


def _write(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
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
    parser.add_argument("--law", action="append", default=[], choices=laws())
    parser.add_argument("--each", type=int, default=200, help="cases a law")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=None, help="where the files are left")
    chosen = parser.parse_args()
    begun, counts, is_sound = time.monotonic(), Counter[str](), True
    with stores() as place:
        for law in chosen.law or laws():
            for name, outcome in outcomes(law, chosen.each, chosen.seed, place, chosen.keep):
                counts[outcome.word] += 1
                is_sound = is_sound and outcome.is_sound
                if not outcome.is_sound:
                    print(
                        f"{outcome.word:15} {name}: {'; '.join(outcome.reasons)}"[:400], flush=True
                    )
    for word, number in counts.most_common():
        print(f"{number:5}  {word}")
    print(f"{counts[SILENT]} silently wrong; {time.monotonic() - begun:.0f} s")
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
