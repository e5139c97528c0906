"""A file drawn by chance, written down and judged."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.meaning.judge import Verdict
from tests.meaning.manifest import Entry
from tests.meaning.mutations.case import Case, Outcome, outcome_of
from tests.meaning.run import verdict

ASKED = ("asked",)
STORED = ("stored",)
EITHER = ("stored", "asked")
EDITION = "8"


@dataclass(frozen=True)
class Drawn:
    """Columns of a survey with what is right of them; `kind` says what was done to it."""

    kind: str
    columns: dict[str, Sequence[Any]]
    outcome: tuple[str, ...] = STORED
    stored: list[dict[str, Any]] = field(default_factory=list)
    named: list[int | str] = field(default_factory=list)

    def write(self, path: Path) -> None:
        rows = zip(*self.columns.values(), strict=True)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(self.columns)
            writer.writerows(rows)

    def entry(self, name: str) -> Entry:
        return Entry.of(
            {
                "files": [name],
                "args": ["--edition", EDITION, "--kind", "exhibitor_survey"],
                "outcome": list(self.outcome),
                "stored": self.stored,
                "named": self.named,
                "note": self.kind,
            }
        )


Draw = Callable[[Random], Drawn | Case]


def judged(
    draw: Draw, seed: str, folder: Path, place: Path
) -> tuple[Drawn | Case, Verdict | Outcome]:
    """One file of a law: what was drawn, and what became of it."""
    drawn = draw(Random(seed))
    if isinstance(drawn, Case):
        return drawn, outcome_of(drawn, folder / seed.replace(" ", "-"), place)
    path = folder / f"{seed.replace(' ', '-')}.csv"
    drawn.write(path)
    return drawn, verdict(drawn.entry(path.name), folder, place)


def steps(rng: Random, rows: int, low: int = 1, high: int = 5) -> list[int]:
    """Ratings that use every step of their scale."""
    whole = list(range(low, high + 1))
    ratings = whole + [rng.choice(whole) for _ in range(rows - len(whole))]
    rng.shuffle(ratings)
    return ratings


def mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4)


def head(rng: Random, rows: int, is_chinese: bool) -> dict[str, Sequence[Any]]:
    """Numbers of questionnaires and an overall rating on 1–5."""
    names = ("问卷编号", "总体满意度") if is_chinese else ("Response ID", "Overall satisfaction")
    return {names[0]: [f"R{n:04d}" for n in range(rows)], names[1]: steps(rng, rows)}
