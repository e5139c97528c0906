"""Which input matters most, what a measure may cost, and what is printed elsewhere."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.claims import claim
from analytics.studies.simulator import ENDS, PRINTED
from analytics.studies.simulator import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.simulator.compute import WhatIf
    from analytics.wording import Say

INPUTS = {
    "retention": phrase("Retention"),
    "new": phrase("New and returning exhibitors"),
    "money": phrase("Money of each"),
    "margin": phrase("Margin"),
    "discount": phrase("Discount"),
    "slope": phrase("What satisfaction goes with"),
}
CLAIMS = (
    (
        phrase("5% more retention: 25% to 85% more profit"),
        phrase(
            "Points of retention, services with a retention near 90% and cheap renewals. At 84% and"
            " a discount of 12% it is +29.0%, +23.5% or +3.9%, by how it is read."
        ),
    ),
    (
        phrase("Winning costs 5 times keeping (1:5)"),
        phrase("Where winning means advertising to strangers and keeping means a call."),
    ),
    (
        phrase("Winning costs 10 times keeping (1:10)"),
        phrase("The same, for goods sold by representatives; an upper end."),
    ),
)
SHARES = (nan, 5.0, 10.0)


def tornado(answer: WhatIf, say: Say) -> Figure | None:
    """The gain with each input at either end; None where the levers move nothing, or cannot be."""
    rows = answer.tornado
    if not answer.is_possible or rows[["low", "high"]].isna().any(axis=None) or not answer.gain[0]:
        return None
    table = rows.assign(
        key=rows["input"],
        label=[say(INPUTS[name]) for name in rows["input"]],
        rank=range(len(rows)),
        value=answer.gain[0],
    )
    first = rows.iloc[0]
    text = say(
        "{name} matters most: the gain is {low} at one end of its interval, {high} at the other.",
        name=say(INPUTS[first["input"]]),
        low=wording.amount(answer, float(first["low"]), say),
        high=wording.amount(answer, float(first["high"]), say),
    )
    unit = wording.unit(answer)
    return Figure(
        "tornado",
        text,
        wording.base(answer, say),
        Bars(unit, say("Gain over the editions looked at"), has_interval=True, is_dots=True),
        table,
        (
            Column("label", say("Input")),
            Column("value", say("Gain"), unit),
            *columns.interval(say, unit),
        ),
        ENDS,
        notes=wording.study_notes(answer, say),
        is_established=False,
        claim=claim(
            say,
            "model",
            "a sign",
            phrase("{name} matters most for the gain."),
            {"name": say(INPUTS[first["input"]])},
        ),
    )


def break_even(answer: WhatIf, say: Say) -> Figure:
    """What a measure may cost, and what would undo or replace the gain."""
    rows = _ends(answer, say)
    table = pd.DataFrame(rows, columns=["label", "value"]).assign(
        key=range(len(rows)), rank=range(len(rows))
    )
    text = say(
        "A measure that brings this may cost {cost} an edition, and no more."
        if answer.gain[0] > 0
        else "This brings nothing that could be spent.",
        cost=rows[0][1],
    )
    return Figure(
        "break_even",
        text if answer.is_possible else wording.impossible(answer, say),
        wording.base(answer, say),
        Grid(),
        table,
        (Column("label", say("Break-even")), Column("value", say("At"))),
        ENDS,
        notes=wording.study_notes(answer, say),
        is_established=False,
        claim=claim(
            say,
            "model",
            "a sign" if answer.is_possible else "too few",
            _limit(answer),
            cost=rows[0][1],
        ),
    )


def _ends(answer: WhatIf, say: Say) -> list[tuple[str, str]]:
    even, each = answer.break_even, answer.now.value_over_horizon
    return [
        (say("A measure may cost each edition at most"), wording.amount(answer, even["cost"], say)),
        (
            say("Keeping or winning one exhibitor may cost at most"),
            wording.amount(answer, each, say) if answer.inputs.has_money else "–",
        ),
        (
            say("The same gain by new exhibitors an edition"),
            say.signed(even["new"], 0) if even["new"] == even["new"] else "–",
        ),
        (
            say("The price pays until retention changes to"),
            say.percent(even["retention"]) if even["retention"] == even["retention"] else "–",
        ),
    ]


def _limit(answer: WhatIf) -> str:
    if not answer.is_possible:
        return phrase("There is no such retention.")
    if not answer.gain[0] > 0:
        return phrase("This brings nothing that could be spent.")
    return phrase("It may cost {cost} an edition at most.")


def printed(answer: WhatIf, say: Say) -> Figure:
    """Printed claims with their conditions, beside this fair's own figures."""
    worth = answer.now.value_over_horizon
    own = [
        _own_reading(answer, say),
        *(
            say(
                "one kept: at most {most}; at 1:{times} one won could cost that, and one kept"
                " {less}",
                most=wording.amount(answer, worth, say),
                times=say.number(times),
                less=wording.amount(answer, worth / times, say),
            )
            for times in SHARES[1:]
        ),
    ]
    table = pd.DataFrame(
        {
            "key": range(len(CLAIMS)),
            "label": [say(text) for text, _ in CLAIMS],
            "condition": [say(condition) for _, condition in CLAIMS],
            "own": own if answer.inputs.has_money else [own[0], "–", "–"],
            "rank": range(len(CLAIMS)),
        }
    )
    text = say("Printed figures hold under their conditions; this fair's own stand beside them.")
    return Figure(
        "printed",
        text,
        wording.base(answer, say),
        Grid(),
        table,
        (
            Column("label", say("Printed")),
            Column("condition", say("Holds where")),
            Column("own", say("At this fair")),
        ),
        PRINTED,
        is_established=False,
        claim=claim(say, "level", "a sign", phrase("Printed claims hold under conditions.")),
    )


def _own_reading(answer: WhatIf, say: Say) -> str:
    parts = [
        f"{say.signed(100 * each.value_change, 1)}%"
        if each.value_change == each.value_change
        else "–"
        for each in answer.readings.values()
    ]
    change = say.signed(100 * answer.levers.change, 0)
    return say("{change}%: {parts}", change=change, parts=" / ".join(parts))
