"""Every study that weights does: unequal weights move its figures, equal ones leave them be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from analytics.catalogue import STUDIES
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.study import Study
from analytics.weighting.register_weights import Weights
from tests import small_fair
from tests.small_fair import EDITIONS
from tests.weighting.fair import EN, weights_by_cell

WEIGHING = [study for study in STUDIES if study.weighs]
INDUSTRIES = {"Toys": 0.2, "Tools": 3.0, "Food": 1.0, "Rarities": 2.0, "Tinies": 2.0}
REGIONS = {"": 1.0, "North": 0.5, "South": 1.0, "West": 3.0, "Island": 1.0}
UNEQUAL = {
    (industry, region): INDUSTRIES[industry] * REGIONS[region]
    for industry, region in product(INDUSTRIES, REGIONS)
}
Plain = dict[str, dict[str, Figure]]
WORTH = ("n_eff", "base_n_eff")
# A weighted share takes n - 1 for n: its error is linearised, p(1 - p)/SE².
SHIFTED = ("low", "high", "p")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("small")) as opened:
        small_fair.load(opened)
        yield opened


@pytest.fixture(scope="module")
def plain(store: Store) -> Plain:
    """Figures without weights, by study."""
    return {study.key: figures(study, store, None) for study in WEIGHING}


def figures(study: Study, store: Store, weights: Weights | None) -> dict[str, Figure]:
    filters = replace(Filters("f"), weights=weights)
    with store.reader() as reader:
        answer = study.analyse(reader, filters, study.chosen(()))
    return {figure.key: figure for figure in study.figures(answer, EN)}


def numbers(figure: Figure) -> pd.DataFrame:
    shown = [column.name for column in figure.columns if column.name not in WORTH]
    return figure.data[shown].select_dtypes("number").astype(float).reset_index(drop=True)


def without_ends(figure: Figure) -> str:
    """The sentence without what `SHIFTED` moves in its last digit."""
    return re.sub(r"[\d.]+% to [\d.]+%|p = [\d.]+", "", figure.finding)


@pytest.mark.parametrize("study", WEIGHING, ids=lambda study: study.key)
def test_equal_weights_leave_every_figure_as_it_is(
    study: Study, store: Store, plain: Plain
) -> None:
    alike = figures(study, store, weights_by_cell(dict.fromkeys(UNEQUAL, 2.0), EDITIONS))
    assert plain[study.key].keys() == alike.keys()
    for key, figure in plain[study.key].items():
        assert (key, without_ends(alike[key])) == (key, without_ends(figure))
        compared, expected = numbers(alike[key]), numbers(figure)
        shifted = [name for name in expected if name in SHIFTED]
        pd.testing.assert_frame_equal(
            compared.drop(columns=shifted),
            expected.drop(columns=shifted),
            rtol=1e-6,
            atol=1e-9,
            obj=key,
        )
        for name in shifted:
            width = (expected["high"] - expected["low"]) if name != "p" else expected["p"]
            off = (compared[name] - expected[name]).abs()
            assert (off.fillna(0) <= 0.05 * width.fillna(0) + 1e-9).all(), (key, name)


@pytest.mark.parametrize("study", WEIGHING, ids=lambda study: study.key)
def test_unequal_weights_move_every_figure_that_does_not_say_it_is_the_same(
    study: Study, store: Store, plain: Plain
) -> None:
    weighted = figures(study, store, weights_by_cell(UNEQUAL, EDITIONS))
    still = {
        key
        for key, figure in plain[study.key].items()
        if is_same(numbers(figure), numbers(weighted[key]))
    }
    assert still == {
        key for key, figure in plain[study.key].items() if figure.method in study.not_weighted
    }


def is_same(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    return before.shape == after.shape and np.allclose(before, after, rtol=1e-6, equal_nan=True)


def test_the_fair_lets_every_study_that_weights_answer(plain: Plain) -> None:
    assert all(plain.values())
    assert len(WEIGHING) >= 10
