"""The same slice has the same exhibitors on every page: all, those who came, those who are gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.filters import Filters
from analytics.store import Store
from analytics.study import statement
from tests.in_process import without_child
from tests.studies.churn import fair

ASKED = ("abc", "rfm", "lifecycle", "value_matrix")
SLICES = {
    "everybody": Filters("f"),
    "one industry": Filters("f", industries=("ships",)),
    "up to an edition": Filters("f", editions=tuple(f"f-{n}" for n in range(1, 7))),
}
Counts = dict[str, int]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Two industries over eight editions, the fourth not held; every amount is known."""
    random = np.random.default_rng(8)
    firms = []
    for at in range(360):
        first = int(random.integers(1, 8))
        later = [n for n in range(first + 1, 9) if n != 4 and random.random() < 0.7]
        came = (*([first] if first != 4 else [5]), *(n for n in later if n != 5 or first != 4))
        firms.append(
            {
                "came": came,
                "industry": "ships" if at % 2 else "trains",
                "fee": float(random.integers(1, 99)),
                "turnover": float(random.integers(1, 999)),
                "area": float(random.integers(9, 99)),
                "score": {n: float(random.integers(1, 6)) for n in came if random.random() < 0.8},
            }
        )
    with Store(tmp_path_factory.mktemp("counts")) as opened:
        fair.load(opened, firms, held=[n != 4 for n in range(1, 9)])
        yield opened


def answer(store: Store, key: str, filters: Filters, **options: str) -> Any:
    study = next(study for study in STUDIES if study.key == key)
    with without_child():
        return ask(store, study, filters, tuple(options.items()))


def counts(of_all: Any, came: Any) -> Counts:
    return {"all": int(of_all), "came": int(came), "gone": int(of_all) - int(came)}


@pytest.fixture(scope="module", params=SLICES.values(), ids=SLICES)
def by_study(request, store) -> tuple[Filters, dict[str, Counts]]:
    """Counts by study."""
    filters, shown = request.param, {}
    for key in ASKED:
        now = answer(store, key, filters)
        now = getattr(now, "classed", now).measures.now
        shown[key] = counts(len(now), now["came"].sum())
    worth = answer(store, "lifetime_value", filters)
    states = worth.attendance.states
    here = states[states["last"] == len(worth.editions)]
    shown["lifetime_value"] = counts(states["firms"].sum(), here["firms"].sum())
    groups = answer(store, "segments", filters, features="register", k="2")
    sizes = groups.segments["n"].sum()
    assert sizes == groups.grouped == groups.known
    shown["segments"] = counts(groups.known, groups.known - _absent(store, filters))
    return filters, shown


def _absent(store: Store, filters: Filters) -> int:
    """Of those that are grouped, who did not come to the edition looked at."""
    values = {"fair": "f", "editions": list(filters.editions) or None}
    with store.reader() as reader:
        table = reader.frame(
            statement("analytics.studies.segments", "features"),
            slice=replace(filters, editions=()).slice(),
            **values,
        )
    return int((table["absent"] > 0).sum())


def test_all_pages_count_the_same_exhibitors(by_study):
    _, shown = by_study
    assert len(set(map(str, shown.values()))) == 1, shown
    assert min(shown["abc"].values()) > 10


def test_who_is_about_to_leave_is_asked_of_those_who_came(by_study, store):
    filters, shown = by_study
    leaving = answer(store, "churn", filters)
    assert leaving.here == shown["abc"]["came"]
    stages = answer(store, "lifecycle", filters).classed
    before = stages.measures.before
    away = (
        before["came"].sum()
        - stages.measures.now.set_index("exhibitor_id")["came"]
        .reindex(before["exhibitor_id"][before["came"].to_numpy(bool)])
        .sum()
    )
    assert int(leaving.last_test["away"]) == int(away)


def test_registers_that_answers_are_followed_on_are_the_same(by_study, store):
    filters, shown = by_study
    followed = answer(store, "loyalty", filters).editions
    assert followed[-1].registered == shown["abc"]["came"]
    before = answer(store, "abc", filters)
    measures = getattr(before, "classed", before).measures
    now = measures.now.set_index("exhibitor_id")["came"]
    here = measures.before["exhibitor_id"][measures.before["came"].to_numpy(bool)]
    assert followed[-2].registered == len(here)
    assert followed[-2].registered_back == int(now.reindex(here).sum())
