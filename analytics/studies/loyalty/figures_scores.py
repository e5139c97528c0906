"""Return by score, the ratios beside the textbook's, and the shape of the curve."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, Scatter, columns
from analytics.figures.families import Family, family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.loyalty import BY_SCORE, CURVE, RATIOS
from analytics.studies.loyalty import figures_ratio_sentences as ratio
from analytics.studies.loyalty.figures_wording import (
    base,
    comparison_only,
    notes,
    satisfied,
    score,
    share,
)

if TYPE_CHECKING:
    from analytics.stats.odds_ratio import Ratio
    from analytics.studies.loyalty.compute import ByScore, Loyalty
    from analytics.studies.loyalty.compute_curve import Curve
    from analytics.studies.loyalty.compute_ratios import Against
    from analytics.wording import Say

TEXTBOOK = 6.0
POINTS = 41


def overview(answer: Loyalty, say: Say) -> Figure:
    """Actual return by overall score, best first."""
    table = pd.DataFrame([_score_row(answer, score, say) for score in answer.by_score])
    is_rising = _is_established(answer)
    table_columns = (
        Column("label", say("Overall satisfaction")),
        Column("value", say("Came to the next edition"), "share", 1),
        *columns.interval(say, "share", 1),
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
        notes=(comparison_only(say), *_hidden(answer, say), *notes(answer, say)),
        is_established=is_rising,
        families=(Family(say("Trend of return over the scores"), 1),) if answer.trend else (),
    )


def ratios(answer: Loyalty, say: Say) -> Figure | None:
    """None where neither pair of groups is large enough."""
    rows = [row for pair in ratio.pairs(answer, say) for row in _ratio_rows(*pair, say=say)]
    if not rows:
        return None
    table = pd.DataFrame(rows).assign(
        rank=range(len(rows)), p_holm=ratio.adjusted_p(answer), base_n_eff=answer.all.n_effective
    )
    table_columns = (
        Column("label", say("Comparison")),
        Column("value", say("Ratio"), "number", 2),
        *columns.interval(say, "number", 2),
        Column("p", "p", "p"),
        Column("p_holm", say("p (Holm)"), "p"),
        Column("n", say("Answers"), "count"),
    )
    guides = pd.DataFrame(
        {
            "x": [1.0, TEXTBOOK],
            "y": [None, None],
            "label": [say("no difference"), say("textbook: 6×")],
        }
    )
    return Figure(
        "ratios",
        ratio.finding(answer, say),
        base(answer, say),
        Bars("number", say("Times (1 = no difference)"), has_interval=True, is_dots=True),
        table,
        table_columns,
        RATIOS,
        notes=(*ratio.cautions(answer, say), comparison_only(say), *notes(answer, say)),
        guides=guides,
        is_established=ratio.is_established(answer),
        families=family(say("Ratios of both comparisons"), table["p_holm"]),
    )


def shape(answer: Loyalty, say: Say) -> Figure | None:
    """The satisfaction–loyalty curve with the line that is straight in log-odds."""
    curve = answer.curve
    shown = [score for score in answer.by_score if score.is_shown]
    if curve is None or len(shown) < 2:
        return None
    table = pd.DataFrame(
        [_score_row(answer, score, say) | {"x": _value(answer, score.step)} for score in shown]
    )
    table = table.assign(y=table["value"], y_low=table["low"], y_high=table["high"])
    steps = np.linspace(shown[0].step, shown[-1].step, POINTS)
    guides = pd.DataFrame(
        {
            "x": [_value(answer, step) for step in steps.tolist()],
            "y": curve.share(steps),
            "label": "",
        }
    )
    table_columns = (
        Column("label", say("Score")),
        Column("y", say("Came to the next edition"), "share", 1),
        *columns.interval(say, "share", 1, axis="y"),
        Column("line", say("By the line"), "share", 1),
        Column("n", say("Answers"), "count"),
    )
    table = table.assign(line=curve.share(table["step"].to_numpy(dtype=float)))
    form = Scatter(
        say("Overall satisfaction"),
        say("Came to the next edition"),
        "score",
        "share",
        has_interval=True,
    )
    return Figure(
        "curve",
        _curve_finding(answer, curve, say),
        base(answer, say),
        form,
        table,
        table_columns,
        CURVE,
        notes=(
            say("The line: the same step in the odds everywhere."),
            comparison_only(say),
            *notes(answer, say),
        ),
        guides=guides,
        is_established=curve.p_holm < LEVEL_OF_P,
        families=family(say("Slope and bend of the curve"), (curve.p_holm, curve.bend_p_holm)),
    )


def _value(answer: Loyalty, step: float) -> float:
    return answer.scale.low + step * answer.scale.span / answer.steps


def _score_row(answer: Loyalty, at_score: ByScore, say: Say) -> dict[str, Any]:
    nothing = float("nan")
    interval = (
        (at_score.share.share, at_score.share.low, at_score.share.high)
        if at_score.is_shown
        else (nothing,) * 3
    )
    return {
        "key": str(at_score.step),
        "label": score(answer, at_score.step, say),
        "rank": answer.steps - at_score.step,
        "step": at_score.step,
        "value": interval[0],
        "low": interval[1],
        "high": interval[2],
        "n": at_score.sums.counted if at_score.is_shown else nothing,
        "n_eff": at_score.sums.n_effective if at_score.is_shown else nothing,
        "base_n_eff": answer.all.n_effective,
        "back": at_score.sums.came if at_score.is_shown else nothing,
        "is_faint": is_pale(at_score.sums.counted),
    }


def _is_established(answer: Loyalty) -> bool:
    return bool(answer.trend and answer.trend.p < LEVEL_OF_P and answer.trend.slope > 0)


def _finding(answer: Loyalty, is_rising: bool, say: Say) -> str:
    shown = [score for score in answer.by_score if score.is_shown]
    if len(shown) < 2:
        return say("Too few exhibitors gave different scores to compare who came back.")
    best, worst = shown[-1], _solid(shown)
    sentence = say(
        "Of those who gave {best}, {share} came to the next edition (95 % interval {low} to"
        " {high}); of those who gave {worst}, {least} ({least_low} to {least_high}).",
        best=score(answer, best.step, say),
        worst=score(answer, worst.step, say),
        **share(best.share, say),
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
    if not answer.satisfied or not answer.satisfied.first.n:
        return None
    first = answer.satisfied.first
    label = say("of those who gave {scores} came back", scores=satisfied(answer, say))
    return Headline(say.percent(first.yes / first.n, 0), label)


def _hidden(answer: Loyalty, say: Say) -> tuple[str, ...]:
    hidden = [
        score(answer, by_score.step, say) for by_score in answer.by_score if not by_score.is_shown
    ]
    return not_shown(say, answer.least, hidden)


def _ratio_rows(label: str, pair: Against, say: Say) -> list[dict[str, Any]]:
    labelled: list[tuple[str, Ratio | None]] = [
        (say("{pair}: odds", pair=label), pair.odds),
        (say("{pair}: odds, others held equal", pair=label), pair.adjusted),
        (say("{pair}: shares", pair=label), pair.risk),
    ]
    n = pair.first.counted + pair.second.counted
    worth = pair.first.n_effective + pair.second.n_effective
    return [
        {
            "key": name,
            "label": name,
            "value": ratio.ratio,
            "low": ratio.low,
            "high": ratio.high,
            "p": ratio.p,
            "n": n,
            "n_eff": worth,
            "is_faint": not ratio.is_reliable,
        }
        for name, ratio in labelled
        if ratio
    ]


def _curve_finding(answer: Loyalty, curve: Curve, say: Say) -> str:
    if curve.p_holm >= LEVEL_OF_P:
        return say(
            "No slope of the satisfaction–loyalty curve is established (p {p}).",
            p=say.probability(curve.p_holm),
        )
    values = {
        "times": say.ratio(curve.per_step),
        "low": say.ratio(curve.low),
        "high": say.ratio(curve.high),
        "p": say.probability(curve.bend_p_holm),
    }
    sentence = say(
        "Each step up the scale goes with {times} times the odds of coming back (95 % interval"
        " {low} to {high}).",
        **values,
    )
    if curve.bend_p_holm >= LEVEL_OF_P:
        straight = say(
            "There is no evidence of a bend, so none of a zone where a score does not matter (p"
            " {p}).",
            **values,
        )
        return sentences(say, sentence, straight)
    return sentences(
        say,
        sentence,
        say("The curve bends (p {p}): the step is not the same everywhere.", **values),
    )
