"""Those here now: who is likely to stay away, why, and how much turnover is at stake.

Method: probability from the model of all closed editions; a term's part is its columns'
coefficients times what the exhibitor differs from the mean of those here now, in log-odds; listed
are the largest products of probability and turnover. Assumption: turnover at stake is what was
declared now, else the time before. Source: as `model`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import Any

import numpy as np

from analytics.customers.risk.periods import IDS, Periods
from analytics.customers.risk.terms import RAW, term_of
from analytics.stats.arrays import FloatArray
from analytics.stats.logit import probability

PROBABILITIES = "probabilities.f64"
MOST_LISTED = 30
MOST_REASONS = 3
LEAST_PART = 0.1
BANDS = (0.2, 0.4, 0.6, 0.8)
STAKE = RAW.index("stake")
FACTS = ("overall", "editions_before", "area", "complained", "fee_change", "turnover_change")
TOTALS = ("n", "expected", "stake", "stake_expected")
Design = Callable[[FloatArray], FloatArray]


def look_ahead(
    periods: Periods,
    last: int,
    raw: FloatArray,
    columns: tuple[str, ...],
    design: Design,
    folder: Path,
) -> dict[str, Any]:
    """Totals by band of probability, and the listed exhibitors with their reasons. `raw`:
    coefficients, constant first.
    """
    mean = _mean(periods, last, design, len(columns))
    has_stake = any((part[:, STAKE] > 0).any() for part in periods.between(last, last))
    bands, listed, at = np.zeros((len(BANDS) + 1, 4)), list[tuple[float, int, dict[str, Any]]](), 0
    (folder / PROBABILITIES).write_bytes(b"")
    for part in periods.between(last, last):
        x = design(part)
        p, stake = probability(raw[0] + x @ raw[1:]), part[:, STAKE]
        _add(bands, p, stake)
        _append(folder, p)
        worth = p * np.nan_to_num(stake, nan=0.0) if has_stake else p
        for row in np.argsort(-worth, kind="stable")[:MOST_LISTED].tolist():
            person = _person(part[row], p[row], (x[row] - mean) * raw[1:], columns)
            listed.append((float(worth[row]), -(at + row), person))
        listed = heapq.nlargest(MOST_LISTED, listed, key=lambda entry: entry[:2])
        at += len(part)
    ids = _ids(folder, [-place for _, place, _ in listed])
    people = [
        person | {"exhibitor_id": ids[-place], "worth": worth} for worth, place, person in listed
    ]
    return {
        "n": periods.count(last, last)[0],
        "bands": [dict(zip(TOTALS, row, strict=True)) for row in bands.tolist()],
        "listed": people,
        "has_stake": bool(has_stake),
        "without_stake": _without_stake(periods, last),
    }


def _append(folder: Path, p: FloatArray) -> None:
    """The probabilities of a part, after those before it."""
    with (folder / PROBABILITIES).open("ab") as file:
        file.write(np.asarray(p, dtype=float).tobytes())


def _mean(periods: Periods, last: int, design: Design, columns: int) -> FloatArray:
    """Of those here now, by column of the design."""
    sums = (design(part).sum(axis=0) for part in periods.between(last, last))
    return sum(sums, np.zeros(columns)) / max(periods.count(last, last)[0], 1)


def _without_stake(periods: Periods, last: int) -> int:
    return int(sum(np.isnan(part[:, STAKE]).sum() for part in periods.between(last, last)))


def _add(bands: FloatArray, p: FloatArray, stake: FloatArray) -> None:
    """Exhibitors, expected departures, turnover and expected loss, by band of probability."""
    known = np.nan_to_num(stake, nan=0.0)
    place = np.searchsorted(np.array(BANDS), p, side="right")
    for column, value in enumerate((np.ones(p.size), p, known, p * known)):
        bands[:, column] += np.bincount(place, weights=value, minlength=len(BANDS) + 1)


def _person(
    row: FloatArray, p: float, parts: FloatArray, columns: tuple[str, ...]
) -> dict[str, Any]:
    """One exhibitor: probability, turnover at stake, facts, and the reasons that weigh most."""
    by_term: dict[str, float] = {}
    for column, part in zip(columns, parts.tolist(), strict=True):
        by_term[term_of(column)] = by_term.get(term_of(column), 0.0) + part
    reasons = sorted(
        ((part, term) for term, part in by_term.items() if part >= LEAST_PART), reverse=True
    )[:MOST_REASONS]
    facts = {name: _plain(row[RAW.index(name)]) for name in FACTS}
    return {
        "p": float(p),
        "stake": _plain(row[STAKE]),
        "reasons": [[term, part] for part, term in reasons],
        "facts": facts,
    }


def _plain(value: float) -> float | None:
    return None if isnan(value) else float(value)


def _ids(folder: Path, places: list[int]) -> dict[int, str]:
    """The exhibitors at these lines of the file beside the rows."""
    id_by_line, lines = {}, set(places)
    with (folder / IDS).open(encoding="utf-8", newline="\n") as file:
        for place, line in enumerate(file):
            if place in lines:
                id_by_line[place] = line.rstrip("\n")
    return id_by_line
