"""Three indices against the first held edition, and visitors per stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Column, Figure, Headline, Lines, columns
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import sentences
from analytics.stats.triangle_balance import SIDES
from analytics.studies.triangle import INDEX
from analytics.studies.triangle import figures_wording as wording
from analytics.studies.triangle.figures_parts import lags, parts
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.triangle.compute import Triangle
    from analytics.wording import Say


def figures(answer: Triangle, say: Say) -> tuple[Figure, ...]:
    ratio = _ratio(answer, say)
    return (
        _overview(answer, say),
        *((ratio,) if ratio else ()),
        parts(answer, say),
        lags(answer, say),
    )


def _overview(answer: Triangle, say: Say) -> Figure:
    sides = tuple(say(wording.SIDE_NAMES[side]) for side in SIDES)
    lines = [
        _line(answer, values, say).assign(series=side)
        for values, side in zip(answer.indices, sides, strict=True)
    ]
    return Figure(
        "overview",
        sentences(say, _levels(answer, say), _alarm(answer, say), wording.first(answer, say)),
        wording.base(answer, say),
        Lines(
            "number",
            say("Index, first held edition = 100"),
            sides,
            has_interval=False,
            roles=("now", "before", "act"),
        ),
        pd.concat(lines, ignore_index=True),
        (
            columns.edition(say, "x"),
            Column("series", say("Side")),
            Column("value", say("Index"), "number", 1),
        ),
        INDEX,
        _headline(answer, say),
        (*wording.study_notes(answer, say), *_no_ratio(answer, say)),
        is_established=False,
        claim=_claim(answer, say),
    )


def _headline(answer: Triangle, say: Say) -> Headline | None:
    lowest = answer.lowest[-1]
    if lowest is None:
        return None
    label = say("{side}, where the first edition was 100", side=say(wording.SIDE_NAMES[lowest]))
    return Headline(say.number(answer.indices[SIDES.index(lowest)][-1], 0), label)


def _line(answer: Triangle, values: np.ndarray, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": answer.editions["edition_id"],
            "x": wording.names(answer, say),
            "x_rank": range(len(answer.editions)),
            "value": values,
            "is_gap": False,
        }
    )


def _levels(answer: Triangle, say: Say) -> str:
    parts = [
        say("{side} {index}", side=say(wording.SIDE_NAMES[side]), index=say.number(values[-1], 1))
        for side, values in zip(SIDES, answer.indices, strict=True)
    ]
    apart = say(
        "{n} points lie between the highest and the lowest.", n=say.number(answer.spread[-1], 0)
    )
    lead = say(
        "{edition}, with the first held edition at 100: {parts}.",
        edition=wording.names(answer, say)[-1],
        parts=say.listed(parts),
    )
    return sentences(say, lead, apart if np.isfinite(answer.spread[-1]) else "")


def _alarm(answer: Triangle, say: Say) -> str:
    names = [
        name for name, rings in zip(wording.names(answer, say), answer.alarms, strict=True) if rings
    ]
    if not names:
        return say("At no edition did renewals follow a fall of visitors.")
    return say(
        "Alarm: visitors fell and renewals followed at {names}.", names=say.listed(tuple(names))
    )


def _claim(answer: Triangle, say: Say) -> Claim:
    if answer.alarms[-1]:
        return claim(say, "level", "a sign", phrase("Alarm: visitors fell, and renewals follow."))
    lowest = answer.lowest[-1]
    if lowest is None:
        return claim(
            say, "level", "too few", phrase("A side is missing: the balance is not known.")
        )
    return claim(
        say,
        "level",
        "a sign",
        phrase("Furthest behind: {side}, at {index} where the first edition was 100."),
        side=say(wording.SIDE_NAMES[lowest]),
        index=say.number(answer.indices[SIDES.index(lowest)][-1], 0),
    )


def _no_ratio(answer: Triangle, say: Say) -> tuple[str, ...]:
    if answer.editions["ratio"].notna().any():
        return ()
    return (say("Visitors per stand are not known: count of visitors or register is missing."),)


def _ratio(answer: Triangle, say: Say) -> Figure | None:
    """None where visitors or stands were counted at no edition."""
    values = answer.editions["ratio"].to_numpy(float)
    known = values[np.isfinite(values)]
    if not len(known):
        return None
    text = say(
        "{now} visitors per stand, after {then} at first.",
        now=say.number(known[-1], 0),
        then=say.number(known[0], 0),
    )
    return Figure(
        "ratio",
        text,
        wording.base(answer, say),
        Lines("number", say("Visitors per stand"), has_interval=False),
        _line(answer, values, say),
        (columns.edition(say, "x"), Column("value", say("Visitors per stand"), "number", 1)),
        INDEX,
        notes=wording.study_notes(answer, say),
        is_established=False,
        claim=Claim(text, "confirmed", "level"),
    )
