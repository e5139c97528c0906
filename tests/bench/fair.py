"""A fair of any size, made without files: what the studies are timed on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.store import Batch, Store
from tests import fairs

EDITIONS = 8
DIMENSIONS = {f"d{n}": [f"d{n}.{i}" for i in range(2 + n % 2)] for n in range(10)}
ITEMS = [item for names in DIMENSIONS.values() for item in names]
INDUSTRIES = ["electronics", "software", "biotech", "materials", "energy", "services"]
REGIONS = ["south", "east", "north", "west", "overseas"]
SIZES = ["micro", "small", "medium", "large"]
OWNERSHIPS = ["private", "state", "joint stock", "foreign"]
OBJECTIVES = [
    "sell_new_products",
    "show_company",
    "find_partners",
    "find_projects",
    "find_investment",
]


def build(folder: Path, responses: int, seed: int = 20061012, unanswered: float = 0.0) -> None:
    """A store with `responses` answers over eight editions, one an exhibitor and edition, matched
    to the register.

    `unanswered` is the share of ratings left out, at random.
    """
    rng = np.random.default_rng(seed)
    each = responses // EDITIONS
    with Store(folder) as store:
        store.load(_register(rng, each), then_back_up=False)
        for number in range(1, EDITIONS + 1):
            store.load(_survey(rng, number, each, unanswered), then_back_up=False)


def _register(rng: np.random.Generator, exhibitors: int) -> Batch:
    """One and a half times as many exhibitors as an edition holds: some come and some go."""
    known = exhibitors * 3 // 2
    codes = np.arange(known)
    names = pa.array([f"Firm {code}" for code in codes])
    register = pa.table(
        {
            "fair_id": pa.repeat(pa.scalar("f"), known),
            "line": pa.array(codes + 2, pa.int32()),
            "code": pa.array(codes.astype(str)),
            "name": names,
            "name_key": names,
            "industry": pa.array(np.array(INDUSTRIES)[rng.integers(0, len(INDUSTRIES), known)]),
            "region": pa.array(np.array(REGIONS)[rng.integers(0, len(REGIONS), known)]),
            "size_band": pa.array(np.array(SIZES)[rng.integers(0, len(SIZES), known)]),
            "ownership": pa.array(np.array(OWNERSHIPS)[rng.integers(0, len(OWNERSHIPS), known)]),
        }
    )
    stays = [_stays(rng, number, exhibitors, known) for number in range(1, EDITIONS + 1)]
    numbers = list(range(1, EDITIONS + 1))
    editions = fairs.table(
        fairs.editions(numbers, turnover=[1e9 * n + 3e8 * (n % 3) for n in numbers])
    )
    participations = pa.concat_tables(stays)
    tables = {
        "exhibitor_rows": register,
        "participation_rows": participations,
        "edition_rows": editions,
    }
    return _batch("participations", tables, participations.num_rows)


def _stays(rng: np.random.Generator, number: int, exhibitors: int, known: int) -> pa.Table:
    codes = rng.permutation(known)[:exhibitors]
    return pa.table(
        {
            "edition_id": pa.repeat(pa.scalar(f"f-{number}"), exhibitors),
            "line": pa.array(np.arange(exhibitors) + 2, pa.int32()),
            "exhibitor_key": pa.array([f"c:{code}" for code in codes]),
            "booth_area_sqm": pa.array(rng.choice([9.0, 18.0, 36.0, 72.0], exhibitors)),
            "fee": pa.array(rng.lognormal(9, 0.6, exhibitors)),
            "turnover": pa.array(rng.lognormal(12, 1.2, exhibitors)),
        }
    )


def _survey(
    rng: np.random.Generator, number: int, responses: int, unanswered: float = 0.0
) -> Batch:
    edition, mood = f"f-{number}", rng.normal(0, 0.7, responses)
    sat = _answers(rng, mood, number, len(ITEMS))
    is_missing = rng.random(sat.size) < unanswered if unanswered else None
    ratings = pa.array(sat.ravel(), pa.int16(), mask=is_missing)
    table = pa.table(
        {
            "edition_id": pa.repeat(pa.scalar(edition), responses),
            "audience": pa.repeat(pa.scalar("exhibitor"), responses),
            "line": pa.array(np.arange(responses) + 2, pa.int32()),
            "exhibitor_key": pa.array(
                [f"c:{code}" for code in rng.permutation(responses * 3 // 2)[:responses]]
            ),
            "overall": pa.array(_answers(rng, mood, number, 1)[:, 0], pa.int16()),
            "sat": _lists(ratings),
            "goal_attainment": pa.array(_thirds(rng, mood), pa.int16()),
            "intention": pa.array(_thirds(rng, mood), pa.int16()),
            "objectives": _objectives(rng, responses),
            "expected": _lists(_answers(rng, np.zeros(responses), number, len(ITEMS)).ravel()),
        }
    )
    asked = fairs.questions(edition, ITEMS) + fairs.questions(
        edition, [], ["goal_attainment", "intention"], (1, 3)
    )
    tables = {
        "edition_rows": fairs.table(fairs.editions([number])),
        "question_rows": fairs.table(asked),
        "response_rows": table,
    }
    return _batch("exhibitor_survey", tables, responses, number)


def _lists(ratings: Any) -> pa.Array:
    """Ratings, one list a respondent."""
    return pa.FixedSizeListArray.from_arrays(pa.array(ratings, pa.int16()), len(ITEMS)).cast(
        fairs.LIST
    )


def _answers(rng: np.random.Generator, mood: np.ndarray, number: int, columns: int) -> np.ndarray:
    raw = 3.3 + 0.05 * number + mood[:, None] + rng.normal(0, 0.8, (len(mood), columns))
    return (np.clip(np.rint(raw), 1, 5) * 100).astype(np.int16)


def _thirds(rng: np.random.Generator, mood: np.ndarray) -> np.ndarray:
    """Answers on a scale of three that go with the mood."""
    return (np.clip(np.rint(2.2 + mood + rng.normal(0, 0.5, len(mood))), 1, 3) * 100).astype(
        np.int16
    )


def _objectives(rng: np.random.Generator, responses: int) -> pa.Array:
    """One to five objectives a respondent."""
    named = rng.random((responses, len(OBJECTIVES))) < 0.45
    named[np.arange(responses), rng.integers(0, len(OBJECTIVES), responses)] = True
    offsets = np.concatenate([[0], np.cumsum(named.sum(axis=1))]).astype(np.int32)
    words = pa.array(np.array(OBJECTIVES)[np.nonzero(named)[1]])
    return pa.ListArray.from_arrays(pa.array(offsets), words)


def _batch(kind: str, tables: dict[str, pa.Table], lines: int, number: int = 0) -> Batch:
    return Batch(
        fair_id="f",
        kind=kind,
        file_name=f"{kind}.csv",
        sha256=f"{kind}{number}",
        mapping="{}",
        actor="bench",
        lines_read=lines,
        lines_stored=lines,
        lines_left_out=0,
        tables=tables,
        questionnaire={name: fairs.table(rows) for name, rows in fairs.items(DIMENSIONS).items()},
        fair_names=("展会", "Fair"),
    )
