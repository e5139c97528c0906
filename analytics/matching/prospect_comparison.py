"""Prospects held against the register and against each other, in a child process."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.matching.pairs import CompanyNames, Match, duplicates, match
from analytics.matching.register_comparison import NAMES, PAIRS, STARTED, STEP
from analytics.worker import Report

TASK = "analytics.matching.prospect_comparison:compare"
AT_A_TIME = 200
Row = tuple[int, int, float, str, Sequence[str]]


@dataclass(frozen=True)
class ProspectPairs:
    """`of_register`: prospect and exhibitor that may be one firm; `among`: two prospects."""

    of_register: tuple[Match, ...] = ()
    among: tuple[Match, ...] = ()


def compare(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Reads both lists from `names.json`, writes `pairs.json`: of each pair the two places."""
    names = json.loads((folder / NAMES).read_text("utf-8"))
    prospects, register = (_companies(names[key]) for key in ("prospects", "register"))
    report(STARTED, STEP)
    of_register: list[Match] = []
    for start in range(0, len(prospects), AT_A_TIME):
        of_register += match(prospects[start : start + AT_A_TIME], register)
        report(STARTED + (0.6 - STARTED) * start / len(prospects), STEP)
    among = duplicates(prospects, lambda share: report(0.6 + 0.4 * share, STEP))
    pairs = {
        "of_register": _rows(of_register, prospects, register),
        "among": _rows(among, prospects, prospects),
    }
    (folder / PAIRS).write_text(json.dumps(pairs), "utf-8")
    return {"pairs": sum(map(len, pairs.values()))}


def compared_in_a_child(
    prospects: Sequence[CompanyNames], register: Sequence[CompanyNames]
) -> ProspectPairs:
    """Which prospects may be which exhibitors, or each other. Raises ChildStopped where the child
    ran out of memory or time.
    """
    if not prospects:
        return ProspectPairs()
    with tempfile.TemporaryDirectory(prefix="expolens-prospects-") as place:
        folder = Path(place)
        names = {
            "prospects": [asdict(name) for name in prospects],
            "register": [asdict(name) for name in register],
        }
        (folder / NAMES).write_text(json.dumps(names), "utf-8")
        worker.run(TASK, {}, folder, limits=worker.LONG)
        pairs = json.loads((folder / PAIRS).read_text("utf-8"))
    return ProspectPairs(
        _matches(pairs["of_register"], prospects, register),
        _matches(pairs["among"], prospects, prospects),
    )


def _companies(rows: list[dict[str, Any]]) -> list[CompanyNames]:
    return [CompanyNames(row["key"], row["name"], tuple(row["others"])) for row in rows]


def _rows(
    matches: Sequence[Match], names: Sequence[CompanyNames], others: Sequence[CompanyNames]
) -> list[Row]:
    places = {name.key: place for place, name in enumerate(names)}
    other_places = {name.key: place for place, name in enumerate(others)}
    return [
        (
            places[pair.name.key],
            other_places[pair.kept.key],
            pair.score,
            pair.verdict,
            pair.reasons,
        )
        for pair in matches
        if pair.kept
    ]


def _matches(
    rows: list[Any], names: Sequence[CompanyNames], others: Sequence[CompanyNames]
) -> tuple[Match, ...]:
    return tuple(
        Match(names[place], others[other], score, verdict, tuple(reasons))
        for place, other, score, verdict, reasons in rows
    )
