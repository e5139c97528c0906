"""By first edition: who of a cohort came back, and whether newcomers come back more or less."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Heatmap
from analytics.figures.families import family
from analytics.figures.sentences import interval_values, notes, sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.ratings.populations import worded_process
from analytics.stats.cochran_armitage import ProportionTrend, cochran_armitage
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.proportion import wilson
from analytics.studies.retention import COHORTS
from analytics.studies.retention.figures_survival import survival_steps
from analytics.studies.retention.figures_wording import base, missing, names_of
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.stats.retention import Cohort
    from analytics.studies.retention.compute import Retention
    from analytics.wording import Say

COHORTS_FOR_TREND = 3
VIEWS = {
    "classic": phrase("share who came at that edition"),
    "unbroken": phrase("share who came every time so far"),
    "ever_after": phrase("share who came at that edition or later"),
}


def cohort_grid(answer: Retention, say: Say) -> Figure:
    """Cohorts down, editions later across."""
    names = names_of(answer.on_file, say)
    first, later = say("First seen at"), say("Editions later")
    followed = _followed_cohorts(answer)
    tests = [_trend(followed).p] if _are_enough_for_trend(followed) else []
    return Figure(
        "cohorts",
        _finding(answer, names, say),
        base(answer, say, say(VIEWS[answer.view]), worded_process(say)),
        Heatmap("share", first, later, (0, 1)),
        pd.DataFrame(
            [row for cohort in answer.cohorts for row in _cohort_rows(cohort, names, answer, say)]
        ),
        (
            Column("row", first),
            Column("size", say("Exhibitors"), "count"),
            Column("x", later),
            Column("value", say("Share"), "share", 1),
            Column("attended", say("Came at that edition"), "count"),
        ),
        COHORTS,
        notes=_notes(answer, names, say),
        families=family(say("Trend from cohort to cohort"), tests),
    )


def _notes(answer: Retention, names: list[str], say: Say) -> tuple[str, ...]:
    hidden = [names[cohort.entry] for cohort in answer.cohorts if 0 < cohort.size < answer.least]
    ends = say(
        "The newest cohort has had no chance to come back yet; the oldest holds everybody of the"
        " first edition on file."
    )
    no_survival = say(
        "A survival curve needs {least} exhibitors first seen after the first edition on file,"
        " and a later edition.",
        least=answer.least,
    )
    return notes(
        ends,
        *not_shown(say, answer.least, hidden),
        no_survival if len(survival_steps(answer)) < 2 else "",
        *missing(answer, say),
    )


def _cohort_rows(cohort: Cohort, names: list[str], answer: Retention, say: Say) -> list[Row]:
    """The first column is 100% by definition and left away; the newest cohort stands there with
    nothing known yet.
    """
    curve = getattr(cohort, answer.view)
    is_shown = cohort.size >= answer.least
    size = say.number(cohort.size) if is_shown else "–"
    ages = range(1, max(len(curve), 2))
    return [
        {
            "key": f"{cohort.entry}",
            "row_rank": cohort.entry,
            "row": say("{edition} (n = {n})", edition=names[cohort.entry], n=size),
            "x_rank": age - 1,
            "x": f"+{age}",
            "value": float(curve[age]) if is_shown and age < len(curve) else nan,
            "size": cohort.size if is_shown else nan,
            "is_faint": is_pale(cohort.size),
            "attended": float(cohort.attended[age]) if is_shown and age < len(curve) else nan,
            "is_censored": age >= len(curve),
        }
        for age in ages
    ]


def _followed_cohorts(answer: Retention) -> list[Cohort]:
    """Cohorts after the first on file, the newest left out; the first alone where there is no
    other.
    """
    large = [cohort for cohort in answer.cohorts[1:-1] if cohort.size >= answer.least]
    return large or list(answer.cohorts[:1])


def newcomers(answer: Retention) -> Proportion:
    """How many of those first seen came to the edition after."""
    followed = _followed_cohorts(answer)
    came_back = sum(int(cohort.attended[1]) for cohort in followed)
    return wilson(came_back, sum(cohort.size for cohort in followed))


def _finding(answer: Retention, names: list[str], say: Say) -> str:
    """Next-edition return of newcomers."""
    followed, pooled = _followed_cohorts(answer), newcomers(answer)
    if pooled.n < answer.least:
        return say("Too few exhibitors first came at one edition to follow them as a group.")
    first, last = followed[0], followed[-1]
    values = interval_values(say, pooled) | {
        "share": say.percent(pooled.share),
        "first": names[first.entry],
        "last": names[last.entry],
    }
    if len(followed) < 2:
        return say(
            "{share} of the {n} exhibitors first seen at {first} came to the next edition (95%"
            " interval {low} to {high}).",
            **values,
            n=say.number(pooled.n),
        )
    came = say(
        "{share} of newcomers came to the edition after their first (95% interval {low} to"
        " {high}): {first_share} of those of {first}, {last_share} of those of {last}.",
        **values,
        first_share=say.percent(float(first.classic[1])),
        last_share=say.percent(float(last.classic[1])),
    )
    return sentences(say, came, _trend_sentence(followed, say))


def _are_enough_for_trend(cohorts: list[Cohort]) -> bool:
    return len(cohorts) >= COHORTS_FOR_TREND


def _trend(cohorts: list[Cohort]) -> ProportionTrend:
    return cochran_armitage(
        [cohort.attended[1] for cohort in cohorts],
        [cohort.size for cohort in cohorts],
        [cohort.entry for cohort in cohorts],
    )


def _trend_sentence(cohorts: list[Cohort], say: Say) -> str:
    """Do newcomers come back more, or less, from cohort to cohort? Said from three cohorts on."""
    if not _are_enough_for_trend(cohorts):
        return ""
    trend = _trend(cohorts)
    if isnan(trend.p) or trend.p >= LEVEL_OF_P:
        return say("No trend from cohort to cohort is established.")
    p = say.probability(trend.p)
    if trend.slope > 0:
        return say("The share rises from cohort to cohort (p {p}).", p=p)
    return say("The share falls from cohort to cohort (p {p}).", p=p)
