"""Answers that bear no study: each says so in a sentence with the way out, or answers in whole
sentences and full charts.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics import look, worker
from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.figures import Figure, Grid, Scatter
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import Say
from tests import small_fair

EN, ZH = Say("en"), Say("zh")
SILENT = dict.fromkeys(
    ("overall", "recommend", "intention", "goal_attainment", "objectives", "profile")
)
NOTHING = [None] * 6
WAY_OUT = re.compile(r"Remove|Load|load|Choose|Show|Switch|Match|match|add|Enter")
UNFINISHED = re.compile(r"\{|\bnan\b|\bNone\b(?! of)|\binf\b|NaN|\(\)|  ")
Row = dict[str, Any]


def same(row: Row, firm: int) -> Row:
    return row


def items_alike(row: Row, firm: int) -> Row:
    return row | dict.fromkeys(("sat", "imp", "expected"), [4] * 6)


def only_the_first(row: Row, firm: int) -> Row | None:
    return row if firm == 0 else None


def nothing(row: Row, firm: int) -> Row:
    return row | SILENT | {"sat": NOTHING, "imp": NOTHING, "expected": NOTHING}


def strangers(row: Row, firm: int) -> Row:
    return row | {"exhibitor_key": f"c:x{firm}"}


def rarely(row: Row, firm: int) -> Row:
    return row if firm % 20 == 0 else row | {"sat": NOTHING, "imp": NOTHING, "expected": NOTHING}


def echoes(row: Row, firm: int) -> Row:
    """Every item says what the first says, and so does the overall rating."""
    first = row["sat"][0]
    return row | {
        "sat": [first] * 6,
        "imp": [row["imp"][0]] * 6,
        "expected": [row["expected"][0]] * 6,
        "overall": first,
    }


def ties(row: Row, firm: int) -> Row:
    rated = {
        "sat": [4] * 6,
        "imp": [4] * 6,
        "expected": [4] * 6,
        "overall": 4,
        "recommend": 8,
        "intention": 2,
    }
    return (
        row
        | rated
        | {
            "goal_attainment": 2,
            "objectives": ["image"],
            "profile": [("role", ["owner"])],
        }
    )


def of_one_kind(row: Row, firm: int) -> Row:
    return row | {"industry": "Toys", "region": "North", "size_band": "big", "ownership": "private"}


def alike_stays(row: Row, firm: int) -> Row:
    return row | {"booth_area_sqm": 9.0, "fee": 9000.0, "turnover": 1e5}


def of_its_own(row: Row, firm: int) -> Row:
    return row | {
        name: f"{name} {firm}" for name in ("industry", "region", "size_band", "ownership")
    }


def own_words(row: Row, firm: int) -> Row:
    """180 exhibitors with five or six objectives of their own: over a thousand different ones."""
    return row | {
        "objectives": [f"aim {firm}.{n}" for n in range(6)],
        "profile": [("role", [f"role {firm}"])],
    }


BAD: dict[str, Callable[[Store], None]] = {
    "constant items": lambda store: small_fair.load(store, answer=items_alike),
    "one respondent": lambda store: small_fair.load(store, answer=only_the_first),
    "all missing": lambda store: small_fair.load(store, answer=nothing),
    "one edition": lambda store: small_fair.load(store, editions=(1,)),
    "exhibitors that match no response": lambda store: small_fair.load(store, answer=strangers),
    "items answered by 5%": lambda store: small_fair.load(store, answer=rarely),
    "collinear items": lambda store: small_fair.load(store, answer=echoes),
    "ties everywhere": lambda store: small_fair.load(
        store, answer=ties, company=of_one_kind, stay=alike_stays
    ),
    "1,000 categories": lambda store: small_fair.load(store, answer=own_words, company=of_its_own),
}


@pytest.fixture(scope="module", params=BAD)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("bad")) as opened:
        BAD[request.param](opened)
        yield opened


@pytest.fixture(autouse=True)
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's work without the child, and with few resamples."""

    def run(task: str, values: dict[str, Any], folder: Path, **_: Any) -> Any:
        module, name = task.split(":")
        return getattr(importlib.import_module(module), name)(
            values, folder, lambda share, step: None
        )

    monkeypatch.setattr(worker, "run", run)
    for solver_name in ("perception.compute_map", "segments.compute_grouping"):
        solver = importlib.import_module(f"analytics.studies.{solver_name}")
        monkeypatch.setattr(solver, "RESAMPLES", 3)


@pytest.mark.parametrize("is_weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_every_study_refuses_with_the_way_out_or_answers_whole(
    study: Study, is_weighted: bool, store: Store
) -> None:
    try:
        answer = ask(store, study, Filters("f", weighted=is_weighted))
    except Fault as fault:
        english, chinese = remedy(fault, EN), remedy(fault, ZH)
        assert WAY_OUT.search(english), english
        assert english[-1] + chinese[-1] == ".。"
        assert not UNFINISHED.search(english + chinese)
        return
    for say, stop in ((EN, "."), (ZH, "。")):
        shown = figures_of(study, answer, say)
        assert shown
        for figure in shown:
            assert figure.finding.endswith(stop), (figure.key, figure.finding)
            for text in (figure.finding, figure.base, *figure.notes):
                assert not UNFINISHED.search(text), (figure.key, text)
            assert marks(figure, say) > 0, (figure.key, figure.finding)


def marks(figure: Figure, say: Say) -> int:
    """How many marks are drawn, or lines the table has."""
    if isinstance(figure.form, Grid):
        return len(figure.table())
    look.specification(figure.form, say.language)
    drawn = look.rows(figure, say)
    read = ["x", "y"] if isinstance(figure.form, Scatter) else ["value"]
    return len(drawn.dropna(subset=[name for name in read if name in drawn])) if len(drawn) else 0


def test_what_counts_as_a_mark_is_drawn() -> None:
    empty = pd.DataFrame({"label": ["a"], "rank": [0], "value": [None]})
    assert len(empty.dropna(subset=["value"])) == 0
