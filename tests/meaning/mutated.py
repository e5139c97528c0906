"""`python -m tests.meaning.mutated [--law NAME] [--each 200] [--seed 0]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

from tests.meaning.judge import SILENT, SOUND, Verdict
from tests.meaning.manifest import Entry
from tests.meaning.mutations import Case, Mutation, mutations_by_law
from tests.meaning.mutations.drawn_file import Draw
from tests.meaning.mutations.laws import LAWS
from tests.meaning.run import stores, taken_in, verdict

UNCLEAN = "CLEAN TWIN"


def outcomes(law: str, each: int, seed: int, place: Path) -> list[tuple[str, Verdict]]:
    """So many cases of a law, its mutations in turn, each with the verdict on it; then on its clean
    twin.
    """
    mutations = (mutations_by_law() | drawn_laws())[law]
    verdicts = []
    for number in range(each):
        mutation = mutations[number % len(mutations)]
        name = f"{law} {getattr(mutation, '__name__', 'drawn')} {seed}.{number}"
        verdicts += [(name, outcome) for outcome in judged(mutation, name, place)]
    return verdicts


def drawn_laws() -> dict[str, tuple[Mutation, ...]]:
    """The laws whose modules draw surveys of one file."""
    return {law: (partial(_drawn_case, draw),) for law, draw in LAWS.items()}


def _drawn_case(draw: Draw, rng: Random) -> Case:
    drawn = draw(rng)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "survey.csv"
        drawn.write(path)
        entry = {
            "args": list(drawn.entry(path.name).args[0]),
            "outcome": list(drawn.outcome),
            "stored": drawn.stored,
            "named": drawn.named,
        }
        return Case({path.name: path.read_bytes()}, entry)


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
    parser.add_argument("--law", action="append", default=[])
    parser.add_argument("--each", type=int, default=200, help="cases a law")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    begun, counts = time.monotonic(), Counter[str]()
    with stores() as place:
        for law in chosen.law or [*mutations_by_law(), *drawn_laws()]:
            for name, outcome in outcomes(law, chosen.each, chosen.seed, place):
                counts[outcome.word] += 1
                if outcome.word not in SOUND:
                    print(
                        f"{outcome.word:15} {name}: {'; '.join(outcome.reasons)}"[:400], flush=True
                    )
    for word, number in counts.most_common():
        print(f"{number:5}  {word}")
    print(f"{counts[SILENT]} silently wrong; {time.monotonic() - begun:.0f} s")
    return 0 if set(counts) <= set(SOUND) else 1


if __name__ == "__main__":
    sys.exit(main())
