"""Intention: whether words are kept, counted on lives that are known."""

from __future__ import annotations

from functools import cache

import numpy as np

from analytics.ratings.populations import PROCESS
from analytics.ratings.scale import Scale
from analytics.stats.clustered_share import ClusterSums
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.intention.compute import (
    Intention,
    answer_shares,
    positive_share,
    visible_cells,
)
from analytics.studies.intention.compute_forecast import checks, forecasts, slope_of
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.exhibitor_lives import Fair, Stays, cluster_sums, live
from tests.simulate.followed_lives import KNOWN, LARGE, NOTHING, editions, flags
from tests.simulate.invented_ratings import counted, within

THREE = Scale(1, 3)


def _sums_by_answer(stays: Stays, followed: np.ndarray) -> dict[tuple[str, int], ClusterSums]:
    """Sums by edition and answer, as rows of kind 'said'."""
    by_answer = {}
    for place in range(stays.last):
        for step in range(3):
            here = followed & (stays.place == place) & (stays.word == step)
            n, yes = float(here.sum()), float((here & stays.back).sum())
            if n:
                by_answer[f"f-{place + 1}", step] = ClusterSums(n, yes, yes, yes, n, n, yes)
    return by_answer


def intention(stays: Stays) -> Intention:
    is_followed, followed_editions = stays.is_followed, editions(stays)
    by_edition = _sums_by_answer(stays, is_followed)
    pooled = {
        step: cluster_sums(stays.firm[here], stays.back[here])
        for step in range(3)
        if (here := is_followed & (stays.word == step)).any()
    }
    stated = {
        (f"f-{place + 1}", step): counted(
            stays.answered & (stays.place == place) & (stays.word == step)
        )
        for place in range(stays.last + 1)
        for step in range(3)
    }
    visible = visible_cells(by_edition, 2, 10)
    checked = checks(followed_editions, by_edition, pooled, visible, 2, 10)
    return Intention(
        editions=followed_editions,
        focus=followed_editions[-1],
        scale=THREE,
        steps=2,
        n=followed_editions[-1].answers,
        answers=answer_shares(stated, followed_editions[-1], pooled, 2, 10),
        followed=int(sum(sums.counted for sums in pooled.values())),
        by_edition=by_edition,
        checks=checked,
        slope=slope_of(checked),
        forecasts=forecasts(followed_editions, stated, by_edition, pooled, 2, 10),
        least=10,
        visible=visible,
        populations=PROCESS,
        positive=positive_share(stated, followed_editions[-1], 2, PROCESS),
    )


def _intention_nothing(rng: np.random.Generator) -> Outcome:
    answer = intention(live(rng, NOTHING))
    established = flags(INTENTION, answer)
    return {
        "attendance": established["attendance"],
        "by_edition": established["by_edition"],
        "off": _is_any_off(answer),
    }


def _is_any_off(answer: Intention) -> bool | None:
    """Whether any share is told to be off beyond chance; None where none could be foretold."""
    return any(not check.is_within for check in answer.checks) if answer.checks else None


@cache
def _shares_who_come(fair: Fair) -> tuple[float, ...]:
    stays = live(np.random.default_rng(2), Fair(**{**vars(fair), "newcomers": LARGE}))
    followed = stays.is_followed
    return tuple(float(stays.back[followed & (stays.word == step)].mean()) for step in range(3))


def _intention_known(rng: np.random.Generator) -> Outcome:
    stays, truth = live(rng, KNOWN), _shares_who_come(KNOWN)
    answer = intention(stays)
    best, slope, last = answer.answers[0].kept, answer.slope, answer.forecasts[-1]
    here = stays.answered & (stays.place == stays.last)
    chances = np.array([truth[int(word)] for word in stays.word[here]])
    comes = float((rng.random(chances.size) < chances).mean())
    return {
        "kept": within(best.low, truth[2], best.high),
        "forecast": within(last.low, comes, last.high),
        "slope": not slope.low <= 1 <= slope.high if slope else None,
        "off": _is_any_off(answer),
    }


INTENTION_NOTHING = Experiment(
    "intention, nothing",
    {
        "attendance": finds("intention", "what they say makes a difference"),
        "by_edition": finds("intention", "at any edition those who plan to come back do so more"),
        "off": finds("intention", "any share came out other than foretold, words worth nothing"),
    },
    _intention_nothing,
)
INTENTION_KNOWN = Experiment(
    "intention, known",
    {
        "kept": covers("intention", "share of those who planned to that came"),
        "forecast": covers("intention", "forecast of the next edition"),
        "slope": finds("intention", "words are kept more or less than before"),
        "off": finds("intention", "any share came out other than foretold (Holm)"),
    },
    _intention_known,
)

EXPERIMENTS = (INTENTION_NOTHING, INTENTION_KNOWN)
