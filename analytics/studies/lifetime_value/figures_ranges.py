"""What moves the total most, and why nothing is foretold where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.sentences import notes
from analytics.studies.lifetime_value import NOTHING, RANGE
from analytics.studies.lifetime_value.figures_wording import (
    WHY_NOTHING,
    amount,
    base,
    costs_note,
    margin_in_words,
    money_notes,
    study_notes,
)
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.studies.lifetime_value.compute_worth import Effect
    from analytics.wording import Say

CAUSES = {
    "margin": phrase("Margin"),
    "discount": phrase("Discount per edition"),
    "coming": phrase("How often they come (model)"),
    "money": phrase("What they spend (model)"),
}


def ranges(answer: LifetimeValue, say: Say) -> Figure:
    """What moves the total most: margin, discount, or what the models do not know."""
    rows = [_effect(answer, effect, rank, say) for rank, effect in enumerate(answer.worth.effects)]
    axis = (
        say("Total worth ({currency})", currency=answer.currency)
        if answer.currency
        else say("Total worth")
    )
    widest = answer.worth.effects[0]
    return Figure(
        "ranges",
        say(
            "{cause} moves the total most: from {low} to {high}, with all else as it is.",
            cause=say(CAUSES[widest.cause]),
            low=amount(answer, widest.low, say),
            high=amount(answer, widest.high, say),
        ),
        base(answer, say, margin_in_words(answer, say)),
        Bars("money", axis, has_interval=True, is_dots=True, reference=answer.worth.total),
        pd.DataFrame(rows),
        (
            Column("label", say("What might be otherwise")),
            Column("range", say("From and to")),
            Column("value", axis, "money"),
            Column("low", say("Total at the lower end"), "money"),
            Column("high", say("Total at the upper end"), "money"),
        ),
        RANGE,
        notes=notes(costs_note(answer, say), *money_notes(answer, say)),
    )


def _effect(answer: LifetimeValue, effect: Effect, rank: int, say: Say) -> Row:
    between = say("95 % of what the data allow")
    if effect.low_at == effect.low_at:
        between = say(
            "{low} to {high}",
            low=say.percent(effect.low_at, 0),
            high=say.percent(effect.high_at, 0),
        )
    return {
        "key": effect.cause,
        "label": say(CAUSES[effect.cause]),
        "rank": rank,
        "range": between,
        "value": answer.worth.total,
        "low": effect.low,
        "high": effect.high,
    }


def nothing_fitted(answer: LifetimeValue, say: Say) -> Figure:
    """Why nothing is foretold, and the editions it would stand on."""
    rows = [
        {
            "key": edition.edition_id,
            "label": edition.name.worded(say),
            "rank": edition.place,
            "exhibitors": edition.exhibitors,
        }
        for edition in answer.editions
    ]
    return Figure(
        "overview",
        say(WHY_NOTHING[answer.attendance.refusal]),
        base(answer, say),
        Grid(),
        pd.DataFrame(rows),
        (columns.edition(say, "label"), Column("exhibitors", say("Exhibitors"), "count")),
        NOTHING,
        notes=study_notes(answer, say),
        is_established=False,
    )
