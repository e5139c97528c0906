"""Editions: the scatter, the ways of asking, the editions left out in turn."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Headline, Scatter, Unit
from analytics.studies.satisfaction_turnover.edition_link import EDITIONS_NEEDED, EditionLink
from analytics.studies.satisfaction_turnover.exhibitor_link import EXHIBITORS_NEEDED
from analytics.studies.satisfaction_turnover.methods import BETWEEN_EDITIONS, LEAVE_ONE_OUT, SIX_WAYS

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.method import SatisfactionTurnover
    from analytics.wording import Say

FAINT_BELOW = 30


def figures(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> tuple[Figure, ...]:
    overview, full = _scatter("overview", answer, link, say), _scatter("editions", answer, link, say)
    if isnan(link.level.r):
        return (full,) if link.n > EDITIONS_NEEDED else (overview,)
    ways = (_ways(answer, link, say),)
    without = (_without(answer, link, say),) if link.n > EDITIONS_NEEDED else ()
    return (overview, full, *ways, *without)


def too_few(answer: SatisfactionTurnover, say: Say) -> Figure:
    """The editions with what each lacks, in the place of a scatter of one or two points."""
    table = _points(answer, say)
    return Figure(
        "overview",
        say(
            "{found} editions have both satisfaction and turnover; {needed} are needed before the two can be compared across editions.",
            found=answer.editions_found, needed=EDITIONS_NEEDED,
        ),
        _base(answer, say),
        Grid(), table, _columns(answer, say), BETWEEN_EDITIONS, is_established=False,
    )  # fmt: skip


def correlation(say: Say, r: float, low: float, high: float) -> str:
    """r = 0.92 (95 % interval 0.61 to 0.99), without the interval where there is none."""
    if isnan(low):
        return say("r = {r}", r=say.ratio(r))
    return say(
        "r = {r} (95 % interval {low} to {high})", r=say.ratio(r), low=say.ratio(low), high=say.ratio(high)
    )  # fmt: skip


def period(answer: SatisfactionTurnover, say: Say) -> str:
    """The editions used, first to last, with their years where known."""
    names = [_edition(row, say) for row in answer.editions[answer.editions["n"] > 0].to_dict("records")]
    return names[0] if len(names) == 1 else say("{first} to {last}", first=names[0], last=names[-1])


def _edition(row: dict[str, object], say: Say) -> str:
    name = say.name(str(row["name_zh"]), str(row["name_en"]))
    year = row["year"]
    return name if pd.isna(year) else say("{edition} ({year})", edition=name, year=int(str(year).split(".")[0]))


def _scatter(key: str, answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    is_overview = key == "overview"
    return Figure(
        key, _finding(link, say), _base(answer, say),
        Scatter(
            x_axis=_score_axis(answer, say), y_axis=say("Turnover"), x_unit="score", y_unit="money",
            has_interval=not is_overview,
        ),
        _points(answer, say, only_used=True), _columns(answer, say), BETWEEN_EDITIONS,
        headline=_headline(link, say) if is_overview else None,
        notes=() if is_overview else _notes(answer, link, say),
        is_established=link.is_established and link.outlives_trend,
    )  # fmt: skip


def _headline(link: EditionLink, say: Say) -> Headline | None:
    if isnan(link.level.r):
        return None
    label = say("satisfaction and turnover over {n} editions; changes r = {changes}", n=link.n, changes=say.ratio(link.changes.r))
    return Headline(say("r = {r}", r=say.ratio(link.level.r)), label)


def _finding(link: EditionLink, say: Say) -> str:
    if isnan(link.level.r):
        return say("Satisfaction or turnover is the same at all {n} editions: there is nothing to compare.", n=link.n)
    level = correlation(say, link.level.r, link.level.low, link.level.high)
    values = {
        "n": link.n, "level": level, "changes": say.ratio(link.changes.r), "detrended": say.ratio(link.detrended.r),
        "p": say.probability(link.level_p.two_sided), "needed": say.ratio(link.r_needed),
    }  # fmt: skip
    if not link.is_established:
        return say(
            "Over {n} editions no link between satisfaction and turnover is established: {level}, p {p}; at least ±{needed} would be needed.",
            **values,
        )
    if link.outlives_trend and link.level.r > 0:
        return say(
            "Satisfaction and turnover go together over {n} editions, {level}, and also once the common trend is removed "
            "(r = {detrended}; changes r = {changes}): a link, though not yet a cause.",
            **values,
        )
    if link.outlives_trend:
        return say(
            "Satisfaction and turnover move in opposite directions over {n} editions, {level}, and also once the common trend is "
            "removed (r = {detrended}; changes r = {changes}): a link, though not yet a cause.",
            **values,
        )
    return _only_trend(link, say, values)


def _only_trend(link: EditionLink, say: Say, values: dict[str, object]) -> str:
    if link.level.r > 0:
        return say(
            "Satisfaction and turnover rise together over {n} editions, {level}, but two trends are not a link: without the trend "
            "r = {detrended}, between changes r = {changes}, neither of them established.",
            **values,
        )
    return say(
        "Satisfaction and turnover move in opposite directions over {n} editions, {level}, but two trends are not a link: without "
        "the trend r = {detrended}, between changes r = {changes}, neither of them established.",
        **values,
    )


def _notes(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> tuple[str, ...]:
    notes = [
        say(
            "What {n} editions can show: |r| must reach {needed} to be more than chance (p < 0.05), and a true r of 0.5 would be seen "
            "with a probability of only {power}.",
            n=link.n, needed=say.ratio(link.r_needed), power=say.percent(link.power, 0),
        )
        if not isnan(link.power)
        else say("{n} editions show next to nothing: |r| must reach {needed}.", n=link.n, needed=say.ratio(link.r_needed, 3)),
        say("Declared turnover is what was stated, intentions included; it is not revenue."),
    ]  # fmt: skip
    unused = len(answer.editions) - link.n
    if unused:
        notes.append(say("Left out: {n} editions without turnover or with fewer than 10 ratings.", n=unused))
    if not answer.is_one_currency:
        notes.append(say("Editions in another currency than {currency} are left out.", currency=answer.currency))
    if answer.is_narrowed and answer.source == "declared":
        notes.append(say("Turnover is that of the whole fair; satisfaction that of the group chosen."))
    if answer.matching and answer.exhibitors is None:
        notes.append(
            say("Exhibitors cannot be compared: {found} both rated and declared a turnover of their own; {needed} are needed.",
                found=answer.matching.above_zero, needed=EXHIBITORS_NEEDED)
        )  # fmt: skip
    return tuple(notes)


def _base(answer: SatisfactionTurnover, say: Say) -> str:
    declared = say("turnover as declared for the fair")
    summed = say("turnover summed over the exhibitors that declared it")
    return say(
        "{ratings} overall ratings, {period}; means unweighted; {source}",
        ratings=say.number(answer.editions["n"].sum()), period=period(answer, say),
        source=declared if answer.source == "declared" else summed,
    )  # fmt: skip


def _score_axis(answer: SatisfactionTurnover, say: Say) -> str:
    if not answer.scale.is_common:
        return say("Overall satisfaction, 0–100")
    return say("Overall satisfaction, {low}–{high}", low=say.number(answer.scale.low), high=say.number(answer.scale.high))


def _points(answer: SatisfactionTurnover, say: Say, only_used: bool = False) -> pd.DataFrame:
    table = answer.editions[answer.editions["is_used"]] if only_used else answer.editions
    records = table.to_dict("records")
    return pd.DataFrame({
        "key": table["edition_id"].to_numpy(),
        "label": [say.name(str(r["name_zh"]), str(r["name_en"])) for r in records],
        "rank": range(len(table)),
        "x": table["mean"].to_numpy(), "y": table["turnover"].to_numpy(),
        "x_low": table["low"].to_numpy(), "x_high": table["high"].to_numpy(),
        "n": table["n"].to_numpy(), "is_faint": (table["n"] < FAINT_BELOW).to_numpy(),
    })  # fmt: skip


def _columns(answer: SatisfactionTurnover, say: Say) -> tuple[Column, ...]:
    turnover = say("Turnover ({currency})", currency=answer.currency) if answer.currency else say("Turnover")
    return (
        Column("label", say("Edition")), Column("x", _score_axis(answer, say), "score", 2),
        Column("x_low", say("Interval from"), "score", 2), Column("x_high", say("Interval to"), "score", 2),
        Column("n", say("Ratings"), "count"), Column("y", turnover, "money"),
    )  # fmt: skip


def _ways(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    table = _ways_table(link, say)
    return Figure(
        "ways", _ways_finding(link, say), _base(answer, say),
        Bars("number", say("Correlation"), (-1, 1), has_interval=True, is_dots=True, reference=0), table,
        (Column("label", say("Way of asking")), *_r_columns(say), Column("n", say("Pairs"), "count"),
         Column("p", "p", "number", 3), Column("p_from", say("p from"))),
        SIX_WAYS, is_established=link.is_established and link.outlives_trend,
    )  # fmt: skip


def _r_columns(say: Say) -> tuple[Column, ...]:
    unit: Unit = "number"
    return (
        Column("value", say("Correlation"), unit, 2),
        Column("low", say("Interval from"), unit, 2), Column("high", say("Interval to"), unit, 2),
    )  # fmt: skip


def _ways_finding(link: EditionLink, say: Say) -> str:
    values = {
        "level": say.ratio(link.level.r), "detrended": say.ratio(link.detrended.r), "changes": say.ratio(link.changes.r),
        "n": link.n, "p": say.probability(link.changes_p.two_sided),
    }  # fmt: skip
    if link.is_established and link.outlives_trend:
        return say("The levels give r = {level}; without the trend {detrended}, between changes {changes}: the link outlives the trend.", **values)
    if isnan(link.changes.r):
        return say("The levels give r = {level}; {n} editions are too few to look behind the trend.", **values)
    return say(
        "The levels give r = {level}; without the trend {detrended}, between changes {changes} (p {p}): beyond the trend no link is established.",
        **values,
    )  # fmt: skip


def _ways_table(link: EditionLink, say: Say) -> pd.DataFrame:
    exact = say("all orders") if link.level_p.is_exact else say("random orders")
    ways = [
        (say("Levels, Pearson r"), link.level, link.level_p.two_sided, exact),
        (say("Levels, Spearman rho"), link.spearman, link.spearman_p.two_sided, exact),
        (say("Levels, Kendall tau-b"), link.kendall, link.kendall_p.two_sided, exact),
        (say("Without the trend"), link.detrended, link.detrended.p, say("t test")),
        (say("Changes between editions"), link.changes, link.changes_p.two_sided, exact),
    ]
    rows = [
        {"label": label, "rank": rank, "value": c.r, "low": c.low, "high": c.high, "n": c.n, "p": p, "p_from": p_from}
        for rank, (label, c, p, p_from) in enumerate(ways)
    ]
    return pd.DataFrame(rows)


def _without(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> Figure:
    points = _points(answer, say, only_used=True)
    table = points.assign(value=answer.editions.loc[answer.editions["is_used"], "r_without"].to_numpy())
    farthest = table.loc[(table["value"] - link.level.r).abs().idxmax(), "label"]
    finding = say(
        "Whichever edition is left out, r stays between {low} and {high}; {edition} moves it most.",
        low=say.ratio(link.lowest_without), high=say.ratio(link.highest_without), edition=farthest,
    )  # fmt: skip
    form = Bars("number", say("r without this edition"), (-1, 1), is_dots=True, reference=link.level.r)
    columns = (Column("label", say("Edition left out")), Column("value", say("r without this edition"), "number", 2))
    return Figure("leave_one_out", finding, _base(answer, say), form, table, columns, LEAVE_ONE_OUT)
