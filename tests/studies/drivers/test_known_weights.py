"""The known weights of the demo fair come back within the intervals."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pytest

from analytics.ask import ask
from analytics.ratings.answer_blocks import GROUPS, read_blocks
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.settings import ROOT
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.store import Store
from analytics.studies.drivers import STUDY
from analytics.studies.drivers.compute_importance import weigh
from analytics.studies.drivers.compute_pooled import read_pooled
from analytics.study import Filters

KNOWN_ORDER = json.loads((ROOT / "data" / "sample" / "model.json").read_text("utf-8"))["overall"][
    "driver_order"
]


def test_the_known_order_of_drivers_of_the_demo_fair_comes_back_within_the_intervals(demo: Store):
    """No pair of drivers stands the other way round beyond its resampled interval, and the first
    four stand in order.
    """
    chosen = {"level": "dimension", "crosshair": "mean", "compare_with": ""}
    with demo.reader() as reader:
        pooled = read_pooled(reader, Filters("demo"), chosen)
        sums = pair_sums_by_group(
            read_blocks(reader, Filters("demo"), pooled.plan), pooled.plan, pooled.places()
        )
    weighed, keys = weigh(sums), [part.key for part in pooled.rated]
    column = {key: weighed.shares.drawn[:, at] for at, key in enumerate(keys)}
    for heavier, lighter in combinations(KNOWN_ORDER, 2):
        assert np.quantile(column[heavier] - column[lighter], 0.975) > 0, (heavier, lighter)
    assert [driver.key for driver in ask(demo, STUDY, Filters("demo")).drivers][:4] == KNOWN_ORDER[
        :4
    ]


def test_the_intervals_of_the_demo_fair_hold_what_its_own_weights_imply(demo: Store):
    """The generator's weights, through the correlations of the dimensions, give the shares an
    endless sample would.
    """
    weights = json.loads((ROOT / "data" / "sample" / "model.json").read_text("utf-8"))["overall"][
        "weights"
    ]
    answer = ask(demo, STUDY, Filters("demo"))
    with demo.reader() as reader:
        pooled = read_pooled(
            reader, Filters("demo"), {"level": "dimension", "crosshair": "mean", "compare_with": ""}
        )
        whole = pair_sums_by_group(
            read_blocks(reader, Filters("demo"), pooled.plan), pooled.plan, pooled.places()
        ).pooled()
    known = np.array([weights[part.key] for part in pooled.rated])
    mean = whole.sums / whole.n
    covariance = (whole.products / whole.n - mean * mean.T)[:-1, :-1]
    spread = np.sqrt(np.diag(covariance))
    implied = covariance @ known / spread / np.sqrt(known @ covariance @ known)
    expected = shares_of(relative_weights(covariance / np.outer(spread, spread), implied))
    inside = {
        driver.key: driver.share.low <= share <= driver.share.high
        for driver, share in (
            (next(d for d in answer.drivers if d.key == r.key), s)
            for r, s in zip(pooled.rated, expected, strict=True)
        )
    }
    # Ten intervals of 95 %: at least eight hold the truth with a probability of 0.988.
    assert sum(inside.values()) >= 8, inside


def test_group_and_row_resampling_agree_on_the_demo_fair(demo: Store):
    """The 8th edition, once in groups of one answer each and once in 200 groups: the same width up
    to a quarter.
    """
    chosen = {"level": "dimension", "crosshair": "mean", "compare_with": ""}
    one_each, grouped = Filters("demo", ("demo-8",)), Filters("demo", ("demo-7", "demo-8"))
    with demo.reader() as reader:
        few = read_pooled(reader, one_each, chosen)
        assert few.plan.is_one_each
        many = read_pooled(reader, grouped, chosen)
        assert many.plan.groups == GROUPS
        widths = []
        for filters, pooled in ((one_each, few), (grouped, many)):
            sums = pair_sums_by_group(
                read_blocks(reader, filters, pooled.plan), pooled.plan, pooled.places()
            )
            widths.append(
                weigh(sums).r.se * np.sqrt(sum(edition.responses for edition in pooled.editions))
            )
    assert widths[0] == pytest.approx(widths[1], rel=0.25)
