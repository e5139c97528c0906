"""How many times likelier: the ratios beside the textbook's six times."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.studies.loyalty import RATIOS
from analytics.studies.loyalty.figures_wording import (
    base,
    comparison_only,
    dissatisfied,
    satisfied,
    score,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.two_by_two import Ratio
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.studies.loyalty.compute_ratios import Against
    from analytics.wording import Say

TEXTBOOK = 6.0


def ratios(answer: Loyalty, say: Say) -> Figure | None:
    """None where neither pair of groups is large enough."""
    pairs = compared_pairs(answer, say)
    ratio_rows = [row for label, against in pairs for row in _rows(label, against, say)]
    if not ratio_rows:
        return None
    p_holm = adjusted_p([against for _, against in pairs])
    table = pd.DataFrame(ratio_rows).assign(
        rank=range(len(ratio_rows)), p_holm=p_holm, base_n_eff=answer.all.n_effective
    )
    return Figure(
        "ratios",
        _finding(pairs, p_holm, say),
        base(answer, say),
        Bars("number", say("Times (1 = no difference)"), has_interval=True, is_dots=True),
        table,
        (
            Column("label", say("Comparison")),
            Column("value", say("Ratio"), "number", 2),
            *columns.interval(say, "number", 2),
            Column("p", "p", "p"),
            columns.p(say, "p_holm"),
            Column("n", say("Answers"), "count"),
        ),
        RATIOS,
        notes=notes(
            *_cautions(answer, pairs, say), comparison_only(say), *study_notes(answer, say)
        ),
        guides=_guides(say),
        is_established=p_holm[0] < LEVEL_OF_P,
        families=family(say("Ratios of both comparisons"), p_holm),
    )


def _guides(say: Say) -> pd.DataFrame:
    labels = [say("no difference"), say("textbook: 6×")]
    return pd.DataFrame({"x": [1.0, TEXTBOOK], "y": [None, None], "label": labels})


def compared_pairs(answer: Loyalty, say: Say) -> list[tuple[str, Against]]:
    """The two comparisons under the scores they compare; those whose groups are too small, or all
    alike, left out.
    """
    top = answer.bands.top
    best = (score(answer, top, say), score(answer, top - 1, say), answer.best)
    bands = (satisfied(answer, say), dissatisfied(answer, say), answer.satisfied)
    return [
        (say("{first} against {second}", first=first, second=second), against)
        for first, second, against in (best, bands)
        if against and not isnan(against.odds.ratio)
    ]


def adjusted_p(comparisons: list[Against]) -> list[float]:
    """Holm's p over every ratio of every comparison, in the order of the table."""
    p = holm([ratio.p for against in comparisons for ratio in against.ratios]).p
    return [float(value) for value in p]


def _rows(label: str, pair: Against, say: Say) -> list[Row]:
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


def _finding(pairs: list[tuple[str, Against]], p_holm: list[float], say: Say) -> str:
    """The odds of each comparison, called established only after correcting for all ratios looked
    at.
    """
    comparisons, place = [], 0
    for label, against in pairs:
        comparisons.append(_comparison(label, against, p_holm[place], say))
        place += len(against.ratios)
    return sentences(say, *comparisons)


def _comparison(label: str, against: Against, p: float, say: Say) -> str:
    values = {
        "pair": label,
        "odds": _times(against.odds, say),
        "risk": say.ratio(against.risk.ratio),
        "low": say.ratio(against.risk.low),
        "high": say.ratio(against.risk.high),
    }
    if not p < LEVEL_OF_P:
        return say("{pair}: no difference in return is established (odds × {odds}).", **values)
    return say(
        "{pair}: came back {risk} times as often ({low} to {high}), odds × {odds}.", **values
    )


def _times(ratio: Ratio, say: Say) -> str:
    """2.66 (95% interval 2.00 to 3.53)."""
    return say(
        "{value} (95% interval {low} to {high})",
        value=say.ratio(ratio.ratio),
        low=say.ratio(ratio.low),
        high=say.ratio(ratio.high),
    )


def _cautions(answer: Loyalty, pairs: list[tuple[str, Against]], say: Say) -> tuple[str, ...]:
    is_rough = any(not against.odds.is_reliable for _, against in pairs)
    rough = say(
        "Where nobody came, or nobody stayed away, a half was added to each count: read it"
        " as rough."
    )
    has_adjusted = any(against.adjusted for _, against in pairs)
    return notes(_ceiling(answer, say), _held_equal(has_adjusted, say), rough if is_rough else "")


def _ceiling(answer: Loyalty, say: Say) -> str:
    """Six times as often is out of reach where most come back anyway."""
    if not answer.best or isnan(answer.best.most_possible):
        return ""
    second, most = answer.best.second, answer.best.most_possible
    values = {
        "second": score(answer, answer.bands.top - 1, say),
        "share": say.percent(second.yes / second.n),
        "most": say.ratio(most),
    }
    if most < TEXTBOOK:
        return say(
            "The textbook's six times as loyal (Xerox, Jones & Sasser 1995) cannot be reached here"
            " as a ratio of shares: {share} of those who gave {second} came back anyway, so {most}"
            " times is the most possible.",
            **values,
        )
    return say(
        "The textbook's six times as loyal (Xerox, Jones & Sasser 1995) is another market and"
        " another question; at most {most} times would be possible here.",
        **values,
    )


def _held_equal(has_adjusted: bool, say: Say) -> str:
    if not has_adjusted:
        return say("Too few came or stayed away to hold edition, tenure and stand size equal.")
    return say("Others held equal: same edition, same number of editions before, same stand size.")
