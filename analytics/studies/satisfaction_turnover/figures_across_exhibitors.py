"""Exhibitors: turnover by score, the link within each edition, and where the ratings lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Scatter, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import Family, family
from analytics.figures.small_bases import is_pale
from analytics.studies.satisfaction_turnover import BY_SCORE, DENSITY, WITHIN_EDITIONS
from analytics.studies.satisfaction_turnover.figures_wording import (
    correlation,
    edition_name,
    not_revenue,
    period,
    turnover_title,
)

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.studies.satisfaction_turnover.compute_across_exhibitors import (
        ExhibitorLink,
        Within,
    )
    from analytics.wording import Say


def figures(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> tuple[Figure, ...]:
    grid = (_density(answer, link, say),) if len(link.grid) else ()
    return (_by_score(answer, link, say), _within(answer, link, say), *grid)


def _by_score(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    table = _score_table(link, say)
    table_columns = (
        Column("label", say("Score")),
        Column("y", turnover_title(answer, say), "money"),
        *columns.interval(say, "money", axis="y"),
        Column("ratio", say("Times the typical exhibitor"), "number", 2),
        Column("n", say("Ratings"), "count"),
    )
    form = Scatter(
        say("Overall satisfaction"),
        _typical(answer, say),
        "score",
        "money",
        is_log_y=True,
        has_interval=True,
    )
    return Figure(
        "by_score",
        _score_finding(answer, link, table, say),
        _base(answer, link, say),
        form,
        table,
        table_columns,
        BY_SCORE,
        notes=(
            say("This compares exhibitors; it does not say what a better score would bring."),
            not_revenue(say),
        ),
        is_established=link.pooled.is_established,
        families=_all_editions(link, say),
    )


def _typical(answer: SatisfactionTurnover, say: Say) -> str:
    if not answer.currency:
        return say("Turnover of an exhibitor, geometric mean")
    return say("Turnover of an exhibitor ({currency}), geometric mean", currency=answer.currency)


def _all_editions(link: ExhibitorLink, say: Say) -> tuple[Family, ...]:
    return family(say("All editions together"), [link.pooled.p])


def _score_table(link: ExhibitorLink, say: Say) -> pd.DataFrame:
    scores = link.scores
    return pd.DataFrame(
        {
            "label": [
                _score(row["score_from"], row["score_to"], say) for row in scores.to_dict("records")
            ],
            "rank": range(len(scores)),
            "x": (scores["score_from"] + scores["score_to"]) / 2,
            "y": scores["turnover"],
            "y_low": scores["low"],
            "y_high": scores["high"],
            "ratio": scores["ratio"],
            "n": scores["n"],
            "n_eff": scores["n_eff"],
            "base_n_eff": link.n_effective,
            "is_faint": scores["n"].map(is_pale),
        }
    )


def _score(first: float, last: float, say: Say) -> str:
    from_, to = (say.number(end, 0 if end % 1 == 0 else 1) for end in (first, last))
    return from_ if first == last else f"{from_}–{to}"


def ends(link: ExhibitorLink, say: Say) -> tuple[pd.Series, pd.Series]:
    """The best and the worst score that are not pale, where there are two such."""
    table = _score_table(link, say)
    solid = table[~table["is_faint"]] if (~table["is_faint"]).sum() > 1 else table
    return solid.iloc[-1], solid.iloc[0]


def _score_finding(
    answer: SatisfactionTurnover, link: ExhibitorLink, table: pd.DataFrame, say: Say
) -> str:
    r = correlation(say, link.pooled.r, link.pooled.low, link.pooled.high)
    if not link.pooled.is_established or len(table) < 2:
        return say(
            "Within an edition no link between an exhibitor's rating and its own turnover is"
            " established: {r}.",
            r=r,
        )
    best, worst = ends(link, say)
    return say(
        "Within an edition, exhibitors who rate {best} declare {times} times the turnover of those"
        " who rate {worst} ({best_turnover} against {worst_turnover}, geometric means; {r}).",
        best=best["label"],
        worst=worst["label"],
        times=say.ratio(best["y"] / worst["y"], 1),
        r=r,
        best_turnover=say.money(best["y"], answer.currency),
        worst_turnover=say.money(worst["y"], answer.currency),
    )


def _within(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    rows = [_within_row(within, answer, say) for within in (*link.by_edition, link.pooled)]
    table = pd.DataFrame(rows).assign(rank=range(len(rows)), base_n_eff=link.n_effective)
    table_columns = (
        columns.edition(say, "label"),
        Column("value", "r", "number", 2),
        *columns.interval(say, "number", 2),
        Column("n", say("Ratings"), "count"),
        columns.p(say),
    )
    axis = say("Correlation of rating and log turnover")
    return Figure(
        "within_editions",
        _within_finding(link, say),
        _base(answer, link, say),
        Bars("number", axis, (-1, 1), has_interval=True, is_dots=True, reference=0),
        table,
        table_columns,
        WITHIN_EDITIONS,
        notes=_who_is_missing(answer, say),
        is_established=link.pooled.is_established,
        families=(
            *_all_editions(link, say),
            *family(say("Editions one by one"), [edition.p for edition in link.by_edition]),
        ),
    )


def _within_row(within: Within, answer: SatisfactionTurnover, say: Say) -> dict[str, object]:
    is_edition = answer.editions["edition_id"] == within.edition_id
    matching = answer.editions[is_edition].to_dict("records")
    label = edition_name(matching[0], say) if matching else say("All editions, each against itself")
    return {
        "key": within.edition_id,
        "label": label,
        "value": within.r,
        "low": within.low,
        "high": within.high,
        "n": within.n,
        "n_eff": within.n_eff,
        "p": within.p,
        "is_faint": is_pale(within.n),
    }


def _within_finding(link: ExhibitorLink, say: Say) -> str:
    values = {
        "r": correlation(say, link.pooled.r, link.pooled.low, link.pooled.high),
        "explained": say.percent(link.pooled.r**2, 0),
        "agreeing": link.agreeing,
        "editions": len(link.by_edition),
    }
    if not link.pooled.is_established:
        return say(
            "No link between an exhibitor's rating and its own turnover is established within"
            " editions: {r}.",
            **values,
        )
    if len(link.by_edition) < 2:
        return say(
            "Between an exhibitor's rating and its own turnover {r}: the rating goes with"
            " {explained} of the differences in log turnover.",
            **values,
        )
    return say(
        "Between an exhibitor's rating and its own turnover {r} within editions: the rating goes"
        " with {explained} of the differences in log turnover; established on its own at {agreeing}"
        " of {editions} editions.",
        **values,
    )


def densest_cell(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> tuple[str, str]:
    """The score and the turnover where most ratings lie, written out."""
    densest = link.grid.loc[link.grid["n"].idxmax()]
    score = _score(densest["score"], densest["score"], say)
    return score, say.money(densest["turnover"], answer.currency)


def _density(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    table = link.grid.rename(columns={"score": "x", "turnover": "y"}).assign(
        rank=range(len(link.grid))
    )
    score, turnover = densest_cell(answer, link, say)
    finding = say(
        "Most often a rating of {score} goes with a turnover around {turnover}.",
        score=score,
        turnover=turnover,
    )
    hidden = say(
        "{n} ratings in cells too small to show not drawn", n=say.number(link.hidden_in_grid)
    )
    form = Scatter(
        say("Overall satisfaction"),
        turnover_title(answer, say),
        "score",
        "money",
        is_log_y=True,
        has_labels=False,
        is_density=True,
    )
    table_columns = (
        Column("x", say("Score"), "score", 1),
        Column("y", say("Middle of the turnover band"), "money"),
        Column("n", say("Ratings"), "count"),
    )
    base = base_line(_base(answer, link, say, is_set_against=False), hidden)
    return Figure("density", finding, base, form, table, table_columns, DENSITY)


def _who_is_missing(answer: SatisfactionTurnover, say: Say) -> tuple[str, ...]:
    m = answer.matching
    if m is None:
        return (not_revenue(say),)
    counts = {
        "rated": m.rated,
        "matched": m.on_register,
        "declared": m.declared,
        "above": m.above_zero,
    }
    return (
        say(
            "Of {rated} ratings, {matched} lead to an exhibitor on the register, {declared} to one"
            " that declared a turnover, {above} to one above 0.",
            **{name: say.number(count) for name, count in counts.items()},
        ),
        not_revenue(say),
    )


def _base(
    answer: SatisfactionTurnover, link: ExhibitorLink, say: Say, is_set_against: bool = True
) -> str:
    ratings = say("n = {n} ratings with a declared turnover", n=say.number(link.n))
    exhibitors = say("{n} exhibitors", n=say.number(link.exhibitors))
    against = say("each set against its own edition") if is_set_against else ""
    return base_line(ratings, exhibitors, period(answer, say), answer.scale.worded(say), against)
