"""Loyalty: return by score, counted on lives that are known."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.clustered_share import ClusterSums
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.loyalty.compute import (
    Bands,
    Loyalty,
    answers_by_return,
    comparisons,
    effective_empty_cell,
    return_by_score,
)
from analytics.studies.loyalty.compute_curve import curve
from analytics.studies.loyalty.compute_ratios import against
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.exhibitor_lives import Fair, Stays, cluster_sums, live
from tests.simulate.followed_lives import KNOWN, LARGE, NOTHING, editions, flags
from tests.simulate.invented_ratings import FIVE, within

BANDS = Bands(1, 3, 4)


def cells(stays: Stays) -> pd.DataFrame:
    """Rows of kind 'cell' as `tallies.sql` of loyalty gives them."""
    followed = stays.is_followed
    size = np.round(np.log2(stays.area[followed])).astype(int)
    step, tenure = stays.score[followed].astype(int) - 1, np.minimum(stays.tenure[followed], 3)
    rows = np.column_stack([stays.place[followed] + 1, step, tenure, size, stays.back[followed]])
    combinations, n = np.unique(rows, axis=0, return_counts=True)
    table = pd.DataFrame(combinations, columns=["number", "step", "tenure", "size", "came_back"])
    return table.assign(
        kind="cell",
        edition_id="f-" + table["number"].astype(str),
        n=n.astype(float),
        n_n=n.astype(float),
        answers=n.astype(float),
        turnover=0.0,
        came_back=table["came_back"].astype(bool),
    )


def repeats(stays: Stays) -> dict[tuple[str, int], ClusterSums]:
    followed = stays.is_followed
    firm, back = stays.firm[followed], stays.back[followed]
    step = stays.score[followed].astype(int) - 1
    groups = {("step", at): step == at for at in np.unique(step).tolist()}
    groups |= {("low", -1): step <= BANDS.low, ("high", -1): step >= BANDS.high}
    groups |= {("middle", -1): (step > BANDS.low) & (step < BANDS.high), ("all", -1): step >= 0}
    return {key: cluster_sums(firm[here], back[here]) for key, here in groups.items()}


def loyalty(stays: Stays) -> Loyalty:
    own, table = repeats(stays), cells(stays)
    by_score = return_by_score(own, 10)
    by_band = {name: own[name, -1] for name in ("low", "middle", "high")}
    compared: dict[str, Any] = comparisons(table, by_score, by_band, BANDS, 10)
    steps = [sums for (kind, _), sums in own.items() if kind == "step"]
    worth = sum(sums.n_effective for sums in steps) / sum(sums.n for sums in steps)
    return Loyalty(
        editions=editions(stays),
        scale=FIVE,
        steps=4,
        bands=BANDS,
        all=own["all", -1],
        by_score=by_score,
        by_band=by_band,
        answered=answers_by_return(table),
        lists=None,
        least=10,
        empty=effective_empty_cell(by_band, worth),
        **compared,
    )


def _loyalty_nothing(rng: np.random.Generator) -> Outcome:
    established = flags(LOYALTY, loyalty(live(rng, NOTHING)))
    return {key: established.get(key) for key in LOYALTY_NOTHING.claims}


@cache
def _of_many(fair: Fair) -> dict[str, float]:
    """The truth: what so many exhibitors do that chance no longer counts."""
    stays = live(np.random.default_rng(1), Fair(**{**vars(fair), "newcomers": LARGE}))
    own, table = repeats(stays), cells(stays)
    best = against(table, own["step", 4], own["step", 3], (4,), (3,), 10)
    line = curve(table)
    assert best
    assert best.adjusted
    assert line
    return {
        "share": own["step", 4].yes / own["step", 4].n,
        "odds": best.odds.ratio,
        "risk": best.risk.ratio,
        "adjusted": best.adjusted.ratio,
        "per_step": line.per_step,
    }


def _loyalty_known(rng: np.random.Generator) -> Outcome:
    answer, truth = loyalty(live(rng, KNOWN)), _of_many(KNOWN)
    best, line = answer.best, answer.curve
    share = next(score.share for score in answer.by_score if score.step == 4)
    assert best
    return {
        "share": within(share.low, truth["share"], share.high),
        "odds": within(best.odds.low, truth["odds"], best.odds.high),
        "risk": within(best.risk.low, truth["risk"], best.risk.high),
        "adjusted": (
            within(best.adjusted.low, truth["adjusted"], best.adjusted.high)
            if best.adjusted
            else None
        ),
        "per_step": within(line.low, truth["per_step"], line.high) if line else None,
    }


LOYALTY_NOTHING = Experiment(
    "loyalty, nothing",
    {
        "overview": finds("loyalty", "return rises with satisfaction (trend)"),
        "ratios": finds("loyalty", "5 against 4 differ in return"),
        "curve": finds("loyalty", "the curve has a slope"),
        "empty_cell": finds("loyalty", "fewer dissatisfied come back than by chance"),
        "matching": finds("loyalty", "who answers is not like who does not"),
    },
    _loyalty_nothing,
)
LOYALTY_KNOWN = Experiment(
    "loyalty, known",
    {
        "share": covers("loyalty", "share of the fives who come back"),
        "odds": covers("loyalty", "5 against 4, odds ratio"),
        "risk": covers("loyalty", "5 against 4, ratio of shares"),
        "adjusted": covers("loyalty", "5 against 4, others held equal"),
        "per_step": covers("loyalty", "odds for each step of the curve"),
    },
    _loyalty_known,
)

EXPERIMENTS = (LOYALTY_NOTHING, LOYALTY_KNOWN)
