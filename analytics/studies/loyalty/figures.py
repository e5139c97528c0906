"""Do satisfied customers come back? The shares first, then how strong, of what shape, who breaks
the rule.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.claims import with_claims
from analytics.figures.families import Family
from analytics.figures.sentences import interval_values, sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.loyalty import BY_SCORE
from analytics.studies.loyalty.figures_claims import claims
from analytics.studies.loyalty.figures_curve import shape
from analytics.studies.loyalty.figures_exceptions import empty, hostages, trap
from analytics.studies.loyalty.figures_matching import matching
from analytics.studies.loyalty.figures_ratios import ratios
from analytics.studies.loyalty.figures_wording import (
    base,
    comparison_only,
    score,
    score_row,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.studies.loyalty.compute import ByScore, Loyalty
    from analytics.wording import Say


def figures(answer: Loyalty, say: Say) -> tuple[Figure, ...]:
    """Where too few answers can be followed, only why."""
    if not answer.has_enough:
        return with_claims([matching(answer, say)], claims(answer, say))
    shown = (
        overview(answer, say),
        ratios(answer, say),
        shape(answer, say),
        empty(answer, say),
        trap(answer, say),
        hostages(answer, say),
        matching(answer, say),
    )
    return with_claims([figure for figure in shown if figure], claims(answer, say))


def overview(answer: Loyalty, say: Say) -> Figure:
    """Actual return by overall score, best first."""
    table = pd.DataFrame([score_row(answer, by_score, say) for by_score in answer.by_score])
    is_rising = _is_established(answer)
    table_columns = (
        Column("label", say("Overall satisfaction")),
        *columns.share(say, say("Came to the next edition")),
        Column("n", say("Answers"), "count"),
        Column("back", say("Came back"), "count"),
    )
    return Figure(
        "overview",
        _finding(answer, is_rising, say),
        base(answer, say),
        Bars("share", say("Came to the next edition"), (0, 1), has_interval=True),
        table,
        table_columns,
        BY_SCORE,
        headline=_headline(answer, say),
        notes=(comparison_only(say), *_hidden(answer, say), *study_notes(answer, say)),
        is_established=is_rising,
        families=(Family(say("Trend of return over the scores"), 1),) if answer.trend else (),
    )


def _is_established(answer: Loyalty) -> bool:
    return bool(answer.trend and answer.trend.p < LEVEL_OF_P and answer.trend.slope > 0)


def _finding(answer: Loyalty, is_rising: bool, say: Say) -> str:
    shown = [by_score for by_score in answer.by_score if by_score.is_shown]
    if len(shown) < 2:
        return say("Too few exhibitors gave different scores to compare who came back.")
    best, worst = shown[-1], _solid(shown)
    sentence = say(
        "Of those who gave {best}, {share} came to the next edition (95% interval {low} to"
        " {high}); of those who gave {worst}, {least} ({least_low} to {least_high}).",
        best=score(answer, best.step, say),
        worst=score(answer, worst.step, say),
        share=say.percent(best.share.share),
        **interval_values(say, best.share),
        least=say.percent(worst.share.share),
        least_low=say.percent(worst.share.low),
        least_high=say.percent(worst.share.high),
    )
    return sentences(say, sentence, _trend_sentence(answer, is_rising, say))


def _solid(shown: list[ByScore]) -> ByScore:
    """The worst score that is not pale, where there is another than the best."""
    return next((score for score in shown[:-1] if not is_pale(score.sums.counted)), shown[0])


def _trend_sentence(answer: Loyalty, is_rising: bool, say: Say) -> str:
    if answer.trend is None or isnan(answer.trend.p):
        return say("All or none came back, so there is nothing to compare.")
    p = say.probability(answer.trend.p)
    if is_rising:
        return say("Return rises with satisfaction (trend, p {p}).", p=p)
    if answer.trend.p < LEVEL_OF_P:
        return say("Return falls as satisfaction rises (trend, p {p}): look at who answered.", p=p)
    return say("There is no evidence that return rises with satisfaction (trend, p {p}).", p=p)


def _headline(answer: Loyalty, say: Say) -> Headline | None:
    shown = [by_score for by_score in answer.by_score if by_score.is_shown]
    if len(shown) < 2:
        return None
    label = say("of those who gave {score} came back", score=score(answer, shown[-1].step, say))
    return Headline(say.percent(shown[-1].share.share, 0), label)


def _hidden(answer: Loyalty, say: Say) -> tuple[str, ...]:
    hidden = [
        score(answer, by_score.step, say) for by_score in answer.by_score if not by_score.is_shown
    ]
    return not_shown(say, answer.least, hidden)
