"""Exhibitors that answered several times at an edition: their answers taken together in every share
of this study.

Method: for each two kinds of answer (named this, another or no objective; reached the goal; said to
have reached this) how often one exhibitor gave both; `ratings.tally` makes the design effect of a
share of it. Assumption: as in `ratings.tally`. Source: as there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analytics.ratings.tally import Pairs, Tally
from analytics.studies.objectives.compute_named import COUNTS

if TYPE_CHECKING:
    from analytics.studies.objectives.compute_named import Named, Tallies

Gain = tuple[float, float]
Gains = Mapping[tuple[str, str], Gain]


def together(tallies: Tallies, rows: Iterable[dict[str, Any]]) -> Tallies:
    """The tallies with what `repeated.sql` tells of them; those of other objectives stay as they
    are.
    """
    pairs: dict[tuple[str, str | None], dict[tuple[str, str], Gain]] = {}
    for row in rows:
        gain = row["product"], row["repeats"]
        pairs.setdefault((row["edition_id"], row["objective"]), {})[row["kind"], row["other"]] = (
            gain
        )
    return tallies | {
        key: _of_objective(tallies, key, pairs_of_key)
        for key, pairs_of_key in pairs.items()
        if key in tallies
    }


def _of_objective(tallies: Tallies, key: tuple[str, str | None], pairs: Gains) -> Named:
    edition, objective = key
    everybody = _with_pairs(tallies[edition, None], pairs, is_any=True)
    if objective is None:
        return everybody
    return replace(_with_pairs(tallies[key], pairs, is_any=False), everybody=everybody)


def _with_pairs(named: Named, pairs: Gains, *, is_any: bool) -> Named:
    cells: dict[str, Any] = {part: _of_part(named, part, pairs, is_any=is_any) for part in COUNTS}
    return replace(named, **cells)


def _of_part(named: Named, part: str, pairs: Gains, *, is_any: bool) -> Tally:
    """The answers of a part with what exhibitors gave both of them and any other; repeats among
    themselves.
    """
    inside = {two: gain for two, gain in pairs.items() if _belongs(part, two[0], is_any)}
    repeats = sum(gain[1] for two, gain in inside.items() if _belongs(part, two[1], is_any))
    products: Pairs = {two: gain[0] for two, gain in inside.items()}
    counted: Tally = getattr(named, part)
    return replace(counted, pairs=products, repeats=repeats)


def _belongs(part: str, kind: str, is_any: bool) -> bool:
    """Whether answers of a kind belong to a part; `is_any`: whoever named any objective, not this
    one alone.
    """
    named, goal, answer = kind.split("/")
    if not (part.startswith("all_") or named == "this" or (is_any and named == "other")):
        return False
    matches = {
        "rated": goal != "unrated",
        "reached": goal == "reached",
        "said": answer != "unsaid",
        "attained": answer == "attained",
        "n": True,
    }
    return matches[part.removeprefix("all_")]
