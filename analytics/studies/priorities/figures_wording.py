"""What the figures of priorities say alike: what is at stake, whose answers, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Column, small_bases
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes
from analytics.figures.small_bases import is_pale
from analytics.ratings.levels import PARTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.priorities.compute import WhatFirst
    from analytics.wording import Say

STAKES = {
    (True, True): phrase("money of those who rated it low and are at risk"),
    (True, False): phrase("money of those who rated it low"),
    (False, True): phrase("exhibitors that rated it low and are at risk"),
    (False, False): phrase("no stake known"),
}
MISSING = {
    (True, True): "",
    (True, False): phrase(
        "Who is at risk is not known: fewer than three editions on the register, or too few"
        " departures. The stake is the money of all who rated it low; load earlier registers."
    ),
    (False, True): phrase(
        "No money is known: the stake counts exhibitors. Load fees or turnover with the register to"
        " weigh by money."
    ),
    (False, False): phrase(
        "Neither money nor risk is known of these exhibitors: the order stands without a stake."
        " Load the exhibitor register with fees or turnover, of three editions or more."
    ),
}


def name_of(answer: WhatFirst, at: int, say: Say) -> str:
    return answer.parts[at].name.worded(say)


def stake_name(answer: WhatFirst, say: Say) -> str:
    return say(STAKES[answer.stakes.has_money, answer.stakes.has_risk])


def stake_written(answer: WhatFirst, at: int, say: Say) -> str:
    """CNY 1.2M, or a number of exhibitors."""
    value = float(answer.stake_shown[at])
    if value != value:
        return say("too few to name an amount")
    if answer.stakes.has_money:
        return say.money(value, answer.stakes.currency)
    return say("{n} exhibitors", n=say.number(value))


def mean_written(answer: WhatFirst, at: int, say: Say) -> str:
    return say.number(answer.scale.value(float(answer.result.mean[at])), answer.scale.digits)


def base(answer: WhatFirst, say: Say) -> str:
    answers = say("n = {n} answers", n=say.number(answer.respondents))
    return base_line(
        answers, answer.focus.name.worded(say), answer.scale.worded(say), stake_name(answer, say)
    )


def study_notes(answer: WhatFirst, say: Say) -> tuple[str, ...]:
    """What is missing from the score, and whose."""
    stakes = answer.stakes
    missing = MISSING[stakes.has_money, stakes.has_risk]
    nobody = (stakes.has_money or stakes.has_risk) and not answer.counts_stake
    return notes(
        say(missing) if missing else "",
        say("At risk: a probability of {line} or more to stay away.", line=say.percent(stakes.line))
        if stakes.has_risk
        else "",
        say("Nothing is at stake with anybody who rated a part low: the order stands without it.")
        if nobody
        else "",
        say(
            "Of {n} exhibitors the amount is not known; they add nothing to a stake.",
            n=say.number(stakes.unknown),
        )
        if stakes.unknown
        else "",
        *small_bases.notes(say, answer.hidden, answer.rated.tolist()),
    )


def places(values: np.ndarray, say: Say) -> list[str]:
    """Ranks written out; – where there is none."""
    return [say.number(int(value)) if value else "–" for value in values]


def listed(answer: WhatFirst, say: Say) -> str:
    """Items, or dimensions."""
    return say(PARTS[answer.level])


def rows(answer: WhatFirst, say: Say) -> pd.DataFrame:
    """One row per part: key, label, rank (by the score), n, is_faint."""
    order = np.argsort(np.argsort(-np.nan_to_num(answer.score.estimate, nan=-1.0), kind="stable"))
    return pd.DataFrame(
        {
            "key": [part.key for part in answer.parts],
            "label": [part.name.worded(say) for part in answer.parts],
            "rank": order,
            "n": answer.rated,
            "is_faint": [is_pale(n) for n in answer.rated],
        }
    )


def stake_column(answer: WhatFirst, say: Say) -> Column:
    """Money, or exhibitors, at stake."""
    if not answer.stakes.has_money:
        return Column("stake", say("Exhibitors at stake"), "number", 0)
    title = say("Money at stake")
    if answer.stakes.currency:
        title = say("{name} ({currency})", name=title, currency=answer.stakes.currency)
    return Column("stake", title, "money")
