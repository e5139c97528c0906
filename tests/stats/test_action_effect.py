"""The effect of an action on answers that can be checked by head, and its drift."""

import numpy as np
import pandas as pd
import pytest

from analytics.stats.action_effect import Effect, action_effect, verdict, with_drift


def answers(changes, firms=6, acted="a"):
    rows = [
        (f"f{firm}", item, after, 3 + firm % 3 + after * change)
        for firm in range(firms)
        for item, change in changes.items()
        for after in (0, 1)
    ]
    table = pd.DataFrame(rows, columns=["firm", "item", "after", "score"])
    table["score"] += np.resize([0.1, -0.1, 0.05, -0.05, 0.0], len(table))
    return table.assign(acted=table["item"] == acted)


def effect_of(table):
    return action_effect(*(table[name] for name in ("firm", "item", "after", "score", "acted")))


def test_what_rose_everywhere_is_no_effect():
    assert effect_of(answers({"a": 0.5, "b": 0.5, "c": 0.5})).effect.estimate == pytest.approx(
        0, abs=0.05
    )


def test_an_item_that_rose_more_than_the_others_shows_by_how_much():
    result = effect_of(answers({"a": 0.8, "b": 0.3, "c": 0.3}))
    assert result.effect.estimate == pytest.approx(0.5, abs=0.05)
    assert result.trend.estimate == pytest.approx(0.3, abs=0.05)


def test_items_that_drift_apart_widen_the_interval():
    calm = effect_of(answers({"a": 0.5, "b": 0.0, "c": 0.01, "d": -0.01}, firms=30))
    drifting = effect_of(answers({"a": 0.5, "b": 0.3, "c": -0.3, "d": 0.0}, firms=30))
    assert with_drift(drifting).high > drifting.effect.high
    assert with_drift(drifting).se > with_drift(calm).se


def test_earlier_editions_steady_what_is_known_of_the_drift():
    result = effect_of(answers({"a": 0.5, "b": 0.1, "c": -0.1}, firms=30))
    alone, steadied = with_drift(result), with_drift(result, [[0.1, -0.1, 0.1, -0.1]])
    assert steadied.df > alone.df
    assert steadied.high < alone.high


def test_without_untouched_items_nothing_can_be_told():
    result = effect_of(answers({"a": 0.5}))
    assert np.isnan(result.effect.estimate)
    assert verdict(with_drift(result), 0.3) == "cannot_tell"


def test_an_item_asked_once_only_can_not_be_judged():
    table = answers({"a": 0.5, "b": 0.1, "c": 0.2})
    once = table[~((table["item"] == "a") & (table["after"] == 0))]
    assert verdict(effect_of(once).effect, 0.3) == "cannot_tell"


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [(0.1, 0.5, "moved"), (-0.1, 0.2, "did_not_move"), (-0.1, 0.5, "cannot_tell")],
)
def test_a_verdict_follows_the_interval(low, high, outcome):
    assert verdict(Effect(0.2, 0.1, 20, low, high, 0.1), 0.3) == outcome
