"""Satisfaction and turnover: links between series and between exhibitors that are known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.correlation import leave_one_out, pearson
from analytics.stats.permutation import permutation_p
from analytics.studies.satisfaction_turnover.compute_across_editions import edition_link
from analytics.studies.satisfaction_turnover.compute_across_exhibitors import exhibitor_link
from tests.simulate.claims import Experiment, Outcome, cautious, covers, finds
from tests.simulate.exhibitor_lives import Fair, Stays, live
from tests.simulate.invented_ratings import FIVE, places, within

EDITIONS, LEVELS = 7, 8
"""Every link counts all orders of its editions several times: seven have 5,040, eight 40,320."""


def _link(satisfaction: np.ndarray, turnover: np.ndarray) -> Any:
    """Editions whose mean rating and turnover are known without error, as `tabulate` gives them."""
    numbers = np.arange(1, 1 + EDITIONS)
    link = edition_link(
        pd.DataFrame(
            {
                "number": numbers,
                "year": 1998 + numbers,
                "mean": satisfaction,
                "turnover": turnover,
                "is_used": True,
                "r_without": leave_one_out(satisfaction, turnover),
            }
        )
    )
    assert link
    return link


def _trending(rng: np.random.Generator) -> Outcome:
    """Both rise, neither because of the other; and two walks that wander each for itself."""
    time = np.arange(EDITIONS)
    rising = _link(
        3.4 + 0.04 * time + rng.normal(0, 0.05, EDITIONS),
        1e9 * (5 + time + rng.normal(0, 1, EDITIONS)),
    )
    walks = rng.normal(0, 1, (2, EDITIONS)).cumsum(axis=1)
    wandering = _link(3.6 + 0.04 * walks[0], 1e9 * (20 + walks[1]))
    return {
        "rising": rising.is_established and rising.outlives_trend,
        "wandering": wandering.is_established and wandering.outlives_trend,
    }


def _together(rng: np.random.Generator) -> Outcome:
    """No trend: editions that have nothing, and something, to do with each other."""
    first, second, third = rng.normal(0, 1, (3, LEVELS))
    with_it = pearson(first, 0.6 * first + 0.8 * third)
    return {
        "apart": permutation_p(first, second).two_sided < 0.05,
        "r": within(with_it.low, 0.6, with_it.high),
    }


BETWEEN_EDITIONS = Experiment(
    "satisfaction_turnover, trends",
    {
        "rising": finds(
            "satisfaction_turnover", "a link that outlives the trend, of two rising series"
        ),
        "wandering": finds(
            "satisfaction_turnover", "a link that outlives the trend, of two wandering series"
        ),
    },
    _trending,
)
EDITION_LEVELS = Experiment(
    "satisfaction_turnover, levels",
    {
        "apart": finds("satisfaction_turnover", "the levels go together (8 editions)"),
        "r": covers("satisfaction_turnover", "r of 8 editions (Fisher)"),
    },
    _together,
)
OF_AREA = {9.0: 0.5, 18.0: 1.0, 36.0: 1.5, 72.0: 2.5}
"""What an answer counts, where answers are weighted."""

SUMMED = [
    "n",
    "exhibitors",
    "exhibitors_of_step",
    "w",
    "ww",
    "w_own",
    "log_turnover",
    "dy",
    "dxx",
    "dyy",
    "dxy",
    "ww_dy",
    "ww_dyy",
]


def _by_exhibitor(stays: Stays, is_weighted: bool = False) -> pd.DataFrame:
    """Rows of `exhibitors.sql`."""
    answering = stays.answered
    table = pd.DataFrame(
        {
            "edition_id": stays.place[answering],
            "number": stays.place[answering] + 1,
            "firm": stays.firm[answering],
            "x": places(stays.score[answering]),
            "log_turnover": np.log(stays.turnover[answering]),
        }
    )
    table["step"] = (table["x"] * 4).round().astype(int)
    table["band"] = np.floor(table["log_turnover"] / np.log(10) * 5).astype(int)
    w = (
        np.array([OF_AREA[area] for area in stays.area[answering]])
        if is_weighted
        else np.ones(len(table))
    )
    dx, dy = (_off_the_mean(table[name], w, table["edition_id"]) for name in ("x", "log_turnover"))
    table = table.assign(
        w=w,
        ww=w * w,
        log_turnover=w * table["log_turnover"],
        dy=w * dy,
        dxx=w * dx * dx,
        dyy=w * dy * dy,
        dxy=w * dx * dy,
        ww_dy=w * w * dy,
        ww_dyy=w * w * dy * dy,
        n=1,
        exhibitors=~table.duplicated("firm"),
        exhibitors_of_step=~table.duplicated(["firm", "step"]),
    )
    table["w_own"] = w * table.groupby("firm")["w"].transform("sum")
    return table.groupby(["edition_id", "number", "step", "band"], as_index=False)[SUMMED].sum()


def _off_the_mean(values: Any, w: np.ndarray, edition: Any) -> Any:
    """From the weighted mean of its edition."""
    sums = pd.DataFrame({"w": w, "wx": w * values}).groupby(edition).transform("sum")
    return values - sums["wx"] / sums["w"]


def _exhibitors(rng: np.random.Generator) -> Outcome:
    stays = live(rng, Fair(newcomers=40))
    plain = exhibitor_link(_by_exhibitor(stays), FIVE, 4)
    weighted = exhibitor_link(_by_exhibitor(stays, is_weighted=True), FIVE, 4)
    assert plain
    assert weighted
    return {
        "pooled": plain.pooled.is_established,
        "r": within(plain.pooled.low, 0.0, plain.pooled.high),
        "weighted": within(weighted.pooled.low, 0.0, weighted.pooled.high),
    }


BETWEEN_EXHIBITORS = Experiment(
    "satisfaction_turnover, exhibitors",
    {
        "pooled": finds("satisfaction_turnover", "own rating goes with own turnover"),
        "r": cautious("satisfaction_turnover", "r within editions, exhibitors several times"),
        "weighted": cautious("satisfaction_turnover", "r within editions, answers weighted"),
    },
    _exhibitors,
)

EXPERIMENTS = (BETWEEN_EDITIONS, EDITION_LEVELS, BETWEEN_EXHIBITORS)
