"""Every study that weights really does: unequal weights move its figures, equal ones leave them as
they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from analytics.catalogue import STUDIES
from analytics.figures import Figure
from analytics.store import Store
from analytics.study import Filters, Study
from analytics.weighting.register_weights import EditionWeights, Weights
from analytics.wording import Say
from tests import small_fair

EN = Say("en")
WEIGHING = [one for one in STUDIES if one.weighs]
INDUSTRIES = {"Toys": 0.2, "Tools": 3.0, "Food": 1.0, "Rarities": 2.0, "Tinies": 2.0}
REGIONS = {"": 1.0, "North": 0.5, "South": 1.0, "West": 3.0, "Island": 1.0}
UNEQUAL = {
    (one, other): INDUSTRIES[one] * REGIONS[other] for one, other in product(INDUSTRIES, REGIONS)
}
WORTH = ("n_eff", "base_n_eff")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("small")) as opened:
        small_fair.load(opened)
        yield opened


def weights(cells: dict[tuple[str, str], float]) -> Weights:
    return Weights(
        tuple(EditionWeights(f"f-{n}", "", "", 1, 1.0, cells=cells) for n in small_fair.EDITIONS)
    )


def figures(study: Study, store: Store, found: Weights | None) -> dict[str, Figure]:
    filters = replace(Filters("f"), weights=found)
    with store.reader() as reader:
        return {
            figure.key: figure
            for figure in study.figures(study.analyse(reader, filters, study.chosen(())), EN)
        }


def numbers(figure: Figure) -> pd.DataFrame:
    shown = [column.name for column in figure.columns if column.name not in WORTH]
    return figure.data[shown].select_dtypes("number").astype(float).reset_index(drop=True)


@pytest.mark.parametrize("study", WEIGHING, ids=lambda one: one.key)
def test_equal_weights_leave_every_figure_as_it_is(study: Study, store: Store) -> None:
    plain, alike = (
        figures(study, store, None),
        figures(study, store, weights(dict.fromkeys(UNEQUAL, 2.0))),
    )
    assert plain.keys() == alike.keys()
    for key, figure in plain.items():
        assert (key, alike[key].finding) == (key, figure.finding)
        pd.testing.assert_frame_equal(
            numbers(alike[key]), numbers(figure), rtol=1e-6, atol=1e-9, obj=key
        )


@pytest.mark.parametrize("study", WEIGHING, ids=lambda one: one.key)
def test_unequal_weights_move_every_figure_that_does_not_say_it_is_the_same(
    study: Study, store: Store
) -> None:
    plain, weighted = figures(study, store, None), figures(study, store, weights(UNEQUAL))
    still = set()
    for key, figure in plain.items():
        before, after = numbers(figure), numbers(weighted[key])
        is_same = before.shape == after.shape and np.allclose(
            before, after, rtol=1e-6, equal_nan=True
        )
        still |= {key} if is_same else set()
    assert still == {key for key, figure in plain.items() if figure.method in study.not_weighted}


def test_the_fair_lets_every_study_that_weights_answer(store: Store) -> None:
    assert all(figures(study, store, None) for study in WEIGHING)
    assert len(WEIGHING) >= 10
