"""Three readings of a change, two futures, what matters, what it may cost, and printed figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import sentences
from analytics.stats.retention_readings import READINGS
from analytics.studies.simulator import READING
from analytics.studies.simulator import figures_wording as wording
from analytics.studies.simulator.figures_future import profit, turnover
from analytics.studies.simulator.figures_limits import break_even, printed, tornado
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.simulator.compute import WhatIf
    from analytics.wording import Say


def figures(answer: WhatIf, say: Say) -> tuple[Figure, ...]:
    drawn = (
        _overview(answer, say),
        profit(answer, say),
        turnover(answer, say),
        tornado(answer, say),
        break_even(answer, say),
        printed(answer, say),
    )
    return tuple(figure for figure in drawn if figure)


def _overview(answer: WhatIf, say: Say) -> Figure:
    chosen = answer.readings[answer.levers.reading]
    return Figure(
        "overview",
        _finding(answer, say),
        wording.base(answer, say),
        Bars("share", say("Change in the worth of a customer"), _domain(answer), reference=0),
        _table(answer, say),
        (
            Column("label", say("Read as")),
            Column("value", say("Change in the worth of a customer"), "share", 1),
            Column("retention", say("Retention"), "share", 1),
            Column("multiple", say("Margins to come"), "number", 2),
            Column("worth", say("Worth of a customer"), "money"),
            Column("over", say("Change over the editions looked at"), "share", 1),
        ),
        READING,
        Headline(
            _signed(chosen.value_change, say) if chosen.is_possible else "–",
            say("change in the worth of a customer, as chosen"),
        ),
        wording.study_notes(answer, say),
        is_established=False,
        claim=_claim(answer, say),
    )


def _table(answer: WhatIf, say: Say) -> pd.DataFrame:
    rows = [
        {
            "key": reading,
            "label": say(wording.READING_NAMES[reading]),
            "rank": rank,
            "value": answer.readings[reading].value_change,
            "retention": answer.readings[reading].retention,
            "multiple": answer.readings[reading].multiple,
            "worth": answer.readings[reading].value,
            "over": answer.readings[reading].value_change_over_horizon,
        }
        for rank, reading in enumerate(READINGS)
    ]
    return pd.DataFrame(rows)


def _domain(answer: WhatIf) -> tuple[float, float]:
    changes = [each.value_change for each in answer.readings.values() if each.is_possible]
    changes = [change for change in changes if change == change]
    return min(-0.01, *changes, 0.0) * 1.1, max(0.01, *changes, 0.0) * 1.1


def _claim(answer: WhatIf, say: Say) -> Claim:
    change = answer.readings[answer.levers.reading].value_change
    if change != change:
        return claim(say, "model", "too few", phrase("There is no such retention."))
    if not answer.levers.change:
        text = phrase("Retention unchanged: a customer stays worth what it is.")
        return claim(say, "model", "a sign", text)
    return claim(
        say,
        "model",
        "a sign",
        phrase("Read as chosen, the worth of a customer changes by {change}."),
        change=_signed(change, say),
    )


def _signed(share: float, say: Say) -> str:
    return f"{say.signed(100 * share, 1)}%"


def _finding(answer: WhatIf, say: Say) -> str:
    now = answer.now
    parts = [
        say(
            "{reading}: {change}",
            reading=say(wording.READING_NAMES[reading]),
            change=_signed(each.value_change, say)
            if each.is_possible and each.value_change == each.value_change
            else say("no such rate"),
        )
        for reading, each in answer.readings.items()
    ]
    lead = say(
        "At a retention of {rate} a customer is worth {multiple} margins to come ({worth}). Read"
        " three ways, {change}% is {parts}.",
        rate=say.percent(answer.inputs.retention.value),
        multiple=say.number(now.multiple, 2),
        worth=wording.amount(answer, now.value, say),
        change=say.signed(100 * answer.levers.change, 0),
        parts=say.listed(parts),
    )
    more = say(
        "One per cent more retention is {n}% more worth.", n=say.number(answer.elasticity, 1)
    )
    return sentences(say, lead, more, "" if answer.is_possible else wording.impossible(answer, say))
