"""Every part against the first edition, and whether renewals follow visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Column, Figure, Grid
from analytics.figures.claims import Certainty, by_p, claim
from analytics.figures.families import Family
from analytics.stats.triangle_balance import FIXED_LAG
from analytics.studies.triangle import INDEX, LAG
from analytics.studies.triangle import figures_wording as wording
from analytics.studies.triangle.compute import PARTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.triangle_balance import Lag
    from analytics.studies.triangle.compute import Triangle
    from analytics.wording import Say

LATER = (
    phrase("at the same edition"),
    phrase("one held edition later"),
    phrase("two held editions later"),
)
SENTENCES: dict[Certainty, str] = {
    "confirmed": phrase("Renewals go with visitors one edition earlier."),
    "no evidence": phrase("No sign that renewals follow visitors."),
    "a sign": phrase("Renewals go with visitors one edition earlier."),
    "too few": phrase("Too few editions to see whether renewals follow visitors."),
}


def parts(answer: Triangle, say: Say) -> Figure:
    first, last = answer.editions.iloc[0], answer.editions.iloc[-1]
    table = pd.DataFrame(
        {
            "key": PARTS,
            "label": [say(wording.PART_NAMES[part]) for part in PARTS],
            "rank": range(len(PARTS)),
            "first": [float(first[part]) for part in PARTS],
            "last": [float(last[part]) for part in PARTS],
            "ratio": [100 * float(last[part]) / float(first[part]) for part in PARTS],
            "falling": [answer.falling[part] for part in PARTS],
        }
    )
    part = answer.breaks_first
    return Figure(
        "parts",
        wording.first(answer, say),
        wording.base(answer, say),
        Grid(),
        table,
        (
            Column("label", say("Part")),
            Column("first", say("At first"), "number", 2),
            Column("last", say("Now"), "number", 2),
            Column("ratio", say("First = 100"), "number", 1),
            Column("falling", say("Falling for"), "count"),
        ),
        INDEX,
        notes=wording.study_notes(answer, say),
        is_established=False,
        claim=claim(say, "level", "a sign", phrase("No part fell at the last edition."))
        if part is None
        else claim(
            say,
            "level",
            "a sign",
            phrase("{part} breaks first."),
            {"part": say(wording.PART_NAMES[part])},
        ),
    )


def lags(answer: Triangle, say: Say) -> Figure:
    fixed = answer.lags[FIXED_LAG]
    is_tested = fixed.p == fixed.p
    certainty: Certainty = by_p(fixed.p) if is_tested else "too few"
    return Figure(
        "lags",
        _follows(fixed, say),
        wording.base(answer, say),
        Grid(),
        _by_lag(answer, say),
        (
            Column("label", say("Renewals follow")),
            Column("value", say("Correlation (r)"), "number", 2),
            Column("pairs", say("Pairs of editions"), "count"),
            Column("p", say("p (only the lag fixed beforehand)"), "p"),
        ),
        LAG,
        families=(Family(say("Renewals one edition after visitors"), 1),) if is_tested else (),
        is_established=certainty == "confirmed",
        claim=claim(say, "link", certainty, SENTENCES[certainty]),
    )


def _by_lag(answer: Triangle, say: Say) -> pd.DataFrame:
    fixed = answer.lags[FIXED_LAG]
    return pd.DataFrame(
        {
            "key": [each.lag for each in answer.lags],
            "label": [say(LATER[each.lag]) for each in answer.lags],
            "rank": range(len(answer.lags)),
            "pairs": [each.n for each in answer.lags],
            "value": [each.r for each in answer.lags],
            "p": [each.p if each is fixed else np.nan for each in answer.lags],
        }
    )


def _follows(fixed: Lag, say: Say) -> str:
    return (
        say(
            "Renewals one held edition after visitors: r = {r} over {n} pairs, p {p}; two series"
            " that go together are no proof.",
            r=say.ratio(fixed.r),
            n=say.number(fixed.n),
            p=say.probability(fixed.p),
        )
        if fixed.p == fixed.p
        else say(
            "Whether renewals follow visitors cannot be told: {n} pairs of editions, four are"
            " needed. Load earlier editions.",
            n=say.number(fixed.n),
        )
    )
