"""Profit and turnover of the next editions, as things are and with the levers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Lines, columns
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import sentences
from analytics.studies.simulator import FUTURE
from analytics.studies.simulator import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.arrays import FloatArray
    from analytics.studies.simulator.compute import WhatIf
    from analytics.wording import Say


def profit(answer: WhatIf, say: Say) -> Figure | None:
    """Profit, or exhibitors where no money is known; None where there is no such future."""
    if not answer.is_possible:
        return None
    gain, low, high = answer.gain
    text = say(
        "Over {n} editions the levers bring {gain} ({low} to {high}), discounted to today.",
        n=say.number(answer.levers.editions),
        gain=wording.amount(answer, gain, say),
        low=wording.amount(answer, low, say),
        high=wording.amount(answer, high, say),
    )
    return _lines(
        answer, say, "profit", sentences(say, text, say(wording.NO_CAUSE)), _claim(answer, say)
    )


def turnover(answer: WhatIf, say: Say) -> Figure | None:
    """Turnover; None where no money is known."""
    if not (answer.is_possible and answer.inputs.has_money):
        return None
    last = [path.turnover[-1] for path in (answer.today, answer.changed)]
    text = say(
        "In {n} editions: {after}, against {before} as things are.",
        n=say.number(answer.levers.editions),
        after=wording.amount(answer, float(last[1][0]), say),
        before=wording.amount(answer, float(last[0][0]), say),
    )
    short = claim(
        say,
        "model",
        "a sign",
        phrase("In {n} editions {after}, after {before} as things are."),
        n=say.number(answer.levers.editions),
        after=wording.amount(answer, float(last[1][0]), say),
        before=wording.amount(answer, float(last[0][0]), say),
    )
    return _lines(answer, say, "turnover", sentences(say, text, say(wording.NO_CAUSE)), short)


def _claim(answer: WhatIf, say: Say) -> Claim:
    gain, low, high = answer.gain
    if not gain:
        text = phrase("Nothing is changed: turn a dial to see what would follow.")
        return claim(say, "model", "too few", text)
    if low <= 0 <= high:
        text = phrase("Whether the levers pay cannot be told from these intervals.")
        return claim(say, "model", "no evidence", text)
    sentence = (
        phrase("If it follows, {gain} more over {n} editions.")
        if gain > 0
        else phrase("If it follows, {gain} less over {n} editions.")
    )
    return claim(
        say,
        "model",
        "a sign",
        sentence,
        gain=wording.amount(answer, abs(gain), say),
        n=say.number(answer.levers.editions),
    )


def _lines(answer: WhatIf, say: Say, key: str, text: str, short: Claim) -> Figure:
    names = (say("With the levers"), say("As things are"))
    paths = (answer.changed, answer.today)
    rows = pd.concat(
        [_rows(getattr(path, key), name, say) for path, name in zip(paths, names, strict=True)],
        ignore_index=True,
    )
    unit = wording.unit(answer)
    axis = say(AXES[key] if answer.inputs.has_money else COUNTED)
    return Figure(
        key,
        text,
        wording.base(answer, say),
        Lines(
            unit,
            axis,
            names,
            _domain(rows),
            x_axis=say("Editions from now"),
            roles=("now", "before"),
        ),
        rows,
        (
            Column("x", say("Editions from now")),
            Column("series", say("Future")),
            Column("value", axis, unit),
            *columns.interval(say, unit),
        ),
        FUTURE,
        notes=wording.study_notes(answer, say),
        is_established=False,
        claim=short,
    )


AXES = {"profit": phrase("Profit of an edition"), "turnover": phrase("Turnover of an edition")}
COUNTED = phrase("Exhibitors of an edition")


def _domain(rows: pd.DataFrame) -> tuple[float, float]:
    low, high = float(rows["low"].min()), float(rows["high"].max())
    return min(0.0, low), high * 1.05 if high > 0 else 1.0


def _rows(path: FloatArray, name: str, say: Say) -> pd.DataFrame:
    table = pd.DataFrame(path, columns=["value", "low", "high"])
    table["x_rank"] = range(len(path))
    table["x"] = [f"+{at + 1}" for at in range(len(path))]
    return table.assign(series=name, is_gap=False)
