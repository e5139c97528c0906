"""The loyal on the register, and among those who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.small_bases import is_pale
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.respondents import REPEATS, figures_wording
from analytics.studies.respondents.figures_rates import field_tests
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.studies.respondents.compute import Repeat, Respondents
    from analytics.wording import Say


REPEATS_NAMED = {"repeaters": phrase("Here before"), "always": phrase("At every edition so far")}


def repeats(answer: Respondents, say: Say) -> Figure | None:
    """The loyal on the register, among respondents and among weighted respondents; None at the
    first edition on file.
    """
    if not answer.repeats:
        return None
    series = (
        say("Register"),
        say("Respondents"),
        *((say("Weighted"),) if answer.weighting else ()),
    )
    rows = [
        row
        for rank, repeat in enumerate(answer.repeats)
        for row in _repeat_rows(answer, repeat, rank, series, say)
    ]
    p = answer.field("experience").adjusted_p
    return Figure(
        "repeats",
        _repeat_sentence(answer.repeats[0], p, say),
        figures_wording.base(
            answer,
            say,
            say("shares with Wilson's 95% interval"),
            figures_wording.whose(answer, say),
        ),
        Bars("share", say("Share of exhibitors"), has_interval=True, is_dots=True, series=series),
        pd.DataFrame(rows),
        (
            Column("label", say("History")),
            Column("series", say("Exhibitors")),
            *columns.share(say),
            columns.base(say),
        ),
        REPEATS,
        notes=figures_wording.notes(answer, say),
        is_established=p <= LEVEL_OF_P,
        families=field_tests(answer, say),
    )


def _repeat_rows(
    answer: Respondents, repeat: Repeat, rank: int, series: tuple[str, ...], say: Say
) -> list[Row]:
    shares: list[tuple[Proportion, int]] = [
        (repeat.register, answer.exhibitors),
        (repeat.respondents, answer.respondents),
    ]
    if answer.weighting:
        weighted = (
            answer.weighting.repeaters if repeat.key == "repeaters" else answer.weighting.always
        )
        shares.append((weighted, answer.respondents))
    return [
        {
            "key": repeat.key,
            "label": say(REPEATS_NAMED[repeat.key]),
            "rank": rank,
            "series": name,
            "value": share.share,
            "low": share.low,
            "high": share.high,
            "n": n,
            "is_faint": is_pale(n),
        }
        for name, (share, n) in zip(series, shares, strict=False)
    ]


def _repeat_sentence(repeat: Repeat, p: float, say: Say) -> str:
    """`p` is Holm's over the fields of the register, the same as beside the response rates."""
    values = {
        "share": say.percent(repeat.respondents.share),
        "register": say.percent(repeat.register.share),
        "p": say.probability(p),
    }
    if p != p:
        return say(
            "{share} of respondents had been here before, {register} of the register; there is"
            " nobody to compare them with.",
            **values,
        )
    if p > LEVEL_OF_P:
        return say(
            "{share} of respondents had been here before, {register} of the register: no evidence"
            " that the loyal answer more or less often (Holm's p {p}).",
            **values,
        )
    if repeat.apart.difference > 0:
        return say(
            "{share} of respondents had been here before, {register} of the register: that the"
            " loyal answer more often is established (Holm's p {p}), so plain averages lean towards"
            " them.",
            **values,
        )
    return say(
        "{share} of respondents had been here before, {register} of the register: that newcomers"
        " answer more often is established (Holm's p {p}), so plain averages lean towards them.",
        **values,
    )
