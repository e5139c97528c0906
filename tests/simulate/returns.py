"""Loyalty, intention, retention: who comes back, counted on lives that are known."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.ratings.followed_answers import Followed
from analytics.ratings.scale import Scale
from analytics.stats.clustered_share import ClusterSums
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.intention.forecast import checks, forecasts, slope_of
from analytics.studies.intention.method import Intention, _answers, _visible
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.loyalty.curve import curve
from analytics.studies.loyalty.method import Bands, Loyalty, _answered, _by_score, _compared, _empty
from analytics.studies.loyalty.ratios import against
from analytics.studies.retention.compute import solve
from analytics.studies.retention.figures_cohorts import cohort_grid
from analytics.studies.retention.figures_shares import respondents
from analytics.wording import Name, Say
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.drawn import FIVE, counted, within
from tests.simulate.life import Fair, Stays, cluster_sums, live

EN = Say("en")
BANDS = Bands(1, 3, 4)
THREE = Scale(1, 3)
NOTHING, KNOWN = Fair(), Fair(effect=0.6, word=0.8)
PLAIN = Fair(effect=0.6, loyalty=0.0)
LARGE = 60_000


def cells(stays: Stays) -> pd.DataFrame:
    """Rows of kind 'cell' as `tallies.sql` of loyalty gives them."""
    kept = stays.is_followed
    size = np.round(np.log2(stays.area[kept])).astype(int)
    step, tenure = stays.score[kept].astype(int) - 1, np.minimum(stays.tenure[kept], 3)
    rows = np.column_stack([stays.place[kept] + 1, step, tenure, size, stays.back[kept]])
    found, n = np.unique(rows, axis=0, return_counts=True)
    table = pd.DataFrame(found, columns=["number", "step", "tenure", "size", "came_back"])
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
    kept = stays.is_followed
    firm, back, step = stays.firm[kept], stays.back[kept], stays.score[kept].astype(int) - 1
    groups = {("step", at): step == at for at in np.unique(step).tolist()}
    groups |= {("low", -1): step <= BANDS.low, ("high", -1): step >= BANDS.high}
    groups |= {("middle", -1): (step > BANDS.low) & (step < BANDS.high), ("all", -1): step >= 0}
    return {key: cluster_sums(firm[here], back[here]) for key, here in groups.items()}


def editions(stays: Stays) -> tuple[Followed, ...]:
    found = []
    for place in range(stays.last + 1):
        here = stays.place == place
        told = here & stays.answered
        back = stays.back if place < stays.last else np.zeros_like(stays.back)
        found.append(
            Followed(
                f"f-{place + 1}",
                place + 1,
                1999 + place,
                Name("", f"Edition {place + 1}"),
                Name("", f"Edition {place + 2}") if place < stays.last else None,
                "USD",
                True,
                FIVE,
                int(told.sum()),
                int(told.sum()),
                int(told.sum()),
                int((told & back).sum()),
                int(here.sum()),
                int((here & back).sum()),
            )
        )
    return tuple(found)


def loyalty(stays: Stays) -> Loyalty:
    own, table = repeats(stays), cells(stays)
    by_score = _by_score(own, 10)
    by_band = {name: own[name, -1] for name in ("low", "middle", "high")}
    every: dict[str, Any] = _compared(table, by_score, by_band, BANDS, 10)
    steps = [sums for (kind, _), sums in own.items() if kind == "step"]
    worth = sum(sums.n_effective for sums in steps) / sum(sums.n for sums in steps)
    return Loyalty(
        editions=editions(stays),
        scale=FIVE,
        steps=4,
        bands=BANDS,
        n=int(own["all", -1].counted),
        all=own["all", -1],
        by_score=by_score,
        by_band=by_band,
        answered=_answered(table),
        lists=None,
        least=10,
        empty=_empty(by_band, worth),
        **every,
    )


def flags(study: Any, answer: Any) -> dict[str, bool]:
    """What the figures say is established, by key."""
    return {figure.key: figure.is_established for figure in study.figures(answer, EN)}


def _loyalty_nothing(rng: np.random.Generator) -> Outcome:
    told = flags(LOYALTY, loyalty(live(rng, NOTHING)))
    return {key: told.get(key) for key in ("overview", "ratios", "curve", "empty_cell", "matching")}


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
    share = next(one.share for one in answer.by_score if one.step == 4)
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


def _said(stays: Stays, kept: np.ndarray) -> dict[tuple[str, int], ClusterSums]:
    """Sums by edition and answer, as rows of kind 'said'."""
    found = {}
    for place in range(stays.last):
        for step in range(3):
            here = kept & (stays.place == place) & (stays.word == step)
            n, yes = float(here.sum()), float((here & stays.back).sum())
            if n:
                found[f"f-{place + 1}", step] = ClusterSums(n, yes, yes, yes, n, n, yes)
    return found


def intention(stays: Stays) -> Intention:
    kept, told = stays.is_followed, editions(stays)
    by_edition = _said(stays, kept)
    pooled = {
        step: cluster_sums(stays.firm[here], stays.back[here])
        for step in range(3)
        if (here := kept & (stays.word == step)).any()
    }
    stated = {
        (f"f-{place + 1}", step): counted(
            stays.answered & (stays.place == place) & (stays.word == step)
        )
        for place in range(stays.last + 1)
        for step in range(3)
    }
    visible = _visible(by_edition, 2, 10)
    checked = checks(told, by_edition, pooled, visible, 2, 10)
    return Intention(
        editions=told,
        focus=told[-1],
        scale=THREE,
        steps=2,
        n=told[-1].answers,
        answers=_answers(stated, told[-1], pooled, 2, 10),
        followed=int(sum(one.counted for one in pooled.values())),
        by_edition=by_edition,
        checks=checked,
        slope=slope_of(checked),
        forecasts=forecasts(told, stated, by_edition, pooled, 2, 10),
        least=10,
        visible=visible,
    )


def _intention_nothing(rng: np.random.Generator) -> Outcome:
    answer = intention(live(rng, NOTHING))
    told = flags(INTENTION, answer)
    return {
        "attendance": told["attendance"],
        "by_edition": told["by_edition"],
        "off": _is_any_off(answer),
    }


def _is_any_off(answer: Intention) -> bool | None:
    """Whether any share is told not to have come out within chance; None where none could be
    foretold.
    """
    return any(not check.is_within for check in answer.checks) if answer.checks else None


@cache
def _kept_words(fair: Fair) -> tuple[float, ...]:
    stays = live(np.random.default_rng(2), Fair(**{**vars(fair), "newcomers": LARGE}))
    kept = stays.is_followed
    return tuple(float(stays.back[kept & (stays.word == step)].mean()) for step in range(3))


def _intention_known(rng: np.random.Generator) -> Outcome:
    stays, truth = live(rng, KNOWN), _kept_words(KNOWN)
    answer = intention(stays)
    best, slope, last = answer.answers[0].kept, answer.slope, answer.forecasts[-1]
    here = stays.answered & (stays.place == stays.last)
    foretold = float(np.mean([truth[int(one)] for one in stays.word[here]]))
    return {
        "kept": within(best.low, truth[2], best.high),
        "forecast": within(last.low, foretold, last.high),
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


def retention(stays: Stays) -> Any:
    """From the patterns of presence, as SQL counts them."""
    held = stays.last + 1
    table = pd.DataFrame(
        {
            "edition_id": [f"f-{n + 1}" for n in range(held)],
            "number": range(1, held + 1),
            "year": range(1999, 1999 + held),
            "name_zh": "",
            "name_en": [f"Edition {n + 1}" for n in range(held)],
            "is_held": True,
            "registered": 1,
            "is_on_file": True,
        }
    )
    seen, n = np.unique(stays.seen[stays.seen.any(axis=1)], axis=0, return_counts=True)
    patterns = [
        {"pattern": ",".join(map(str, np.flatnonzero(row).tolist())), "exhibitors": int(count)}
        for row, count in zip(seen, n, strict=True)
    ]
    answers = []
    for place in range(held):
        here = stays.answered & (stays.place == place)
        answers.append(
            {
                "place": place,
                "respondents": int(here.sum()),
                "repeaters": int((here & (stays.tenure > 0)).sum()),
                "always": int((here & (stays.tenure == place)).sum()),
            }
        )
    return solve(table, patterns, answers, {})


@cache
def _stay_twice() -> float:
    """Of so many that chance no longer counts: those first seen on file need not be new, some had
    come before the file.
    """
    stays = live(np.random.default_rng(3), Fair(**{**vars(NOTHING), "newcomers": LARGE}))
    return float(retention(stays).survival.survival[1])


def _retention(rng: np.random.Generator) -> Outcome:
    answer = retention(live(rng, NOTHING))
    curve, change = answer.survival, answer.change
    cohorts = cohort_grid(answer, EN).finding
    return {
        "survival": within(curve.low[1], _stay_twice(), curve.high[1]),
        "change": not change.low <= 0 <= change.high,
        "cohorts": "from cohort to cohort (p" in cohorts,
        "respondents": respondents(answer, EN).is_established,
    }


RETENTION_EXPERIMENT = Experiment(
    "retention",
    {
        "survival": covers("retention", "newcomers still there after two editions (Kaplan–Meier)"),
        "change": finds("retention", "retention changed"),
        "cohorts": finds("retention", "return rises or falls from cohort to cohort"),
        "respondents": finds("retention", "the survey leans towards the loyal or the new"),
    },
    _retention,
)

EXPERIMENTS = (
    LOYALTY_NOTHING,
    LOYALTY_KNOWN,
    INTENTION_NOTHING,
    INTENTION_KNOWN,
    RETENTION_EXPERIMENT,
)
