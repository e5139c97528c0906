"""Weights, firms and groups that bear little: weights of nothing, one that decides all, all answers
of one firm, a register that is too short or lists nobody who answered, editions that share a single
firm, a group of one. Every study says so in a sentence or answers whole, whomever intervals stand
for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.ratings.populations import STANDS_FOR
from analytics.remedies import remedy
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import Say
from tests import small_fair
from tests.in_process import without_child

UNFINISHED = re.compile(r"\{|\bnan\b|\bNone\b(?! of)|\binf\b|NaN|\(\)|  ")
EN, ZH = Say("en"), Say("zh")
QUICK = {
    "perception": {"RESAMPLES": 3, "STABILITY_ROWS": 100},
    "segments": {"RESAMPLES": 3, "REFERENCES": 2, "K_MAX": 4},
}
Row = dict[str, Any]


def weight_of(firm: int) -> float | None:
    """Nothing, less than nothing, none, and a usual one in turn."""
    return (0.0, -1.0, None, 1.0 + firm % 3)[firm % 4]


def odd_weights(row: Row, firm: int) -> Row:
    return row | {"weight": weight_of(firm)}


def weights_of_nothing(row: Row, firm: int) -> Row:
    return row | {"weight": (0.0, None)[firm % 2]}


def one_huge_weight(row: Row, firm: int) -> Row:
    return row | {"weight": 1e9 if firm == 1 else 1.0}


def of_one_firm(row: Row, firm: int) -> Row:
    return row | {"exhibitor_key": "c:0001"}


def of_ten_firms(row: Row, firm: int) -> Row:
    return row | {"exhibitor_key": f"c:{firm % 10:04}"}


def on_a_short_register(row: Row, firm: int) -> Row | None:
    """No more than a tenth of those who answer."""
    return row if firm % 10 == 0 else None


def all_answer_alike(row: Row, firm: int) -> Row:
    return row | {
        "overall": 4,
        "sat": [4] * 6,
        "imp": [4] * 6,
        "expected": [4] * 6,
        "recommend": 8,
    }


def a_group_of_one(row: Row, firm: int) -> Row:
    return row | {"industry": "Alone" if firm == 3 else "Together"}


def sharing_one_firm(store: Store) -> None:
    """Each firm answers at one edition only; firm 0 at all of them."""
    numbers = iter(range(10**6))

    def once(row: Row, firm: int) -> Row:
        return row if firm == 0 else row | {"exhibitor_key": f"c:s{next(numbers)}"}

    small_fair.load(store, answer=once)


BAD: dict[str, Callable[[Store], None]] = {
    "weights of 0, below 0 and none": lambda store: small_fair.load(store, answer=odd_weights),
    "weights of nothing": lambda store: small_fair.load(store, answer=weights_of_nothing),
    "one huge weight": lambda store: small_fair.load(store, answer=one_huge_weight),
    "all answers of one firm": lambda store: small_fair.load(store, answer=of_one_firm),
    "ten firms": lambda store: small_fair.load(store, answer=of_ten_firms),
    "more answers than exhibitors": lambda store: small_fair.load(store, stay=on_a_short_register),
    "editions that share one firm": sharing_one_firm,
    "a group of one": lambda store: small_fair.load(store, company=a_group_of_one),
    "no variation": lambda store: small_fair.load(store, answer=all_answer_alike),
}


@pytest.fixture(scope="module", params=BAD)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("bad")) as opened:
        BAD[request.param](opened)
        yield opened


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_nothing_that_is_not_a_number_is_said(study: Study, store: Store) -> None:
    for way in STANDS_FOR.choices[:2] if STANDS_FOR in study.options else ("",):
        for text in said_by(study, store, way):
            assert not UNFINISHED.search(text), (way, text)


def said_by(study: Study, store: Store, way: str) -> Iterator[str]:
    """Everything a reader sees of a study in both languages, a refusal included."""
    try:
        with without_child(QUICK):
            answer = ask(store, study, Filters("f"), (("stands_for", way),) if way else ())
    except Fault as fault:
        yield from (remedy(fault, say) for say in (EN, ZH))
        return
    for say in (EN, ZH):
        for figure in figures_of(study, answer, say):
            yield from texts(figure)


def texts(figure: Figure) -> list[str]:
    """Everything a figure says."""
    claim = [figure.claim.text] if figure.claim else []
    big = [figure.headline.value, figure.headline.label] if figure.headline else []
    return [figure.finding, figure.base, *figure.notes, *claim, *big]
