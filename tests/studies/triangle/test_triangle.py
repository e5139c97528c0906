"""Three sides against the first held edition, on registers that can be read by head."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.errors import NotEnough
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.triangle.compute import falling_for
from analytics.wording import speaker
from tests.customers import registers

TRIANGLE, FAIR = study("triangle"), Filters("f")


def test_a_missing_side_is_a_missing_index_and_says_what_to_load(store: Store):
    registers.load(store, {f"x{n}": "1111" if n % 2 else "1011" for n in range(12)})
    answer = ask(store, TRIANGLE, FAIR)
    assert np.isnan(answer.indices).all()
    assert answer.editions["exhibitors"].tolist() == [12, 6, 12, 12]
    assert answer.editions["renewal"].tolist()[1:] == [0.5, 1.0, 1.0]
    figures = TRIANGLE.figures(answer, speaker("en"))
    assert "load what is missing" in figures[0].notes[0]
    assert all(figure.claim and figure.finding for figure in figures)


def test_two_editions_are_too_few(store: Store):
    registers.load(store, {f"x{n}": "11" for n in range(12)})
    with pytest.raises(NotEnough):
        ask(store, TRIANGLE, FAIR)


def test_an_edition_not_held_is_no_edition(store: Store):
    registers.load(store, {f"x{n}": "11-1" for n in range(12)})
    answer = ask(store, TRIANGLE, FAIR)
    assert len(answer.editions) == 3
    assert answer.editions["renewal"].iloc[-1] == 1.0


@pytest.mark.parametrize(
    ("series", "editions"),
    [([5, 4, 3, 4], 0), ([5, 6, 5, 4], 2), ([3, 2, 1], 2), ([3, float("nan"), 1], 0)],
)
def test_what_falls_is_counted_back_from_the_last_edition(series, editions):
    assert falling_for(np.array(series, float)) == editions
