"""What matters: shares with their intervals, and whether the measures agree."""

from __future__ import annotations

from math import isfinite, nan

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.rows import Row
from analytics.figures.sentences import sentences, share_interval
from analytics.ratings.levels import PARTS, part_column
from analytics.studies.drivers import IMPORTANCE, MEASURES
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.studies.drivers.figures_wording import (
    base,
    names,
    nothing_found,
    study_notes,
    together,
)
from analytics.wording import Say

OVERLAPS = 5.0
FEW = 3


def importance(answer: Drivers, say: Say) -> Figure:
    """Johnson's relative weights as shares, weightiest first, with the share all would have if they
    weighed alike.
    """
    shares = [_importance_row(driver, rank, say) for rank, driver in enumerate(answer.drivers)]
    method = say(
        "relative weights as shares of R² {value}, 95% bootstrap interval",
        value=say.number(answer.r_squared, 2),
    )
    return Figure(
        key="importance",
        finding=_who_leads(answer, say),
        base=base(answer, say, method),
        form=Bars("share", say("Share of what goes with overall satisfaction"), has_interval=True),
        data=pd.DataFrame(shares),
        columns=(
            part_column(say, answer.level),
            Column("value", say("Importance (share)"), "share", 1),
            Column("low", say("Share from"), "share", 1),
            Column("high", say("Share to"), "share", 1),
            columns.answers(say),
        ),
        method=IMPORTANCE,
        notes=study_notes(answer, say),
        guides=_alike(len(answer.drivers), say),
        is_established=answer.is_established,
        families=together(say),
    )


def _importance_row(driver: Driver, rank: int, say: Say) -> Row:
    return {
        "key": driver.key,
        "label": driver.name.worded(say),
        "rank": rank,
        "value": driver.share.value,
        "low": driver.share.low,
        "high": driver.share.high,
        "n": driver.n,
        "n_eff": driver.n_eff,
    }


def _alike(parts: int, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        [{"x": 1 / parts, "label": say("all alike {share}", share=say.percent(1 / parts))}]
    )


def _who_leads(answer: Drivers, say: Say) -> str:
    if not answer.is_established:
        return nothing_found(answer, say)
    explained = say(
        "Together the {count} {parts} explain {share} of the differences in overall satisfaction.",
        count=len(answer.drivers),
        parts=say(PARTS[answer.level]),
        share=say.percent(answer.r_squared, 0),
    )
    return sentences(say, _first(answer, say), explained)


def _first(answer: Drivers, say: Say) -> str:
    """Named alone only where the data tell it from all others."""
    first = answer.drivers[0]
    values = {"name": first.name.worded(say), "share": say.percent(first.share.value, 0)}
    if len(answer.leaders) == 1:
        return say(
            "{name} matters most: {share} of what goes with overall satisfaction ({interval}).",
            **values,
            interval=share_interval(say, first.share, 0),
        )
    if len(answer.leaders) <= FEW:
        return say(
            "{names} matter most, {name} with {share}: the data cannot tell them apart.",
            **values,
            names=names(answer.leaders, say),
        )
    return say(
        "{name} weighs most with {share}, but {count} others cannot be told apart from it.",
        **values,
        count=say.number(len(answer.leaders) - 1),
    )


def measures(answer: Drivers, say: Say) -> Figure:
    """Every measure side by side, in the order of the weights."""
    r_squared = say.number(answer.r_squared, 2)
    fit = say("R² {value}, p {p}", value=r_squared, p=say.probability(answer.p))
    return Figure(
        key="measures",
        finding=sentences(
            say, _agreement(answer, say), _if_complete(answer, say), _overlap(answer, say)
        ),
        base=base(answer, say, fit),
        form=Grid(),
        data=pd.DataFrame([_measure_row(driver, say) for driver in answer.drivers]),
        columns=_measure_columns(answer, say),
        method=MEASURES,
        notes=study_notes(answer, say),
        is_established=answer.is_established,
        families=together(say),
    )


def _measure_row(driver: Driver, say: Say) -> Row:
    lmg = (driver.lmg.value, driver.lmg.low, driver.lmg.high) if driver.lmg else (nan, nan, nan)
    return {
        "key": driver.key,
        "label": driver.name.worded(say),
        "share": driver.share.value,
        "complete": driver.complete_share,
        "alpha": driver.alpha,
        "lmg": lmg[0],
        "lmg_low": lmg[1],
        "lmg_high": lmg[2],
        "r": driver.r.value,
        "r_low": driver.r.low,
        "r_high": driver.r.high,
        "beta": driver.std_beta,
        "vif": driver.vif if isfinite(driver.vif) else nan,
        "n": driver.n,
        "n_eff": driver.n_eff,
    }


def _measure_columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    return (
        part_column(say, answer.level),
        Column("share", say("Relative weight (share)"), "share", 1),
        *_check_columns(answer, say),
        *_lmg_columns(answer, say),
        Column("r", say("Correlation r"), "number", 2),
        Column("r_low", say("r from"), "number", 2),
        Column("r_high", say("r to"), "number", 2),
        Column("beta", say("Standardised β (not for ranking)"), "number", 2),
        Column("vif", say("Overlap VIF"), "number", 1),
        columns.answers(say),
    )


def _check_columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    """Only what could be told: shares of complete answers, alpha of dimensions."""
    complete = Column("complete", say("Relative weight, complete answers only"), "share", 1)
    alpha = Column("alpha", say("Cronbach's alpha"), "number", 2)
    return (
        *((complete,) if answer.complete is not None else ()),
        *((alpha,) if any(isfinite(driver.alpha) for driver in answer.drivers) else ()),
    )


def _lmg_columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    """None where there are too many parts for it, no interval where too many to resample it."""
    measured = [driver.lmg for driver in answer.drivers if driver.lmg]
    if not measured:
        return ()
    lmg = Column("lmg", say("LMG (share)"), "share", 1)
    if not any(isfinite(share.low) for share in measured):
        return (lmg,)
    return (
        lmg,
        Column("lmg_low", say("LMG from"), "share", 1),
        Column("lmg_high", say("LMG to"), "share", 1),
    )


def _agreement(answer: Drivers, say: Say) -> str:
    """Whether the three measures that may rank put the same part first."""
    ranked = list(answer.drivers)
    firsts = {"r": max(ranked, key=lambda driver: driver.r.value), "weights": ranked[0]}
    if ranked[0].lmg:
        firsts["lmg"] = max(ranked, key=lambda driver: driver.lmg.value if driver.lmg else 0.0)
    if len({first.key for first in firsts.values()}) == 1:
        name = ranked[0].name.worded(say)
        if "lmg" in firsts:
            return say("Relative weights, LMG and correlation all put {name} first.", name=name)
        return say("Relative weights and correlation both put {name} first.", name=name)
    return say(
        "The measures do not agree on what comes first ({names}): no order at the top is certain.",
        names=say.listed(list(dict.fromkeys(first.name.worded(say) for first in firsts.values()))),
    )


def _if_complete(answer: Drivers, say: Say) -> str:
    """Whether those who answered everything order the parts alike."""
    first = answer.first_if_complete
    if first is None or answer.complete is None:
        return ""
    n, name = say.number(answer.complete), first.name.worded(say)
    if first.key != answer.drivers[0].key:
        return say(
            "Over the {n} who answered everything, {name} comes first instead.", n=n, name=name
        )
    by_share = sorted(answer.drivers, key=lambda driver: -round(driver.complete_share, 9))
    if [driver.key for driver in by_share] != [driver.key for driver in answer.drivers]:
        return say(
            "Over the {n} who answered everything, {name} comes first too; the order behind it"
            " differs.",
            n=n,
            name=name,
        )
    return say("The {n} who answered everything give the same order.", n=n)


def _overlap(answer: Drivers, say: Say) -> str:
    """How far the parts overlap, which decides what β is worth."""
    copies = [driver for driver in answer.drivers if not isfinite(driver.vif)]
    if copies:
        return say(
            "{names} repeat each other exactly: they share their weight, and β cannot be given.",
            names=names(copies, say),
        )
    most = max(answer.drivers, key=lambda driver: driver.vif)
    values = {"name": most.name.worded(say), "vif": say.number(most.vif, 1)}
    if most.vif > OVERLAPS:
        return say(
            "They overlap strongly (VIF up to {vif}, {name}): the signs of β may be chance.",
            **values,
        )
    return say(
        "They overlap little enough (VIF at most {vif}) for β to be read as a check, never as a"
        " ranking.",
        **values,
    )
