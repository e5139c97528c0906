"""A tenth of the simulated fairs, with bands as wide as so few fairs need."""

from __future__ import annotations

import pytest

from tests.simulate.bands import band
from tests.simulate.claims import Experiment, run
from tests.simulate.experiments import EXPERIMENTS
from tests.simulate.plan import PARTS


@pytest.mark.parametrize(
    "experiment", EXPERIMENTS, ids=[experiment.name for experiment in EXPERIMENTS]
)
def test_intervals_hold_and_nothing_is_found_where_nothing_is(experiment: Experiment) -> None:
    rows = run(experiment, experiment.fairs(PARTS["tenth"]))
    assert [
        (row.claim.says, row.count, row.fairs, row.band) for row in rows if not row.passes
    ] == []


def test_bands_of_the_whole_are_those_promised() -> None:
    closed, resampled = band("covered", "closed form", 2_000), band("covered", "resampled", 200)
    assert (closed.low, closed.high) == pytest.approx((0.935, 0.965))
    assert (resampled.low, resampled.high) == pytest.approx((0.90, 0.99))
    assert band("found", "closed form", 2_000).high == pytest.approx(0.065)
    assert band("found", "resampled", 200).high == pytest.approx(0.10)


def test_fewer_fairs_widen_a_band_and_a_wrong_method_still_fails() -> None:
    assert band("found", "closed form", 200).high == pytest.approx(0.10)
    assert not band("found", "closed form", 200).holds(0.17)
    assert not band("covered", "closed form", 200).holds(0.88)


def test_a_test_that_finds_something_in_a_tenth_of_fairs_fails_at_the_whole_size() -> None:
    from scipy.stats import binom

    limit = band("found", "closed form", 2_000).high
    assert binom.sf(round(limit * 2_000), 2_000, 0.05) < 0.002
    assert binom.sf(round(limit * 2_000), 2_000, 0.10) > 0.999


def test_the_same_fair_is_drawn_however_many_are_asked_for() -> None:
    experiment = EXPERIMENTS[0]
    few, more = run(experiment, 5), run(experiment, 10)
    assert all(row.count <= larger.count for row, larger in zip(few, more, strict=True))
