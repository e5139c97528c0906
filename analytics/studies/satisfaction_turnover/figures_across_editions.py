"""Editions: the scatter, the ways of asking, the editions left out in turn."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Scatter, columns
from analytics.figures.families import Family, family
from analytics.figures.small_bases import is_pale
from analytics.studies.satisfaction_turnover import (
    BETWEEN_EDITIONS,
    LEAVE_ONE_OUT,
    WAYS_OF_ASKING,
)
from analytics.studies.satisfaction_turnover import figures_sentences_across_editions as findings
from analytics.studies.satisfaction_turnover.compute_across_editions import (
    EDITIONS_NEEDED,
    EditionLink,
)
from analytics.studies.satisfaction_turnover.figures_wording import (
    edition_name,
    editions_base,
    turnover_title,
)

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.wording import Say


def figures(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> tuple[Figure, ...]:
    overview = _overview(answer, link, say)
    if isnan(link.level.r):
        return (overview,)
    without = (_without(answer, link, say),) if link.n > EDITIONS_NEEDED else ()
    return (overview, _ways(answer, link, say), *without)


def too_few(answer: SatisfactionTurnover, say: Say) -> Figure:
    """The editions with what each lacks, in the place of a scatter of one or two points."""
    sentence = say(
        "Editions cannot be compared yet: {needed} with both satisfaction and turnover are needed;"
        " so far: {found}.",
        found=answer.editions_found,
        needed=EDITIONS_NEEDED,
    )
    return Figure(
        "overview",
        sentence,
        editions_base(answer, say),
        Grid(),
        _points(answer, answer.editions, say),
        _columns(answer, say),
        BETWEEN_EDITIONS,
        is_established=False,
    )


def _overview(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    used = answer.editions[answer.editions["is_used"]]
    form = Scatter(
        x_axis=say("Overall satisfaction"),
        y_axis=turnover_title(answer, say),
        x_unit="score",
        y_unit="money",
        has_interval=True,
    )
    return Figure(
        "overview",
        findings.finding(link, say),
        editions_base(answer, say),
        form,
        _points(answer, used, say),
        _columns(answer, say),
        BETWEEN_EDITIONS,
        notes=findings.edition_notes(answer, link, say),
        is_established=link.is_established and link.outlives_trend,
        families=_families(link, say),
    )


def _families(link: EditionLink, say: Say) -> tuple[Family, ...]:
    """Ranks ask the first question again and decide nothing."""
    if isnan(link.level.r):
        return ()
    beyond = family(
        say("Beyond a common trend: what is left of it, and the changes"), link.beyond_trend_p
    )
    return Family(say("Levels of the editions"), 1), *beyond


def _points(answer: SatisfactionTurnover, editions: pd.DataFrame, say: Say) -> pd.DataFrame:
    names = {"edition_id": "key", "mean": "x", "turnover": "y", "low": "x_low", "high": "x_high"}
    labels = [edition_name(row, say) for row in editions.to_dict("records")]
    table = editions.rename(columns=names)[
        [*names.values(), "n", "n_eff", "r_without"]
    ].reset_index(drop=True)
    return table.assign(
        base_n_eff=answer.editions["n_eff"].sum(),
        label=labels,
        rank=range(len(table)),
        is_faint=table["n"].map(is_pale),
    )


def _columns(answer: SatisfactionTurnover, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        columns.edition(say, "label"),
        *columns.mean(say, digits, say("Overall satisfaction"), "x"),
        Column("n", say("Ratings"), "count"),
        Column("y", turnover_title(answer, say), "money"),
    )


def _ways(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    table_columns = (
        Column("label", say("Way of asking")),
        Column("value", say("Correlation"), "number", 2),
        *columns.interval(say, "number", 2),
        Column("n", say("Pairs"), "count"),
        Column("p", "p", "p"),
        Column("p_from", say("p from")),
        columns.p(say, "p_holm"),
    )
    return Figure(
        "ways",
        findings.ways_finding(link, say),
        editions_base(answer, say),
        Bars("number", say("Correlation"), (-1, 1), has_interval=True, is_dots=True, reference=0),
        _ways_table(link, say),
        table_columns,
        WAYS_OF_ASKING,
        notes=(findings.what_n_can_show(link, say),),
        is_established=link.is_established and link.outlives_trend,
        families=_families(link, say),
    )


def _ways_table(link: EditionLink, say: Say) -> pd.DataFrame:
    exact = say("all orders") if link.level_p.is_exact else say("random orders")
    left, changes = link.beyond_trend_p
    ways = [
        (
            say("Levels, Pearson r"),
            link.level,
            link.level_p.two_sided,
            exact,
            link.level_p.two_sided,
        ),
        (say("Levels, Spearman rho"), link.spearman, link.spearman_p.two_sided, exact, nan),
        (say("Levels, Kendall tau-b"), link.kendall, link.kendall_p.two_sided, exact, nan),
        (say("Without the trend"), link.detrended, link.detrended.p, say("t test"), left),
        (say("Changes between editions"), link.changes, link.changes_p.two_sided, exact, changes),
    ]
    rows = [
        {
            "label": label,
            "rank": rank,
            "value": c.r,
            "low": c.low,
            "high": c.high,
            "n": c.n,
            "p": p,
            "p_from": p_from,
            "p_holm": p_holm,
        }
        for rank, (label, c, p, p_from, p_holm) in enumerate(ways)
    ]
    return pd.DataFrame(rows)


def _without(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    table = _points(answer, answer.editions[answer.editions["is_used"]], say).assign(
        value=lambda t: t["r_without"]
    )
    table = table.drop(columns="n_eff")
    farthest = str(table.loc[(table["value"] - link.level.r).abs().idxmax(), "label"])
    table_columns = (
        Column("label", say("Edition left out")),
        Column("value", say("r without this edition"), "number", 2),
    )
    whole = say("all editions {r}", r=say.ratio(link.level.r))
    return Figure(
        "leave_one_out",
        findings.without_finding(link, farthest, say),
        editions_base(answer, say),
        Bars("number", say("r without this edition"), (-1, 1), is_dots=True),
        table,
        table_columns,
        LEAVE_ONE_OUT,
        guides=pd.DataFrame({"x": [link.level.r], "y": [None], "label": [whole]}),
    )
