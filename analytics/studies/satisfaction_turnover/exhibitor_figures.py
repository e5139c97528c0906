"""Exhibitors: turnover by score, the link within each edition, and where the ratings lie."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Scatter
from analytics.studies.satisfaction_turnover.edition_figures import correlation, period
from analytics.studies.satisfaction_turnover.methods import BY_SCORE, DENSITY, WITHIN_EDITIONS

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.exhibitor_link import ExhibitorLink, Within
    from analytics.studies.satisfaction_turnover.method import SatisfactionTurnover
    from analytics.wording import Say

FAINT_BELOW = 30


def figures(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> tuple[Figure, ...]:
    by_score = (_by_score(answer, link, say),) if not isnan(link.pooled.r) else ()
    grid = (_density(answer, link, say),) if len(link.grid) else ()
    return (*by_score, _within(answer, link, say), *grid)


def _by_score(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    table = _score_table(link, say)
    turnover = say("Turnover ({currency})", currency=answer.currency) if answer.currency else say("Turnover")
    return Figure(
        "by_score", _score_finding(answer, link, table, say), _base(answer, link, say),
        Scatter(_axis(answer, say), say("Turnover, geometric mean"), "score", "money", is_log_y=True, has_interval=True),
        table,
        (Column("label", say("Score")), Column("y", turnover, "money"), Column("y_low", say("Interval from"), "money"),
         Column("y_high", say("Interval to"), "money"), Column("ratio", say("Times the typical exhibitor"), "number", 2),
         Column("n", say("Ratings"), "count")),
        BY_SCORE,
        notes=(say("An association between exhibitors of the same edition; it does not say what a better score would bring."),),
        is_established=link.pooled.is_established,
    )  # fmt: skip


def _score_table(link: ExhibitorLink, say: Say) -> pd.DataFrame:
    scores = link.scores
    return pd.DataFrame({
        "label": [_score(row, say) for row in scores.to_dict("records")], "rank": range(len(scores)),
        "x": (scores["score_from"] + scores["score_to"]) / 2, "y": scores["turnover"],
        "y_low": scores["low"], "y_high": scores["high"], "ratio": scores["ratio"], "n": scores["n"],
        "is_faint": scores["n"] < FAINT_BELOW,
    })  # fmt: skip


def _score(row: dict[str, float], say: Say) -> str:
    first, last = row["score_from"], row["score_to"]
    digits = 0 if first % 1 == 0 and last % 1 == 0 else 1
    return say.number(first, digits) if first == last else f"{say.number(first, digits)}–{say.number(last, digits)}"


def _score_finding(answer: SatisfactionTurnover, link: ExhibitorLink, table: pd.DataFrame, say: Say) -> str:
    r = correlation(say, link.pooled.r, link.pooled.low, link.pooled.high)
    if not link.pooled.is_established or len(table) < 2:
        return say("Within an edition, no link between an exhibitor's rating and its own turnover is established: {r}.", r=r)
    best, worst = table.iloc[-1], table.iloc[0]
    return say(
        "Within an edition, exhibitors who rate {best} declare {times} times the turnover of those who rate {worst} "
        "({best_turnover} against {worst_turnover}, geometric means; {r}).",
        best=best["label"], worst=worst["label"], times=say.ratio(best["y"] / worst["y"], 1), r=r,
        best_turnover=say.money(best["y"], answer.currency), worst_turnover=say.money(worst["y"], answer.currency),
    )  # fmt: skip


def _within(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    rows = [_within_row(w, answer, say) for w in link.by_edition] + [_within_row(link.pooled, answer, say)]
    table = pd.DataFrame(rows).assign(rank=range(len(rows)))
    return Figure(
        "within_editions", _within_finding(link, say), _base(answer, link, say),
        Bars("number", say("Correlation of rating and log turnover"), (-1, 1), has_interval=True, is_dots=True, reference=0),
        table,
        (Column("label", say("Edition")), Column("value", "r", "number", 2), Column("low", say("Interval from"), "number", 2),
         Column("high", say("Interval to"), "number", 2), Column("n", say("Ratings"), "count")),
        WITHIN_EDITIONS, notes=_who_is_missing(answer, say), is_established=link.pooled.is_established,
    )  # fmt: skip


def _within_row(within: Within, answer: SatisfactionTurnover, say: Say) -> dict[str, object]:
    names = {str(row["edition_id"]): row for row in answer.editions.to_dict("records")}
    row = names.get(within.edition_id)
    label = say.name(str(row["name_zh"]), str(row["name_en"])) if row else say("All editions, each against itself")
    return {
        "key": within.edition_id, "label": label, "value": within.r, "low": within.low, "high": within.high, "n": within.n,
        "is_faint": within.n < FAINT_BELOW,
    }  # fmt: skip


def _within_finding(link: ExhibitorLink, say: Say) -> str:
    if isnan(link.pooled.r):
        return say("Within each edition all exhibitors gave one rating or declared one turnover: there is nothing to compare.")
    r = correlation(say, link.pooled.r, link.pooled.low, link.pooled.high)
    if not link.pooled.is_established:
        return say("Rating and own turnover: {r} within editions; no link is established.", r=r)
    agreeing = sum(w.is_established and w.r * link.pooled.r > 0 for w in link.by_edition)
    if len(link.by_edition) < 2:
        return say("Rating and own turnover go together within the edition: {r}, {strength}.", r=r, strength=_strength(link, say))
    return say(
        "Rating and own turnover: {r} within editions, {strength}; established on its own at {agreeing} of {editions} editions.",
        r=r, strength=_strength(link, say), agreeing=agreeing, editions=len(link.by_edition),
    )  # fmt: skip


def _strength(link: ExhibitorLink, say: Say) -> str:
    explained = say.percent(link.pooled.r**2, 0)
    if link.pooled.r < 0:
        return say("a falling link that goes with {explained} of the differences in log turnover", explained=explained)
    return say("a rising link that goes with {explained} of the differences in log turnover", explained=explained)


def _density(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Figure:
    table = link.grid.rename(columns={"score": "x", "turnover": "y"}).assign(rank=range(len(link.grid)), label="")
    densest = table.loc[table["n"].idxmax()]
    return Figure(
        "density",
        say("Most ratings lie at {score} with a turnover around {turnover}; the spread within a score is wider than the step between scores.",
            score=say.number(densest["x"], 0 if densest["x"] % 1 == 0 else 1), turnover=say.money(densest["y"], answer.currency))
        if _is_wide(link)
        else say("Most ratings lie at {score} with a turnover around {turnover}.",
                 score=say.number(densest["x"], 0 if densest["x"] % 1 == 0 else 1),
                 turnover=say.money(densest["y"], answer.currency)),
        say("{base}; {hidden} ratings in cells of fewer than 5 not drawn", base=_base(answer, link, say),
            hidden=say.number(link.hidden_in_grid)),
        Scatter(_axis(answer, say), say("Turnover"), "score", "money", is_log_y=True, has_labels=False, is_density=True),
        table,
        (Column("x", say("Score"), "score", 1), Column("y", say("Middle of the turnover band"), "money"),
         Column("n", say("Ratings"), "count")),
        DENSITY,
    )  # fmt: skip


def _is_wide(link: ExhibitorLink) -> bool:
    """Scores explain less than half of what turnovers differ by."""
    return bool(link.pooled.r**2 < 0.5)


def _who_is_missing(answer: SatisfactionTurnover, say: Say) -> tuple[str, ...]:
    m = answer.matching
    if m is None:
        return ()
    return (
        say(
            "Of {rated} ratings, {matched} lead to an exhibitor on the register, {declared} of them declared a turnover, {above} above 0.",
            rated=say.number(m.rated), matched=say.number(m.on_register), declared=say.number(m.declared),
            above=say.number(m.above_zero),
        ),
        say("Declared turnover is what was stated, intentions included; it is not revenue."),
    )  # fmt: skip


def _base(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> str:
    return say(
        "{n} ratings with a declared turnover, {exhibitors} exhibitors, {period}; each set against its own edition",
        n=say.number(link.n), exhibitors=say.number(link.exhibitors), period=period(answer, say),
    )  # fmt: skip


def _axis(answer: SatisfactionTurnover, say: Say) -> str:
    if not answer.scale.is_common:
        return say("Overall satisfaction, 0–100")
    return say("Overall satisfaction, {low}–{high}", low=say.number(answer.scale.low), high=say.number(answer.scale.high))
