"""The known weights of the demo fair come back within the intervals."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.folders import SAMPLE
from analytics.ratings.answer_blocks import GROUPS, read_blocks
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.stats.pairwise import PairSums
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.store import Reader, Store
from analytics.studies.drivers import STUDY
from analytics.studies.drivers.compute_importance import weigh
from analytics.studies.drivers.compute_pooled import Pooled, read_pooled

KNOWN = json.loads((SAMPLE / "model.json").read_text("utf-8"))["overall"]
OPTIONS = {"level": "dimension", "crosshair": "mean", "compare_with": "", "stands_for": "usual"}


def pooled_sums(reader: Reader, filters: Filters) -> tuple[Pooled, PairSums]:
    """What the study reads, and its sums by group."""
    pooled = read_pooled(reader, filters, OPTIONS)
    blocks = read_blocks(reader, filters, pooled.plan)
    return pooled, pair_sums_by_group(blocks, pooled.plan, pooled.places())


def test_the_known_order_of_drivers_of_the_demo_fair_comes_back_within_the_intervals(demo: Store):
    """No pair of drivers stands the other way round beyond its resampled interval, and the first
    four stand in order.
    """
    with demo.reader() as reader:
        pooled, sums = pooled_sums(reader, Filters("demo"))
    weighed, keys = weigh(sums), [part.key for part in pooled.rated]
    column = {key: weighed.shares.drawn[:, at] for at, key in enumerate(keys)}
    for heavier, lighter in combinations(KNOWN["driver_order"], 2):
        assert np.quantile(column[heavier] - column[lighter], 0.975) > 0, (heavier, lighter)
    drivers = ask(demo, STUDY, Filters("demo")).drivers
    assert [driver.key for driver in drivers[:4]] == KNOWN["driver_order"][:4]


def test_the_intervals_of_the_demo_fair_hold_what_its_own_weights_imply(demo: Store):
    """The known weights, through the dimensions' correlations, give an endless sample's shares."""
    shares = {driver.key: driver.share for driver in ask(demo, STUDY, Filters("demo")).drivers}
    with demo.reader() as reader:
        pooled, sums = pooled_sums(reader, Filters("demo"))
    whole, keys = sums.pooled(), [part.key for part in pooled.rated]
    known = np.array([KNOWN["weights"][key] for key in keys])
    mean = whole.sums / whole.n
    covariance = (whole.products / whole.n - mean * mean.T)[:-1, :-1]
    spread = np.sqrt(np.diag(covariance))
    implied = covariance @ known / spread / np.sqrt(known @ covariance @ known)
    expected = shares_of(relative_weights(covariance / np.outer(spread, spread), implied))
    inside = {
        key: shares[key].low <= share <= shares[key].high
        for key, share in zip(keys, expected, strict=True)
    }
    # Ten intervals of 95%: at least eight hold the truth with a probability of 0.988.
    assert sum(inside.values()) >= 8, inside


def test_group_and_row_resampling_agree_on_the_demo_fair(demo: Store):
    """Groups of one answer each, and 200 groups: the same width up to a quarter."""
    with demo.reader() as reader:
        few, sums_of_few = pooled_sums(reader, Filters("demo", ("demo-8",)))
        many, sums_of_many = pooled_sums(reader, Filters("demo", ("demo-7", "demo-8")))
    assert few.plan.is_one_each
    assert many.plan.groups == GROUPS
    assert width(few, sums_of_few) == pytest.approx(width(many, sums_of_many), rel=0.25)


def width(pooled: Pooled, sums: PairSums) -> np.ndarray:
    """Of the intervals of the correlations, as from a single answer."""
    return weigh(sums).r.se * np.sqrt(sum(edition.responses for edition in pooled.editions))
