"""Registers that bear little: each study of customers says so in a sentence with the way out, or
answers the part that can be answered, in whole sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import Say
from tests import fairs
from tests.customers import registers
from tests.test_bad_input import UNFINISHED, WAY_OUT

EN, ZH = Say("en"), Say("zh")
ASKED = ("abc", "rfm", "lifetime_value", "value_matrix", "lifecycle", "customer", "selection")
OF_CUSTOMERS = [study for study in STUDIES if study.key in ASKED]
FIRMS = [f"k{number:02d}" for number in range(60)]
Amounts = dict[str, dict[int, float]]


def mixed(length: int = 6) -> dict[str, str]:
    """Sixty firms that come and skip, everybody at least once."""
    rng = np.random.default_rng(5)
    came = rng.random((len(FIRMS), length)) < rng.beta(2, 2, (len(FIRMS), 1))
    came[np.arange(len(FIRMS)), rng.integers(0, length, len(FIRMS))] = True
    return {
        firm: "".join("01"[int(sign)] for sign in row)
        for firm, row in zip(FIRMS, came, strict=True)
    }


def fees(came: Mapping[str, str], of: Callable[[int, int], float | None]) -> Amounts:
    """`of` gives the fee of a firm's place at an edition, None where it is not known."""
    cells = {
        firm: {n: of(place, n) for n in range(1, len(signs) + 1)}
        for place, (firm, signs) in enumerate(came.items())
    }
    return {
        firm: {n: fee for n, fee in row.items() if fee is not None} for firm, row in cells.items()
    }


def usual(place: int, edition: int) -> float:
    return 1000.0 * (1 + place % 7) + 50 * edition


def load(store: Store, came: Mapping[str, str], of: Callable[[int, int], float | None]) -> None:
    registers.load(store, came, fees(came, of))


def _two_currencies(store: Store) -> None:
    """Every third firm pays in dollars."""
    came = mixed()
    editions = range(1, 7)
    fairs.load(
        store, "editions", edition_rows=fairs.editions(editions, currency=["CNY"] * len(editions))
    )
    rows = [
        {"edition_id": f"f-{n}", "line": n, "exhibitor_key": f"c:{firm}", "fee": usual(place, n)}
        | {"currency": "USD" if place % 3 == 0 else "CNY"}
        for place, (firm, signs) in enumerate(came.items())
        for n in editions
        if signs[n - 1] == "1"
    ]
    people = registers.exhibitors(list(came))
    fairs.load(store, "participations", exhibitor_rows=people, participation_rows=rows)


def _merged(store: Store) -> None:
    load(store, mixed(), usual)
    for first, second in zip(FIRMS[:20:2], FIRMS[1:20:2], strict=True):
        store.merge("f", f"c:{first}", f"c:{second}", "anna")


def _once(store: Store) -> None:
    load(
        store,
        {
            firm: "".join("1" if place % 5 == n else "0" for n in range(5))
            for place, firm in enumerate(FIRMS)
        },
        usual,
    )


BAD: dict[str, Callable[[Store], None]] = {
    "no money anywhere": lambda store: load(store, mixed(), lambda place, n: None),
    "money for a third": lambda store: load(
        store, mixed(), lambda place, n: usual(place, n) if place % 3 == 0 else None
    ),
    "one edition": lambda store: load(store, dict.fromkeys(FIRMS, "1"), usual),
    "everybody once": _once,
    "everybody always": lambda store: load(store, dict.fromkeys(FIRMS, "111111"), usual),
    "negative fees": lambda store: load(
        store, mixed(), lambda place, n: -usual(place, n) if place % 4 == 0 else usual(place, n)
    ),
    "nothing but negative fees": lambda store: load(
        store, mixed(), lambda place, n: -usual(place, n)
    ),
    "nothing but free stands": lambda store: load(store, mixed(), lambda place, n: 0.0),
    "two currencies": _two_currencies,
    "merged firms": _merged,
    "an edition not held": lambda store: load(
        store, {firm: signs[:3] + "-" + signs[3:] for firm, signs in mixed().items()}, usual
    ),
    "one exhibitor": lambda store: load(store, {"k": "110111"}, usual),
    "six exhibitors": lambda store: load(store, dict(list(mixed().items())[:6]), usual),
}


@pytest.fixture(scope="module", params=BAD)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("bad"), memory_limit="512MB") as opened:
        BAD[request.param](opened)
        yield opened


@pytest.mark.parametrize("study", OF_CUSTOMERS, ids=lambda study: study.key)
def test_a_poor_register_is_refused_with_the_way_out_or_answered_in_whole_sentences(
    study: Study, store: Store
) -> None:
    try:
        answer = ask(store, study, Filters("f"))
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
            _is_whole(figure, say, stop)


def _is_whole(figure: Figure, say: Say, stop: str) -> None:
    assert figure.finding.endswith(stop), (figure.key, figure.finding)
    for text in (figure.finding, figure.base, *figure.notes):
        assert not UNFINISHED.search(text), (figure.key, text)
    # A picture may be empty where each part has fewer than five behind it; its table is not.
    assert len(figure.table()) > 0, (figure.key, figure.finding)


def test_no_worth_is_named_where_each_class_has_fewer_than_five(tmp_path) -> None:
    with Store(tmp_path) as opened:
        BAD["six exhibitors"](opened)
        assert "CNY 0 " not in _text(opened, "value_matrix")


def _text(store: Store, key: str) -> str:
    study = next(study for study in OF_CUSTOMERS if study.key == key)
    shown = figures_of(study, ask(store, study, Filters("f")), EN)
    return " ".join(text for figure in shown for text in (figure.finding, *figure.notes))


def test_negative_amounts_are_counted_apart(tmp_path) -> None:
    with Store(tmp_path) as opened:
        BAD["negative fees"](opened)
        assert "below zero" in _text(opened, "abc")


def test_a_merged_firm_is_one_exhibitor(tmp_path) -> None:
    with Store(tmp_path) as opened:
        BAD["merged firms"](opened)
        study = next(study for study in OF_CUSTOMERS if study.key == "lifecycle")
        assert len(ask(opened, study, Filters("f")).classed.measures.now) == len(FIRMS) - 10


def test_amounts_in_another_currency_are_told_and_not_added(tmp_path) -> None:
    with Store(tmp_path) as opened:
        BAD["two currencies"](opened)
        study = next(study for study in OF_CUSTOMERS if study.key == "abc")
        classed = ask(opened, study, Filters("f")).classed
        assert classed.elsewhere == sum(signs[-1] == "1" for signs in list(mixed().values())[::3])
        assert classed.unknown == classed.elsewhere
