"""May the items of a dimension be averaged? Cronbach's alpha in figures."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, small_bases
from analytics.figures.rows import Row
from analytics.figures.sentences import some_of
from analytics.ratings.reliability import Alpha
from analytics.stats.reliability import ACCEPTABLE, LOWEST_TO_AVERAGE
from analytics.studies.satisfaction import RELIABILITY, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.wording import Name, Say


def alpha_note(answer: Satisfaction, say: Say) -> str:
    """Said before items are averaged."""
    doubtful = _doubtful(answer)
    if doubtful:
        return say(
            "Averages items that do not hang together (Cronbach's alpha below {limit}): {names}.",
            names=some_of(say, doubtful),
            limit=say.number(LOWEST_TO_AVERAGE, 2),
        )
    if not answer.alphas:
        return ""
    barely = _barely(answer)
    if barely:
        return say(
            "Items that hang together only barely (Cronbach's alpha below {limit}): {names}.",
            names=some_of(say, barely),
            limit=say.number(ACCEPTABLE, 2),
        )
    return say(
        "Items may be averaged: Cronbach's alpha is {least} or more in every dimension.",
        least=say.number(min(alpha.alpha for alpha in answer.alphas), 2),
    )


def _doubtful(answer: Satisfaction) -> tuple[Name, ...]:
    return tuple(alpha.name for alpha in answer.alphas if not alpha.may_be_averaged)


def _barely(answer: Satisfaction) -> tuple[Name, ...]:
    """What may still be averaged, though the field would not call it acceptable."""
    return tuple(
        alpha.name for alpha in answer.alphas if alpha.may_be_averaged and not alpha.is_acceptable
    )


def reliability(answer: Satisfaction, say: Say) -> Figure:
    """Cronbach's alpha a dimension, lowest last, with the line below which a mean is flagged."""
    ranked = sorted(answer.alphas, key=lambda alpha: -alpha.alpha if isfinite(alpha.alpha) else 2.0)
    bases, title = [alpha.n for alpha in ranked], say("Cronbach's alpha")
    return Figure(
        key="reliability",
        finding=_alpha_sentence(answer, say),
        base=figures_wording.description(
            answer, say, bases, None, say("Cronbach's alpha over complete answers")
        ),
        form=Bars("number", title, (0.0, 1.0), is_dots=True, reference=ACCEPTABLE),
        data=pd.DataFrame([_alpha_row(alpha, rank, say) for rank, alpha in enumerate(ranked)]),
        columns=(
            Column("label", say("Dimension")),
            Column("value", title, "number", 2),
            Column("items", say("Items"), "count"),
            columns.answers(say),
        ),
        method=RELIABILITY,
        notes=small_bases.notes(say, (), bases),
        is_established=all(alpha.is_acceptable for alpha in ranked),
    )


def _alpha_row(alpha: Alpha, rank: int, say: Say) -> Row:
    return {
        "key": alpha.key,
        "label": alpha.name.worded(say),
        "rank": rank,
        "value": alpha.alpha,
        "n": alpha.n,
        "items": alpha.items,
        "is_faint": small_bases.is_pale(alpha.n),
    }


def _alpha_sentence(answer: Satisfaction, say: Say) -> str:
    doubtful, limit = _doubtful(answer), say.number(LOWEST_TO_AVERAGE, 2)
    acceptable, barely = say.number(ACCEPTABLE, 2), _barely(answer)
    if doubtful:
        return say(
            "Read the items of {names} one by one: they do not hang together (Cronbach's alpha"
            " below {limit}).",
            names=some_of(say, doubtful),
            limit=limit,
        )
    if barely:
        return say(
            "The items of {names} hang together only barely (Cronbach's alpha {low} to {high};"
            " acceptable from {limit}): read their mean with care.",
            names=some_of(say, barely),
            low=say.number(min(alpha.alpha for alpha in answer.alphas), 2),
            high=say.number(max(alpha.alpha for alpha in answer.alphas), 2),
            limit=acceptable,
        )
    values = [alpha.alpha for alpha in answer.alphas]
    return say(
        "The items of every dimension hang together well enough to be averaged (Cronbach's alpha"
        " {low} to {high}, at least {limit} wanted).",
        low=say.number(min(values), 2),
        high=say.number(max(values), 2),
        limit=acceptable,
    )
