"""What matters most? What they say matters, against what shows to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from analytics.figures import Bars
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.drivers import STUDY
from analytics.wording import Say
from tests.studies.drivers.fair import (
    EN,
    ITEMS_LEVEL,
    ZH,
    Rows,
    answer_of,
    by_key,
    respondents,
    survey,
)


def with_importances(rows: Rows, importances: Sequence[float | None], seed: int = 0) -> Rows:
    rng = np.random.default_rng(seed)
    return [
        row
        | {
            "imp": [
                None if importance is None else importance + float(rng.integers(0, 2))
                for importance in importances
            ]
        }
        for row in rows
    ]


def test_gaps_are_ratings_less_stated_importance_of_those_who_gave_both(store: Store):
    """All rate 3; importance is 4 or 5 for air, 1 or 2 for light."""
    rows = [
        {
            "overall": 1 + i % 5,
            "sat": [3, 3, 1 + i % 5, 1 + (i // 5) % 5],
            "imp": [4 + i % 2, 1 + i % 2, 3, None],
        }
        for i in range(100)
    ]
    rows[0]["imp"] = [None, 1, 3, None]
    rows += [{"overall": 1 + i % 5, "sat": [2 + i % 3, 3 + i % 2, 3, 3]} for i in range(10)]
    survey(store, 1, rows)
    figure = by_key(answer_of(store, ITEMS_LEVEL))["gaps"]
    gaps = figure.data.set_index("key")
    assert gaps.loc["air", "value"] == pytest.approx(-1 - 50 / 99 + 0, abs=1e-6)
    assert gaps.loc["light", "value"] == pytest.approx(1.5)
    assert gaps.loc["air", "n"] == 99
    assert "food" not in gaps.index
    assert (
        "1 of 3 items are rated below the importance they give them, most of all air"
        in figure.finding
    )


def test_a_gap_that_grew_since_the_last_edition_is_named_with_its_family(store: Store):
    weights = [0.4, 0.3, 0.2, 0.1]
    survey(store, 1, with_importances(respondents(300, weights), [3, 3, 3, 3]))
    survey(store, 2, with_importances(respondents(300, weights, seed=1), [4, 3, 3, 3], seed=1))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["gaps"]
    assert isinstance(figure.form, Bars)
    assert figure.form.series == ("Edition 1", "Edition 2")
    assert (
        "Ratings lost ground on importance since Edition 1: air (Holm over 4 changes)."
        in figure.finding
    )
    alone = by_key(answer_of(store, ITEMS_LEVEL, filters=Filters("f", ("f-1",))))["gaps"]
    assert isinstance(alone.form, Bars)
    assert alone.form.series == ("Edition 1",)


def test_what_they_say_and_what_shows_make_four_needs(store: Store):
    survey(store, 1, with_importances(respondents(800, [0.6, 0.6, 0.02, 0.02]), [4, 1, 4, 1]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.need for driver in answer.drivers} == {
        "air": "key",
        "light": "hidden excitement",
        "website": "basic",
        "food": "minor",
    }
    finding = by_key(answer)["needs"].finding
    assert finding.startswith(
        "Said to matter and shown to: air. Matter more than they say: light. Said to matter, yet"
    )
    assert finding.endswith("website.")


def test_without_stated_importance_there_is_no_gap_and_no_second_grid(store: Store):
    survey(store, 1, respondents(200, [0.6, 0.3, 0.15, 0.1]))
    assert by_key(answer_of(store)).keys() == {"overview", "importance", "measures"}


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    survey(store, 1, with_importances(respondents(200, [0.6, 0.3, 0.15, 0.1]), [4, 1, 4, 1]))
    for figure in STUDY.figures(answer_of(store), say):
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
