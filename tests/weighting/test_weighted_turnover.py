"""Weights in satisfaction against turnover, between editions and between exhibitors."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.satisfaction import STUDY
from analytics.studies.satisfaction_turnover import STUDY as TURNOVER
from analytics.weighting import plain
from tests import fairs
from tests.weighting.fair import (
    ANSWERED,
    SIZES,
    WEIGHTED,
    register,
    survey,
    weights_by_cell,
    weights_of,
)


def test_the_mean_that_is_set_against_turnover_is_that_of_the_register(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3], turnover=[1.0, 2.0, 3.0]))
    register(store, SIZES, editions=(1, 2, 3))
    for number, answered in enumerate((ANSWERED, {"A": 20, "B": 20}, {"A": 10, "B": 40}), start=1):
        survey(store, answered, number)
    counted = ask(store, TURNOVER, Filters("f")).editions
    assert counted["mean"].to_list() == pytest.approx([2.5, 3, 2.4])
    weighted = plain(ask(store, TURNOVER, WEIGHTED)).editions
    assert weighted["mean"].to_list() == pytest.approx([8 / 3] * 3)
    assert weighted["n"].to_list() == [40, 40, 50]
    mean, low, high, n_eff = weighted.loc[0, ["mean", "low", "high", "n_eff"]]
    of_first = Filters("f", editions=("f-1",), weighted=True)
    first = plain(ask(store, STUDY, of_first)).overalls.scores[0].now
    assert (mean, low, high, n_eff) == pytest.approx(
        (first.mean, first.low, first.high, first.n_eff)
    )


@pytest.fixture
def two_editions(store: Store) -> pd.DataFrame:
    """Exhibitors with a turnover of their own; those of A, who count more, sell more when content,
    those of B less.
    """
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    names = [f"{industry}{n}" for industry, size in SIZES.items() for n in range(size)]
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name.lower(), "industry": name[0]}
            for n, name in enumerate(names)
        ],
    )
    own = {
        name: float(3 + (7 * n) % 11 + 40 * (name[0] == "A") * (n % 4))
        for n, name in enumerate(names)
    }
    rows = []
    for edition, answered in ((1, ANSWERED), (2, {"A": 12, "B": 25})):
        scores = {
            f"{industry}{n}": (5, 3, 4, 1)[n % 4]
            for industry, size in answered.items()
            for n in range(size)
        }
        load_edition(store, edition, own, scores)
        rows += [
            {"edition": edition, "name": k, "score": v, "turnover": own[k], "industry": k[0]}
            for k, v in scores.items()
        ]
    return pd.DataFrame(rows)


def load_edition(
    store: Store, edition: int, turnover: dict[str, float], scores: dict[str, int]
) -> None:
    """Turnover of every exhibitor, by name, and the overall scores of those who answered."""
    fairs.load(
        store,
        f"participations-{edition}",
        participation_rows=[
            {
                "edition_id": f"f-{edition}",
                "line": n,
                "exhibitor_key": f"n:{name.lower()}",
                "turnover": amount,
            }
            for n, (name, amount) in enumerate(turnover.items())
        ],
    )
    answers = [{"exhibitor_key": f"n:{k.lower()}", "overall": v} for k, v in scores.items()]
    fairs.load(
        store,
        f"survey-{edition}",
        question_rows=fairs.questions(f"f-{edition}", []),
        response_rows=fairs.answers(f"f-{edition}", answers),
    )


def test_the_link_between_exhibitors_is_the_weighted_one_of_plain_rows(
    store: Store, two_editions: pd.DataFrame
):
    weight = {
        (edition.edition, cell[0]): value
        for edition in weights_of(store).editions
        for cell, value in edition.cells.items()
    }
    rows = two_editions.assign(y=np.log(two_editions["turnover"]))
    w = np.array([weight[f"f-{row.edition}", row.industry] for row in rows.itertuples()])
    x, y = (off_the_mean(rows[name], w, rows["edition"]) for name in ("score", "y"))
    link = plain(ask(store, TURNOVER, WEIGHTED)).exhibitors
    assert link.pooled.r == pytest.approx(
        (w * x * y).sum() / np.sqrt((w * x * x).sum() * (w * y * y).sum())
    )
    own = pd.Series(w).groupby(rows["name"]).sum()
    assert link.n_effective == pytest.approx(w.sum() ** 2 / (own**2).sum())
    assert (link.n, link.pooled.n, link.pooled.n_eff) == (len(rows), len(rows), link.n_effective)
    best = link.scores.iloc[-1]
    inside = (rows["score"] == 5).to_numpy()
    assert best["ratio"] == pytest.approx(np.exp(np.average(y[inside], weights=w[inside])))
    counted = ask(store, TURNOVER, Filters("f")).exhibitors
    assert abs(link.pooled.r - counted.pooled.r) > 0.01


def off_the_mean(values: pd.Series, weight: np.ndarray, edition: pd.Series) -> pd.Series:
    """From the weighted mean of its edition."""
    means = {
        e: np.average(values[edition == e], weights=weight[edition == e]) for e in set(edition)
    }
    return values - edition.map(means)


def test_equal_weights_leave_the_link_between_exhibitors_as_it_is(
    store: Store, two_editions: pd.DataFrame
):
    alike = weights_by_cell({("A", ""): 1.7, ("B", ""): 1.7}, editions=(1, 2))
    with store.reader() as reader:
        weighted, counted = (
            TURNOVER.analyse(reader, Filters("f", weights=weights), TURNOVER.chosen(())).exhibitors
            for weights in (alike, None)
        )
    assert (weighted.n, weighted.n_effective) == (counted.n, pytest.approx(counted.n_effective))
    assert [weighted.pooled.r, weighted.pooled.low, weighted.pooled.p] == pytest.approx(
        [counted.pooled.r, counted.pooled.low, counted.pooled.p]
    )
    pd.testing.assert_frame_equal(weighted.scores, counted.scores)
